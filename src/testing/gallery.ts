// Every card and form in every state, in the words of the bot itself: produced by people who go through them.
import { type Language, translator } from "../../locales/index.ts";
import type { Card } from "../card.ts";
import type { Form } from "../form.ts";
import { twin } from "../twin.ts";
import { longNames } from "./long-names.ts";
import { krefeld } from "./roster.ts";
import type { SomeRows } from "./store.ts";
import { accountTours } from "./tour-accounts.ts";
import { agreementTours } from "./tour-agreements.ts";
import { consultTours } from "./tour-consult.ts";
import { draftTours } from "./tour-drafts.ts";
import { invitationTours } from "./tour-invitations.ts";
import { memberTours } from "./tour-members.ts";
import { noticeTours } from "./tour-notices.ts";
import { officeTours } from "./tour-office.ts";
import { plainTours } from "./tour-plain.ts";
import { answerTours } from "./tour-questions-answers.ts";
import { askingTours } from "./tour-questions-asking.ts";
import { questionOfficeTours } from "./tour-questions-office.ts";
import { roundTours } from "./tour-questions-round.ts";
import { rareTours } from "./tour-rare.ts";
import { replyTours } from "./tour-replies.ts";
import { settingsTours } from "./tour-settings.ts";
import { substituteTours } from "./tour-substitutes.ts";
import { talkTours } from "./tour-talks.ts";
import { taskTours } from "./tour-tasks.ts";
import { World } from "./world.ts";

export interface Shown {
  readonly name: string;
  readonly card: Card;
  readonly twin: string;
}

export interface Gallery {
  readonly cards: readonly Shown[];
  readonly forms: readonly Form[];
}

const tours = [
  ...replyTours,
  ...substituteTours,
  ...draftTours,
  ...consultTours,
  ...invitationTours,
  ...officeTours,
  ...accountTours,
  ...memberTours,
  ...noticeTours,
  ...talkTours,
  ...roundTours,
  ...taskTours,
  ...questionOfficeTours,
  ...agreementTours,
  ...askingTours,
  ...answerTours,
  ...plainTours,
  ...rareTours,
  ...settingsTours,
];

type Names = "usual" | "long";

/** Goes all the tours; `make` opens the worlds, which are returned with everything that was shown in them. */
export async function walk<W extends World>(language: Language, names: Names, make: (now: Date | undefined, rows: SomeRows) => W): Promise<readonly W[]> {
  const worlds: W[] = [];
  for (const tour of tours) {
    await tour((now, change = (rows) => rows) => {
      const rows = change(krefeld(language));
      const world = make(now, names === "long" ? longNames(rows) : rows);
      world.language = language;
      worlds.push(world);
      return world;
    }, language);
  }
  return worlds;
}

/** `names`: of usual length, or as long as names and places get. States that read the same and offer the same are shown once. */
export function gallery(language: Language, names: Names = "usual"): Promise<Gallery> {
  const name = `${language} ${names}`;
  const made = galleries.get(name) ?? collect(language, names);
  galleries.set(name, made);
  return made;
}

/** Made once for all tests of a file: a card is a value, nobody changes it. */
const galleries = new Map<string, Promise<Gallery>>();

async function collect(language: Language, names: Names): Promise<Gallery> {
  const worlds = await walk(language, names, (now, rows) => new World(now, rows));
  const reader = { lang: language, t: translator(language) };
  const cards = worlds.flatMap((world) => world.shown).map((card) => ({ name: card.name, card, twin: twin(reader, card) }));
  const forms = [
    ...worlds.flatMap((world) => world.forms),
    ...cards.flatMap(({ card }) => card.elements.flatMap((it) => (it.type === "form" ? [it.form] : []))),
  ];
  return { cards: distinct(cards), forms: distinct(forms) };
}

/** What people read and can press; which of them it was about tells nothing. */
const readable = (it: object): string =>
  JSON.stringify(it, (key, value) => (key === "args" ? Object.keys(value) : value)).replace(/https:[^"]*|\b(?:id|msg|g)-?\d+\b/g, "");
const distinct = <T extends object>(list: readonly T[]): T[] => [...new Map(list.map((it) => [readable(it), it])).values()];
