-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Alliance" (
    "id" TEXT NOT NULL,
    "nameDe" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "office" JSONB NOT NULL,
    "ladder" JSONB NOT NULL,
    "visionDe" TEXT NOT NULL,
    "workshopDeadline" TEXT,
    "meetingsPerYear" INTEGER NOT NULL,
    "usualStart" TEXT NOT NULL,
    "usualPlace" TEXT NOT NULL,

    CONSTRAINT "Alliance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "messenger" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "trustsEmail" BOOLEAN NOT NULL,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("messenger","tenant")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameDe" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "aliases" TEXT[],
    "category" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "seatsBasis" TEXT NOT NULL,
    "mayPresent" BOOLEAN NOT NULL,
    "mayAsk" BOOLEAN NOT NULL,
    "mayAnswer" BOOLEAN NOT NULL,
    "reviewOn" TEXT,
    "note" TEXT,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objective" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "labelDe" TEXT NOT NULL,
    "textDe" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "main" BOOLEAN NOT NULL,

    CONSTRAINT "Objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "boundTo" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "documented" TEXT,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT,
    "organisationId" TEXT,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "roles" TEXT[],
    "welcomedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holding" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,

    CONSTRAINT "Holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "messenger" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,
    "receives" BOOLEAN NOT NULL,
    "reachable" BOOLEAN NOT NULL,
    "misread" INTEGER NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "messenger" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("messenger","tenant","user")
);

-- CreateTable
CREATE TABLE "AccessCode" (
    "hash" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessCode_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "invitationOn" TEXT NOT NULL,
    "replyBy" TEXT NOT NULL,
    "talksBy" TEXT NOT NULL,
    "questionsBy" TEXT NOT NULL,
    "documentsBy" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3),
    "cancelNote" TEXT,
    "consultReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "titleDe" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "meetingId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("meetingId","organisationId")
);

-- CreateTable
CREATE TABLE "Quota" (
    "meetingId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "Quota_pkey" PRIMARY KEY ("meetingId","organisationId")
);

-- CreateTable
CREATE TABLE "Reply" (
    "meetingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "actorId" TEXT,
    "via" TEXT NOT NULL,
    "from" TEXT,
    "until" TEXT,
    "except" TEXT[],
    "substituteId" TEXT,
    "substituteName" TEXT,
    "substituteState" TEXT,
    "substituteAskedAt" TIMESTAMPTZ(3),
    "waitingSince" TIMESTAMPTZ(3),
    "offeredUntil" TIMESTAMPTZ(3),
    "askOn" TEXT,
    "edition" INTEGER NOT NULL,
    "reserved" BOOLEAN NOT NULL,
    "nudges" INTEGER NOT NULL,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("meetingId","personId")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "key" TEXT NOT NULL,
    "allianceId" TEXT,
    "personId" TEXT,
    "kind" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "mode" TEXT NOT NULL,
    "messenger" TEXT,
    "tenant" TEXT,
    "address" JSONB,
    "ref" JSONB,
    "matter" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempt" INTEGER NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3),
    "notBefore" TIMESTAMPTZ(3),
    "usefulUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "seq" BIGSERIAL NOT NULL,
    "target" TEXT,
    "slotAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Shown" (
    "matter" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "messenger" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "ref" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "shownAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Shown_pkey" PRIMARY KEY ("matter","accountId")
);

-- CreateTable
CREATE TABLE "Trail" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "meetingId" TEXT,
    "personId" TEXT,
    "actorId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "via" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "Trail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gesture" (
    "key" TEXT NOT NULL,
    "allianceId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" JSONB,

    CONSTRAINT "Gesture_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Pace" (
    "messenger" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Pace_pkey" PRIMARY KEY ("messenger","tenant","bucket")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "PageMessage" (
    "id" BIGSERIAL NOT NULL,
    "chat" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "card" JSONB,
    "twin" TEXT,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "PageMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Workspace_allianceId_idx" ON "Workspace"("allianceId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_allianceId_id_key" ON "Organisation"("allianceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_allianceId_slug_key" ON "Organisation"("allianceId", "slug");

-- CreateIndex
CREATE INDEX "Objective_allianceId_idx" ON "Objective"("allianceId");

-- CreateIndex
CREATE INDEX "Seat_organisationId_idx" ON "Seat"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_allianceId_id_key" ON "Seat"("allianceId", "id");

-- CreateIndex
CREATE INDEX "Person_allianceId_email_idx" ON "Person"("allianceId", "email");

-- CreateIndex
CREATE INDEX "Person_organisationId_idx" ON "Person"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_allianceId_id_key" ON "Person"("allianceId", "id");

-- CreateIndex
CREATE INDEX "Holding_allianceId_idx" ON "Holding"("allianceId");

-- CreateIndex
CREATE INDEX "Holding_seatId_idx" ON "Holding"("seatId");

-- CreateIndex
CREATE INDEX "Holding_personId_idx" ON "Holding"("personId");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_messenger_tenant_user_key" ON "Account"("messenger", "tenant", "user");

-- CreateIndex
CREATE UNIQUE INDEX "Account_allianceId_id_key" ON "Account"("allianceId", "id");

-- CreateIndex
CREATE INDEX "AccessCode_allianceId_idx" ON "AccessCode"("allianceId");

-- CreateIndex
CREATE INDEX "AccessCode_personId_idx" ON "AccessCode"("personId");

-- CreateIndex
CREATE INDEX "Meeting_allianceId_endsAt_idx" ON "Meeting"("allianceId", "endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_allianceId_id_key" ON "Meeting"("allianceId", "id");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_idx" ON "AgendaItem"("meetingId");

-- CreateIndex
CREATE INDEX "Consent_organisationId_idx" ON "Consent"("organisationId");

-- CreateIndex
CREATE INDEX "Consent_personId_idx" ON "Consent"("personId");

-- CreateIndex
CREATE INDEX "Quota_organisationId_idx" ON "Quota"("organisationId");

-- CreateIndex
CREATE INDEX "Reply_meetingId_organisationId_state_idx" ON "Reply"("meetingId", "organisationId", "state");

-- CreateIndex
CREATE INDEX "Reply_meetingId_substituteId_idx" ON "Reply"("meetingId", "substituteId");

-- CreateIndex
CREATE INDEX "Reply_organisationId_idx" ON "Reply"("organisationId");

-- CreateIndex
CREATE INDEX "Reply_personId_idx" ON "Reply"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_seq_key" ON "Delivery"("seq");

-- CreateIndex
CREATE INDEX "Delivery_state_notBefore_idx" ON "Delivery"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Delivery_allianceId_state_idx" ON "Delivery"("allianceId", "state");

-- CreateIndex
CREATE INDEX "Delivery_target_seq_idx" ON "Delivery"("target", "seq");

-- CreateIndex
CREATE INDEX "Delivery_personId_idx" ON "Delivery"("personId");

-- CreateIndex
CREATE INDEX "Delivery_createdAt_idx" ON "Delivery"("createdAt");

-- CreateIndex
CREATE INDEX "Shown_accountId_idx" ON "Shown"("accountId");

-- CreateIndex
CREATE INDEX "Shown_personId_idx" ON "Shown"("personId");

-- CreateIndex
CREATE INDEX "Trail_allianceId_at_idx" ON "Trail"("allianceId", "at");

-- CreateIndex
CREATE INDEX "Trail_meetingId_idx" ON "Trail"("meetingId");

-- CreateIndex
CREATE INDEX "Trail_personId_idx" ON "Trail"("personId");

-- CreateIndex
CREATE INDEX "Gesture_at_idx" ON "Gesture"("at");

-- CreateIndex
CREATE INDEX "Pace_nextAt_idx" ON "Pace"("nextAt");

-- CreateIndex
CREATE INDEX "PageMessage_chat_id_idx" ON "PageMessage"("chat", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PageMessage_chat_key_key" ON "PageMessage"("chat", "key");

-- AddForeignKey
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objective" ADD CONSTRAINT "Objective_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_allianceId_organisationId_fkey" FOREIGN KEY ("allianceId", "organisationId") REFERENCES "Organisation"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_allianceId_organisationId_fkey" FOREIGN KEY ("allianceId", "organisationId") REFERENCES "Organisation"("allianceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_allianceId_seatId_fkey" FOREIGN KEY ("allianceId", "seatId") REFERENCES "Seat"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_allianceId_organisationId_fkey" FOREIGN KEY ("allianceId", "organisationId") REFERENCES "Organisation"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quota" ADD CONSTRAINT "Quota_allianceId_organisationId_fkey" FOREIGN KEY ("allianceId", "organisationId") REFERENCES "Organisation"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_allianceId_organisationId_fkey" FOREIGN KEY ("allianceId", "organisationId") REFERENCES "Organisation"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shown" ADD CONSTRAINT "Shown_allianceId_accountId_fkey" FOREIGN KEY ("allianceId", "accountId") REFERENCES "Account"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shown" ADD CONSTRAINT "Shown_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trail" ADD CONSTRAINT "Trail_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trail" ADD CONSTRAINT "Trail_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

