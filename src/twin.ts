// The full plain-text twin of a card: for notifications, screen readers and messengers without cards.
import { type Language, type Translate, wordLists } from "../locales/index.ts";
import { type TypedName, typed } from "../locales/words.ts";
import { type Button, buttonsOf, type Card, render } from "./card.ts";
import { grammars } from "./grammars.ts";
import type { Wish } from "./wish.ts";
import { taskCodeIn } from "./words/task-number.ts";

interface Speaking {
  readonly lang: Language;
  readonly t: Translate;
}

/** Title, facts, sentences, rows, inputs, links; then one line with the words that do what the buttons do. */
export function twin(reader: Speaking, card: Card): string {
  const { t } = reader;
  const parts = render<string>(card, {
    facts: ({ facts }) => facts.map(({ label, value }) => ended(`${label}: ${value}`)).join(" "),
    text: ({ text }) => text,
    image: ({ alt }) => alt,
    rows: ({ rows }) => rows.join("\n"),
    choice: ({ label, options, chosen }) => ended(`${label}: ${options[chosen]?.label ?? options.map((option) => option.label).join(" · ")}`),
    form: ({ form }) =>
      form.window ? t("app.window.twin", { title: form.title }) : t("twin.form", { fields: form.fields.map((field) => field.label).join(", ") }),
    buttons: ({ buttons }) => buttons.flatMap((button) => ("url" in button ? [t("twin.link", { label: button.label, url: button.url })] : [])).join("\n"),
  });
  const words = [...new Set(buttonsOf(card).flatMap((button) => typedFor(reader.lang, button) ?? []))];
  const [first, ...rest] = parts;
  // Facts follow the title on its line, as in a message somebody would write.
  const opening = card.elements[0]?.type === "facts" ? [`${ended(card.title)} ${first}`, ...rest] : [card.title, ...parts];
  return [...opening, words.length > 0 ? t("twin.answers", { words: words.join(" · ") }) : ""].filter((part) => part !== "").join("\n");
}

const ended = (sentence: string): string => (/[.?!:…][“”"]?$/.test(sentence) ? sentence : `${sentence}.`);

const isTyped = (name: string): name is TypedName => (typed as readonly string[]).includes(name);

/** Their buttons carry words; those of the others carry ids, which nobody types. */
const plain = new Set<TypedName>(["help.show", "language.set", "member.show"]);

/** What a button's wish is about; typed words mean the same thing where they are typed. */
const understoodAlone = new Set(["meeting", "for", "edition", "current", "at"]);

/** The words that express a button's wish, or undefined where none do. */
function typedFor(lang: Language, button: Button): string | undefined {
  return "wish" in button ? wordsFor(lang, button.wish) : undefined;
}

/** The words that mean a wish in this language, or undefined where only a button can say it. */
export function wordsFor(lang: Language, { command, args }: Wish): string | undefined {
  const { entries, labels } = wordLists[lang];
  // Typed without its day, "sitzung" shows the next meeting and no other.
  const silent = (name: string): boolean => understoodAlone.has(name) && !(command === "meeting.show" && name === "meeting");
  const details = Object.entries(args).filter(([name, value]) => value !== "" && !silent(name));
  if (command === "substitute.pick" && details.length === 0) return `${entries["substitute.name"].word} Name`;
  if (!isTyped(command)) return details.length === 0 ? labels.find(([, name]) => name === command)?.[0] : undefined;
  const { word, activity } = entries[command];
  const phrase = activity ? `${word} ${activity}` : word;
  if (details.length === 0) return phrase;
  const [detail, ...others] = details;
  const { rest, task } = grammars[command];
  if (detail && others.length === 0 && detail[0] === task && activity && taskCodeIn(detail[1])) return `${word} ${detail[1]} ${activity}`;
  return detail && others.length === 0 && detail[0] === rest && plain.has(command) ? `${phrase} ${detail[1]}` : undefined;
}
