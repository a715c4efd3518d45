// What goes out by itself about questions: to the office on its days, to an organisation once for all that was admitted, and what becomes of it.
import type { Question } from "../question/model.ts";
import { question } from "../testing/questions.ts";
import { krefeld } from "../testing/roster.ts";
import { newestMeeting, withoutAccounts } from "../testing/tour.ts";
import { World } from "../testing/world.ts";
import { addDays, at, type Clock, type Day } from "../time.ts";

/** A meeting on Wednesday, 7 October 2026, with the deadline for questions on Wednesday, 23 September. */
async function invited(rows = krefeld()): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), rows);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  return world;
}

/** Stored as if it had been asked and decided on; by SPD's first delegate unless a test says otherwise. */
function given(world: World, number: number, more: Partial<Question> = {}): void {
  const asker = { personId: "spd-1", organisationId: "spd", seatId: "spd-seat-1" };
  world.store.seed({ Question: [question({ id: `q${number}`, number, meetingId: newestMeeting(world), ...asker, ...more })] });
}
const admitted = (world: World, number: number, admittedOn: Day, more: Partial<Question> = {}): void =>
  given(world, number, { state: "admitted", admittedOn, ...more });

const stateOf = (world: World, number: number) => world.store.rows("Question").find(({ id }) => id === `q${number}`)?.state;
/** Titles of the messages of a kind that somebody got. */
const got = (world: World, who: string, kind: string): readonly string[] =>
  world
    .messages(who)
    .filter((it) => it.kind === kind)
    .map(({ card }) => card.title);
const rowsOf = (world: World, who: string, kind: string): readonly (readonly string[])[] =>
  world
    .messages(who)
    .filter((it) => it.kind === kind)
    .map(({ card }) => card.elements.flatMap((it) => (it.type === "rows" ? it.rows : [])));
const recorded = (world: World, kind: string): string[] =>
  world.store.rows("Delivery").flatMap((it) => (it.kind === kind ? [[it.personId, it.state, it.reason ?? ""].join(" ").trim()] : []));

/** Passes at these hours of every day. */
async function live(world: World, from: Day, until: Day, hours: readonly Clock[] = ["08:00", "09:00", "12:00", "17:59", "21:00"]): Promise<void> {
  for (let day = from; day <= until; day = addDays(day, 1)) for (const hour of hours) await world.clock(at(day, hour));
  expect(world.faults).toEqual([]);
}

test("three questions to one organisation are one message to each of its people, on the day after the office's days, at nine", async () => {
  const world = await invited();
  admitted(world, 1, "2026-09-10", { toId: "cdu" });
  admitted(world, 2, "2026-09-24", { toId: "cdu", named: false });
  admitted(world, 3, "2026-09-25", { toId: "cdu" });
  await live(world, "2026-09-25", "2026-09-28");
  await world.clock(at("2026-09-29", "08:59"));
  expect(["cdu-1", "cdu-2", "cdu-3"].flatMap((who) => got(world, who, "question.digest"))).toEqual([]);
  expect(stateOf(world, 1)).toBe("admitted");
  await world.clock(at("2026-09-29", "09:00"));
  for (const who of ["cdu-1", "cdu-2", "cdu-3"]) {
    expect(got(world, who, "question.digest")).toEqual(["3 Fragen an CDU-Fraktion"]);
    expect(rowsOf(world, who, "question.digest")[0]?.map((row) => row.split(" · ").slice(0, 2))).toEqual([
      ["F-1", "SPD-Fraktion"],
      ["F-2", "ohne Namen"],
      ["F-3", "SPD-Fraktion"],
    ]);
  }
  expect([1, 2, 3].map((n) => stateOf(world, n))).toEqual(["assigned", "assigned", "assigned"]);
  await live(world, "2026-09-30", "2026-10-07");
  expect(got(world, "cdu-1", "question.digest")).toHaveLength(1);
});

test("what is admitted later waits for the day after the last of it, and its message names nothing else", async () => {
  const world = await invited();
  admitted(world, 1, "2026-09-10");
  await live(world, "2026-09-28", "2026-09-29");
  admitted(world, 2, "2026-09-29");
  await world.clock(at("2026-09-29", "17:00"));
  admitted(world, 3, "2026-09-30");
  await live(world, "2026-09-30", "2026-09-30");
  expect(got(world, "agentur-1", "question.digest")).toEqual(["1 Frage an Agentur für Arbeit"]);
  await live(world, "2026-10-01", "2026-10-07");
  const messages = world.messages("agentur-1").filter(({ kind }) => kind === "question.digest");
  expect(messages.map(({ card }) => [card.name, card.title])).toEqual([
    ["stale.replaced", "Fragen an Agentur für Arbeit"],
    ["question.digest", "2 Fragen an Agentur für Arbeit"],
  ]);
  expect(messages[1]?.twin).toContain("Schon weitergegeben: 1 Frage");
  expect(messages[1]?.twin).not.toContain("F-1 ");
});

test("what was admitted on a Friday comes on Monday morning, with what came in between", async () => {
  const world = await invited();
  admitted(world, 1, "2026-10-02");
  await live(world, "2026-10-02", "2026-10-04");
  expect(got(world, "agentur-1", "question.digest")).toEqual([]);
  await world.clock(at("2026-10-05", "08:00"));
  expect(got(world, "agentur-1", "question.digest")).toHaveLength(1);
});

test("admitted on the eve of the meeting it comes on its morning, admitted on its morning at once", async () => {
  const world = await invited();
  admitted(world, 1, "2026-10-06");
  await live(world, "2026-10-06", "2026-10-06");
  expect(stateOf(world, 1)).toBe("admitted");
  await world.clock(at("2026-10-07", "09:00"));
  expect(stateOf(world, 1)).toBe("assigned");
  admitted(world, 2, "2026-10-07");
  await world.clock(at("2026-10-07", "09:30"));
  admitted(world, 3, "2026-10-07");
  await world.clock(at("2026-10-07", "11:00"));
  expect([2, 3].map((n) => stateOf(world, n))).toEqual(["assigned", "assigned"]);
  expect(world.messages("agentur-1").filter(({ kind }) => kind === "question.digest")).toHaveLength(3);
});

test("what is admitted when the meeting has begun is handed on to nobody, and that is recorded", async () => {
  const world = await invited();
  admitted(world, 1, "2026-10-07");
  await world.clock(at("2026-10-07", "14:00"));
  expect(stateOf(world, 1)).toBe("admitted");
  expect(recorded(world, "question.digest")).toEqual(["agentur-1 skipped late"]);
});

test("whoever asked with their name is told that it was handed on, and nobody of a question without one", async () => {
  const world = await invited();
  admitted(world, 1, "2026-09-10");
  admitted(world, 2, "2026-09-10", { named: false });
  await world.clock(at("2026-09-29", "09:00"));
  expect(recorded(world, "question.state")).toEqual(["spd-1 sent"]);
  expect(world.store.rows("Trail").filter(({ via, what }) => via === "bot" && what === "question")).toHaveLength(2);
});

test("whoever cannot be reached is recorded, and the question has been handed on all the same", async () => {
  const world = await invited();
  admitted(world, 1, "2026-09-10", { toId: "verdi" });
  await world.clock(at("2026-09-29", "09:00"));
  expect(recorded(world, "question.digest")).toEqual(["verdi-1 skipped unreachable"]);
  expect(stateOf(world, 1)).toBe("assigned");
});

test("whoever rests gets it after the rest, although the others have been told", async () => {
  const world = await invited();
  world.store.seed({ Pause: [{ personId: "cdu-1", allianceId: "kba", until: "2026-10-01", to: "keep" }] });
  admitted(world, 1, "2026-09-10", { toId: "cdu" });
  await world.clock(at("2026-09-29", "09:00"));
  expect(["cdu-1", "cdu-2"].map((who) => got(world, who, "question.digest").length)).toEqual([0, 1]);
  await world.clock(at("2026-10-02", "08:00"));
  expect(got(world, "cdu-1", "question.digest")).toHaveLength(1);
});

test("in quiet hours nobody is told and nothing is handed on, also where somebody could not be reached anyway", async () => {
  const world = await invited(withoutAccounts("cdu-1")(krefeld()));
  admitted(world, 1, "2026-09-10", { toId: "cdu" });
  await world.clock(at("2026-09-29", "20:00"));
  expect([recorded(world, "question.digest"), stateOf(world, 1)]).toEqual([[], "admitted"]);
  await world.clock(at("2026-09-30", "08:00"));
  expect(recorded(world, "question.digest").sort()).toEqual(["cdu-1 skipped unreachable", "cdu-2 sent", "cdu-3 sent"]);
});

test("where nobody holds a seat of the organisation, the office is told and passes it on", async () => {
  const rows = krefeld();
  const world = await invited({ ...rows, Holding: (rows.Holding ?? []).filter(({ personId }) => personId !== "agentur-1") });
  admitted(world, 1, "2026-09-10");
  await world.clock(at("2026-09-29", "09:00"));
  expect(got(world, "office", "question.digest")).toEqual(["1 Frage an Agentur für Arbeit"]);
  expect(world.messages("office").find(({ kind }) => kind === "question.digest")?.twin).toContain("Für diese Organisation ist niemand eingetragen.");
});

test("the office hears on its days how many questions wait, however many came in between", async () => {
  const world = await invited();
  given(world, 1);
  given(world, 2, { named: false });
  await live(world, "2026-09-10", "2026-09-23");
  expect(got(world, "office", "question.review")).toEqual([]);
  await world.clock(at("2026-09-24", "09:00"));
  expect(got(world, "office", "question.review")).toEqual(["2 Fragen zu prüfen"]);
  expect(world.text("office")).toContain("Prüfung bis: Mo, 28.09.2026");
  await live(world, "2026-09-25", "2026-10-07");
  // After the deadline, at the end of the office's days, and on the last working days four days and one day before the meeting.
  const days = world.store.rows("Delivery").flatMap(({ kind, createdAt }) => (kind === "question.review" ? [createdAt] : []));
  expect(days).toEqual([at("2026-09-24", "09:00"), at("2026-09-28", "09:00"), at("2026-10-02", "09:00"), at("2026-10-06", "09:00")]);
});

test("where nothing waits when its time comes, that is recorded, and a question an hour later sets off no message", async () => {
  const world = await invited();
  await world.clock(at("2026-09-24", "09:00"));
  expect(recorded(world, "question.review")).toEqual(["office skipped nothing"]);
  given(world, 1, { late: true, named: false });
  await live(world, "2026-09-24", "2026-09-27", ["10:00", "16:00"]);
  expect(got(world, "office", "question.review")).toEqual([]);
  await world.clock(at("2026-09-28", "09:00"));
  expect(got(world, "office", "question.review")).toEqual(["1 Frage zu prüfen"]);
  await world.say("office", "versand");
  expect(world.text("office")).toContain("es gab nichts zu prüfen");
});

test("after a down-time the office gets one message, and of the earlier days it is recorded that they are over", async () => {
  const world = await invited();
  given(world, 1);
  await world.clock(at("2026-09-29", "10:00"));
  expect(recorded(world, "question.review").sort()).toEqual(["office sent", "office skipped late"]);
});

test("a cancelled meeting and a workshop hand nothing on and remind of nothing", async () => {
  const world = await invited();
  admitted(world, 1, "2026-09-10");
  given(world, 2);
  await world.say("office", "sitzung absagen");
  await world.fill("office", { note: "" });
  await live(world, "2026-09-24", "2026-10-07", ["09:00"]);
  expect([recorded(world, "question.digest"), recorded(world, "question.review")]).toEqual([[], []]);
});
