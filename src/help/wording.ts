// Holds a card or a form against the countable wording rules (wording.md 4), for tests.
import { buttonsOf, type Card } from "../card.ts";
import type { Form } from "../form.ts";

const forbidden = /\b(leider|Treffen|Adressat|anonym|Fehler|OK|Du|Button|klicken)\b|\p{L}\*innen|\p{L}:in\b|!/u;

/** Everything a card breaks of the countable rules (wording.md 4); empty where all is well. */
export function brokenRules(card: Card): readonly string[] {
  const broken: string[] = [];
  const check = (fine: boolean, what: string) => {
    if (!fine) broken.push(`${card.name}: ${what}`);
  };
  const length = (text: string) => [...text].length;
  check(length(card.title) <= 60, `title of ${length(card.title)}: ${card.title}`);
  const buttons = buttonsOf(card);
  check(buttons.length <= 4, `${buttons.length} buttons`);
  for (const { label, hears } of buttons) check(length(label) <= 28 && length(hears ?? "") <= 75 && label.trim() !== "", `label: ${label}`);
  const texts = card.elements.flatMap((element) => (element.type === "text" ? [element.text] : []));
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/));
  check(sentences.length <= 3, `${sentences.length} sentences`);
  for (const sentence of sentences) check(sentence.split(/\s+/).length <= 15, `long: ${sentence}`);
  const facts = card.elements.flatMap((element) => (element.type === "facts" ? element.facts : []));
  for (const { label, value } of facts) check(label !== "" && value !== "", `empty fact: ${label}`);
  const prose = [
    card.title,
    ...texts,
    ...facts.filter(({ label }) => !/^(Beispiel|Example)$/.test(label)).map(({ value }) => value),
    ...buttons.map(({ label }) => label),
  ];
  for (const it of prose) {
    // What people wrote themselves, and examples of how to write, follow no rules of ours.
    const text = it.replace(/[„“][^„“”]*[“”]/g, "").replace(/(Beispiel|Example): \S+/g, "");
    for (const found of text.matchAll(/(\S+ )?\d{2}\.\d{2}\.\d{4}/g)) check(/^(Mo|Di|Mi|Do|Fr|Sa|So), /.test(found[1] ?? ""), `date without weekday: ${text}`);
    check(!forbidden.test(text.replace(/Oberbürgermeister\*in/g, "")), `forbidden word: ${text}`);
    check(!/\{|\}|undefined|null|\[object|: ?[.,]|, ?$/.test(text), `unfilled: ${text}`);
  }
  for (const element of card.elements) if (element.type === "form") broken.push(...brokenForm(element.form));
  return broken;
}

export const brokenForm = ({ title, submit, fields, name }: Form): readonly string[] =>
  [
    title.length > 24 ? `title: ${title}` : "",
    submit.length > 24 ? `submit: ${submit}` : "",
    fields.length > 4 ? "more than four inputs" : "",
    fields.some(({ label }) => label === "") ? "an input without a label" : "",
  ]
    .filter((it) => it !== "")
    .map((it) => `${name}: ${it}`);
