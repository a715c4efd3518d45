// The tours of answers to questions: the office's days, what an organisation is asked, its answers and corrections, and what those who asked hear.
import type { Question } from "../question/model.ts";
import { at } from "../time.ts";
import { task } from "./agreed.ts";
import { question } from "./questions.ts";
import { invited, newestMeeting, press, type Tour } from "./tour.ts";
import type { World } from "./world.ts";

const texts = [
  "Wie viele Teilzeitausbildungen sind 2027 in Krefeld geplant?",
  "Wie entwickelt sich die Teilzeitausbildung in Krefeld?",
  "Wie erreichen Sie Personen ohne Abschluss?",
  "Welche Förderung gibt es für Umschulungen?",
];
const words = "Für 2027 sind 40 Teilzeitausbildungen geplant.";
const better = "Für 2027 sind 45 Teilzeitausbildungen geplant.";

const askers = [
  { personId: "spd-1", organisationId: "spd", seatId: "spd-seat-1" },
  { personId: "cdu-1", organisationId: "cdu", seatId: "cdu-seat-1" },
];

/** As if it had been asked, and decided on unless it says otherwise. */
function given(world: World, number: number, more: Partial<Question> = {}): void {
  const text = texts[number % texts.length] ?? "";
  const asked = { meetingId: newestMeeting(world), text, state: "admitted", admittedOn: "2026-09-25", ...askers[number % 2] } as const;
  world.store.seed({ Question: [question({ id: `q${number}`, number, ...asked, ...more })] });
}
const answering = (world: World, who: string, number: number): Promise<unknown> =>
  press(world, who, "question.answer", { meeting: newestMeeting(world), question: `q${number}` });

/** K25.1, K25.2 and K24.4, from the office's days to a correction. */
const before: Tour = async (open) => {
  const world = await invited(open);
  const meeting = newestMeeting(world);
  await press(world, "agentur-1", "question.asked", { meeting });
  given(world, 4, { state: "received" });
  given(world, 6, { state: "received", named: false });
  await world.clock(at("2026-09-24", "09:00"));
  await world.clock(at("2026-10-06", "09:00"));
  for (const n of [4, 7]) given(world, n, { admittedOn: "2026-10-05" });
  given(world, 9, { state: "merged", intoId: "q4" });
  given(world, 10, { state: "merged", intoId: "q4" });
  given(world, 14, { named: false, admittedOn: "2026-10-05" });
  await world.clock(at("2026-10-06", "09:00"));
  given(world, 15, { admittedOn: "2026-10-06", toId: "agentur" });
  await world.clock(at("2026-10-07", "09:00"));
  await press(world, "agentur-1", "question.answer", { meeting, organisation: "agentur" });
  await world.fill("agentur-1", { question: "q4", text: "" });
  await world.fill("agentur-1", { question: "q4", text: words });
  await answering(world, "agentur-1", 4);
  await answering(world, "office", 4);
  await world.fill("agentur-1", { text: better });
  await world.fill("office", { text: words });
  await press(world, "ihk-1", "question.answer", { meeting, question: "q4" });
  await press(world, "ihk-1", "question.asked", { meeting });
  await press(world, "agentur-1", "question.asked", { meeting });
};

/** More than stands on a page, several organisations, and an organisation nobody sits for. */
const many: Tour = async (open) => {
  const world = await invited(open, (rows) => ({ ...rows, Holding: (rows.Holding ?? []).filter(({ personId }) => personId !== "dgb-1") }));
  const meeting = newestMeeting(world);
  for (let n = 1; n <= 8; n++) given(world, n);
  given(world, 20, { toId: "dgb" });
  given(world, 21, { toId: "verdi" });
  await world.clock(at("2026-09-29", "09:00"));
  await press(world, "office", "question.asked", { meeting, organisation: "agentur" });
  await world.tap("office", "question.asked", { page: "2" });
  await press(world, "office", "question.answer", { meeting });
  await world.say("office", "versand");
};

/** After the meeting: what was owed is closed, and its task with it. */
const afterwards: Tour = async (open) => {
  const world = await invited(open);
  given(world, 3, { state: "owed" });
  given(world, 5, { state: "merged", intoId: "q3", personId: "cdu-2", organisationId: "cdu", seatId: "cdu-seat-2" });
  world.store.seed({
    Task: [task({ id: "task-3", number: 3, organisationId: "agentur", question: "F-3", title: "F-3 schriftlich beantworten", due: "2026-10-21" })],
  });
  world.now = at("2026-10-09", "10:00");
  await press(world, "agentur-1", "question.asked", { meeting: newestMeeting(world) });
  await answering(world, "agentur-1", 3);
  await world.fill("agentur-1", { text: words });
};

export const answerTours: readonly Tour[] = [before, many, afterwards];
