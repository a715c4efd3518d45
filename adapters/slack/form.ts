// Forms as Slack's windows: a form becomes a modal view, what was entered becomes answers, refusals stand at their fields.
import type { InputBlock, InputBlockElement, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import { z } from "zod";
import type { Answers, Choice, Field, Form } from "../../src/form.ts";
import type { FieldErrors } from "../../src/outcome.ts";
import type { Ref } from "../../src/ports.ts";
import { readWish, type Wish, writeWish } from "../../src/wish.ts";
import { explainBlocks } from "./explain.ts";
import { cut, limits, pieces } from "./limits.ts";
import { plain } from "./render.ts";

/** What a window remembers until it is sent: whose token opened it, what the answers belong to, the message it was opened from. */
interface Memory {
  readonly tenant: string;
  readonly wish?: Wish;
  readonly card?: Ref;
}

const carried = z.object({
  t: z.string().max(100),
  w: z.string().max(limits.metadata).optional(),
  r: z.record(z.string().max(20), z.string().max(100)).optional(),
});

export const writeMemory = ({ tenant, wish, card }: Memory): string =>
  JSON.stringify({ t: tenant, ...(wish ? { w: writeWish(wish) } : {}), ...(card ? { r: card } : {}) });

/** Undefined where the metadata is not ours. */
export function readMemory(metadata: string): Memory | undefined {
  try {
    const { t, w, r } = carried.parse(JSON.parse(metadata));
    const wish = readWish(w);
    return { tenant: t, ...(wish ? { wish } : {}), ...(r ? { card: r } : {}) };
  } catch {
    return undefined;
  }
}

/** The window of a form. Its private_metadata may hold 3,000 characters; longer known arguments throw RangeError. */
export function modal(form: Form, memory: Omit<Memory, "wish">): ModalView {
  const metadata = writeMemory({ ...memory, wish: form.wish });
  if (metadata.length > limits.metadata)
    throw new RangeError(`The window of ${form.name} can remember ${limits.metadata} characters; its wish needs ${metadata.length}.`);
  const note: KnownBlock[] = form.note ? pieces(form.note, limits.section).map((text) => ({ type: "section", text: plain(text, limits.section) })) : [];
  return {
    type: "modal",
    callback_id: form.name,
    private_metadata: metadata,
    title: plain(form.title, limits.windowTitle),
    submit: plain(form.submit, limits.windowTitle),
    close: plain(form.cancel, limits.windowTitle),
    blocks: [...note, ...form.fields.flatMap(input), ...(form.explain ? explainBlocks(form.explain) : [])].slice(0, limits.blocksOfView),
  };
}

/** Every field is a block of its own name, holding one element. */
const element = "answer";

function input(field: Field): InputBlock[] {
  const it = inputElement(field);
  if (!it) return [];
  const hint = [...(field.hint ? [field.hint] : []), ...unfitting(field)].join("\n");
  return [
    {
      type: "input",
      block_id: field.name,
      label: plain(field.label, limits.label),
      ...(hint ? { hint: plain(hint, limits.hint) } : {}),
      optional: !field.required,
      element: it,
    },
  ];
}

/** What choosing means, where Slack has no room for it beside the choice. */
const unfitting = ({ kind }: Field): string[] =>
  "options" in kind ? kind.options.flatMap(({ label, about }) => (about && about.length > limits.optionAbout ? [`${label}: ${about}`] : [])) : [];

/** Nothing for a selection without options: Slack refuses the whole window for one. */
function inputElement({ kind, initial }: Field): InputBlockElement | undefined {
  const given = initial ?? "";
  switch (kind.type) {
    case "text":
      return {
        type: "plain_text_input",
        action_id: element,
        multiline: kind.lines === "many",
        max_length: Math.min(kind.max, limits.input),
        ...(given ? { initial_value: cut(given, limits.input) } : {}),
      };
    case "number":
      return { type: "plain_text_input", action_id: element, ...(given ? { initial_value: cut(given, limits.input) } : {}) };
    case "day":
      return { type: "datepicker", action_id: element, ...(given ? { initial_date: given } : {}) };
    case "clock":
      return { type: "timepicker", action_id: element, ...(given ? { initial_time: given } : {}) };
    case "one": {
      const chosen = kind.options.find(({ value }) => value === given);
      if (kind.options.length === 0) return undefined;
      const preset = chosen ? { initial_option: option(chosen) } : {};
      const shown = kind.options.some(({ about }) => about) && kind.options.length <= limits.radios;
      if (shown) return { type: "radio_buttons", action_id: element, options: kind.options.map(option), ...preset };
      return { type: "static_select", action_id: element, ...selection(kind.options), ...preset };
    }
    case "many": {
      const values = given.split(",");
      const chosen = kind.options.filter(({ value }) => values.includes(value)).map(option);
      const preset = chosen.length > 0 ? { initial_options: chosen } : {};
      if (kind.options.length === 0) return undefined;
      if (kind.options.length <= limits.checkboxes) return { type: "checkboxes", action_id: element, options: kind.options.map(option), ...preset };
      return { type: "multi_static_select", action_id: element, ...selection(kind.options), ...preset };
    }
  }
}

const option = ({ value, label, about }: Choice): PlainTextOption => ({
  text: plain(label, limits.optionText),
  value,
  ...(about && about.length <= limits.optionAbout ? { description: plain(about, limits.optionAbout) } : {}),
});

/** More options than Slack takes in one list stand in groups, each named by its first and last. */
function selection(
  choices: readonly Choice[],
): { options: PlainTextOption[] } | { option_groups: { label: PlainTextOption["text"]; options: PlainTextOption[] }[] } {
  if (choices.length <= limits.options) return { options: choices.map(option) };
  const groups = Array.from({ length: Math.ceil(choices.length / limits.options) }, (_, index) =>
    choices.slice(index * limits.options, (index + 1) * limits.options),
  );
  return {
    option_groups: groups.slice(0, limits.groups).map((group) => ({
      label: plain(`${cut(group[0]?.label ?? "", 36)} – ${cut(group.at(-1)?.label ?? "", 36)}`, limits.optionText),
      options: group.map(option),
    })),
  };
}

/** One element of a sent window; each kind of input fills one of these. */
const entered = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

/** The `state.values` of a view: blocks by id, in each the elements by action. */
export const enteredValues = z.record(z.string(), z.record(z.string(), entered));

export function answersOf(values: z.infer<typeof enteredValues>): Answers {
  return Object.fromEntries(
    Object.entries(values).map(([name, elements]) => {
      const it = Object.values(elements)[0];
      const several = it?.selected_options?.map(({ value }) => value).join(",");
      return [name, it?.value ?? it?.selected_date ?? it?.selected_time ?? it?.selected_option?.value ?? several ?? ""];
    }),
  );
}

/** Slack closes the window with an error of its own when a message names a block it does not show: such a message goes to the first field. */
export function errorsAt(fields: FieldErrors, shown: readonly string[]): Record<string, string> {
  const first = shown[0];
  const placed: Record<string, string> = {};
  for (const [name, text] of Object.entries(fields)) {
    const at = shown.includes(name) ? name : first;
    if (at !== undefined) placed[at] = placed[at] ? `${placed[at]} ${text}` : text;
  }
  return placed;
}
