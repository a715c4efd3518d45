-- Secretariats that answer for others, and guests at single agenda items.

-- CreateTable
CREATE TABLE "StandIn" (
    "actorId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,

    CONSTRAINT "StandIn_pkey" PRIMARY KEY ("actorId","personId")
);

-- CreateTable
CREATE TABLE "Guest" (
    "meetingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,

    CONSTRAINT "Guest_pkey" PRIMARY KEY ("meetingId","personId","item")
);

-- CreateIndex
CREATE INDEX "StandIn_personId_idx" ON "StandIn"("personId");

-- CreateIndex
CREATE INDEX "Guest_personId_idx" ON "Guest"("personId");

-- AddForeignKey
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_allianceId_actorId_fkey" FOREIGN KEY ("allianceId", "actorId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandIn" ADD CONSTRAINT "StandIn_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As before, and: for whom the sender may answer.
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
    SELECT to_jsonb(a) INTO account FROM "Account" a
      WHERE a."messenger" = q->>'messenger' AND a."tenant" = q->>'tenant' AND a."user" = q->>'user';
    SELECT to_jsonb(c) INTO contact FROM "Contact" c
      WHERE c."messenger" = q->>'messenger' AND c."tenant" = q->>'tenant' AND c."user" = q->>'user';
    alliance_id := account->>'allianceId';
    own_id := account->>'personId';
  END IF;
  IF alliance_id IS NULL THEN
    RETURN jsonb_build_object('fresh', true, 'contact', contact);
  END IF;
  SELECT to_jsonb(a) INTO alliance FROM "Alliance" a WHERE a."id" = alliance_id;
  IF own_id IS NOT NULL THEN
    SELECT to_jsonb(p) INTO person FROM "Person" p WHERE p."id" = own_id;
    SELECT jsonb_agg(to_jsonb(h)) INTO holdings FROM "Holding" h WHERE h."personId" = own_id;
  END IF;

  IF meeting_id = 'next' THEN
    SELECT m."id" INTO meeting_id FROM "Meeting" m
      WHERE m."allianceId" = alliance_id AND m."endsAt" > (q->>'at')::timestamptz AND m."state" <> 'cancelled'
      ORDER BY m."state" = 'invited' DESC, m."startsAt", m."id" LIMIT 1;
  END IF;
  -- Weaker than FOR UPDATE: rows that only refer to the meeting are written all the same.
  IF hold = 'meeting' THEN
    SELECT to_jsonb(m) INTO meeting FROM "Meeting" m WHERE m."id" = meeting_id AND m."allianceId" = alliance_id FOR NO KEY UPDATE;
  ELSIF hold = 'seats' THEN
    SELECT to_jsonb(m) INTO meeting FROM "Meeting" m WHERE m."id" = meeting_id AND m."allianceId" = alliance_id FOR SHARE;
  ELSE
    SELECT to_jsonb(m) INTO meeting FROM "Meeting" m WHERE m."id" = meeting_id AND m."allianceId" = alliance_id;
  END IF;
  meeting_id := meeting->>'id';

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
    SELECT r."organisationId" INTO organisation_id FROM "Reply" r
      WHERE r."meetingId" = meeting_id AND r."personId" = person_id AND r."allianceId" = alliance_id;
    IF organisation_id IS NOT NULL AND hold = 'seats' THEN
      PERFORM 1 FROM "Quota" u WHERE u."meetingId" = meeting_id AND u."organisationId" = organisation_id FOR NO KEY UPDATE;
    END IF;
    SELECT to_jsonb(r) INTO reply FROM "Reply" r
      WHERE r."meetingId" = meeting_id AND r."personId" = person_id AND r."allianceId" = alliance_id;
    IF reply IS NOT NULL AND hold <> 'none' THEN
      SELECT jsonb_build_object(
        'seats', coalesce((SELECT u."seats" FROM "Quota" u WHERE u."meetingId" = meeting_id AND u."organisationId" = organisation_id), 0),
        'taken', coalesce(jsonb_agg(to_jsonb(r) ORDER BY r."personId") FILTER (WHERE r."reserved" OR r."state" <> 'waiting'), '[]'),
        'waiting', coalesce(jsonb_agg(to_jsonb(r) ORDER BY r."waitingSince", r."personId") FILTER (WHERE r."state" = 'waiting' AND NOT r."reserved"), '[]'))
        INTO seats FROM "Reply" r
        WHERE r."meetingId" = meeting_id AND r."organisationId" = organisation_id
          AND (r."reserved" OR r."state" IN ('accepted', 'substitute', 'offered', 'waiting'));
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
    'meeting', meeting, 'reply', reply, 'whose', whose, 'seats', seats, 'shown', shown, 'assigned', assigned);
END $$;

-- As before, and: the secretariat of who takes no messages.
CREATE OR REPLACE FUNCTION delivery_claim(q jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  at timestamptz := (q->>'at')::timestamptz;
  moment timestamptz;
  d "Delivery";
  account jsonb;
  ending text;
  wait_until timestamptz;
  pace jsonb;
  look_up boolean;
BEGIN
  SELECT * INTO d FROM "Delivery" x WHERE x."key" = q->>'key' FOR UPDATE;
  IF d."key" IS NULL OR d."state" NOT IN ('ready', 'sending', 'uncertain') THEN
    RETURN jsonb_build_object('do', 'nothing');
  END IF;
  -- One update of a message at a time, else an older one could arrive last.
  IF d."target" IS NOT NULL THEN PERFORM pg_advisory_xact_lock(hashtextextended(d."target", 0)); END IF;
  moment := clock_timestamp();
  wait_until := greatest(d."leaseUntil", CASE WHEN d."notBefore" > at THEN moment + (d."notBefore" - at) END);
  IF d."target" IS NOT NULL THEN
    IF EXISTS (SELECT 1 FROM "Delivery" o WHERE o."target" = d."target" AND o."key" <> d."key" AND o."state" = 'sending' AND o."leaseUntil" > moment) THEN
      wait_until := greatest(wait_until, moment + interval '500 ms');
    END IF;
  END IF;
  IF wait_until > moment THEN
    RETURN jsonb_build_object('do', 'wait', 'ms', ceil(extract(epoch FROM wait_until - moment) * 1000));
  END IF;

  -- An update knows its message, so the account that has it; a post without an address goes to the account that receives.
  SELECT to_jsonb(a) INTO account FROM "Account" a
    WHERE a."allianceId" = d."allianceId" AND CASE
      WHEN d."address" IS NOT NULL THEN a."messenger" = d."messenger" AND a."tenant" = d."tenant" AND (a."personId" = d."personId" OR a."address" = d."address")
      WHEN d."mode" = 'update' THEN a."messenger" = d."messenger" AND a."tenant" = d."tenant" AND a."personId" = d."personId"
      ELSE a."personId" = d."personId" AND a."receives" AND a."reachable" END
    ORDER BY a."address" = d."address" DESC NULLS LAST,
      EXISTS (SELECT 1 FROM "Shown" s WHERE s."accountId" = a."id" AND s."ref" = d."ref") DESC, a."linkedAt" DESC LIMIT 1;
  -- What is about somebody's invitation goes to their secretariat where they take no messages themselves.
  IF account IS NULL AND d."mode" = 'post' AND d."address" IS NULL AND d."matter" LIKE 'rsvp:%' THEN
    SELECT to_jsonb(a) INTO account FROM "StandIn" s JOIN "Account" a ON a."allianceId" = s."allianceId" AND a."personId" = s."actorId"
      WHERE s."personId" = d."personId" AND s."allianceId" = d."allianceId" AND a."receives" AND a."reachable" ORDER BY a."linkedAt", a."id" LIMIT 1;
    d."personId" := coalesce(account->>'personId', d."personId");
  END IF;
  d."messenger" := coalesce(d."messenger", account->>'messenger');
  d."tenant" := coalesce(d."tenant", account->>'tenant');
  d."address" := coalesce(d."address", account->'address');

  ending := CASE
    WHEN d."usefulUntil" <= at THEN CASE d."state" WHEN 'ready' THEN 'late' ELSE 'unconfirmed' END
    WHEN d."target" IS NOT NULL AND EXISTS (SELECT 1 FROM "Delivery" o WHERE o."target" = d."target" AND o."seq" > d."seq"
      AND (o."notBefore" IS NULL OR o."notBefore" <= at) AND o."state" IN ('ready', 'sending', 'uncertain', 'sent')) THEN 'superseded'
    WHEN d."address" IS NULL THEN 'no_account'
    WHEN d."attempt" >= (q->>'attempts')::int THEN 'gave_up' END;
  IF ending IS NOT NULL THEN
    UPDATE "Delivery" x SET "state" = CASE WHEN ending IN ('gave_up', 'unconfirmed') THEN 'failed' ELSE 'skipped' END, "reason" = ending, "leaseUntil" = NULL, "slotAt" = NULL
      WHERE x."key" = d."key" RETURNING x."state" INTO d."state";
    RETURN jsonb_build_object('do', 'end', 'state', d."state", 'reason', ending);
  END IF;

  -- A turn drawn earlier counts, unless it was missed or the workspace asked for a pause meanwhile.
  IF d."slotAt" IS NULL OR d."slotAt" < moment - interval '5 s' OR EXISTS (SELECT 1 FROM "Pace" p
    WHERE p."messenger" = d."messenger" AND p."tenant" = d."tenant" AND p."bucket" = d."mode" AND p."pausedUntil" > moment) THEN
    pace := q->'paces'->d."messenger"->d."mode";
    IF pace IS NOT NULL THEN
      d."slotAt" := pace_turn(d."messenger", d."tenant", d."mode", (pace->>'every')::float, (pace->>'burst')::float, d."kind" = 'answer');
    END IF;
    pace := q->'paces'->d."messenger"->'chat';
    IF pace IS NOT NULL AND d."mode" = 'post' THEN
      d."slotAt" := greatest(d."slotAt", pace_turn(d."messenger", d."tenant", d."address"::text, (pace->>'every')::float, (pace->>'burst')::float, d."kind" = 'answer'));
    END IF;
  END IF;
  IF d."slotAt" > clock_timestamp() THEN
    UPDATE "Delivery" x SET "slotAt" = d."slotAt" WHERE x."key" = d."key";
    RETURN jsonb_build_object('do', 'wait', 'ms', ceil(extract(epoch FROM d."slotAt" - clock_timestamp()) * 1000));
  END IF;

  UPDATE "Delivery" x SET "state" = 'sending', "attempt" = x."attempt" + 1, "slotAt" = NULL,
    "leaseUntil" = clock_timestamp() + (q->>'lease')::float * interval '1 ms' WHERE x."key" = d."key";
  look_up := d."state" <> 'ready' AND d."mode" = 'post';
  d."state" := 'sending';
  d."attempt" := d."attempt" + 1;
  RETURN jsonb_build_object('do', 'send', 'delivery', to_jsonb(d), 'account', account, 'lookUp', look_up,
    'shown', (SELECT to_jsonb(s) FROM "Shown" s WHERE s."matter" = d."matter" AND s."accountId" = account->>'id'));
END $$;
