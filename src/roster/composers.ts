// Messages about people and accounts, composed when they are sent: the welcome, and the notes to the office.
import { card } from "../card.ts";
import type { Composer, Composing } from "../notice/composer.ts";
import { personLabel } from "../reader.ts";
import { clockOf, dayOf, showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { composeWelcome } from "./welcome.ts";

interface About {
  readonly id: string;
  readonly label: string;
  readonly email: string | null;
}

/** The person a note names. */
async function personOf({ view, args, lang }: Composing): Promise<About | undefined> {
  const [person] = await view.find("Person", { id: args["person"] ?? "" });
  if (!person) return undefined;
  const [organisation] = person.organisationId ? await view.find("Organisation", { id: person.organisationId }) : [];
  return { id: person.id, label: personLabel({ lang }, person, organisation), email: person.email };
}

/** The moment a note was written, where it carries one. */
function whenOf({ args, now, alliance, lang }: Composing): string {
  const at = args["at"] === undefined ? now : new Date(args["at"]);
  return `${showDay(dayOf(at, alliance.zone), lang)}, ${showClock(clockOf(at, alliance.zone), lang)}`;
}

const about =
  (draw: (it: Composing, person: About) => ReturnType<typeof card>): Composer =>
  async (it) => {
    const person = await personOf(it);
    return person ? draw(it, person) : { skip: "gone" };
  };

const messengerFact = ({ t, args }: Composing, label: string) =>
  args["messenger"] === undefined ? undefined : { label, value: t("link.messenger", { messenger: args["messenger"] }) };

export const rosterComposers = {
  welcome: composeWelcome,
  /** Somebody asks to be called; `about` says that a meeting has begun and the reply should change. */
  callback: about((it, person) => {
    const { t, args } = it;
    const late = args["about"] === "late";
    return card("callback.note", t(late ? "callback.late.title" : "callback.note.title"), {
      facts: [
        { label: t("callback.note.from"), value: person.label },
        { label: t("callback.note.at"), value: whenOf(it) },
        messengerFact(it, t("callback.note.through")),
        person.email ? { label: t("callback.note.email"), value: person.email } : undefined,
      ],
      ...(late ? { text: t("callback.late.text"), buttons: [{ label: t("do.reply.record"), wish: wish("reply.record", { whom: person.id }) }] } : {}),
    });
  }),
  /** A workspace has joined in which no e-mail address may be read. */
  codesOnly: async (it) => {
    const { t } = it;
    return card("codesOnly.note", t("codesOnly.title"), {
      facts: [messengerFact(it, t("fact.where"))],
      text: t("codesOnly.text"),
      buttons: [{ label: t("do.member.access"), wish: wish("member.access") }],
    });
  },
  /** Somebody has taken the bot away. */
  left: about((it, person) => {
    const { t } = it;
    return card("left.note", t("left.note.title"), {
      facts: [{ label: t("notice.unreachable.person"), value: person.label }, messengerFact(it, t("notMe.note.account"))],
      text: t("left.note.text"),
      buttons: [
        { label: t("do.reply.record"), wish: wish("reply.record", { whom: person.id }) },
        { label: t("do.member.access"), wish: wish("member.access", { whom: person.id }) },
      ],
    });
  }),
  notMe: about((it, person) => {
    const { t } = it;
    return card("notMe.note", t("notMe.note.title"), {
      facts: [
        { label: t("notMe.note.person"), value: person.label },
        { label: t("notMe.note.at"), value: whenOf(it) },
        messengerFact(it, t("notMe.note.account")),
      ],
      text: t("notMe.note.text"),
      buttons: [{ label: t("do.member.access"), wish: wish("member.access", { whom: person.id }) }],
    });
  }),
} satisfies Readonly<Record<string, Composer>>;
