// The countable rules of wording: what a card, a form or a text breaks of them, in words; nothing where all is well.
import { type Language, languages } from "../../locales/index.ts";
import { buttonsOf, type Card } from "../card.ts";
import type { Form } from "../form.ts";
import { type Day, dayFrom, isDay, showDay } from "../time.ts";

/** „Offen“ is a task, and nothing else (wording.md 2.0): where its state is told, and in the list of the states. */
const openTask = /(?<=Stand: |· |: |\d |number |^)offen(?= ·| \(|[,.]|$| angenommen)|\boffene (?=Aufgaben?\b)/g;
/** Names of the founding document are data, and so are examples of what to type. */
const withoutData = (text: string): string =>
  text
    .replaceAll("*in der", " der")
    .replace(openTask, "neu")
    .replace(/(Beispiel|Example): .*?(?=\.(?: |$)|$)/g, "$1");
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

const forbidden: { readonly [L in Language]: RegExp } = {
  de: /\b(leider|treffen|adressat\w*|anonym\w*|fehler\w*|ok|du|dich|dir|dein\w*|euch|euer|button\w*|klick\w*|offen\w*|delegierter|teilnehmer|redner|vertreter|ansprechpartner)\b|\p{L}[*:_]in(?:nen)?\b/iu,
  en: /\b(unfortunately|sorry|anonymous\w*|error\w*|ok|okay|buttons?|click\w*|oops)\b/iu,
};
const mostWords: { readonly [L in Language]: number } = { de: 15, en: 20 };

const length = (text: string): number => [...text].length;
/** A colon ends no sentence, a number with a full stop neither. */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[^\d][.?!…]|\d\d[.?])\s+(?=[\p{Lu}„“])/u);

/** What is wrong with any text people read, wherever it stands. */
export function brokenText(text: string, language: Language): readonly string[] {
  const said = withoutData(text);
  const found: string[] = [];
  const word = forbidden[language].exec(said)?.[0];
  if (word) found.push(`the word ${word}`);
  if (/!/.test(said)) found.push("an exclamation mark");
  if (/\p{Extended_Pictographic}/u.test(said)) found.push("a picture");
  if (/[{}]|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid/.test(said)) found.push("something left over");
  if (/ {2}|\s[.,;?]|^\s|\s$/.test(said)) found.push("a space too many");
  if (!quoted(said, language)) found.push("quotation marks of another language");
  if (/\bTOP\b/.test(said) && !said.includes("Tagesordnungspunkt (TOP)")) found.push("TOP without its meaning");
  return [...found, ...brokenDates(said, language)].map((what) => `${what}: ${text}`);
}

function quoted(text: string, language: Language): boolean {
  const count = (sign: string): number => text.split(sign).length - 1;
  return language === "de" ? count("„") === count("“") && !/["”]/.test(text) : count("“") === count("”") && !/["„]/.test(text);
}

/** Every date stands with its own weekday and its year, every German time with „Uhr“. */
function brokenDates(text: string, language: Language): readonly string[] {
  const found: string[] = [];
  const german = [...text.matchAll(/(\d{2})\.(\d{2})\.(\d{4})/g)].map((it) => ({ it, day: dayFrom(Number(it[3]), Number(it[2]), Number(it[1])) }));
  const english = [...text.matchAll(/(\d{1,2}) (\p{Lu}\p{Ll}{2,3}) (\d{4})/gu)].map((it) => ({
    it,
    day: dayFrom(Number(it[3]), months.indexOf(it[2] ?? "") + 1, Number(it[1])),
  }));
  for (const { it, day } of language === "de" ? german : english) if (!isRight(text, it.index, day, language)) found.push("a date without its weekday");
  if (language === "de" && english.some(({ day }) => day)) found.push("an English date");
  if (language === "en" && german.length > 0) found.push("a German date");
  if (/\b\d{1,2}\.\d{1,2}\.(?!\d)/.test(text)) found.push("a date without its year");
  if (language === "de" && /\d{2}:\d{2}(?! Uhr|–\d{2}:\d{2} Uhr| bis \d{2}:\d{2} Uhr|\d)/.test(text)) found.push("a time without „Uhr“");
  return found;
}

function isRight(text: string, index: number, day: Day | undefined, language: Language): boolean {
  if (!isDay(day)) return false;
  const shown = showDay(day, language);
  return text.slice(0, index).endsWith(shown.slice(0, shown.indexOf(" ") + 1)) && text.slice(index).startsWith(shown.slice(shown.indexOf(" ") + 1));
}

/** What people read as sentences: few of them, and short ones. */
export function brokenSentences(text: string, language: Language): readonly string[] {
  const sentences = sentencesOf(text);
  return [
    ...(sentences.length > 3 ? [`${sentences.length} sentences: ${text}`] : []),
    ...sentences.flatMap((sentence) => {
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      return words > mostWords[language] ? [`${words} words: ${sentence}`] : [];
    }),
  ];
}

/** Cards that only say what was done or what is; nothing is left to do with them. */
const confirmations = new Set([
  "smalltalk.thanks",
  "unknown.channel",
  "link.locked",
  "privacy",
  "callback.note",
  "stale.replaced",
  "substitute.withdrawn",
  "substitute.over",
  "meeting.moved.substitute",
  "programme.live",
  "programme.live.none",
  "programme.public",
  "once.again",
  "question.withdrawn.unnamed",
  "question.limit.unnamed",
  "round.live",
  "round.live.done",
  "round.live.paused",
  "task.taken",
  "task.confirmed",
  "task.handover.done",
  "task.handover.declined",
]);

/** Whether somebody who is shown this card can go on from it. */
export const leadsOn = ({ name, elements }: Card): boolean =>
  confirmations.has(name) || elements.some(({ type }) => type === "buttons" || type === "choice" || type === "form");

/** Sentences end as sentences do; only what is to be typed stands without a full stop. */
export const brokenEnd = (text: string): readonly string[] => (/[.?…]$|(?:zum Beispiel|for example): .+$/.test(text) ? [] : [`without an end: ${text}`]);

/** What ends a step or takes something back; of those on a card one is the last, the stronger ones before the weaker. */
const endings: { readonly [L in Language]: readonly (readonly string[])[] } = {
  de: [["Abbrechen", "Doch nicht", "Zurücknehmen", "Entwurf löschen", "Sitzung absagen", "Das bin ich nicht", "Code sperren"], ["Ändern"]],
  en: [["Cancel this step", "No longer needed", "Undo", "Delete draft", "Cancel the meeting", "That is not me", "Block the code"], ["Change"]],
};

/** Stronger than a change, and after it where both are possible. */
const withdrawing: { readonly [L in Language]: string } = { de: "Zurückziehen", en: "Withdraw" };

/** Limits that hold whatever the names in it are. */
export function brokenLimits({ title, elements, ...card }: Card): readonly string[] {
  const found: string[] = [];
  if (length(title) === 60 && !/[….?]$/.test(title)) found.push(`title cut off: ${title}`);
  if (length(title) > 60 || title.trim() === "") found.push(`title of ${length(title)}: ${title}`);
  const buttons = buttonsOf({ title, elements, ...card });
  const forms = elements.filter((it) => it.type === "form").length;
  if (buttons.length + forms > 4) found.push(`${buttons.length + forms} buttons`);
  for (const { label, hears } of buttons) {
    if (length(label) === 28 && !label.endsWith("…")) found.push(`label cut off: ${label}`);
    if (length(label) > 28 || label.trim() === "") found.push(`label of ${length(label)}: ${label}`);
    if (hears !== undefined && (length(hears) > 75 || !hears.startsWith(label.replace(/…$/, "")))) found.push(`heard as ${hears}: ${label}`);
  }
  const labels = buttons.map(({ label }) => label);
  if (new Set(labels).size < labels.length) found.push(`the same label twice: ${labels.join(" · ")}`);
  for (const element of elements) {
    if (element.type === "facts")
      found.push(...element.facts.filter(({ label, value }) => label.trim() === "" || value.trim() === "").map(({ label }) => `an empty fact: ${label}`));
    if (element.type === "rows") found.push(...element.rows.filter((row) => row.trim() === "").map(() => "an empty row"));
    if (element.type === "choice" && (element.label.trim() === "" || element.options.some((it) => it.label.trim() === "") || !element.options[element.chosen]))
      found.push("a choice of nothing");
    if (element.type === "form") found.push(...brokenFormLimits(element.form));
  }
  return found;
}

/** What ends or takes back stands last; a link is only looked at. */
export function brokenOrder(card: Card, language: Language): readonly string[] {
  const labels = buttonsOf(card).map(({ label }) => label);
  const strongest = endings[language].find((some) => labels.some((label) => some.includes(label)));
  const last = labels.at(-1) ?? "";
  return strongest && !strongest.includes(last) && last !== withdrawing[language] ? [`the ending is not the last: ${labels.join(" · ")}`] : [];
}

export function brokenFormLimits({ title, submit, cancel, fields, name, note }: Form): readonly string[] {
  const found = [title, submit, cancel].filter((text) => length(text) > 24 || text.trim() === "").map((text) => `${name}: ${length(text)} signs: ${text}`);
  for (const field of fields) {
    if (field.label.trim() === "" || field.hint?.trim() === "") found.push(`${name}: ${field.name} without a label`);
    if ("options" in field.kind && field.kind.options.some((it) => it.label.trim() === "" || it.value === ""))
      found.push(`${name}: an empty option of ${field.name}`);
  }
  return note?.trim() === "" ? [...found, `${name}: an empty note`] : found;
}

interface Texts {
  readonly sentences: readonly string[];
  readonly others: readonly string[];
}

/** Every text of a card as people read it; sentences apart, because they are counted. */
export function textsOf(card: Card): Texts & { readonly rows: readonly string[] } {
  const sentences: string[] = [];
  const rows: string[] = [];
  const others: string[] = [card.title, ...buttonsOf(card).flatMap(({ label, hears }) => [label, ...(hears ? [hears] : [])])];
  for (const element of card.elements) {
    if (element.type === "text") sentences.push(element.text);
    if (element.type === "facts") others.push(...element.facts.map(({ label, value }) => `${label}: ${value}`));
    if (element.type === "rows") rows.push(...element.rows);
    if (element.type === "choice") others.push(element.label, ...element.options.map(({ label }) => label));
    if (element.type === "form") others.push(...textsOfForm(element.form).others);
  }
  return { sentences, others, rows };
}

export function textsOfForm({ title, note, submit, cancel, fields }: Form): Texts {
  const options = fields.flatMap(({ kind }) => ("options" in kind ? kind.options.map(({ label }) => label) : []));
  const labels = fields.flatMap(({ label, hint }) => [label, ...(hint ? [hint] : [])]);
  return { sentences: note ? [note] : [], others: [title, submit, cancel, ...labels, ...options] };
}

/** What people wrote themselves follows no rules of ours. */
const withoutQuotes = (text: string): string => text.replace(/[„“][^„“”]*[“”]/g, "…");

/** Everything a card breaks of the rules that hold for each card by itself, in the language it is written in. */
export const brokenRules = (card: Card): readonly string[] =>
  inOneLanguage((language) => {
    const { sentences, others } = textsOf(card);
    const texts = [...sentences, ...others].flatMap((text) => brokenText(withoutQuotes(text), language));
    return [...brokenLimits(card), ...brokenSentences(sentences.join(" "), language), ...texts].map((what) => `${card.name}: ${what}`);
  });

export const brokenForm = (form: Form): readonly string[] =>
  inOneLanguage((language) => {
    const { sentences, others } = textsOfForm(form);
    return [...brokenFormLimits(form), ...[...sentences, ...others].flatMap((text) => brokenText(text, language))];
  });

/** A text of another language breaks rules that are none of its own: the one with the fewest faults is meant. */
function inOneLanguage(look: (language: Language) => readonly string[]): readonly string[] {
  const [best = []] = languages.map(look).sort((a, b) => a.length - b.length);
  return best;
}
