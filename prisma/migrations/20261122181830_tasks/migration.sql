-- Tasks, measures and times of rest; whoever changes a task holds the alliance.

-- AlterTable
ALTER TABLE "Trail" ADD COLUMN     "taskId" TEXT;

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT,
    "involved" TEXT[],
    "due" TEXT NOT NULL,
    "objectiveId" TEXT,
    "meetingId" TEXT,
    "item" TEXT,
    "question" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "percent" INTEGER,
    "standing" TEXT,
    "delay" TEXT,
    "outcome" TEXT,
    "hint" TEXT,
    "askedDue" TEXT,
    "askedById" TEXT,
    "offeredToId" TEXT,
    "offeredById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "reportedAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "objectives" TEXT[],
    "organisations" TEXT[],
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pause" (
    "personId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "Pause_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "Task_allianceId_state_due_idx" ON "Task"("allianceId", "state", "due");

-- CreateIndex
CREATE UNIQUE INDEX "Task_allianceId_id_key" ON "Task"("allianceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Task_allianceId_number_key" ON "Task"("allianceId", "number");

-- CreateIndex
CREATE INDEX "Measure_allianceId_idx" ON "Measure"("allianceId");

-- CreateIndex
CREATE INDEX "Trail_taskId_idx" ON "Trail"("taskId");

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trail" ADD CONSTRAINT "Trail_allianceId_taskId_fkey" FOREIGN KEY ("allianceId", "taskId") REFERENCES "Task"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The days around a task's date, and of the minutes, for alliances that are there already.
UPDATE "Alliance" SET "ladder" = '{"taskFirst": 14, "taskLast": 3, "taskOverdue": 7, "minutes": 14}'::jsonb || "ladder";

-- As before, and: the alliance held; of who takes a seat only what an answer is decided on; fewer statements.
CREATE OR REPLACE FUNCTION desk_open(q jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  gesture text := q->>'key';
  hold text := q->>'hold';
  alliance_id text := q->>'allianceId';
  own_id text;
  meeting_id text := q->>'meeting';
  person_id text := q->>'whose';
  organisation_id text;
  outcome jsonb;
  account jsonb;
  contact jsonb;
  person jsonb;
  alliance jsonb;
  holdings jsonb;
  meeting jsonb;
  reply jsonb;
  organisation jsonb;
  whose jsonb;
  seats jsonb;
  shown jsonb;
  assigned jsonb;
BEGIN
  IF gesture IS NOT NULL THEN
    -- A redelivery that comes while the first one is at work waits here for its end.
    PERFORM pg_advisory_xact_lock(hashtextextended(gesture, 0));
    SELECT g."outcome" INTO outcome FROM "Gesture" g WHERE g."key" = gesture;
    IF FOUND THEN
      RETURN jsonb_build_object('fresh', false, 'outcome', outcome);
    END IF;
    -- One statement, whether there is an account or not.
    SELECT to_jsonb(a), a."allianceId", a."personId", to_jsonb(p), to_jsonb(c),
        (SELECT jsonb_agg(to_jsonb(h)) FROM "Holding" h WHERE h."personId" = a."personId")
      INTO account, alliance_id, own_id, person, contact, holdings
      FROM (SELECT 1) one
      LEFT JOIN "Account" a ON a."messenger" = q->>'messenger' AND a."tenant" = q->>'tenant' AND a."user" = q->>'user'
      LEFT JOIN "Person" p ON p."id" = a."personId"
      LEFT JOIN "Contact" c ON c."messenger" = q->>'messenger' AND c."tenant" = q->>'tenant' AND c."user" = q->>'user';
  END IF;
  IF alliance_id IS NULL THEN
    RETURN jsonb_build_object('fresh', true, 'contact', contact);
  END IF;
  -- Whoever changes tasks waits here for the one before; rows that only refer to the alliance are written all the same.
  IF hold = 'alliance' THEN
    PERFORM 1 FROM "Alliance" a WHERE a."id" = alliance_id FOR NO KEY UPDATE;
  END IF;
  SELECT to_jsonb(a) INTO alliance FROM "Alliance" a WHERE a."id" = alliance_id;

  IF meeting_id = 'next' THEN
    SELECT m."id" INTO meeting_id FROM "Meeting" m
      WHERE m."allianceId" = alliance_id AND m."endsAt" > (q->>'at')::timestamptz AND m."state" <> 'cancelled'
      ORDER BY m."state" = 'invited' DESC, m."startsAt", m."id" LIMIT 1;
  END IF;
  -- Weaker than FOR UPDATE: rows that only refer to the meeting are written all the same.
  IF hold = 'meeting' THEN
    SELECT to_jsonb(m), m."id" INTO meeting, meeting_id FROM "Meeting" m WHERE m."id" = meeting_id AND m."allianceId" = alliance_id FOR NO KEY UPDATE;
  ELSIF hold = 'seats' THEN
    SELECT to_jsonb(m), m."id" INTO meeting, meeting_id FROM "Meeting" m WHERE m."id" = meeting_id AND m."allianceId" = alliance_id FOR SHARE;
  ELSE
    SELECT to_jsonb(m), m."id" INTO meeting, meeting_id FROM "Meeting" m WHERE m."id" = meeting_id AND m."allianceId" = alliance_id;
  END IF;

  IF meeting_id IS NOT NULL AND person_id IS NULL THEN
    SELECT r."personId" INTO person_id FROM "Reply" r
      WHERE r."meetingId" = meeting_id AND r."allianceId" = alliance_id AND (r."personId" = own_id OR r."substituteId" = own_id)
      ORDER BY r."personId" = own_id DESC, r."state" = 'substitute' DESC, r."substituteAskedAt" DESC NULLS LAST, r."personId" LIMIT 1;
  END IF;
  -- Somebody else's reply, or none of one's own: read for whom the sender may answer. With one person invited, theirs is meant; with several the sender is asked.
  IF own_id IS NOT NULL AND person_id IS DISTINCT FROM own_id THEN
    SELECT jsonb_agg(s."personId" ORDER BY s."personId") INTO assigned FROM "StandIn" s WHERE s."actorId" = own_id AND s."allianceId" = alliance_id;
    IF person_id IS NULL AND meeting_id IS NOT NULL AND assigned IS NOT NULL THEN
      SELECT min(r."personId") INTO person_id FROM "Reply" r
        WHERE r."meetingId" = meeting_id AND r."allianceId" = alliance_id AND assigned ? r."personId" HAVING count(*) = 1;
    END IF;
  END IF;
  IF meeting_id IS NOT NULL AND person_id IS NOT NULL THEN
    IF hold = 'seats' THEN
      PERFORM 1 FROM "Quota" u WHERE u."meetingId" = meeting_id AND u."organisationId" =
        (SELECT r."organisationId" FROM "Reply" r WHERE r."meetingId" = meeting_id AND r."personId" = person_id AND r."allianceId" = alliance_id)
        FOR NO KEY UPDATE;
    END IF;
    -- Read in a statement of its own, after the lock: one statement sees what was true before it waited.
    SELECT to_jsonb(r), r."organisationId", to_jsonb(o) INTO reply, organisation_id, organisation
      FROM "Reply" r JOIN "Organisation" o ON o."id" = r."organisationId"
      WHERE r."meetingId" = meeting_id AND r."personId" = person_id AND r."allianceId" = alliance_id;
    -- Who takes a seat is counted and named, who waits may move up: only that is read, however many members an organisation has.
    IF reply IS NOT NULL AND hold IN ('seats', 'meeting') THEN
      SELECT jsonb_build_object(
        'seats', coalesce((SELECT u."seats" FROM "Quota" u WHERE u."meetingId" = meeting_id AND u."organisationId" = organisation_id), 0),
        'taken', coalesce((
          SELECT jsonb_agg(jsonb_build_object('personId', r."personId", 'state', r."state", 'substituteName', r."substituteName") ORDER BY r."personId")
          FROM (
            SELECT s."personId", s."state", s."substituteName" FROM "Reply" s
              WHERE s."meetingId" = meeting_id AND s."organisationId" = organisation_id AND s."state" IN ('accepted', 'substitute', 'offered')
            UNION ALL
            SELECT s."personId", s."state", s."substituteName" FROM "Reply" s
              WHERE s."meetingId" = meeting_id AND s."organisationId" = organisation_id AND s."state" IN ('none', 'declined', 'undecided', 'waiting') AND s."reserved"
          ) r), '[]'),
        'waiting', coalesce((
          SELECT jsonb_agg(to_jsonb(s) ORDER BY s."waitingSince", s."personId") FROM "Reply" s
            WHERE s."meetingId" = meeting_id AND s."organisationId" = organisation_id AND s."state" = 'waiting' AND NOT s."reserved"), '[]'))
        INTO seats;
    END IF;
    SELECT jsonb_agg(to_jsonb(s)) INTO shown FROM "Shown" s
      WHERE s."matter" IN ('rsvp:' || meeting_id || ':' || person_id, 'standin:' || meeting_id || ':' || person_id, 'replies:' || meeting_id) AND s."allianceId" = alliance_id;
  END IF;
  person_id := coalesce(person_id, own_id);
  IF person_id = own_id THEN
    whose := person;
  ELSE
    SELECT to_jsonb(p) INTO whose FROM "Person" p WHERE p."id" = person_id AND p."allianceId" = alliance_id;
  END IF;
  RETURN jsonb_build_object('fresh', true, 'account', account, 'contact', contact, 'person', person, 'alliance', alliance, 'holdings', holdings,
    'meeting', meeting, 'reply', reply, 'organisation', organisation, 'whose', whose, 'seats', seats, 'shown', shown, 'assigned', assigned);
END $$;
