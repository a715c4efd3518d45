// What the office hears when somebody has erased their data.
import { card } from "../card.ts";
import { act } from "../help/pieces.ts";
import type { Composer } from "../notice/composer.ts";
import { personLabel } from "../reader.ts";
import { wish } from "../wish.ts";

/** To the office, once: a seat is without a name again. */
const erased: Composer = async (it) => {
  const { t, view, args } = it;
  const [person] = args["person"] ? await view.find("Person", { id: args["person"] }) : [];
  const [organisation] = person?.organisationId ? await view.find("Organisation", { id: person.organisationId }) : [];
  return card("privacy.note", t("privacy.note.title"), {
    facts: [{ label: t("privacy.note.seat"), value: person ? personLabel(it, person, organisation) : t("privacy.note.none") }],
    text: t(person ? "privacy.note.text" : "privacy.note.textNone"),
    buttons: organisation
      ? [{ label: t("edit.name"), wish: wish("member.name", { organisation: organisation.id }) }, act(it, "member.show")]
      : [act(it, "member.show")],
  });
};

export const privacyComposers = { erased } satisfies Readonly<Record<string, Composer>>;
