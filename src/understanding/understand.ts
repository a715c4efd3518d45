// Understands a reply in plain words: guards, classifier and grammar give a reading, witnesses decide whether it must be asked back.
import { classify, readWeights, type Weights } from "./classifier.ts";
import { isAutoReply, isManipulation } from "./guards.ts";
import { type Look, look, lookAt } from "./look.ts";
import { binding, harmful, type Intent, type Reply, type Slots, type Understanding } from "./meaning.ts";
import { plain } from "./plain.ts";
import { detailOf, slotsOf } from "./slots.ts";
import { learnt } from "./weights.ts";
import { isUnsure, isWitnessed } from "./witness.ts";

let ready: Weights | undefined;
/** The weights that were learnt, unpacked once. */
const weightsOf = (): Weights => {
  ready ??= readWeights(learnt);
  return ready;
};

type Ranked = readonly (readonly [Intent, number])[];

/** Said beside what matters: never the point of a message that has another. */
const asides: ReadonlySet<Intent> = new Set<Intent>(["smalltalk", "ack", "unknown"]);
const groupOf = (intent: Intent): string => (intent === "seat.nominate" ? "rsvp" : (intent.split(".")[0] ?? intent));
const mostSentences = 8;
/** Below this a reading is no more than a guess. */
const guess = 0.3;
/** Minutes; whoever wants more than one and a half of the usual slots is asked. */
const longestTalk = 15;

/** What a reply means. Pure: the same reply against the same frame is always understood the same way, whatever its length. */
export function understand(reply: Reply): Understanding {
  return understandWith(reply, weightsOf());
}

/** The same with other weights, for measuring. */
export function understandWith(reply: Reply, weights: Weights): Understanding {
  const seen = look(reply);
  const { said } = seen;
  if (isManipulation(said.whole)) return settled("manipulation", {}, 0.99, false);
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(said.own)) return settled("unknown", {}, said.own === "" ? 1 : 0.9, false);
  if (isAutoReply(said.whole)) {
    const whole = { ...seen, said: { ...said, own: said.whole }, ...lookAt(said.whole.slice(0, 1500), reply) };
    return settled("auto_reply", slotsOf("auto_reply", detailOf(reply, whole)), 0.97, false);
  }
  const sentences = said.sentences.length > 1 ? said.sentences.slice(0, mostSentences).map((text) => ({ ...lookAt(text, reply), text })) : [];
  const parts = sentences.map((part) => ({ part, ranked: classify(part.features, weights) }));
  const ranked = blend(
    classify(seen.features, weights),
    parts.map(({ ranked: one }) => one),
  );
  const intent = chosen(ranked, seen, reply);
  const confidence = Math.min(1, likelihood(ranked, intent, reply));
  const slots = slotsOf(intent, detailOf(reply, seen));
  const alone = ranked.find(([one]) => one === intent)?.[1] ?? 0;
  const others = parts.flatMap(({ part, ranked: [top] }) =>
    top && part.text.length > 3 ? [asksOn(part.text, top, reply) ?? { intent: top[0], likely: top[1] }] : [],
  );
  const also = [
    ...new Set(
      others
        .filter(
          (it) =>
            it.likely >= 0.6 &&
            !asides.has(it.intent) &&
            groupOf(it.intent) !== groupOf(intent) &&
            !(it.intent === "info.ask" && reply.context === "question" && intent === "question.submit"),
        )
        .map((it) => it.intent),
    ),
  ]
    .filter((it) => it !== "manipulation" && it !== "auto_reply")
    .slice(0, 3);
  const torn = others.some((it) => it.likely >= 0.5 && it.intent !== intent && groupOf(it.intent) === groupOf(intent) && binding.has(it.intent));
  const readings = ranked.filter(([, likely], at) => at < 3 && (likely > 0.04 || at === 0)).map(([one]) => one);
  return {
    intent,
    slots,
    also,
    confidence: Math.round(confidence * 1000) / 1000,
    confirm: mustAsk({ intent, confidence, alone, slots, seen, reply, torn }),
    readings: [intent, ...readings.filter((one) => one !== intent)].slice(0, 3),
  };
}

/** „Bitte trotzdem fragen: …“ in an answer to something else is a question to put on the list. */
const asksOn = (text: string, [top]: readonly [Intent, number], { context }: Reply) =>
  context !== "question" && (top === "info.ask" || top === "question.submit" || top === "unknown") && /\b(?:frag\p{L}*|question)[^:?]{0,40}:.*\?/iu.test(text)
    ? { intent: "question.submit" as const, likely: 0.9 }
    : undefined;

const settled = (intent: Intent, slots: Slots, confidence: number, confirm: boolean): Understanding => ({
  intent,
  slots,
  also: [],
  confidence,
  confirm,
  readings: [intent],
});

/** The whole message and its strongest sentences count alike; asides in one sentence do not outweigh the point of another. */
function blend(whole: Ranked, sentences: readonly Ranked[]): Ranked {
  if (sentences.length === 0) return whole;
  const hasPoint = sentences.some(([top]) => top !== undefined && !asides.has(top[0]) && top[1] >= 0.4);
  const odds = new Map(whole.map(([intent, likely]) => [intent, likely]));
  sentences.forEach((sentence, at) => {
    for (const [intent, likely] of sentence.slice(0, 3)) {
      const share = (asides.has(intent) && hasPoint ? 0.1 : 1) * (at === 0 ? 0.9 : 0.75);
      odds.set(intent, Math.max(odds.get(intent) ?? 0, ((odds.get(intent) ?? 0) + likely * share) / (1 + share)));
    }
  });
  const sum = [...odds.values()].reduce((a, b) => a + b, 0);
  return [...odds].map(([intent, likely]) => [intent, likely / sum] as const).sort((a, b) => b[1] - a[1]);
}

/** Where questions are asked for, what asks for information is one: both readings count together. */
function likelihood(ranked: Ranked, intent: Intent, { context }: Reply): number {
  const of = (wanted: Intent): number => ranked.find(([one]) => one === wanted)?.[1] ?? 0;
  return of(intent) + (context === "question" && intent === "question.submit" ? of("info.ask") : 0);
}

/** Without one of these a talk is offered, not changed. */
const changing =
  /\b(?:neu\w*|anders|ander\w*|ander\w*ung|geander\w*|statt|anstatt|doch|jetzt|nun|korr\w*|lieber|tausch\w*|kurz\w*|verlanger\w*|langer|mehr|weniger|verschieb\w*|sondern|krank|nicht|kein\w*|instead|change\w*|new|now|correct\w*|typo|rename\w*|swap|shorten|longer|rather|move|taking over|later|after all|fehler|spater|erst|konnen wir|could|can we|reihenfolge|schluss|schlus|umbenannt|heist)\b/;

/** The likeliest reading, put right where the grammar knows better than the words. */
function chosen(ranked: Ranked, { spots, evident, signs }: Look, { context, frame }: Reply): Intent {
  const [top] = ranked;
  const first = top?.[0] ?? "unknown";
  const likely = (intent: Intent): number => ranked.find(([one]) => one === intent)?.[1] ?? 0;
  if (first === "rsvp.accept" && signs.has("condition") && !evident.includes("?") && likely("rsvp.tentative") > 0.03) return "rsvp.tentative";
  if (first === "speaker.change" && likely("speaker.offer") > 0.05 && !changing.test(evident)) return "speaker.offer";
  const later = spots.clocks.some(({ value }) => frame.meeting !== undefined && value > frame.meeting.start && value < frame.meeting.end);
  if (first === "rsvp.accept" && (later || spots.items.length > 0) && likely("rsvp.partial") > 0.08) return "rsvp.partial";
  if (first === "rsvp.accept" && isUnsure(evident) && likely("rsvp.tentative") > 0.1) return "rsvp.tentative";
  if (
    context === "question" &&
    first === "info.ask" &&
    likely("question.submit") > 0.2 &&
    !/\b(?:sitzung|treffen|termin|meeting|frist|deadline|einreich\w*|submit|bis wann)\b/.test(evident)
  )
    return "question.submit";
  if (
    first === "task.extend" &&
    spots.names.length > 0 &&
    likely("task.delegate") > 0.05 &&
    /xname[^.;]{0,12}\b(?:macht|ubernimmt|liefert|erledigt|kummert|will|is|does|handles|delivers)\b|\b(?:macht|ubernimmt|an)\b[^.;]{0,12}xname/.test(evident)
  )
    return "task.delegate";
  if (
    first === "task.extend" &&
    likely("task.accept") > 0.05 &&
    /\b(?:ubernehm\w*|kummer\w*|mach\w? ich|nehm\w? ich|wir machen|on it|take (?:it|that|care))\b/.test(evident)
  )
    return "task.accept";
  if (context === "task" && first === "task.done" && signs.has("doing") && !signs.has("done") && likely("task.progress") > 0.2) return "task.progress";
  return first;
}

interface Doubt {
  readonly intent: Intent;
  readonly confidence: number;
  /** The likelihood of this reading without the ones that count for it. */
  readonly alone: number;
  readonly slots: Slots;
  readonly seen: Look;
  readonly reply: Reply;
  /** Another sentence says something else about the same matter. */
  readonly torn: boolean;
}

/** Whether to ask before anything is stored. */
function mustAsk({ intent, confidence, alone, slots, seen, reply, torn }: Doubt): boolean {
  const { evident, signs, said } = seen;
  if (intent === "ack") return true;
  if (!binding.has(intent)) return confidence < guess && intent !== "unknown";
  if (said.cut || said.quoted || torn) return true;
  if (!isWitnessed(intent, reply.context, evident, signs, plain(said.own))) return true;
  if (confidence < (harmful.has(intent) ? 0.55 : 0.45)) return true;
  // A question that nobody asked for is put on the list only where it is called one.
  if (intent === "question.submit" && reply.context !== "question") return confidence < 0.75 || !/\bfrage|question|top 4|xitem/.test(evident);
  if (slots.mode === "online" || slots.substitute_open || slots.substitute_name_2) return true;
  if (intent === "rsvp.partial")
    return (
      /(?:erste|letzte)[nr]? stunde|(?:first|last) hour|(?:first|second) half\b|halfte/.test(evident) ||
      (slots.from === undefined &&
        slots.until === undefined &&
        slots.from_item === undefined &&
        slots.until_item === undefined &&
        slots.except_items === undefined)
    );
  // A name that no title introduces may be no name.
  if (intent === "rsvp.substitute") return slots.substitute_name === undefined || seen.spots.names.length === 0;
  if (intent === "rsvp.tentative") return evident.includes("?");
  if (intent === "question.submit") return alone < 0.55 && slots.addressee === undefined && slots.objective === undefined;
  if (intent === "rsvp.decline") return /^\W*(?:no|nein|nee|no no)\W+(?:thanks|thank you|danke\w*)\W*$/.test(evident);
  if (intent === "task.extend") return (slots.due === undefined && slots.due_delta === undefined) || isVague(plain(said.own));
  if (intent === "speaker.offer")
    return (
      signs.has("condition") ||
      isUnsure(evident) ||
      (slots.duration_min ?? 0) > longestTalk ||
      /\b(?:grundsatzlich|prinzipiell|im prinzip|in principle|titel folgt|noch (?:klaren|abstimmen|offen))\b/.test(evident)
    );
  if (intent === "speaker.change") return Object.keys(slots).length === 0 || (slots.duration_min ?? 0) > longestTalk;
  if (intent === "task.accept" || intent === "task.reject" || intent === "task.delegate") return isUnsure(evident) && signs.has("condition");
  return false;
}

const isVague = (evident: string): boolean =>
  /\bacht tage|karneval|fasching|carnival|bald|demnachst|irgendwann|soon|zeitnah|schnellstmoglich|asap|spater|dauert noch|braucht noch|kommt noch|die tage|im lauf|sobald|so schnell|hoffentlich|hopefully|versuche|i'll try|later|shortly|quartal|im herbst|im winter\b/.test(
    evident,
  );
