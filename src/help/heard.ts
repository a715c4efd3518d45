// Answers to everything that is no wish: greetings, thanks, words that are unknown or near, and what nobody understands.
import { wordLists } from "../../locales/index.ts";
import type { TypedName } from "../../locales/words.ts";
import { type Button, type Card, card, type Fact } from "../card.ts";
import type { Context, Known } from "../command.ts";
import type { Heard } from "../hear.ts";
import type { Incoming } from "../incoming.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { channelCard } from "../roster/cards.ts";
import { welcomeNow } from "../roster/welcome.ts";
import { awayCard } from "../settings/cards.ts";
import { isTooLong, settingsOf } from "../settings/state.ts";
import { readAway } from "../words/away.ts";
import { readDay } from "../words/dates.ts";
import { answers, refusedRole, staleCard } from "./cards.ts";
import { act, callbackButton, clip, contactOf, languageButton, waysOn } from "./pieces.ts";
import { answerPlainly } from "./plainly.ts";
import { usageOf } from "./show.ts";

/** Takes back the count of misunderstandings; writes nothing where there was none. */
export function understood({ desk }: Pick<Context, "desk">): void {
  if (desk.account && desk.account.misread > 0) desk.put("Account", { ...desk.account, misread: 0 });
}

export async function answerHeard(context: Known, incoming: Incoming, heard: Heard): Promise<Outcome> {
  switch (heard.type) {
    case "usage": {
      const meant = isSentence(incoming) ? await plainly(context, incoming) : undefined;
      if (meant) return meant;
      understood(context);
      return context.may(heard.name) ? refuse("usage", usageOf(context, heard.name, true)) : refusedRole(context, heard.name);
    }
    case "near": {
      const away = (await awayFrom(context, incoming)) ?? (isSentence(incoming) ? await plainly(context, incoming) : undefined);
      if (away) return away;
      return refuse("not_understood", nearCard(context, heard.word, heard.names.filter(context.may), misread(context)));
    }
    case "hello":
      understood(context);
      return show(helloCard(context));
    case "thanks":
      understood(context);
      return show(card("smalltalk.thanks", context.t("thanks.title")));
    case "met":
      if (incoming.place === "channel") return { show: channelCard(context), open: true };
      return context.person.welcomedAt ? { silent: "met" } : welcomeNow(context);
    case "nothing": {
      const away = (await awayFrom(context, incoming)) ?? (await plainly(context, incoming));
      if (away) return away;
      return refuse("not_understood", misread(context) ? twiceCard(context) : unclearCard(context));
    }
    default:
      return refuse("stale", staleCard(context));
  }
}

/** So many words are a sentence rather than a command that went wrong. */
const sentence = 3;
const isSentence = ({ said }: Incoming): boolean => "words" in said && said.words.trim().split(/\s+/).length >= sentence;

/** A slash command is a command and nothing else. */
async function plainly(context: Known, incoming: Incoming): Promise<Outcome | undefined> {
  const { said } = incoming;
  if ("words" in said && said.command) return undefined;
  const outcome = await answerPlainly(context, incoming);
  if (outcome) understood(context);
  return outcome;
}

/** „Bin bis 14.8. weg“ sets nothing by itself: the rest is offered, with the day as it was read. */
async function awayFrom(context: Known, { said, place }: Incoming): Promise<Outcome | undefined> {
  const { desk, today, calendar, person } = context;
  const words = "words" in said && place === "direct" ? readAway(said.words) : undefined;
  const read = words === undefined ? undefined : readDay(words, { today, calendar });
  if (!read || "error" in read || isTooLong(read.day, today)) return undefined;
  understood(context);
  return show(awayCard(context, await settingsOf(desk, today, person), read.day));
}

/** Counts one more misunderstanding; true from the second in a row. */
function misread({ desk }: Known): boolean {
  const { account } = desk;
  if (account) desk.put("Account", { ...account, misread: account.misread + 1 });
  return (account?.misread ?? 0) > 0;
}

const officeFact = ({ t, alliance }: Known): Fact => ({ label: t("fact.office"), value: contactOf(alliance) });

function helloCard(context: Known): Card {
  const { t } = context;
  return card("smalltalk.hello", t("hello.title"), { text: t("hello.text"), buttons: [...waysOn(context), languageButton(context)] });
}

const unclearCard = (context: Known): Card =>
  card("unknown.nothing", context.t("unclear.title"), { text: context.t("unclear.text"), buttons: [...waysOn(context), callbackFor(context)] });

const twiceCard = (context: Known): Card =>
  card("unknown.twice", context.t("unclear.twice"), {
    facts: [officeFact(context)],
    text: context.t("unclear.text"),
    buttons: [...waysOn(context), callbackFor(context)],
  });

/** The office does not ask itself to call. */
const callbackFor = (context: Known): Button | undefined => (context.may("meeting.new") ? undefined : callbackButton(context));

/** Near words as buttons, none executed; the four answers are never corrected, and both of the two alike ones are shown. */
function nearCard(context: Known, word: string, names: readonly TypedName[], again: boolean): Card {
  const { t, lang } = context;
  const facts = again ? [officeFact(context)] : [];
  const last = again ? (callbackFor(context) ?? act(context, "help.show")) : act(context, "help.show");
  const alike = names.includes("rsvp.accept") || names.includes("rsvp.decline");
  if (alike) {
    const offered = answers.filter((name) => name !== "substitute.name" || names.includes(name));
    return card("unknown.answer", t("unclear.title"), { facts, text: t("unclear.answers"), buttons: offered.map((name) => act(context, name)) });
  }
  const title = t("unknownWord.title", { word: clip(word, 24) });
  const [only] = names;
  if (!only)
    return card("unknown.word", title, {
      facts,
      text: t("unknownWord.none"),
      buttons: [act(context, "help.show"), again ? callbackFor(context) : act(context, "status.show")],
    });
  const offered = names.map((name) => act(context, name));
  const { word: noun, activity } = wordLists[lang].entries[only];
  const text = names.length === 1 ? t("unknownWord.one", { word: activity ? `${noun} ${activity}` : noun }) : t("unknownWord.several");
  return card("unknown.word", title, { facts, text, buttons: offered.some(({ label }) => label === last.label) ? offered : [...offered, last] });
}
