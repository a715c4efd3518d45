// Cards as Slack shows them: blocks of plain text and a fallback text, in messages, windows and the Home tab.
import type { ActionsBlock, HomeView, KnownBlock, ModalView, PlainTextElement, PlainTextOption, SectionBlock, Button as SlackButton } from "@slack/types";
import { type Button, buttonsOf, type Card, closesWindow, type Element, type Option, type Renderer, render } from "../../src/card.ts";
import { readWish, type Wish, writeWish } from "../../src/wish.ts";
import { cut, limits, pieces } from "./limits.ts";

export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Slack reads mrkdwn for <, > and &: as entities they are only signs, so nothing people write rings, links or formats. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Text Slack never reads for markup. Slack refuses empty text, so a dash stands for it. */
export const plain = (text: string, max: number): PlainTextElement => ({ type: "plain_text", text: cut(text.trim() === "" ? "–" : text, max), emoji: false });

/** A message: screen readers and notifications get the twin, eyes get the blocks. */
export const message = (card: Card, twin: string): Message => ({
  text: escaped(cut(twin, limits.text)),
  blocks: fitted([{ type: "header", text: plain(card.title, limits.header) }, ...elements(card)], limits.blocksOfMessage),
});

/** The Home tab showing one card; `metadata` comes back with what is pressed there. */
export const home = (card: Card, metadata: string): HomeView => ({ type: "home", private_metadata: metadata, blocks: ofView(card) });

/** A window that shows a card. The button that gives up becomes the window's own, because a pressed button cannot close it. */
export function notice(card: Card, metadata: string): ModalView {
  const close = buttonsOf(card).find(closesWindow);
  const elements = card.elements.map((it) => (it.type === "buttons" ? { ...it, buttons: it.buttons.filter((button) => !closesWindow(button)) } : it));
  return {
    type: "modal",
    private_metadata: metadata,
    title: plain(card.title, limits.windowTitle),
    ...(close ? { close: plain(close.label, limits.windowTitle) } : {}),
    blocks: ofView({ ...card, elements }),
  };
}

const ofView = (card: Card): KnownBlock[] => fitted([{ type: "header", text: plain(card.title, limits.header) }, ...elements(card)], limits.blocksOfView);

function elements(card: Card): KnownBlock[] {
  let count = 0;
  return render(
    card,
    renderer(() => count++),
  ).flat();
}

/** `next` numbers what can be pressed, because Slack wants every action_id of a message once. */
function renderer(next: () => number): Renderer<KnownBlock[]> {
  return {
    facts: ({ facts }) =>
      chunks(facts, limits.fieldsOfSection / 2).map((part) => ({
        type: "section",
        fields: part.flatMap(({ label, value }) => [bold(label), plain(value, limits.field)]),
      })),
    text: ({ text }) => pieces(text, limits.section).map(section),
    // Slack fetches the picture itself, and refuses the whole message where it cannot.
    image: ({ url, alt }) => (/^https:\/\//i.test(url) ? [{ type: "image", image_url: url, alt_text: cut(alt, limits.altText) }] : []),
    rows: ({ rows }) => pieces(rows.map((row) => cut(`• ${row}`, limits.section)).join("\n"), limits.section).map(section),
    choice: (choice) => choose(choice, next),
    form: ({ form }) => actions([{ label: form.title, wish: form.wish }], next),
    buttons: ({ buttons }) => actions(buttons, next),
  };
}

const section = (text: string): SectionBlock => ({ type: "section", text: plain(text, limits.section), expand: true });

/** Labels are the only markup; verbatim, so that an address in one is not made a link. */
export const bold = (label: string) => ({ type: "mrkdwn" as const, text: `*${escaped(cut(label, limits.factLabel))}*`, verbatim: true });

const actions = (buttons: readonly Button[], next: () => number): ActionsBlock[] =>
  chunks(buttons, limits.elementsOfActions).map((part) => ({ type: "actions", elements: part.map((it) => button(it, next())) }));

const button = (it: Button, index: number): SlackButton => ({
  type: "button",
  action_id: "url" in it ? `${link}${index}` : `${it.wish.command}#${index}`,
  text: plain(it.label, limits.buttonText),
  ...(it.hears ? { accessibility_label: cut(it.hears, limits.hears) } : {}),
  ...("url" in it ? { url: it.url } : { value: writeWish(it.wish), ...(it.style ? { style: it.style } : {}) }),
});

/** What an opened link is called when Slack reports it; nobody waits for an answer to it. */
export const link = "link#";

/**
 * A selection. An option's value is too short for a wish, so what all options have in common rides in the block's id and the option
 * only holds what differs. Where even that is too long, the options become buttons.
 */
function choose(choice: Extract<Element, { type: "choice" }>, next: () => number): KnownBlock[] {
  const shared = common(choice.options);
  const index = next();
  const blockId = JSON.stringify([index, shared.command, shared.args]);
  const options = choice.options
    .slice(0, limits.options)
    .map((option): PlainTextOption => ({ text: plain(option.label, limits.optionText), value: JSON.stringify(differing(option, shared)) }));
  const fits = blockId.length <= limits.id && options.every(({ value }) => (value ?? "").length <= limits.optionValue);
  if (!fits) return [section(`${choice.label}: ${choice.options[choice.chosen]?.label ?? "–"}`), ...actions(choice.options, next)];
  const chosen = options[choice.chosen];
  const accessory = { type: "static_select" as const, action_id: `choice#${index}`, options, ...(chosen ? { initial_option: chosen } : {}) };
  return [{ type: "section", block_id: blockId, text: plain(choice.label, limits.section), accessory }];
}

function common(options: readonly Option[]): Wish {
  const first = options[0]?.wish ?? { command: "help.show", args: {} };
  const args = Object.entries(first.args).filter(([name, value]) => options.every((option) => option.wish.args[name] === value));
  return { command: first.command, args: Object.fromEntries(args) };
}

const differing = ({ wish }: Option, shared: Wish) => ({
  ...(wish.command === shared.command ? {} : { c: wish.command }),
  a: Object.fromEntries(Object.entries(wish.args).filter(([name]) => !(name in shared.args))),
});

/** The wish of a chosen option, put together from both halves; undefined where they are not ours. */
export function readChoice(blockId: string, value: string): Wish | undefined {
  try {
    const [, command, args] = JSON.parse(blockId) as [number, string, object];
    const own = JSON.parse(value) as { c?: string; a?: object };
    return readWish({ c: own.c ?? command, a: { ...args, ...own.a } });
  } catch {
    return undefined;
  }
}

/** Leaves out the last sections of text where Slack would refuse the whole message; what can be pressed always stays. */
function fitted(blocks: KnownBlock[], most: number): KnownBlock[] {
  const kept = [...blocks];
  let gap = -1;
  while (kept.length > most - (gap < 0 ? 0 : 1) || JSON.stringify(kept).length > limits.charactersOfBlocks) {
    const last = kept.findLastIndex((block) => block.type === "section" && block.accessory === undefined);
    if (last < 0) break;
    kept.splice(last, 1);
    gap = last;
  }
  return gap < 0 ? kept : kept.toSpliced(gap, 0, { type: "context", elements: [plain("…", limits.section)] });
}

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
