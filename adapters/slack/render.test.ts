// Cards in Slack: every element, the limits, the way back of every button, and people's text that stays text.
import type { ActionsBlock, Button, KnownBlock, SectionBlock } from "@slack/types";
import { type Card, card, type Element, type Option } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { readWish, type Wish, wish, writeWish } from "../../src/wish.ts";
import { faults, live } from "../../test/slack-schema.ts";
import { dangerous } from "../../test/slack-strings.ts";
import { home, message, notice, readChoice } from "./render.ts";

const form: Form = {
  name: "rsvp.partial",
  title: "Nur zeitweise",
  submit: "Eintragen",
  cancel: "Abbrechen",
  wish: wish("rsvp.partial", { meeting: "m1" }),
  fields: [],
};
const option = (label: string, args: Record<string, string>): Option => ({ label, wish: wish("reply.list", { meeting: "m1", ...args }) });
const choice: Element = { type: "choice", label: "Auswahl", options: [option("Alle", {}), option("Ohne Antwort", { state: "silent" })], chosen: 1 };

const invitation: Card = {
  name: "rsvp.ask",
  title: "Einladung: Krefelder Bündnis für Arbeit",
  elements: [
    {
      type: "facts",
      facts: [
        { label: "Wann", value: "Mi, 07.10.2026, 14:00–17:30 Uhr" },
        { label: "Wo", value: "Rathaus Krefeld" },
      ],
    },
    { type: "text", text: "Nehmen Sie teil? Bitte antworten Sie bis Mi, 30.09.2026." },
    { type: "rows", rows: ["IHK · zugesagt", "DGB · ohne Antwort"] },
    choice,
    { type: "form", form },
    {
      type: "buttons",
      buttons: [
        { label: "Ich komme", hears: "Ich komme – Sitzung am Mi, 07.10.2026", wish: wish("rsvp.accept", { meeting: "m1" }) },
        { label: "Ich kann nicht", wish: wish("rsvp.decline", { meeting: "m1" }), style: "danger" },
        { label: "Kalender", url: "https://bot.example.org/kalender/1" },
      ],
    },
  ],
};

test("a card becomes a heading, facts in two columns, texts, a selection and buttons", () => {
  const { text, blocks } = message(invitation, "Einladung. Nehmen Sie teil?");
  expect(text).toBe("Einladung. Nehmen Sie teil?");
  expect(blocks.map(outline)).toEqual([
    "header: Einladung: Krefelder Bündnis für Arbeit",
    "section: *Wann* | Mi, 07.10.2026, 14:00–17:30 Uhr | *Wo* | Rathaus Krefeld",
    "section: Nehmen Sie teil? Bitte antworten Sie bis Mi, 30.09.2026.",
    "section: • IHK · zugesagt\n• DGB · ohne Antwort",
    "section: Auswahl | choice#0: Alle · Ohne Antwort (Ohne Antwort)",
    "actions: rsvp.partial#1 Nur zeitweise",
    "actions: rsvp.accept#2 Ich komme [Ich komme – Sitzung am Mi, 07.10.2026] | rsvp.decline#3 Ich kann nicht (danger) | link#4 Kalender -> https://bot.example.org/kalender/1",
  ]);
});

/** A block in one line. */
function outline(block: KnownBlock): string {
  if (block.type === "header") return `header: ${block.text.text}`;
  if (block.type === "actions") return `actions: ${block.elements.map((it) => (it.type === "button" ? pressable(it) : it.type)).join(" | ")}`;
  if (block.type !== "section") return block.type;
  const texts = [block.text, ...(block.fields ?? [])].flatMap((it) => it?.text ?? []);
  const select = block.accessory?.type === "static_select" ? block.accessory : undefined;
  const options = select?.options?.map((it) => it.text.text).join(" · ");
  return `section: ${[...texts, ...(select ? [`${select.action_id}: ${options} (${select.initial_option?.text.text})`] : [])].join(" | ")}`;
}

const pressable = (it: Button): string =>
  `${it.action_id} ${it.text.text}${it.accessibility_label ? ` [${it.accessibility_label}]` : ""}${it.style ? ` (${it.style})` : ""}${it.url ? ` -> ${it.url}` : ""}`;

test("a picture has words, and is left out where Slack could not fetch it", () => {
  const pictured = (url: string): Card => ({ ...invitation, elements: [{ type: "image", url, alt: "Balken <je> Ziel" }] });
  const sent = message(pictured("https://bot.example/file/a.png"), "twin");
  expect(sent.blocks.slice(1)).toEqual([{ type: "image", image_url: "https://bot.example/file/a.png", alt_text: "Balken <je> Ziel" }]);
  expect([...faults("message", sent), ...faults("home", home(pictured("https://bot.example/file/a.png"), "{}")), ...live(sent)]).toEqual([]);
  for (const url of ["http://127.0.0.1:3000/file/a.png", "javascript:alert(1)", ""]) expect(message(pictured(url), "twin").blocks).toHaveLength(1);
});

test("every surface takes it", () => {
  expect(faults("message", message(invitation, "Einladung"))).toEqual([]);
  expect(faults("home", home(invitation, "{}"))).toEqual([]);
  expect(faults("modal", notice(invitation, "{}"))).toEqual([]);
});

/** Everything that can be pressed in a message, as Slack hands it back. */
function pressed(blocks: readonly unknown[]): (Wish | undefined)[] {
  return (blocks as (ActionsBlock | SectionBlock)[]).flatMap((block) => {
    if (block.type === "actions") return block.elements.flatMap((it) => (it.type === "button" && it.value ? [readWish(it.value)] : []));
    const select = block.type === "section" && block.accessory?.type === "static_select" ? block.accessory : undefined;
    return (select?.options ?? []).map(({ value }) => readChoice(block.block_id ?? "", value ?? ""));
  });
}

test("every button and option reads back to its wish", () => {
  expect(pressed(message(invitation, "x").blocks)).toEqual([
    wish("reply.list", { meeting: "m1" }),
    wish("reply.list", { meeting: "m1", state: "silent" }),
    wish("rsvp.partial", { meeting: "m1" }),
    wish("rsvp.accept", { meeting: "m1" }),
    wish("rsvp.decline", { meeting: "m1" }),
  ]);
});

test("a selection over several commands, or with long arguments, still reads back", () => {
  const mixed: Option[] = [
    { label: "Liste", wish: wish("meeting.list") },
    { label: "Sitzung", wish: wish("meeting.show", { meeting: "m1" }) },
  ];
  const long: Option[] = ["a", "b"].map((it) => ({ label: it, wish: wish("meeting.show", { meeting: it.repeat(100) }) }));
  for (const options of [mixed, long]) {
    const { blocks } = message(card("x", "x", { choice: { type: "choice", label: "Was", options, chosen: 0 } }), "x");
    expect(pressed(blocks)).toEqual(options.map((it) => it.wish));
    expect(faults("message", { blocks, text: "x" })).toEqual([]);
  }
});

test("what is too long is cut or left out, what can be pressed stays", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => index);
  const huge = card("x", "Ü".repeat(200), {
    facts: many(40).map((it) => ({ label: `${it}`.repeat(200), value: "w".repeat(2500) })),
    rows: many(2000).map((it) => `Organisation ${it} · ${"wort ".repeat(40)}`),
    text: "Satz. ".repeat(3000),
    buttons: many(30).map((it) => ({ label: `Taste ${it} ${"x".repeat(100)}`, hears: "y".repeat(100), wish: wish("rsvp.accept", { n: `${it}` }) })),
  });
  const sent = message(huge, "z".repeat(50_000));
  expect(faults("message", sent)).toEqual([]);
  expect(pressed(sent.blocks)).toHaveLength(30);
  expect(JSON.stringify(sent.blocks)).toContain('"text":"…"');
});

test("empty texts are dashes, because Slack refuses them", () => {
  const { blocks } = message(card("x", "x", { facts: [{ label: "", value: " " }], text: " ", buttons: [{ label: "", wish: wish("help.show") }] }), "x");
  expect(faults("message", { blocks, text: "x" })).toEqual([]);
});

test("nothing people write becomes markup, in any field (R18)", () => {
  expect(dangerous.length).toBeGreaterThanOrEqual(200);
  for (const text of dangerous) {
    const button = { label: text, hears: text, wish: wish("rsvp.accept", { note: text }) };
    const elements: Element[] = [
      { type: "facts", facts: [{ label: text, value: text }] },
      { type: "text", text },
      { type: "rows", rows: [text, text] },
      { type: "choice", label: text, options: [{ label: text, wish: wish("reply.list", { state: text }) }, option(text, {})], chosen: 0 },
      { type: "form", form: { ...form, title: text, wish: wish("rsvp.partial", { note: text }) } },
      { type: "buttons", buttons: [button] },
    ];
    const it: Card = { name: "x", title: text, elements };
    const sent = message(it, text);
    expect({ text, live: live(sent) }).toEqual({ text, live: [] });
    expect({ text, faults: faults("message", sent) }).toEqual({ text, faults: [] });
    expect(live(home(it, "{}"))).toEqual([]);
    expect(live(notice(it, "{}"))).toEqual([]);
    expect(pressed(sent.blocks)).toContainEqual(readWish(writeWish(button.wish)));
  }
});
