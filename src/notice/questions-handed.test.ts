// Whatever is admitted when and whichever passes are missed: every question is handed on before its meeting, and to nobody twice.
import fc from "fast-check";
import * as a from "../testing/examples.ts";
import { question } from "../testing/questions.ts";
import { krefeld } from "../testing/roster.ts";
import { World } from "../testing/world.ts";
import { addDays, at, type Clock, type Day, dayOf } from "../time.ts";

/** A meeting with its item for questions, and nobody invited to it: nothing else goes out. */
function bare(day: Day, questionsBy: Day): World {
  const startsAt = at(day, "14:00");
  const meeting = a.meeting({ id: "m", allianceId: "kba", day, startsAt, endsAt: at(day, "17:30"), questionsBy, replyBy: addDays(day, -7), documentsBy: day });
  const item = { id: "i", allianceId: "kba", meetingId: "m", position: 1, number: "4", key: "qa", titleDe: "Fragerunde", titleEn: "Questions", minutes: 90 };
  return new World(at("2026-08-01", "10:00"), { ...krefeld(), Meeting: [meeting], AgendaItem: [item] });
}

/** Usual · with a short deadline · right after the summer break, which ends on 1 September · on a Saturday. */
const meetings: readonly (readonly [Day, Day])[] = [
  ["2026-10-07", "2026-09-23"],
  ["2026-10-12", "2026-10-09"],
  ["2026-09-03", "2026-08-20"],
  ["2026-10-10", "2026-09-25"],
];
const organisations = ["agentur", "cdu", "verdi", "ihk"];
const clocks: readonly Clock[] = ["07:00", "08:00", "09:00", "13:00", "17:59", "22:00"];

interface Happening {
  readonly days: number;
  readonly clock: Clock;
  /** Questions admitted at that moment, each to one of the organisations; none: the bot only passes. */
  readonly to: readonly string[];
  readonly passes: boolean;
}
const happening: fc.Arbitrary<Happening> = fc.record({
  days: fc.integer({ min: 0, max: 25 }),
  clock: fc.constantFrom(...clocks),
  to: fc.array(fc.constantFrom(...organisations), { maxLength: 3 }),
  passes: fc.boolean(),
});

test("every question that is admitted in time is handed on before the meeting, and none twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...meetings), fc.array(happening, { minLength: 1, maxLength: 14 }), async ([day, questionsBy], all) => {
      const world = bare(day, questionsBy);
      // The last pass in open hours before the meeting begins is one the bot does not miss.
      const last = day === "2026-10-10" ? at("2026-10-09", "17:59") : at(day, "13:59");
      const moments = [...all.map((it) => ({ ...it, at: at(addDays(day, -it.days), it.clock) })), { at: last, to: [], passes: true }];
      const inTime = new Map<string, boolean>();
      for (const it of moments.sort((one, other) => one.at.getTime() - other.at.getTime())) {
        world.now = it.at;
        for (const toId of it.to) {
          const number = inTime.size + 1;
          world.store.seed({ Question: [question({ id: `q${number}`, number, toId, state: "admitted", admittedOn: dayOf(it.at), personId: "spd-1" })] });
          inTime.set(`q${number}`, it.at < last);
        }
        if (it.passes) await world.clock(it.at);
      }
      expect(world.faults).toEqual([]);
      const digests = world.store.rows("Delivery").filter(({ kind }) => kind === "question.digest");
      for (const { id, state, toId } of world.store.rows("Question")) {
        const told = digests.filter(({ args }) => args["questions"]?.split(",").includes(id)).map(({ personId }) => personId ?? "");
        const people = toId === "cdu" ? ["cdu-1", "cdu-2", "cdu-3"] : [`${toId}-1`];
        if (inTime.get(id)) expect([id, state, told.sort()]).toEqual([id, "assigned", people]);
        else expect([...new Set(told)]).toHaveLength(told.length);
      }
    }),
    { numRuns: 60 },
  );
});
