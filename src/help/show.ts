// Help, generated from the word lists: all words the asker may use, or one word with its details.
import { wordLists } from "../../locales/index.ts";
import { type TypedName, typed } from "../../locales/words.ts";
import { type Card, card } from "../card.ts";
import type { Context } from "../command.ts";
import { hearWords } from "../hear.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import type { Alliance } from "../roster/model.ts";
import { wish } from "../wish.ts";
import { isTyped, refusedRole } from "./cards.ts";
import { act, callbackButton, clip, contactOf, languageButton, waysOn } from "./pieces.ts";

type Asking = Pick<Context, "t" | "lang" | "may">;

const entryOf = ({ lang }: Pick<Asking, "lang">, name: TypedName) => wordLists[lang].entries[name];

/** "sitzung neu" */
function phraseOf(reader: Pick<Asking, "lang">, name: TypedName): string {
  const { word, activity } = entryOf(reader, name);
  return activity ? `${word} ${activity}` : word;
}

/** "[ab ZEIT] [ohne PUNKT]" as people read it: "ab Zeit ohne Punkt". */
const details = (usage: string): string => usage.replace(/[[\]]/g, "").replace(/\p{Lu}{3,}/gu, (word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`);

/** "vertretung Name" */
const usageLine = (reader: Pick<Asking, "lang">, name: TypedName): string =>
  [phraseOf(reader, name), details(entryOf(reader, name).usage)].filter((part) => part !== "").join(" ");

/** What the asker may type; a linked account needs no code. */
const permitted = ({ may }: Asking): readonly TypedName[] => typed.filter((name) => may(name) && (name !== "link.enter" || !may("status.show")));

const lineOf = (reader: Asking, name: TypedName): string => reader.t("help.line", { word: phraseOf(reader, name), help: entryOf(reader, name).help });

/** One row for each noun with all its activities: "sitzung · liste · neu". */
function groups(reader: Asking, names: readonly TypedName[]): readonly string[] {
  const rows = new Map<string, string[]>();
  for (const name of names) {
    const { word, activity } = entryOf(reader, name);
    const row = rows.get(word) ?? [word];
    if (activity) row.push(activity);
    rows.set(word, row);
  }
  return [...rows.values()].map((row) => row.join(" · "));
}

/** `alliance`: whose office is named to somebody who is not linked yet. */
export function helpCard(context: Asking, alliance: Alliance | undefined): Card {
  const { t } = context;
  const names = permitted(context);
  if (context.may("meeting.new")) {
    return card("help.organiser", t("help.title.office"), {
      rows: groups(context, names),
      text: t("help.text.office", { example: `${phraseOf(context, "help.show")} ${phraseOf(context, "meeting.show")}` }),
      buttons: [act(context, "meeting.show"), { label: t("label.replies"), wish: wish("reply.list") }, act(context, "member.show"), languageButton(context)],
    });
  }
  const rows = names.map((name) => lineOf(context, name));
  if (!context.may("status.show")) {
    return card("help.unknown", t("help.title"), {
      facts: [alliance && { label: t("fact.office"), value: contactOf(alliance) }],
      rows,
      text: t("help.text"),
      buttons: [act(context, "link.enter"), act(context, "privacy.show"), languageButton(context)],
    });
  }
  const [first, second] = waysOn(context);
  return card("help.delegate", t("help.title"), { rows, text: t("help.text"), buttons: [first, second, callbackButton(context), languageButton(context)] });
}

/** What is answered to everybody where it is typed in a channel; all else in the person's own chat. */
export const amongAll: readonly TypedName[] = ["help.show", "meeting.show", "programme.show", "programme.now", "round.show", "objectives.show"];

/** The same for everybody who reads it, whatever the asker may do. */
export function channelHelp(context: Asking): Card {
  const { t } = context;
  return card("help.channel", t("help.channel.title"), {
    rows: amongAll.map((name) => lineOf(context, name)),
    text: t("help.channel.text"),
    buttons: [{ label: t("help.channel.own"), wish: wish("help.show") }],
  });
}

/** How one command is typed; `failed`: its details were not understood. */
export function usageOf(context: Asking, name: TypedName, failed: boolean): Card {
  const { t } = context;
  const { help, example } = entryOf(context, name);
  return card(failed ? "help.usage" : "help.word", failed ? t("help.howTo", { word: phraseOf(context, name) }) : phraseOf(context, name), {
    facts: [
      { label: t("help.write"), value: usageLine(context, name) },
      { label: t("fact.example"), value: example },
    ],
    text: failed ? `${help} ${t("help.nothingStored")}` : help,
    buttons: [name === "help.show" ? undefined : act(context, name), allWords(context)],
  });
}

const allWords = ({ t }: Pick<Asking, "t">) => ({ label: t("help.all"), wish: wish("help.show") });

/** A noun with everything that can be done with it. */
function nounCard(context: Asking, names: readonly TypedName[], first: TypedName): Card {
  const { t } = context;
  const { word, example } = entryOf(context, first);
  return card("help.noun", word, {
    facts: [{ label: t("fact.example"), value: example }],
    rows: names.map((name) => t("help.line", { word: usageLine(context, name), help: entryOf(context, name).help })),
    buttons: [...names.slice(0, 3).map((name) => act(context, name)), allWords(context)],
  });
}

/** "hilfe vertretung": whatever leads to the command elsewhere leads to its help here. */
export function helpFor(context: Context, said: string, alliance: Alliance | undefined): Outcome {
  const heard = hearWords(said, true);
  const name = heard.type === "usage" ? heard.name : heard.type === "wish" ? heard.wish.command : undefined;
  const known = name === "substitute.pick" ? "substitute.name" : name;
  if (known === undefined || !isTyped(known))
    return refuse("unknown_word", unknownWordCard(context, said, heard.type === "near" ? heard.names.filter(context.may) : []));
  if (!context.may(known)) return context.person ? refusedRole(context, known) : show(helpCard(context, alliance));
  const { word, activity } = entryOf(context, known);
  const names = activity ? [known] : permitted(context).filter((it) => entryOf(context, it).word === word);
  return show(names.length > 1 ? nounCard(context, names, known) : usageOf(context, known, false));
}

function unknownWordCard(context: Asking, said: string, near: readonly TypedName[]): Card {
  const { t } = context;
  const offered = near.map((name) => ({ label: phraseOf(context, name), wish: wish("help.show", { word: phraseOf(context, name) }) }));
  const [only, ...others] = offered;
  const several = others.length > 0 ? t("unknownWord.several") : t("unknownWord.none");
  return card("help.unknownWord", t("unknownWord.title", { word: clip(said, 24) }), {
    text: only && others.length === 0 ? t("unknownWord.one", { word: only.label }) : several,
    buttons: [...offered, allWords(context)],
  });
}
