// Notes to the office from those who ask no questions: a list to work through (D26).
import { factsOf } from "../testing/agreed.ts";
import { withQuestions } from "../testing/catalogue.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { addDays } from "../time.ts";
import type { Note } from "./model.ts";

let world: World;
beforeEach(async () => {
  world = await withQuestions();
});

const note = (n: number, more: Partial<Note> = {}): Note => ({
  id: `note-${n}`,
  allianceId: "kba",
  meetingId: newestMeeting(world),
  personId: "ihk-1",
  text: `Hinweis ${n}`,
  on: addDays("2026-09-10", n),
  done: false,
  ...more,
});
const rows = (): readonly string[] => (world.newest("office")?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const show = (args: Readonly<Record<string, string>> = {}) => press(world, "office", "question.notes", { meeting: newestMeeting(world), ...args });

test("are listed with who, organisation and day; what is done is marked, stays, and comes last", async () => {
  world.store.seed({ Note: [note(2, { personId: "dgb-1" }), note(1)] });
  await show();
  const [first, second] = ["Delegierte Person, IHK · Fr, 11.09.2026 · „Hinweis 1“", "Delegierte Person, DGB · Sa, 12.09.2026 · „Hinweis 2“"];
  expect(rows()).toEqual([first, second]);
  await world.tap("office", "question.noteDone", { note: "note-1" });
  expect(rows()).toEqual([second, `${first} · erledigt`]);
  expect(factsOf(world, "office")["Noch zu bearbeiten"]).toBe("1 von 2");
  await press(world, "office", "question.noteDone", { meeting: newestMeeting(world), note: "note-1" });
  await press(world, "office", "question.noteDone", { meeting: newestMeeting(world) });
  expect(world.store.rows("Note").map(({ id, done }) => [id, done])).toEqual([
    ["note-2", false],
    ["note-1", true],
  ]);
});

test("come in pages", async () => {
  world.store.seed({ Note: Array.from({ length: 19 }, (_, n) => note(n)) });
  await show();
  await world.press("office", "Nächste Seite");
  await world.press("office", "Nächste Seite");
  expect([rows().length, rows().at(-1)]).toEqual([4, "Seite 3 von 3"]);
  expect(world.labels("office")).toEqual(["Erste Seite", "Fragen prüfen", "Fragenliste"]);
});

test("are none at first, and are those of this meeting alone", async () => {
  const meeting = newestMeeting(world);
  world.store.seed({ Meeting: world.store.rows("Meeting").map((it) => ({ ...it, id: "other", day: "2027-03-03" as const })) });
  world.store.seed({ Note: [note(1, { meetingId: "other" })] });
  await press(world, "office", "question.notes", { meeting });
  expect(world.text("office")).toContain("Zu dieser Sitzung gibt es keine Hinweise.");
});
