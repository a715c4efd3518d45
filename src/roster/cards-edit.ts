// What the cards of editing the roster share: the way back, and entries that are gone.
import { type Button, card } from "../card.ts";
import type { Known } from "../command.ts";
import { act } from "../help/pieces.ts";
import { type Outcome, refuse } from "../outcome.ts";
import { wish } from "../wish.ts";
import type { Organisation } from "./model.ts";

export const backButton = ({ t }: Pick<Known, "t">, organisation: Pick<Organisation, "slug">): Button => ({
  label: t("edit.back"),
  wish: wish("member.show", { organisation: organisation.slug }),
});

/** A card that has been overtaken named something that exists no longer. */
export const entryGone = (context: Known, organisation: Organisation | undefined): Outcome =>
  refuse(
    "gone",
    card("edit.gone", context.t("edit.gone.title"), {
      text: context.t("help.nothingStored"),
      buttons: [organisation ? backButton(context, organisation) : act(context, "member.show")],
    }),
  );
