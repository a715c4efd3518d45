// What the bot forgets by itself: gestures that cannot come again, and what limits were counted by.
import * as a from "../../src/testing/examples.ts";
import { freshDatabase } from "../../test/database.ts";
import { createOutbox } from "./outbox.ts";
import { openPool } from "./session.ts";
import { rowsIn, seed } from "./specimen.ts";

const meetings = [
  a.meeting({ id: "over", allianceId: "x", startsAt: new Date("2026-09-01T12:00:00Z"), endsAt: new Date("2026-09-01T16:00:00Z") }),
  a.meeting({ id: "ahead", allianceId: "x", startsAt: new Date("2026-10-07T12:00:00Z"), endsAt: new Date("2026-10-07T16:00:00Z") }),
  a.meeting({ id: "cancelled", allianceId: "x", state: "cancelled", startsAt: new Date("2026-10-08T12:00:00Z"), endsAt: new Date("2026-10-08T16:00:00Z") }),
];

test("without a round too, what a seat has used up is kept no longer than its meeting is ahead", async () => {
  const pool = openPool(await freshDatabase());
  try {
    await seed(pool)({
      Alliance: [a.alliance({ id: "x" })],
      Meeting: meetings,
      Token: meetings.map(({ id }) => ({ hash: id, allianceId: "x", meetingId: id })),
    });
    const outbox = createOutbox(pool, async () => ({ statements: [], committed: () => undefined }));
    await outbox.forget(new Date("2026-09-10T08:00:00Z"));
    expect((await rowsIn(pool)("Token")).map(({ hash }) => hash)).toEqual(["ahead"]);
  } finally {
    await pool.end();
  }
});
