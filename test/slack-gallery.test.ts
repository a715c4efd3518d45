// What the messengers' common contract leaves open for Slack: the order of what can be pressed, that nothing is cut, and windows sent untouched.
import type { InputBlock, KnownBlock } from "@slack/types";
import { answersOf, modal, readMemory } from "../adapters/slack/form.ts";
import { message, readChoice } from "../adapters/slack/render.ts";
import { languages } from "../locales/index.ts";
import type { Card } from "../src/card.ts";
import type { Form } from "../src/form.ts";
import { gallery, type Shown } from "../src/testing/gallery.ts";
import { readWish, type Wish } from "../src/wish.ts";

const memory = { tenant: "T01HOME", card: { channel: "D01SEAT", ts: "1790000000.000100" } };

/** What a card offers, in order, whatever messenger shows it. */
const offered = (card: Card): Wish[] =>
  card.elements.flatMap((it) => {
    if (it.type === "choice") return it.options.map(({ wish }) => wish);
    if (it.type === "form") return [it.form.wish];
    return it.type === "buttons" ? it.buttons.flatMap((button) => ("wish" in button ? [button.wish] : [])) : [];
  });

/** The same, read back from Slack's blocks. */
const readBack = (blocks: readonly KnownBlock[]): (Wish | undefined)[] =>
  blocks.flatMap((block) => {
    if (block.type === "actions") return block.elements.flatMap((it) => (it.type === "button" && it.value ? [readWish(it.value)] : []));
    const select = block.type === "section" && block.accessory?.type === "static_select" ? block.accessory : undefined;
    return (select?.options ?? []).map(({ value }) => readChoice(block.block_id ?? "", value ?? ""));
  });

/** What Slack sends where a person changes nothing in a window. */
function untouched(blocks: readonly InputBlock[]): Parameters<typeof answersOf>[0] {
  const state = ({ element }: InputBlock) => {
    const it = element as unknown as Record<string, { value: string } & string & { value: string }[]>;
    return {
      value: it["initial_value"],
      selected_date: it["initial_date"],
      selected_time: it["initial_time"],
      selected_option: it["initial_option"],
      selected_options: it["initial_options"],
    };
  };
  return Object.fromEntries(blocks.map((block) => [block.block_id ?? "", { answer: state(block) }]));
}

describe.each(languages.flatMap((language) => (["usual", "long"] as const).map((names) => ({ language, names }))))(
  "in $language with $names names",
  ({ language, names }) => {
    let cards: readonly Shown[];
    let forms: readonly Form[];
    beforeAll(async () => {
      ({ cards, forms } = await gallery(language, names));
    });

    test("buttons and options stand in the order of the card", () => {
      for (const { name, card, twin } of cards) expect([name, readBack(message(card, twin).blocks)]).toEqual([name, offered(card)]);
    });

    test("nothing is left out", () => {
      for (const { name, card, twin } of cards) {
        const { text, blocks } = message(card, twin);
        expect([name, blocks.some(({ type }) => type === "context"), text.endsWith("…") && !twin.endsWith("…")]).toEqual([name, false, false]);
      }
    });

    test("every window remembers its card, is titled in full, and gives back what it began with", () => {
      for (const form of forms) {
        const view = modal(form, memory);
        expect(readMemory(view.private_metadata ?? "")).toEqual({ ...memory, wish: form.wish });
        const inputs = view.blocks.filter((block): block is InputBlock => block.type === "input");
        // Several choices come back in the order they are offered, which is not the order they were made in.
        const sorted = (answers: Readonly<Record<string, string>>) => Object.entries(answers).map(([name, value]) => [name, value.split(",").sort().join()]);
        const begun = Object.fromEntries(form.fields.map(({ name, initial }) => [name, initial ?? ""]));
        expect([form.name, sorted(answersOf(untouched(inputs)))]).toEqual([form.name, sorted(begun)]);
        const cutTitles = [view.title, view.submit, view.close].filter((it) => it?.text.endsWith("…"));
        expect([form.name, cutTitles]).toEqual([form.name, []]);
      }
    });
  },
);
