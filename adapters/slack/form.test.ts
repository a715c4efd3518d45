// Forms as windows: every kind of input, the way back of the answers, and refusals at their fields.

import type { Choice, Field, Form } from "../../src/form.ts";
import { wish } from "../../src/wish.ts";
import { faults, live } from "../../test/slack-schema.ts";
import { dangerous } from "../../test/slack-strings.ts";
import { explainView, readExplanation } from "./explain.ts";
import { answersOf, errorsAt, modal, readMemory } from "./form.ts";

const choices = (count: number): Choice[] => Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Organisation ${index}` }));
const field = (name: string, kind: Field["kind"], more: Partial<Field> = {}): Field => ({ name, label: `Feld ${name}`, required: true, kind, ...more });
const form = (fields: readonly Field[], more: Partial<Form> = {}): Form => ({
  name: "meeting.new",
  title: "Sitzung anlegen",
  submit: "Anlegen",
  cancel: "Abbrechen",
  wish: wish("meeting.new", { kind: "regular" }),
  fields,
  ...more,
});
const memory = { tenant: "T01HOME", card: { channel: "D01SEAT", ts: "1.2" } };

const everyKind = [
  field("day", { type: "day" }, { initial: "2026-10-07", hint: "Beispiel: 07.10.2026" }),
  field("start", { type: "clock" }, { initial: "14:00" }),
  field("place", { type: "text", max: 200 }, { initial: "Rathaus" }),
  field("note", { type: "text", max: 5000, lines: "many" }, { required: false }),
  field("seats", { type: "number", min: 1, max: 99 }, { initial: "3" }),
  field("kind", { type: "one", options: choices(3) }, { initial: "v1" }),
  field("few", { type: "many", options: choices(10) }, { initial: "v0,v9" }),
  field("several", { type: "many", options: choices(40) }, { initial: "v7" }),
  field("nobody", { type: "one", options: [] }),
];

test("every kind of field becomes its input", () => {
  const view = modal(form(everyKind, { note: "Bitte ergänzen Sie." }), memory);
  expect(faults("modal", view)).toEqual([]);
  const inputs = view.blocks.flatMap((block) => (block.type === "input" && "element" in block ? [[block.block_id, block.element.type, block.optional]] : []));
  expect(inputs).toEqual([
    ["day", "datepicker", false],
    ["start", "timepicker", false],
    ["place", "plain_text_input", false],
    ["note", "plain_text_input", true],
    ["seats", "plain_text_input", false],
    ["kind", "static_select", false],
    ["few", "checkboxes", false],
    ["several", "multi_static_select", false],
  ]);
  expect(JSON.stringify(view)).toContain('"initial_date":"2026-10-07"');
  expect(JSON.stringify(view)).toContain('"max_length":3000');
});

test("more options than one list takes stand in groups", () => {
  const view = modal(form([field("who", { type: "one", options: choices(250) }, { initial: "v249" })]), memory);
  expect(faults("modal", view)).toEqual([]);
  expect(JSON.stringify(view).match(/"value":"v\d+"/g)).toHaveLength(251);
  expect(JSON.stringify(view)).toContain("Organisation 100 – Organisation 199");
});

test("the window remembers the wish, the card it came from and the workspace", () => {
  const view = modal(form([]), memory);
  expect(readMemory(view.private_metadata ?? "")).toEqual({ ...memory, wish: wish("meeting.new", { kind: "regular" }) });
  expect(readMemory("")).toBeUndefined();
  expect(readMemory('{"t":5}')).toBeUndefined();
  expect(() => modal(form([], { wish: wish("meeting.new", { a: "x".repeat(990), b: "x".repeat(990), c: "x".repeat(990) }) }), memory)).toThrow(RangeError);
});

describe("choices that say what choosing them means", () => {
  const about = (text: string): Choice[] => [
    { value: "named", label: "Mit Namen", about: "Alle im Bündnis sehen Ihren Namen." },
    { value: "unnamed", label: "Ohne Namen", about: text },
  ];
  const shown = (options: readonly Choice[]) => modal(form([field("name", { type: "one", options })]), memory);

  test("are round boxes with the text below each, and none is chosen", () => {
    const view = shown(about("Name und Fraktion werden nicht gespeichert."));
    expect(faults("modal", view)).toEqual([]);
    expect(view.blocks).toMatchObject([
      {
        block_id: "name",
        optional: false,
        element: {
          type: "radio_buttons",
          options: [
            { text: { text: "Mit Namen" }, value: "named", description: { text: "Alle im Bündnis sehen Ihren Namen." } },
            { text: { text: "Ohne Namen" }, value: "unnamed", description: { text: "Name und Fraktion werden nicht gespeichert." } },
          ],
        },
      },
    ]);
    expect(JSON.stringify(view)).not.toContain("initial_option");
  });

  test("tell what is too long for the box below all of them, and nothing is cut off", () => {
    const long = `Name und Fraktion werden nicht gespeichert. ${"Das bleibt so. ".repeat(4).trim()}`;
    const view = shown(about(long));
    expect(faults("modal", view)).toEqual([]);
    expect(view.blocks).toMatchObject([{ hint: { text: `Ohne Namen: ${long}` } }]);
    expect(JSON.stringify(view).split(long)).toHaveLength(2);
  });

  test("stand in a list where they are too many for boxes", () => {
    const view = shown(choices(11).map((it) => ({ ...it, about: "Sitz im Bündnis" })));
    expect(faults("modal", view)).toEqual([]);
    expect(view.blocks).toMatchObject([{ element: { type: "static_select" } }]);
  });
});

describe("what can be read beside a form", () => {
  const explain = {
    label: "Was heißt das?",
    title: "Mit oder ohne Namen",
    back: "Zurück zur Frage",
    facts: [
      { label: "Mit Namen", value: "Alle im Bündnis sehen Ihren Namen." },
      { label: "Ohne Namen", value: "Name und Fraktion werden nicht gespeichert." },
    ],
  };

  test("is a button behind the inputs, and its window says everything and leads back", () => {
    const view = modal(form([field("place", { type: "text", max: 9 })], { explain }), memory);
    expect(faults("modal", view)).toEqual([]);
    expect(view.blocks).toMatchObject([{ type: "input" }, { type: "actions", elements: [{ action_id: "explain", text: { text: "Was heißt das?" } }] }]);
    const [, actions] = view.blocks;
    const button = actions && "elements" in actions ? actions.elements[0] : undefined;
    const second = readExplanation(button && "value" in button ? String(button.value) : undefined);
    expect(second).toEqual({ ...explain, label: explain.title });
    const above = explainView(second ?? explain, "{}");
    expect([faults("modal", above), live(above)]).toEqual([[], []]);
    expect(above).toMatchObject({ title: { text: "Mit oder ohne Namen" }, close: { text: "Zurück zur Frage" } });
    expect(above).not.toHaveProperty("submit");
    for (const { label, value } of explain.facts) expect(JSON.stringify(above)).toMatch(new RegExp(`\\*${label}\\*.*${value}`));
  });

  test("stands at the end of the form's own window where it is too long for a button", () => {
    const value = "Das bleibt so. ".repeat(150).trim();
    const view = modal(form([field("place", { type: "text", max: 9 })], { explain: { ...explain, facts: [{ label: "Grenze", value }] } }), memory);
    expect(faults("modal", view)).toEqual([]);
    expect(view.blocks.map(({ type }) => type)).toEqual(["input", "section", "section"]);
    expect(JSON.stringify(view)).toContain(value);
  });

  test("is read only from a value of ours", () => {
    for (const value of [undefined, null, "", "{", "null", "[]", '{"t":1}', '{"t":"x","b":"x","f":[["x"]]}']) expect(readExplanation(value)).toBeUndefined();
  });
});

test("answers come back as the strings the form began with", () => {
  const option = (value: string) => ({ text: { type: "plain_text", text: "x" }, value });
  expect(
    answersOf({
      day: { answer: { selected_date: "2026-10-07" } },
      start: { answer: { selected_time: "14:00" } },
      place: { answer: { value: "Rathaus" } },
      note: { answer: { value: null } },
      kind: { answer: { selected_option: option("v1") } },
      none: { answer: { selected_option: null } },
      few: { answer: { selected_options: [option("v0"), option("v9")] } },
      empty: { answer: { selected_options: [] } },
      strange: {},
    }),
  ).toEqual({ day: "2026-10-07", start: "14:00", place: "Rathaus", note: "", kind: "v1", none: "", few: "v0,v9", empty: "", strange: "" });
});

test("a message about a field the window does not show stands at the first", () => {
  expect(errorsAt({ day: "Zu früh." }, ["place", "day"])).toEqual({ day: "Zu früh." });
  expect(errorsAt({ whose: "Unbekannt.", place: "Fehlt." }, ["place"])).toEqual({ place: "Unbekannt. Fehlt." });
  expect(errorsAt({ whose: "Unbekannt." }, [])).toEqual({});
});

test("nothing people write becomes markup in a window (R18)", () => {
  for (const text of dangerous) {
    const value = text.slice(0, 75);
    const options = [
      { value, label: text },
      { value: "x", label: "x" },
    ];
    const fields = [
      field("a", { type: "text", max: 200 }, { label: text, hint: text, initial: text }),
      field("b", { type: "one", options }, { initial: value }),
      field("c", { type: "many", options }, { label: text }),
    ];
    const view = modal(form(fields, { title: text, submit: text, cancel: text, note: text, wish: wish("meeting.new", { text }) }), memory);
    expect({ text, live: live(view) }).toEqual({ text, live: [] });
    expect({ text, faults: faults("modal", view) }).toEqual({ text, faults: [] });
  }
});
