// A meeting with questions that are there already, for tests and tours of what the office does with them.
import type { Question } from "../question/model.ts";
import { at } from "../time.ts";
import { question } from "./questions.ts";
import { krefeld } from "./roster.ts";
import type { SomeRows } from "./store.ts";
import { newestMeeting } from "./tour.ts";
import { World } from "./world.ts";

export const partTime = "Wie viele Teilzeitausbildungen sind 2027 in Krefeld geplant?";
const partTimeToo = "Wie entwickelt sich die Teilzeitausbildung in Krefeld?";
export const appointment = "Wie lange dauert es von der Anmeldung bis zum ersten Gespräch?";
export const shifts = "Welche Angebote gibt es für Beschäftigte in Schichtarbeit?";

type Some = Partial<Question> & Pick<Question, "number">;

/** Asked by the council groups and by nobody in particular; ids are "q" and the number. */
export const asked = (meetingId: string, some: readonly Some[]): readonly Question[] =>
  some.map((it) => question({ id: `q${it.number}`, meetingId, personId: "spd-1", organisationId: "spd", seatId: "spd-seat-1", toId: "agentur", ...it }));

/** F-3 and F-12 are admitted, F-7 (like F-3) and F-8 (without a name) wait for the office. */
export const fewQuestions: readonly Some[] = [
  { number: 3, personId: "cdu-1", organisationId: "cdu", seatId: "cdu-seat-1", text: partTimeToo, state: "admitted", admittedOn: "2026-09-20" },
  { number: 7, text: partTime, objectiveId: "objective-1" },
  { number: 8, named: false, toId: "ihk", text: appointment },
  { number: 12, personId: "spd-2", seatId: "spd-seat-2", toId: "ihk", text: shifts, state: "admitted", admittedOn: "2026-09-20" },
];

/** Thursday, 24 September 2026, the day after the deadline; everybody is invited to 7 October. */
export async function withQuestions(some: readonly Some[] = fewQuestions, change: (rows: SomeRows) => SomeRows = (rows) => rows): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), change(krefeld()));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  world.now = at("2026-09-24", "10:00");
  world.store.seed({ Question: asked(newestMeeting(world), some) });
  return world;
}

/** A question as it is stored, by its number. */
export const stored = (world: World, number: number): Question => world.store.rows("Question").find((it) => it.number === number) as Question;
