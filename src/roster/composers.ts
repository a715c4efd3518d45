// Messages about people and accounts, composed when they are sent: the welcome, and the notes to the office.
import { card } from "../card.ts";
import { clip } from "../help/pieces.ts";
import type { Composer, Composing } from "../notice/composer.ts";
import { nameIn, personLabel } from "../reader.ts";
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

/** People named in one row. */
const mostNamed = 5;

/** Who has an account there and can be reached in no other; undefined where somebody is reached there again. */
async function lostIn({ view, args, lang }: Composing): Promise<readonly string[] | undefined> {
  const { messenger = "", tenant = "" } = args;
  const accounts = await view.find("Account", {});
  const there = accounts.filter((it) => it.messenger === messenger && it.tenant === tenant);
  if (there.some(({ reachable }) => reachable)) return undefined;
  const lost = new Set(there.map(({ personId }) => personId).filter((id) => !accounts.some((it) => it.personId === id && it.reachable)));
  const [people, organisations] = [await view.find("Person", { id: [...lost] }), await view.find("Organisation", {})];
  return [...lost].map((id) => nameIn({ lang }, { people, organisations }, id)).sort((a, b) => a.localeCompare(b, lang));
}

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
  /** A whole workspace has taken the bot away. */
  workspaceLeft: async (it) => {
    const { t, args } = it;
    const lost = await lostIn(it);
    if (!lost) return { skip: "done" };
    const names = lost.slice(0, mostNamed).map((name) => clip(name, 60));
    const more = lost.length > mostNamed ? ` ${t("list.more", { n: lost.length - mostNamed })}` : "";
    return card("workspaceLeft.note", t("workspaceLeft.title", { messenger: args["messenger"] ?? "" }), {
      facts: [lost.length > 0 ? { label: t("workspaceLeft.lost"), value: `${names.join("; ")}${more}` } : undefined],
      text: t("workspaceLeft.text", { n: lost.length }),
      buttons: [lost.length > 0 ? { label: t("do.member.access"), wish: wish("member.access") } : { label: t("label.members"), wish: wish("member.show") }],
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
