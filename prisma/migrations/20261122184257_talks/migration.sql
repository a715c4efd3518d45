-- Talks and the programme they make; mandates to look at again are found by their day.

-- CreateTable
CREATE TABLE "Talk" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "objectiveId" TEXT,
    "minutes" INTEGER NOT NULL,
    "coSpeaker" TEXT,
    "slides" TEXT,
    "link" TEXT,
    "needs" TEXT,
    "state" TEXT NOT NULL,
    "draft" TEXT,
    "place" INTEGER,
    "start" TEXT,
    "late" BOOLEAN NOT NULL,
    "claim" BOOLEAN NOT NULL,
    "swapWithId" TEXT,
    "actorId" TEXT,
    "via" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "meetingId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "currentId" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "past" TEXT,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "Keynote" (
    "meetingId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "title" TEXT,
    "speaker" TEXT,
    "slides" TEXT,
    "link" TEXT,
    "actorId" TEXT,

    CONSTRAINT "Keynote_pkey" PRIMARY KEY ("meetingId")
);

-- CreateIndex
CREATE INDEX "Organisation_reviewOn_idx" ON "Organisation"("reviewOn");

-- CreateIndex
CREATE INDEX "Talk_meetingId_idx" ON "Talk"("meetingId");

-- CreateIndex
CREATE INDEX "Talk_organisationId_idx" ON "Talk"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_allianceId_meetingId_key" ON "Programme"("allianceId", "meetingId");

-- CreateIndex
CREATE INDEX "Keynote_organisationId_idx" ON "Keynote"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Keynote_allianceId_meetingId_key" ON "Keynote"("allianceId", "meetingId");

-- AddForeignKey
ALTER TABLE "Talk" ADD CONSTRAINT "Talk_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Talk" ADD CONSTRAINT "Talk_allianceId_organisationId_fkey" FOREIGN KEY ("allianceId", "organisationId") REFERENCES "Organisation"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Keynote" ADD CONSTRAINT "Keynote_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Keynote" ADD CONSTRAINT "Keynote_allianceId_organisationId_fkey" FOREIGN KEY ("allianceId", "organisationId") REFERENCES "Organisation"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
