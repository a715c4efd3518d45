// One contract for every messenger and the test double: every card and form of the gallery, in both languages, with short and long names.
import { languages } from "../locales/index.ts";
import type { Reading } from "../src/args.ts";
import { buttonsOf, type Card } from "../src/card.ts";
import { type Answers, answered, type Field, type Form } from "../src/form.ts";
import { isCommandName } from "../src/names.ts";
import { registry } from "../src/registry.ts";
import { type Gallery, gallery } from "../src/testing/gallery.ts";
import { nrw } from "../src/testing/nrw.ts";
import { wishesOf } from "../src/testing/world.ts";
import type { Wish } from "../src/wish.ts";
import { formShapeOnPage, messengers, shapeOnPage } from "./messengers.ts";
import { dangerous } from "./slack-strings.ts";

jest.setTimeout(120_000);

const galleries = new Map<string, Gallery>();
beforeAll(async () => {
  for (const language of languages) for (const names of ["usual", "long"] as const) galleries.set(`${language} ${names}`, await gallery(language, names));
});
const every = languages.flatMap((language) => (["usual", "long"] as const).map((names) => [language, names] as const));
const shown = (language: string, names: string): Gallery => galleries.get(`${language} ${names}`) ?? { cards: [], forms: [] };

const formsOf = (card: Card): readonly Form[] => card.elements.flatMap((it) => (it.type === "form" ? [it.form] : []));
const name = (it: { readonly command: string; readonly args: object }): string => JSON.stringify([it.command, Object.entries(it.args).sort()]);
/** Wishes in an order of their own: messengers group what can be pressed differently. */
const sorted = (wishes: readonly (Wish | undefined)[]): readonly string[] => wishes.map((it) => (it ? name(it) : "unreadable")).sort();

/** Labels and texts of a card, apart from the addresses behind its links. */
function textsIn(card: Card): { readonly labels: readonly string[]; readonly texts: readonly string[] } {
  const labels = buttonsOf(card).map(({ label }) => label);
  const texts: string[] = [];
  for (const element of card.elements) {
    if (element.type === "facts") for (const { label, value } of element.facts) labels.push(label) && texts.push(value);
    if (element.type === "text") texts.push(element.text);
    if (element.type === "rows") texts.push(...element.rows);
    if (element.type === "choice") labels.push(element.label, ...element.options.map(({ label }) => label));
    if (element.type === "form") labels.push(element.form.title);
  }
  return { labels: [card.title, ...labels], texts };
}

/** An answer somebody could give: the one that is there, else a first one of its kind. */
function sample({ kind, initial, required }: Field): string {
  // Several choices come back in the order they are offered in.
  if (initial && kind.type === "many") return kind.options.flatMap(({ value }) => (initial.split(",").includes(value) ? [value] : [])).join(",");
  if (initial) return initial;
  switch (kind.type) {
    case "day":
      return "2027-03-10";
    case "clock":
      return "15:00";
    case "number":
      return String(kind.min);
    case "text":
      return required ? "Vertretung Muster" : "";
    default:
      return required ? (kind.options[0]?.value ?? "") : "";
  }
}
const samples = (form: Form): Answers => Object.fromEntries(form.fields.map((field) => [field.name, sample(field)]));

describe.each(messengers)("$name", (messenger) => {
  test.each(every)("shows every card of the gallery within its limits, in %s with %s names", (language, names) => {
    for (const { card, twin } of shown(language, names).cards) {
      const rendered = messenger.card(card, twin, language);
      expect({ card: card.name, faults: rendered.faults, live: rendered.live }).toEqual({ card: card.name, faults: [], live: [] });
      const { labels, texts } = textsIn(card);
      const parts = [...labels.map((it) => it.slice(0, messenger.shown.label)), ...texts.map((it) => it.slice(0, messenger.shown.text))];
      expect({ card: card.name, missing: parts.filter((it) => !rendered.said.includes(it)) }).toEqual({ card: card.name, missing: [] });
    }
  });

  test.each(every)("reads every button, option and form of a card back to its wish, in %s with %s names", (language, names) => {
    for (const { card, twin } of shown(language, names).cards) {
      const wishes = [...wishesOf(card), ...formsOf(card).map(({ wish }) => wish)];
      expect(sorted(messenger.card(card, twin, language).wishes)).toEqual(sorted(wishes));
    }
  });

  test.each(every)("shows every form and reads its answers back, in %s with %s names", (language, names) => {
    for (const form of shown(language, names).forms) {
      const rendered = messenger.form(form, language);
      expect({ form: form.name, faults: rendered.faults, live: rendered.live }).toEqual({ form: form.name, faults: [], live: [] });
      const texts = [
        form.submit,
        form.cancel,
        ...(form.note ? [form.note] : []),
        ...form.fields.flatMap(({ label, hint }) => [label, ...(hint ? [hint] : [])]),
        ...form.fields.flatMap(({ kind }) => ("options" in kind ? kind.options.flatMap(({ about }) => about ?? []) : [])),
        ...(form.explain ? [form.explain.label, ...form.explain.facts.flatMap(({ label, value }) => [label, value])] : []),
      ];
      expect({ form: form.name, missing: texts.filter((it) => !rendered.said.includes(it)) }).toEqual({ form: form.name, missing: [] });
      expect(rendered.wish).toEqual(form.wish);
      expect(rendered.answers(samples(form))).toEqual(samples(form));
    }
  });

  test("nothing people write becomes a mention, a link, markup or a script, in any field of any card or form (R18)", () => {
    let next = 0;
    const poison = (text: string): string => (text === "" ? "" : `${dangerous[next++ % dangerous.length]} ${next}`);
    for (const { card } of shown("de", "usual").cards) {
      const poisoned = withTexts(card, poison) as Card;
      const rendered = messenger.card(poisoned, strings(poisoned).join("\n"), "de");
      expect({ card: card.name, faults: rendered.faults, live: rendered.live }).toEqual({ card: card.name, faults: [], live: [] });
      expect(sorted(rendered.wishes)).toEqual(sorted([...wishesOf(poisoned), ...formsOf(poisoned).map(({ wish }) => wish)]));
      expect(shapeOnPage(poisoned)).toBe(shapeOnPage(withTexts(card, (text) => (text === "" ? "" : `X ${++next}`)) as Card));
    }
    for (const form of shown("de", "usual").forms) {
      const poisoned = withTexts(form, poison) as Form;
      const rendered = messenger.form(poisoned, "de");
      expect({ form: form.name, faults: rendered.faults, live: rendered.live }).toEqual({ form: form.name, faults: [], live: [] });
      expect(formShapeOnPage(poisoned)).toBe(formShapeOnPage(withTexts(form, (text) => (text === "" ? "" : `X ${++next}`)) as Form));
    }
    expect(next).toBeGreaterThan(dangerous.length);
  });
});

const strings = (part: unknown): readonly string[] =>
  typeof part === "string" ? [part] : part !== null && typeof part === "object" ? Object.values(part).flatMap(strings) : [];

/** The parts that are the program's own: which element, which command, which field, and what only looks like text. */
const own = new Set(["type", "command", "name", "url", "style", "lines", "initial"]);
function withTexts(part: unknown, change: (text: string) => string, key = ""): unknown {
  if (typeof part === "string") return own.has(key) ? part : change(part);
  if (Array.isArray(part)) return part.map((it) => withTexts(it, change, key));
  if (part === null || typeof part !== "object") return part;
  // The values of a selection are ids.
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, key === "options" && name === "value" ? value : withTexts(value, change, name)]),
  );
}

describe("whatever the messenger", () => {
  test.each(every)("the text twin holds every fact, sentence and row of the card, and every link, in %s with %s names", (language, names) => {
    for (const { card, twin } of shown(language, names).cards) {
      const parts = card.elements.flatMap((element) => {
        if (element.type === "facts") return element.facts.map(({ label, value }) => `${label}: ${value}`);
        if (element.type === "choice") return [`${element.label}: ${element.options[element.chosen]?.label}`];
        if (element.type === "form") return element.form.fields.map(({ label }) => label);
        if (element.type === "buttons") return element.buttons.flatMap((button) => ("url" in button ? [`${button.label}: ${button.url}`] : []));
        if (element.type === "image") return [element.alt];
        return element.type === "text" ? [element.text] : element.rows;
      });
      expect({ card: card.name, missing: [card.title, ...parts].filter((it) => !twin.includes(it)) }).toEqual({ card: card.name, missing: [] });
    }
  });

  const reading: Reading = { today: "2026-05-04", calendar: nrw, lang: "de", typed: false };
  /** Read before the command: which reply lies on the desk. */
  const atTheDoor = ["meeting", "for", "behalf"];
  /** Why the command would not take these arguments; nothing where it would. */
  function refused({ command, args }: Wish, sent: boolean): readonly string[] {
    if (!isCommandName(command)) return [`${command} is no command`];
    const specs = registry[command].args;
    const unread = Object.entries(args).flatMap(([arg, raw]) => {
      const spec = specs[arg];
      if (!spec) return arg === "sent" || (registry[command].opens && atTheDoor.includes(arg)) ? [] : [`${command} takes no ${arg}`];
      if (raw === "") return [];
      const read = spec.read(raw, reading);
      return "value" in read ? [] : [`${command} cannot read ${arg}: ${raw}`];
    });
    const missing = Object.entries(specs).filter(([arg, spec]) => !spec.optional && !args[arg]);
    const asks = registry[command].form !== undefined && !sent;
    return [...unread, ...(asks ? [] : missing.map(([arg]) => `${command} misses ${arg}`))];
  }

  test.each(every)("every wish on a card names a command that takes its arguments, in %s with %s names", (language, names) => {
    const all = shown(language, names).cards.flatMap(({ card }) => wishesOf(card).flatMap((it) => refused(it, false).map((why) => `${card.name}: ${why}`)));
    expect([...new Set(all)]).toEqual([]);
  });

  test.each(every)("every form sent with its answers is a wish its command takes, in %s with %s names", (language, names) => {
    const all = shown(language, names).forms.flatMap((form) => refused(answered(form, samples(form)), true).map((why) => `${form.name}: ${why}`));
    expect([...new Set(all)]).toEqual([]);
  });
});
