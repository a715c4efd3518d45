// Cards as Teams shows them: Adaptive Cards 1.5 whose texts are never read for markup, refreshed in place when pressed.
import { type Button, type Card, closesWindow, type Element, type Fact, type Renderer, render } from "../../src/card.ts";
import type { Explanation, Form } from "../../src/form.ts";
import { type Wish, writeWish } from "../../src/wish.ts";
import { inputs, type Refused, sendData } from "./form.ts";
import { cut, limits } from "./limits.ts";
import { type Memory, memoryId, writeMemory } from "./memory.ts";
import type { Action, AdaptiveCard, Block, Data, Execute, Input, Submit, TextRun } from "./schema.ts";
import { escaped } from "./text.ts";

/** A card in the shape Teams takes it in. */
export interface Message {
  readonly type: "message";
  /** For notifications, lists of chats and clients without cards. */
  readonly summary: string;
  readonly attachments: readonly [{ readonly contentType: "application/vnd.microsoft.card.adaptive"; readonly content: AdaptiveCard }];
}

export const message = (card: Card, twin: string): Message => ({
  type: "message",
  summary: cut(twin, limits.text),
  attachments: [attachment(adaptive(card, twin))],
});

export const attachment = (content: AdaptiveCard): Message["attachments"][0] => ({ contentType: "application/vnd.microsoft.card.adaptive", content });

/** A form for a dialog, also one that is entered nowhere else. */
export const inputsOf = (form: Form): Card => ({ name: form.name, title: form.title, elements: [{ type: "form", form }] });

export interface Look extends Omit<Memory, "card"> {
  /** The form in the card was sent and came back. */
  readonly refused?: Refused;
  /** In a dialog, where every action ends the dialog or shows the next. */
  readonly dialog?: true;
  /** Seen only now: the card does not even remember itself. */
  readonly once?: true;
}

export function adaptive(card: Card, twin: string, { back, message, ...look }: Look = {}): AdaptiveCard {
  const opened = message ? { message } : {};
  // Without the way back there is no button for it.
  const full = back ? { card, back, ...opened } : undefined;
  const kept = full && writeMemory(full) ? full : { card, ...opened };
  const content = elements(card, { ...look, ...kept });
  const written = content.some(isPressed) && !look.once ? writeMemory(kept) : undefined;
  const memory: Input[] = written ? [{ type: "Input.Text", id: memoryId, isVisible: false, value: written }] : [];
  return fitted(content, memory, (body) => ({
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    fallbackText: cut(twin, limits.text),
    body: [heading(card.title, "Large"), ...body],
  }));
}

function elements(card: Card, look: Look): Block[] {
  let count = 0;
  return render(
    card,
    renderer(card, look, () => `c${count++}`),
  ).flat();
}

const heading = (title: string, size: "Large" | "Medium"): Block => ({
  type: "TextBlock",
  style: "heading",
  size,
  weight: "Bolder",
  wrap: true,
  text: escaped(cut(title, limits.title)),
});

/** Lines of a text, each a paragraph: a TextRun knows no line ends. */
const paragraphs = (text: string): Block[] =>
  text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== "")
    .map((line) => plain([{ type: "TextRun", text: cut(line, limits.line) }]));

const plain = (inlines: readonly TextRun[], spacing?: "Small"): Block => ({ type: "RichTextBlock", inlines, ...(spacing ? { spacing } : {}) });

/** `next` names what is chosen from, because every input of a card wants its own id. */
function renderer(card: Card, look: Look, next: () => string): Renderer<Block[]> {
  return {
    facts: ({ facts }) => facts.map(fact),
    text: ({ text }) => paragraphs(text),
    // Teams fetches pictures from secure addresses only.
    image: ({ url, alt }) => (/^https:\/\//i.test(url) ? [{ type: "Image", url, altText: alt, size: "Stretch" }] : []),
    rows: ({ rows }) => rows.map((row) => plain([{ type: "TextRun", text: cut(`• ${row.replace(/\s*[\r\n]+\s*/g, " ")}`, limits.line) }], "Small")),
    choice: (it) => choose(it, next(), look),
    form: ({ form }) => formBlocks(card, form, look),
    buttons: ({ buttons }) => actions(buttons.flatMap((it) => button(it, look))),
  };
}

const fact = ({ label, value }: Fact): Block =>
  plain(
    [
      { type: "TextRun", text: cut(`${label}: `, limits.line), weight: "Bolder" },
      { type: "TextRun", text: cut(value.trim() === "" ? "–" : value, limits.line) },
    ],
    "Small",
  );

/** A selection and the button that takes it. The wishes ride in the button: a value with commas in it is several values to some clients. */
function choose({ label, options, chosen }: Extract<Element, { type: "choice" }>, id: string, look: Look): Block[] {
  const choices = options.map((option, index) => ({ title: option.label, value: String(index) }));
  const set: Input = { type: "Input.ChoiceSet", id, label, style: "compact", wrap: true, choices, ...(options[chosen] ? { value: String(chosen) } : {}) };
  return [set, ...actions([pressable("choose", label, { o: id, w: options.map((option) => writeWish(option.wish)) }, look)])];
}

function formBlocks(card: Card, form: Form, look: Look): Block[] {
  const said = card.elements.some((element) => element.type === "text" && element.text === form.note);
  const note = form.note && !said && (look.dialog || !form.window) ? paragraphs(form.note) : [];
  const cancel = look.back ? [execute("back", form.cancel, { b: 1 })] : [];
  if (!look.dialog && (form.window || form.fields.length > limits.fieldsInCard)) return [...note, ...actions([opens(form.title, form.wish), ...cancel])];
  const send = pressable(form.wish.command, form.submit, sendData(form), look);
  const title = form.title === card.title ? [] : [heading(form.title, "Medium")];
  const { explain } = form;
  const beside = explain ? [toggles(explain.label)] : [];
  return [...title, ...note, ...inputs(form, look.refused), ...actions([send, ...beside, ...cancel]), ...(explain ? [explanation(explain)] : [])];
}

/** The id of what can be read beside the inputs, which keep what was typed. */
const besideId = "explain";
const toggles = (title: string): Action => ({ type: "Action.ToggleVisibility", title: cut(title, limits.buttonText), targetElements: [besideId] });
const explanation = ({ title, facts, back }: Explanation): Block => ({
  type: "Container",
  id: besideId,
  isVisible: false,
  items: [heading(title, "Medium"), ...facts.map(fact), ...actions([toggles(back)])],
});

/** Only this kind of action opens a dialog. */
const opens = (title: string, wish: Wish, more?: Pick<Submit, "tooltip" | "style">): Submit =>
  submit(title, { msteams: { type: "task/fetch" }, w: writeWish(wish) }, more);

const submit = (title: string, data: Data, more: Pick<Submit, "tooltip" | "style"> = {}): Submit => ({
  type: "Action.Submit",
  title: cut(title.trim() === "" ? "–" : title, limits.buttonText),
  ...more,
  data,
});

/** Refreshes the card in place; clients that cannot send the same data as a message. */
const execute = (verb: string, title: string, data: Data, more?: Pick<Submit, "tooltip" | "style">): Execute => {
  const fallback = submit(title, data, more);
  return { ...fallback, type: "Action.Execute", verb, fallback };
};

/** In a dialog Teams knows no refreshing: the answer is the dialog's next card. */
const pressable = (verb: string, title: string, data: Data, { dialog }: Look, more?: Pick<Submit, "tooltip" | "style">): Action =>
  dialog ? submit(title, data, more) : execute(verb, title, data, more);

/** Only addresses of the web can be opened; others could run as a script. */
function button(it: Button, look: Look): Action[] {
  const tooltip = it.hears ? { tooltip: cut(it.hears, limits.hears) } : {};
  if ("url" in it) return /^https?:\/\//i.test(it.url) ? [{ type: "Action.OpenUrl", title: cut(it.label, limits.buttonText), ...tooltip, url: it.url }] : [];
  const style = it.style ? ({ style: it.style === "primary" ? "positive" : "destructive" } as const) : {};
  const more = { ...tooltip, ...style };
  if (look.dialog && closesWindow(it)) return [submit(it.label, { [closing]: 1 }, more)];
  if (!look.dialog && it.window) return [opens(it.label, it.wish, more)];
  return [pressable(it.wish.command, it.label, { w: writeWish(it.wish) }, look, more)];
}

const actions = (all: readonly Action[]): Block[] =>
  Array.from({ length: Math.ceil(all.length / limits.actionsOfSet) }, (_, index) => ({
    type: "ActionSet",
    actions: all.slice(index * limits.actionsOfSet, (index + 1) * limits.actionsOfSet),
  }));

/** What the button brings back that only closes the dialog. */
export const closing = "e";

const isPressed = (block: Block): boolean => block.type === "ActionSet" && block.actions.some((it) => "data" in it);

const sizeOf = (it: unknown): number => JSON.stringify(it).length + 1;

/** Leaves out the memory, then the last lines of text, where Teams would refuse the whole message; what can be pressed always stays. */
function fitted(content: readonly Block[], memory: readonly Block[], whole: (body: readonly Block[]) => AdaptiveCard): AdaptiveCard {
  const gap = plain([{ type: "TextRun", text: "…" }]);
  // The twin stands in the message once more.
  let room = limits.message - limits.text - sizeOf(whole([gap])) - content.reduce((sum, block) => sum + sizeOf(block), 0);
  if (room >= sizeOf(memory)) return whole([...content, ...memory]);
  if (room >= 0) return whole(content);
  const kept = [...content];
  let at = kept.length;
  while (room < 0) {
    at = kept.findLastIndex((block, index) => index < at && block.type === "RichTextBlock");
    if (at < 0) return whole(kept);
    room += sizeOf(kept[at]);
    kept.splice(at, 1);
  }
  return whole(kept.toSpliced(at, 0, gap));
}
