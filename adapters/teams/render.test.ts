// Cards in Teams: every element, the limits, the way back of every button, and people's text that stays text.
import { type Card, card, type Element, type Option } from "../../src/card.ts";
import type { Field, Form } from "../../src/form.ts";
import { formCard } from "../../src/help/cards.ts";
import { readWish, wish, writeWish } from "../../src/wish.ts";
import { dangerous } from "../../test/slack-strings.ts";
import { faults, live, nodesOf } from "../../test/teams-schema.ts";
import { readSent } from "./form.ts";
import { memoryId, readMemory } from "./memory.ts";
import { adaptive, message } from "./render.ts";
import type { AdaptiveCard, Block, Data } from "./schema.ts";

const fields: readonly Field[] = [
  { name: "place", label: "Ort", hint: "Raum und Haus", required: true, kind: { type: "text", max: 120 }, initial: "Rathaus" },
  { name: "note", label: "Hinweis", required: false, kind: { type: "text", max: 300, lines: "many" } },
  { name: "day", label: "Tag", required: true, kind: { type: "day" }, initial: "2026-10-07" },
  {
    name: "items",
    label: "Punkte",
    required: false,
    kind: {
      type: "many",
      options: [
        { value: "a", label: "Impuls" },
        { value: "b", label: "Fragerunde" },
      ],
    },
    initial: "a,b",
  },
];
const more: readonly Field[] = [
  { name: "start", label: "Beginn", required: true, kind: { type: "clock" }, initial: "14:00" },
  { name: "minutes", label: "Minuten", required: true, kind: { type: "number", min: 1, max: 480 }, initial: "20" },
  { name: "kind", label: "Art", required: true, kind: { type: "one", options: [{ value: "regular", label: "Sitzung" }] }, initial: "regular" },
  { name: "none", label: "Nichts", required: false, kind: { type: "one", options: [] } },
];
const form: Form = {
  name: "f",
  title: "Sitzung anlegen",
  note: "Bitte alles angeben.",
  submit: "Anlegen",
  cancel: "Abbrechen",
  wish: wish("meeting.new"),
  fields,
};
const long: Form = { ...form, fields: [...fields, ...more] };
const option = (label: string, args: Record<string, string>): Option => ({ label, wish: wish("reply.list", { meeting: "m1", ...args }) });
const choice: Element = { type: "choice", label: "Anzeigen", options: [option("Alle", {}), option("Ohne Antwort", { filter: "none" })], chosen: 1 };

const invitation: Card = {
  name: "rsvp.ask",
  title: "Einladung: Krefelder Bündnis für Arbeit",
  elements: [
    {
      type: "facts",
      facts: [
        { label: "Wann", value: "Mi, 07.10.2026, 14:00–17:30 Uhr" },
        { label: "Wo", value: "" },
      ],
    },
    { type: "text", text: "Nehmen Sie teil?\nBitte antworten Sie bis Mi, 30.09.2026." },
    { type: "rows", rows: ["IHK · zugesagt", "DGB · ohne Antwort"] },
    choice,
    { type: "form", form },
    {
      type: "buttons",
      buttons: [
        { label: "Ich komme", hears: "Ich komme – Sitzung am Mi, 07.10.2026", wish: wish("rsvp.accept", { meeting: "m1" }) },
        { label: "Ich kann nicht", wish: wish("rsvp.decline", { meeting: "m1" }), style: "danger" },
        { label: "Kalender", url: "https://bot.example.org/kalender/1" },
        { label: "Böse", url: "javascript:alert(1)" },
      ],
    },
  ],
};

/** A block in one line. */
function outline(block: Block): string {
  if (block.type === "TextBlock") return `${block.style}: ${block.text}`;
  if (block.type === "RichTextBlock")
    return block.inlines.map(({ text, weight, color }) => (weight ? `*${text}*` : text) + (color ? `(${color})` : "")).join("");
  if (block.type === "ActionSet")
    return block.actions
      .map(
        (it) =>
          `[${it.title}${"tooltip" in it ? `|${it.tooltip}` : ""}${"style" in it && it.style ? `|${it.style}` : ""}]${"url" in it ? it.url : it.type.slice(7)}`,
      )
      .join(" ");
  if (block.type === "Image" || block.type === "Container") return block.type === "Image" ? `picture ${block.url}: ${block.altText}` : `hidden ${block.id}`;
  const choices = block.type === "Input.ChoiceSet" ? ` ${block.choices.map(({ title }) => title).join("/")}` : "";
  return block.id === memoryId ? "memory" : `${block.type}#${block.id} ${block.label}${block.value === undefined ? "" : `=${block.value}`}${choices}`;
}
const outlines = (it: AdaptiveCard): string[] => it.body.map(outline);

test("a card becomes a heading, facts, paragraphs, lines, a selection, inputs and buttons", () => {
  expect(outlines(adaptive(invitation, "twin"))).toEqual([
    "heading: Einladung: Krefelder Bündnis für Arbeit",
    "*Wann: *Mi, 07.10.2026, 14:00–17:30 Uhr",
    "*Wo: *–",
    "Nehmen Sie teil?",
    "Bitte antworten Sie bis Mi, 30.09.2026.",
    "• IHK · zugesagt",
    "• DGB · ohne Antwort",
    "Input.ChoiceSet#c0 Anzeigen=1 Alle/Ohne Antwort",
    "[Anzeigen]Execute",
    "heading: Sitzung anlegen",
    "Bitte alles angeben.",
    "Input.Text#f.place Ort *=Rathaus",
    "Raum und Haus",
    "Input.Text#f.note Hinweis",
    "Input.Date#f.day Tag *=2026-10-07",
    "Input.ChoiceSet#f.items Punkte=a,b Impuls/Fragerunde",
    "[Anlegen]Execute",
    "[Ich komme|Ich komme – Sitzung am Mi, 07.10.2026]Execute [Ich kann nicht|destructive]Execute [Kalender]https://bot.example.org/kalender/1",
    "memory",
  ]);
  // A picture has words, and is left out where Teams could not fetch it.
  const pictured = (url: string) => outlines(adaptive({ name: "x", title: "Ziele", elements: [{ type: "image", url, alt: "Balken" }] }, "twin")).slice(1);
  expect(["https://a.example/b.png", "http://127.0.0.1/b.png", "data:x"].map(pictured)).toEqual([["picture https://a.example/b.png: Balken"], [], []]);
});

test("the message carries the twin for notifications and clients without cards, and no other text", () => {
  const it = message(invitation, "Einladung. Nehmen Sie teil?");
  expect(it).toMatchObject({
    type: "message",
    summary: "Einladung. Nehmen Sie teil?",
    attachments: [{ content: { version: "1.5", fallbackText: "Einladung. Nehmen Sie teil?" } }],
  });
  expect(it).not.toHaveProperty("text");
});

test("Teams' library takes every element", () => {
  expect(faults(adaptive(invitation, "twin"))).toEqual([]);
  expect(faults(adaptive(formCard((() => "") as never, long), "twin", { dialog: true }))).toEqual([]);
  expect(faults(adaptive({ ...invitation, elements: [] }, "twin"))).toEqual([]);
  // What it finds is found: a planted fault.
  expect(faults({ type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBock", text: "x" }, { type: "Input.Text" }] })).not.toEqual([]);
});

/** Everything that can be pressed, with its data as Teams hands it back: the inputs of the card beside the button's own. */
const pressable = (it: AdaptiveCard): Data[] => {
  const values = Object.fromEntries(
    nodesOf(it.body).flatMap((node) => (String(node["type"]).startsWith("Input.") && node["value"] !== undefined ? [[String(node["id"]), node["value"]]] : [])),
  );
  return it.body.flatMap((block) =>
    block.type === "ActionSet" ? block.actions.flatMap((action) => ("data" in action ? [{ ...values, ...action.data }] : [])) : [],
  );
};

test("every button, option and form reads back, also in the way for old clients", () => {
  const [chosen, sent, accepted, declined] = pressable(adaptive(invitation, "twin"));
  expect([chosen?.["w"]].flat().map(readWish)).toEqual(choice.options.map((it) => it.wish));
  expect(chosen?.[String(chosen["o"])]).toBe("1");
  expect(readSent(sent ?? {})).toEqual({ wish: form.wish, answers: { place: "Rathaus", note: "", day: "2026-10-07", items: "a,b" } });
  expect([accepted, declined].map((it) => readWish(it?.["w"])?.command)).toEqual(["rsvp.accept", "rsvp.decline"]);
  const executes = adaptive(invitation, "twin").body.flatMap((block) =>
    block.type === "ActionSet" ? block.actions.filter((action) => action.type === "Action.Execute") : [],
  );
  expect(executes).toHaveLength(4);
  for (const { title, data, fallback } of executes) expect(fallback).toMatchObject({ type: "Action.Submit", title, data });
});

test("up to four inputs stand in the card, more of them in a dialog; without options nothing is asked", () => {
  const asked = formCard((() => "") as never, long);
  expect(outlines(adaptive(asked, "twin"))).toEqual(["heading: Sitzung anlegen", "Bitte alles angeben.", "[Sitzung anlegen]Submit", "memory"]);
  expect(pressable(adaptive(asked, "twin"))[0]).toMatchObject({ msteams: { type: "task/fetch" }, w: writeWish(form.wish) });
  const opened = outlines(adaptive(asked, "twin", { dialog: true }));
  expect(opened).toEqual(
    expect.arrayContaining([
      "Input.Time#f.start Beginn *=14:00",
      "Input.Number#f.minutes Minuten *=20",
      "Input.ChoiceSet#f.kind Art *=regular Sitzung",
      "[Anlegen]Submit",
    ]),
  );
  expect(opened.join()).not.toContain("Nichts");
});

test("a form that came back shows what was typed and what is wrong with it, at its field", () => {
  const refused = { typed: { place: "", note: "x", day: "2026-02-30", items: "b" }, errors: { place: "Diese Angabe fehlt noch.", whose: "Unbekannt." } };
  const it = adaptive({ ...invitation, elements: [{ type: "form", form }] }, "twin", { refused });
  expect(outlines(it).slice(3, 7)).toEqual([
    "Input.Text#f.place Ort *",
    "Raum und Haus",
    "*Diese Angabe fehlt noch. Unbekannt.*(Attention)",
    "Input.Text#f.note Hinweis=x",
  ]);
  expect(outlines(it).join()).toContain("f.items Punkte=b");
  expect(faults(it)).toEqual([]);
});

test("a card remembers itself, and a form what it took the place of", () => {
  const memory = (it: AdaptiveCard) => readMemory(pressable(it)[0]?.[memoryId]);
  expect(memory(adaptive(invitation, "twin"))).toEqual({ card: invitation });
  const asked = formCard((() => "") as never, form);
  const inPlace = adaptive(asked, "twin", { back: invitation });
  expect(memory(inPlace)).toEqual({ card: asked, back: invitation });
  expect(outlines(inPlace)).toContain("[Anlegen]Execute [Abbrechen]Execute");
  // Too much to remember: then there is no way back, rather than one that leads nowhere.
  const huge = card("x", "x", { rows: ["x".repeat(3000), "x".repeat(3000), "x".repeat(3000), "x".repeat(3000)] });
  expect(outlines(adaptive(asked, "twin", { back: huge }))).toContain("[Anlegen]Execute");
});

test("what comes back as a memory is only believed where it is one", () => {
  const broken = [undefined, 1, "", "{", "null", "[]", JSON.stringify({ card: 1 }), JSON.stringify({ card: { ...invitation, elements: [{ type: "html" }] } })];
  const foreign = JSON.stringify({ card: card("x", "x", { buttons: [{ label: "x", wish: { command: "drop.table" as never, args: {} } }] }) });
  for (const it of [...broken, foreign, "x".repeat(100_000)]) expect(readMemory(it)).toBeUndefined();
});

test("what is too long is cut or left out, what can be pressed stays", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => index);
  const huge = card("x", "Ü".repeat(400), {
    facts: many(40).map((it) => ({ label: `${it}`.repeat(200), value: "w".repeat(5000) })),
    rows: many(2000).map((it) => `Organisation ${it} · ${"wort ".repeat(40)}`),
    text: "Satz. ".repeat(3000),
    buttons: many(30).map((it) => ({ label: `Taste ${it} ${"x".repeat(200)}`, hears: "y".repeat(300), wish: wish("rsvp.accept", { n: `${it}` }) })),
  });
  const it = message(huge, "z".repeat(50_000));
  expect(faults(it.attachments[0].content)).toEqual([]);
  expect(JSON.stringify(it).length).toBeLessThanOrEqual(40_000);
  expect(pressable(it.attachments[0].content)).toHaveLength(30);
  expect(outlines(it.attachments[0].content)).toContain("…");
});

test("nothing people write becomes markup, in any field (R18)", () => {
  expect(dangerous.length).toBeGreaterThanOrEqual(200);
  for (const text of dangerous) {
    const hostile: Form = { ...form, title: text, note: text, fields: fields.map((field) => ({ ...field, label: text, hint: text, initial: text })) };
    const boxes: Field = { name: "boxes", label: text, required: true, kind: { type: "many", options: [{ value: "a", label: text }] } };
    const it: Card = {
      name: "x",
      title: text,
      elements: [
        { type: "facts", facts: [{ label: text, value: text }] },
        { type: "text", text },
        { type: "rows", rows: [text] },
        { type: "choice", label: text, options: [option(text, { filter: text })], chosen: 0 },
        { type: "form", form: { ...hostile, fields: [boxes] } },
        { type: "buttons", buttons: [{ label: text, hears: text, wish: wish("rsvp.accept", { note: text }) }] },
      ],
    };
    for (const look of [{}, { dialog: true as const }, { refused: { typed: { boxes: text }, errors: { boxes: text } } }]) {
      const sent = adaptive(it, text, look);
      expect({ text, live: live(sent), faults: faults(sent) }).toEqual({ text, live: [], faults: [] });
    }
    expect(readWish(pressable(adaptive(it, text)).at(-1)?.["w"])).toEqual(wish("rsvp.accept", { note: text }));
    // A mention would need entities of its own, which no card of ours has.
    expect(JSON.stringify(message(it, text))).not.toMatch(/"(entities|msteams)"/);
  }
});
