// What Teams' own library says against a card, and what of people's text it would read as markup.
import { createRequire } from "node:module";
import type * as Cards from "adaptivecards";

// The package's entry is ESM that Node cannot load; this is the same library in one file.
const { AdaptiveCard, SerializationContext, Version }: typeof Cards = createRequire(import.meta.filename)("adaptivecards/dist/adaptivecards.js");

/** Everything the parser of Adaptive Cards refuses or warns of in version 1.5, and what it overlooks and Teams does not. */
export function faults(content: object): string[] {
  const context = new SerializationContext(new Version(1, 5));
  const card = new AdaptiveCard();
  card.parse(content, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index)?.message ?? "");
  const failures = card.validateProperties().validationEvents.map(({ message }) => message);
  const nodes = nodesOf(content);
  const ids = nodes.flatMap(({ type, id }) => (String(type).startsWith("Input.") ? [String(id)] : []));
  return [
    ...events,
    ...failures,
    ...nodes.flatMap(({ type, text }) => (type !== "AdaptiveCard" && "text" in { text } && text === "" ? [`An empty ${type}.`] : [])),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `The id ${id} is there twice.`),
    ...(JSON.stringify(content).length > 40_000 ? ["Larger than 80 KB in UTF-16."] : []),
  ];
}

type Node = Readonly<Record<string, unknown>>;

/** Every object of the card except what nobody reads: what a button brings back, and what it is for clients without refreshing. */
export function nodesOf(it: unknown): Node[] {
  if (Array.isArray(it)) return it.flatMap(nodesOf);
  if (typeof it !== "object" || it === null) return [];
  return [it as Node, ...Object.entries(it).flatMap(([key, value]) => (key === "data" || key === "fallback" ? [] : nodesOf(value)))];
}

/** Places in which Markdown is read: TextBlocks, and the boxes of an expanded selection. */
const markdown = (content: object): string[] =>
  nodesOf(content).flatMap((node) => {
    if (node["type"] === "TextBlock") return [String(node["text"])];
    const boxes = node["type"] === "Input.ChoiceSet" && (node["style"] === "expanded" || node["isMultiSelect"] === true);
    return boxes ? (node["choices"] as Node[]).map(({ title }) => String(title)) : [];
  });

/** What would be read as markup: a sign without a backslash before it, a link for those who do not know the backslash, a mark at a line's beginning. */
export function live(content: object): string[] {
  const found = markdown(content).flatMap((text) => {
    const bare = text.replace(/\\[\\`*_[\]<>~|]/g, "");
    return [
      ...(bare.match(/[\\`*_[\]<>~|]/g) ?? []),
      ...(text.match(/\]\(/g) ?? []),
      ...(text.match(/^\s*([#+-]|\d+[.)])/gm) ?? []),
      ...(text.match(/[\r\n]/g) ?? []),
    ];
  });
  const facts = nodesOf(content).filter(({ type }) => type === "FactSet");
  return [...found, ...facts.map(() => "A FactSet reads Markdown.")];
}

/** Uses a button as its client would: with the button's data and the value of every input of the card. */
export const using =
  (content: object, typed: Readonly<Record<string, unknown>> = {}, at = 0) =>
  // biome-ignore lint/suspicious/noExplicitAny: JSON as it comes from outside
  (activity: any): void => {
    const nodes = nodesOf(content);
    const inputs = nodes.flatMap((node) => (String(node["type"]).startsWith("Input.") && node["value"] !== undefined ? [[node["id"], node["value"]]] : []));
    const actions = nodes.flatMap(({ type, actions }) => (type === "ActionSet" ? (actions as Node[]) : []));
    const data = { ...Object.fromEntries(inputs), ...(actions[at]?.["data"] as object), ...typed };
    if (activity.value.action) activity.value.action.data = data;
    else activity.value.data = data;
  };
