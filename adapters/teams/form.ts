// Forms as inputs: a visible label on every input, hint and error below it, and what was entered on its way back.
import { z } from "zod";
import type { Answers, Choice, Field, Form } from "../../src/form.ts";
import type { FieldErrors } from "../../src/outcome.ts";
import { readWish, type Wish, writeWish } from "../../src/wish.ts";
import { cut, limits } from "./limits.ts";
import type { Block, Data, Input, TextRun } from "./schema.ts";
import { escaped } from "./text.ts";

/** What is shown besides the form itself, after it was sent and refused. */
export interface Refused {
  readonly errors: FieldErrors;
  readonly typed: Answers;
}

/** Begins the id of an input, so that no field of ours is mistaken for anything else a card brings back. */
const prefix = "f.";

export function inputs(form: Form, refused?: Refused): Block[] {
  const errors = refused ? errorsAt(refused.errors, form) : {};
  return form.fields
    .filter(isAsked)
    .flatMap((field) => [
      input(field, refused?.typed[field.name] ?? field.initial ?? ""),
      ...(field.hint ? [below(field.hint, { isSubtle: true })] : []),
      ...(errors[field.name] ? [below(errors[field.name] ?? "", { color: "Attention", weight: "Bolder" })] : []),
    ]);
}

/** A selection without options asks nothing. */
const isAsked = ({ kind }: Field): boolean => !("options" in kind) || kind.options.length > 0;

const below = (text: string, look: Omit<TextRun, "type" | "text">): Block => ({
  type: "RichTextBlock",
  spacing: "None",
  inlines: [{ type: "TextRun", text: cut(text, limits.line), ...look }],
});

/** Required inputs are marked, never enforced by the client, which would say in its own words what is missing. */
function input({ name, label, required, kind }: Field, value: string): Input {
  const common = { id: `${prefix}${name}`, label: required ? `${label} *` : label, ...(value ? { value } : {}) };
  switch (kind.type) {
    case "text":
      return { type: "Input.Text", ...common, ...(kind.lines ? { isMultiline: true } : {}) };
    case "day":
      return { type: "Input.Date", ...common };
    case "clock":
      return { type: "Input.Time", ...common };
    case "number":
      return { type: "Input.Number", ...common, ...(value && Number.isFinite(Number(value)) ? { value: Number(value) } : {}) };
    case "one":
      // What choosing means is read before, so all choices stand there with it; boxes read Markdown in their titles, a list that opens does not.
      if (kind.options.some(({ about }) => about)) return { type: "Input.ChoiceSet", style: "expanded", wrap: true, choices: kind.options.map(box), ...common };
      return { type: "Input.ChoiceSet", style: "compact", wrap: true, choices: kind.options.map(choice), ...common };
    case "many":
      return { type: "Input.ChoiceSet", style: "expanded", isMultiSelect: true, wrap: true, choices: kind.options.map(box), ...common };
  }
}

const choice = ({ value, label }: Choice) => ({ title: label, value });
const box = ({ value, label, about }: Choice) => ({ title: escaped(about ? `${label}: ${about}` : label), value });

/** A message for a field that is not shown goes to the first one, so that nothing is refused without a word. */
function errorsAt(errors: FieldErrors, { fields }: Form): FieldErrors {
  const first = fields[0]?.name;
  const placed: Record<string, string> = {};
  for (const [name, text] of Object.entries(errors)) {
    const at = fields.some((field) => field.name === name) ? name : first;
    if (at !== undefined) placed[at] = placed[at] ? `${placed[at]} ${text}` : text;
  }
  return placed;
}

/** Clients leave out empty inputs, so the button that sends a form says which there were. */
export const sendData = (form: Form): Data => ({ s: writeWish(form.wish), f: form.fields.map(({ name }) => name) });

const sent = z.object({ s: z.string(), f: z.array(z.string().max(60)).max(60) });
const scalar = z.union([z.string().max(limits.answer), z.number(), z.boolean()]).transform(String);

/** The wish a sent form belongs to and its answers, or undefined where the data is of no form of ours. */
export function readSent(data: Data): { readonly wish: Wish; readonly answers: Answers } | undefined {
  const read = sent.safeParse(data);
  const wish = readWish(read.data?.s);
  if (!read.success || !wish) return undefined;
  return { wish, answers: Object.fromEntries(read.data.f.map((name) => [name, scalar.safeParse(data[`${prefix}${name}`]).data ?? ""])) };
}
