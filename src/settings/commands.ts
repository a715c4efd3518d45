// What people can set for themselves: language, the account that receives, and a time of rest.
import { type Language, languages, translator, wordLists } from "../../locales/index.ts";
import { type Arg, day, id, one, optional } from "../args.ts";
import { type Command, type Context, command, type Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import type { CommandName } from "../names.ts";
import type { Pause } from "../notice/model.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { unknownCard } from "../roster/cards.ts";
import { hostOf } from "../roster/link.ts";
import { type Day, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { fold } from "../words/fold.ts";
import { settingsCard, settingsForm } from "./cards.ts";
import { isTooLong, receiveIn, type Settings, settingsOf } from "./state.ts";

/** "DE", "Englisch", "english" */
const language = (): Arg<Language> => ({
  optional: false,
  kind: { type: "one", options: languages.map((value) => ({ value, label: value })) },
  read(raw) {
    const said = fold(raw);
    const value = languages.find((it) => it === said || languages.some((list) => wordLists[list].languages[it].some((word) => fold(word) === said)));
    return value ? { value } : { bad: "bad.language" };
  },
});

/** Without a language it shows the settings; for somebody unlinked it only answers in the language, for there is nothing to keep it in. */
const setLanguage = command({
  who: "anyone",
  args: { language: optional(language()) },
  async run(context, { language: wanted }) {
    const { person, alliance } = context;
    if (!person || !alliance) {
      const lang = wanted ?? context.lang;
      return show(unknownCard({ ...context, lang, t: translator(lang) }, (await hostOf(context))?.alliance));
    }
    return speakFrom({ ...context, person, alliance }, wanted);
  },
});

async function speakFrom(context: Known, wanted: Language | undefined): Promise<Outcome> {
  const { desk, person, today } = context;
  if (wanted !== undefined) keepLanguage(context, wanted);
  return show(settingsCard(speaking(context, wanted), await settingsOf(desk, today, person), wanted !== undefined));
}

const speaking = (context: Context, wanted: Language | undefined): Context =>
  wanted === undefined ? context : { ...context, lang: wanted, t: translator(wanted) };

const keepLanguage = ({ desk, person, now }: Known, wanted: Language): void =>
  desk.put("Person", { ...person, language: wanted, welcomedAt: person.welcomedAt ?? now });

const showSettings = command({
  who: "linked",
  args: { language: optional(language()) },
  opensNew: true,
  run: async (context, args) => speakFrom(context, args.language),
});

const rest = { until: optional(day()), to: optional(one("keep", "substitute")) };

const change = command({
  who: "linked",
  args: { language: optional(language()), receive: optional(id()), ...rest, sent: optional(one("1")) },
  async run(context, args) {
    const { desk, today, person } = context;
    const before = await settingsOf(desk, today, person);
    if (!args.sent) return ask(settingsForm(context, before));
    const fault = tooLong(context, args.until);
    if (fault) return fault;
    if (args.language && args.language !== person.language) keepLanguage(context, args.language);
    const received = args.receive ? (receiveIn(context, before, args.receive) ?? before) : before;
    const pause = keepRest(context, received, args.until, args.to);
    return show(settingsCard(speaking(context, args.language), { ...received, pause }, true));
  },
});

function tooLong(context: Known, until: Day | undefined): Outcome | undefined {
  if (until === undefined || !isTooLong(until, context.today)) return undefined;
  const sentence = context.t("settings.rest.tooLong", { day: showDay(until, context.lang) });
  return refuse("bad_input", badInput(context, wish("settings.rest"), sentence), context.by === "form" ? { until: sentence } : undefined);
}

/** Without a day the rest ends. Messages go to a substitute only where there is one. */
function keepRest({ desk, person, alliance }: Known, it: Settings, until: Day | undefined, to: Pause["to"] | undefined): Pause | undefined {
  if (until === undefined) {
    if (it.pause) desk.remove("Pause", it.pause);
    return undefined;
  }
  const wanted = to ?? it.pause?.to ?? "keep";
  const pause: Pause = { personId: person.id, allianceId: alliance.id, until, to: it.substitute ? wanted : "keep" };
  desk.put("Pause", pause);
  return pause;
}

/** "einstellungen ruhezeit bis 14.08."; without a day it asks. */
const setRest = command({
  who: "linked",
  args: rest,
  async run(context, args) {
    const { desk, today, person } = context;
    const before = await settingsOf(desk, today, person);
    if (args.until === undefined) return ask(settingsForm(context, before));
    const fault = tooLong(context, args.until);
    return fault ?? show(settingsCard(context, { ...before, pause: keepRest(context, before, args.until, args.to) }, true));
  },
});

const endRest = command({
  who: "linked",
  args: {},
  async run(context) {
    const { desk, today, person } = context;
    const before = await settingsOf(desk, today, person);
    return show(settingsCard(context, { ...before, pause: keepRest(context, before, undefined, undefined) }, true));
  },
});

export const settingsCommands = {
  "language.set": setLanguage,
  "settings.show": showSettings,
  "settings.change": change,
  "settings.rest": setRest,
  "settings.restEnd": endRest,
} satisfies { readonly [N in Extract<CommandName, `settings.${string}` | "language.set">]: Command };
