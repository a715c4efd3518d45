// Local times become the same instants in every process zone, whatever today is, as in an implementation that is not ours: Temporal.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { Temporal } from "temporal-polyfill";

const root = path.join(import.meta.dirname, "..");
const zone = "Europe/Berlin";
const years = Array.from({ length: 10 }, (_, n) => 2022 + n);
const halfHours = Array.from({ length: 48 }, (_, n) => `${String(Math.floor(n / 2)).padStart(2, "0")}:${n % 2 === 0 ? "00" : "30"}`);

/** The days on which the zone changes its clocks, found in Temporal's own data. */
const changes = years.flatMap((year) => {
  const found: Temporal.PlainDate[] = [];
  let at = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${zone}]`).getTimeZoneTransition("next");
  for (; at?.year === year; at = at.getTimeZoneTransition("next")) found.push(at.toPlainDate());
  return found;
});
/** How far a day is counted on from; the clock stays. */
const steps = [-28, -14, -7, -1, 0, 1, 7, 14, 31];

const expected = changes.flatMap((changed) =>
  [-1, 0, 1].flatMap((n) => {
    const day = changed.add({ days: n });
    return [
      ...halfHours.map((clock) => `${day} ${clock} ${day.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds}`),
      ...steps.map((days) => {
        const later = day.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: "09:00" });
        return `${day} ${days} ${later.epochMilliseconds} ${later.startOfDay().add({ days: 1 }).epochMilliseconds}`;
      }),
      ...[30, 90, 150].map((minutes) => {
        const instant = day.toZonedDateTime({ timeZone: "UTC" }).add({ minutes });
        const local = instant.withTimeZone(zone);
        return `${instant.epochMilliseconds} ${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: "minute" })}`;
      }),
    ];
  }),
);

/** The same lines by our own code, in a process of its own whose clock says `now`. */
const program = (now: string) => `
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length > 0 ? given : [Real.parse("${now}")])); }
    static now() { return Real.parse("${now}"); }
  };
  const { addDays, at, clockOf, dayOf, endOfDay } = await import("${path.join(root, "src/time.ts")}");
  const { usualHourOn } = await import("${path.join(root, "src/calendar.ts")}");
  const lines = [];
  for (const changed of ${JSON.stringify(changes.map(String))}) for (const n of [-1, 0, 1]) {
    const day = addDays(changed, n);
    for (const clock of ${JSON.stringify(halfHours)}) lines.push([day, clock, at(day, clock, "${zone}").getTime()].join(" "));
    for (const days of ${JSON.stringify(steps)}) lines.push([day, days, usualHourOn(addDays(day, days), "${zone}").getTime(), endOfDay(addDays(day, days), "${zone}").getTime()].join(" "));
    for (const minutes of [30, 90, 150]) {
      const instant = new Date(at(day, "00:00", "UTC").getTime() + minutes * 60000);
      lines.push([instant.getTime(), dayOf(instant, "${zone}"), clockOf(instant, "${zone}")].join(" "));
    }
  }
  console.log(JSON.stringify(lines));`;

async function ours(TZ: string, now: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program(now)], {
    cwd: root,
    env: { ...process.env, TZ },
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout) as readonly string[];
}

test("ten years have twenty changes of the clocks", () => {
  expect(changes.length).toBe(20);
  expect(expected.length).toBe(20 * 3 * (48 + steps.length + 3));
});

const processes = ["UTC", "Europe/Berlin", "Pacific/Auckland"].flatMap((TZ) =>
  ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"].map((now) => [TZ, now] as const),
);

test.each(processes)(
  "around every change of the clocks all instants are Temporal's, in a process in %s on %s",
  async (TZ, now) => {
    expect(await ours(TZ, now)).toEqual(expected);
  },
  30_000,
);
