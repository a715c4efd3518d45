// Alliances of any size for the benchmark: everybody invited to one meeting, with an account in Slack and the card on which they press.
import type { Pool } from "pg";

export interface Shape {
  /** Also the workspace. */
  readonly id: string;
  readonly about: string;
  readonly delegates: number;
  readonly organisations: number;
  /** Of each organisation. */
  readonly seats: number;
  /** How many delegates have accepted already, from the last one backwards; every other one of the rest has declined. */
  readonly accepted?: number;
}

export const personOf = ({ id }: Shape, n: number): string => `${id}-p${n}`;
export const meetingOf = ({ id }: Shape): string => `${id}-meeting`;
/** The message with the card of a person; the channel is the person's. */
export const messageOf = (n: number): string => `1790000000.${String(n).padStart(6, "0")}`;

/** A few statements, whatever the size. */
export async function seedAlliance(pool: Pool, shape: Shape): Promise<void> {
  const { id, delegates, organisations, seats, accepted = 0 } = shape;
  const meeting = meetingOf(shape);
  const person = `'${id}-p' || n`;
  const organisation = `'${id}-o' || (n % ${organisations})`;
  const everybody = `generate_series(0, ${delegates - 1}) n`;
  await pool.query(`
    INSERT INTO "Alliance" ("id", "nameDe", "nameEn", "zone", "office", "ladder", "visionDe", "meetingsPerYear", "usualStart", "usualPlace") VALUES
      ('${id}', 'Bündnis ${id}', 'Alliance ${id}', 'Europe/Berlin', '{"responsible": "Geschäftsstelle", "phone": "02151 1", "email": "office@example.org"}',
      '{"consult": 42, "invitation": 28, "firstNudge": 10, "lastNudge": 4, "reply": 7, "talks": 14, "questions": 14, "documents": 7, "taskFirst": 14, "taskLast": 3, "taskOverdue": 7, "minutes": 14}', '', 2, '14:00', 'Rathaus');
    INSERT INTO "Workspace" VALUES ('slack', '${id}', '${id}', false);
    INSERT INTO "Organisation" ("id", "allianceId", "slug", "position", "nameDe", "nameEn", "aliases", "category", "status", "seats", "seatsBasis", "mayPresent", "mayAsk", "mayAnswer")
      SELECT '${id}-o' || n, '${id}', 'o' || n, n, 'Organisation ' || n, 'Organisation ' || n, '{}', 'business', 'confirmed', ${seats}, 'explicit', true, false, true
      FROM generate_series(0, ${organisations - 1}) n;
    INSERT INTO "Seat" ("id", "allianceId", "organisationId", "position", "boundTo", "status")
      SELECT '${id}-s' || n, '${id}', '${id}-o' || n, 1, 'organisation', 'confirmed' FROM generate_series(0, ${organisations - 1}) n;
    INSERT INTO "Person" ("id", "allianceId", "name", "organisationId", "language", "roles", "welcomedAt")
      SELECT ${person}, '${id}', 'Delegierte Person ' || n, ${organisation}, 'de', '{}', now() FROM ${everybody};
    INSERT INTO "Holding" ("id", "allianceId", "seatId", "personId", "kind", "position", "verified")
      SELECT '${id}-h' || n, '${id}', '${id}-s' || (n % ${organisations}), ${person}, 'holder', 1, true FROM ${everybody};
    INSERT INTO "Account" ("id", "allianceId", "personId", "messenger", "tenant", "user", "address", "linkedAt", "receives", "reachable", "misread")
      SELECT '${id}-a' || n, '${id}', ${person}, 'slack', '${id}', 'U' || n, jsonb_build_object('channel', 'D' || n, 'user', 'U' || n), now(), true, true, 0 FROM ${everybody};
    INSERT INTO "Meeting" ("id", "allianceId", "kind", "state", "day", "start", "startsAt", "endsAt", "place", "edition", "sequence", "invitationOn", "replyBy", "talksBy",
      "questionsBy", "documentsBy", "invitedAt", "createdAt")
      SELECT '${meeting}', '${id}', 'regular', 'invited', day, '14:00', (day || ' 13:00+00')::timestamptz, (day || ' 16:00+00')::timestamptz, 'Rathaus', 1, 0,
        day, day, day, day, day, now(), now() FROM (SELECT to_char(now() + interval '30 days', 'YYYY-MM-DD') AS day) d;
    INSERT INTO "Quota" ("meetingId", "organisationId", "allianceId", "seats")
      SELECT '${meeting}', '${id}-o' || n, '${id}', ${seats} FROM generate_series(0, ${organisations - 1}) n;
    INSERT INTO "Reply" ("meetingId", "personId", "allianceId", "organisationId", "state", "invitedAt", "via", "except", "edition", "reserved", "nudges")
      SELECT '${meeting}', ${person}, '${id}', ${organisation}, CASE WHEN n >= ${delegates - accepted} THEN 'accepted' WHEN n % 2 = 0 THEN 'none' ELSE 'declined' END,
        now(), 'self', '{}', 1, false, 0 FROM ${everybody};
    INSERT INTO "Shown" ("matter", "accountId", "allianceId", "personId", "messenger", "tenant", "ref", "kind", "args", "shownAt")
      SELECT 'rsvp:${meeting}:' || ${person}, '${id}-a' || n, '${id}', ${person}, 'slack', '${id}',
        jsonb_build_object('channel', 'D' || n, 'ts', '1790000000.' || lpad(n::text, 6, '0')), 'invite', '{}', now() FROM ${everybody};
    ANALYZE`);
}
