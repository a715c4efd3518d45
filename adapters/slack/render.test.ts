// Cards in Slack: every element, the limits, the way back of every button, and people's text that stays text.
import type { ActionsBlock, SectionBlock } from "@slack/types";
import { faults, live } from "../../test/slack-schema.ts";
import { dangerous } from "../../test/slack-strings.ts";
import { type Card, card, type Element, type Option } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { readWish, type Wish, wish, writeWish } from "../../src/wish.ts";
import { home, message, notice, readChoice } from "./render.ts";

const form: Form = { name: "rsvp.partial", title: "Nur zeitweise", submit: "Eintragen", cancel: "Abbrechen", wish: wish("rsvp.partial", { meeting: "m1" }), fields: [] };
const option = (label: string, args: Record<string, string>): Option => ({ label, wish: wish("reply.list", { meeting: "m1", ...args }) });
const choice: Element = { type: "choice", label: "Auswahl", options: [option("Alle", {}), option("Ohne Antwort", { state: "silent" })], chosen: 1 };

const invitation: Card = {
  name: "rsvp.ask",
  title: "Einladung: Krefelder Bündnis für Arbeit",
  elements: [
    { type: "facts", facts: [{ label: "Wann", value: "Mi, 07.10.2026, 14:00–17:30 Uhr" }, { label: "Wo", value: "Rathaus Krefeld" }] },
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
  expect(message(invitation, "Einladung. Nehmen Sie teil?")).toMatchInlineSnapshot(`
{
  "blocks": [
    {
      "text": {
        "emoji": false,
        "text": "Einladung: Krefelder Bündnis für Arbeit",
        "type": "plain_text",
      },
      "type": "header",
    },
    {
      "fields": [
        {
          "text": "*Wann*",
          "type": "mrkdwn",
          "verbatim": true,
        },
        {
          "emoji": false,
          "text": "Mi, 07.10.2026, 14:00–17:30 Uhr",
          "type": "plain_text",
        },
        {
          "text": "*Wo*",
          "type": "mrkdwn",
          "verbatim": true,
        },
        {
          "emoji": false,
          "text": "Rathaus Krefeld",
          "type": "plain_text",
        },
      ],
      "type": "section",
    },
    {
      "expand": true,
      "text": {
        "emoji": false,
        "text": "Nehmen Sie teil? Bitte antworten Sie bis Mi, 30.09.2026.",
        "type": "plain_text",
      },
      "type": "section",
    },
    {
      "expand": true,
      "text": {
        "emoji": false,
        "text": "• IHK · zugesagt
• DGB · ohne Antwort",
        "type": "plain_text",
      },
      "type": "section",
    },
    {
      "accessory": {
        "action_id": "choice#0",
        "initial_option": {
          "text": {
            "emoji": false,
            "text": "Ohne Antwort",
            "type": "plain_text",
          },
          "value": "{"a":{"state":"silent"}}",
        },
        "options": [
          {
            "text": {
              "emoji": false,
              "text": "Alle",
              "type": "plain_text",
            },
            "value": "{"a":{}}",
          },
          {
            "text": {
              "emoji": false,
              "text": "Ohne Antwort",
              "type": "plain_text",
            },
            "value": "{"a":{"state":"silent"}}",
          },
        ],
        "type": "static_select",
      },
      "block_id": "[0,"reply.list",{"meeting":"m1"}]",
      "text": {
        "emoji": false,
        "text": "Auswahl",
        "type": "plain_text",
      },
      "type": "section",
    },
    {
      "elements": [
        {
          "action_id": "rsvp.partial#1",
          "text": {
            "emoji": false,
            "text": "Nur zeitweise",
            "type": "plain_text",
          },
          "type": "button",
          "value": "{"c":"rsvp.partial","a":{"meeting":"m1"}}",
        },
      ],
      "type": "actions",
    },
    {
      "elements": [
        {
          "accessibility_label": "Ich komme – Sitzung am Mi, 07.10.2026",
          "action_id": "rsvp.accept#2",
          "text": {
            "emoji": false,
            "text": "Ich komme",
            "type": "plain_text",
          },
          "type": "button",
          "value": "{"c":"rsvp.accept","a":{"meeting":"m1"}}",
        },
        {
          "action_id": "rsvp.decline#3",
          "style": "danger",
          "text": {
            "emoji": false,
            "text": "Ich kann nicht",
            "type": "plain_text",
          },
          "type": "button",
          "value": "{"c":"rsvp.decline","a":{"meeting":"m1"}}",
        },
        {
          "action_id": "link#4",
          "text": {
            "emoji": false,
            "text": "Kalender",
            "type": "plain_text",
          },
          "type": "button",
          "url": "https://bot.example.org/kalender/1",
        },
      ],
      "type": "actions",
    },
  ],
  "text": "Einladung. Nehmen Sie teil?",
}
`);
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
