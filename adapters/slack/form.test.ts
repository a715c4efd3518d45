// Forms as windows: every kind of input, the way back of the answers, and refusals at their fields.

import type { Choice, Field, Form } from "../../src/form.ts";
import { wish } from "../../src/wish.ts";
import { faults, live } from "../../test/slack-schema.ts";
import { dangerous } from "../../test/slack-strings.ts";
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
