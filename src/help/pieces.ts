// What many cards share: buttons for the usual next steps, how the office is reached, and text cut to length.
import type { Language, Translate } from "../../locales/index.ts";
import type { TypedName } from "../../locales/words.ts";
import type { Button } from "../card.ts";
import type { Context } from "../command.ts";
import type { Alliance } from "../roster/model.ts";
import { wish } from "../wish.ts";

interface Speaking {
  readonly t: Translate;
  readonly lang: Language;
}

/** The button of a command that can be typed: always the same label for the same wish. */
export function act({ t }: Pick<Speaking, "t">, name: TypedName, args: Readonly<Record<string, string>> = {}): Button {
  // Named without a name, a substitute is chosen.
  return { label: t(`do.${name}`), wish: wish(name === "substitute.name" ? "substitute.pick" : name, args) };
}

export const invitationButton = ({ t }: Pick<Speaking, "t">): Button => ({ label: t("label.invitation"), wish: wish("rsvp.show") });
export const callbackButton = ({ t }: Pick<Speaking, "t">): Button => ({ label: t("label.callback"), wish: wish("help.callback") });

/** "English" on a German card, "Deutsch" on an English one. */
export const languageButton = ({ t, lang }: Speaking): Button => ({
  label: t("label.english"),
  wish: wish("language.set", { language: lang === "de" ? "en" : "de" }),
});

/** The usual ways on, for whoever asks; the last place is left to the card. */
export function waysOn(context: Pick<Context, "t" | "may">): readonly [Button, Button, Button] {
  if (context.may("meeting.new"))
    return [act(context, "meeting.show"), { label: context.t("label.replies"), wish: wish("reply.list") }, act(context, "help.show")];
  if (context.may("rsvp.accept")) return [invitationButton(context), act(context, "status.show"), act(context, "help.show")];
  if (context.may("status.show")) return [act(context, "status.show"), act(context, "meeting.show"), act(context, "help.show")];
  return [act(context, "link.enter"), act(context, "privacy.show"), act(context, "help.show")];
}

/** "02151 86-0, buero@example.org", with what is known. */
export const contactOf = ({ office }: Pick<Alliance, "office">): string => [office.phone, office.email].filter((part) => part !== "").join(", ");
/** One way to reach the office, short enough for a sentence. */
export const phoneOf = ({ office }: Pick<Alliance, "office">): string => office.phone || office.email;

const segments = new Intl.Segmenter("de", { granularity: "grapheme" });
/** At most `max` characters as a person counts them; what is cut off leaves "…". */
export function clip(text: string, max: number): string {
  const parts = [...segments.segment(text)];
  return parts.length <= max
    ? text
    : `${parts
        .slice(0, max - 1)
        .map((part) => part.segment)
        .join("")
        .trimEnd()}…`;
}
