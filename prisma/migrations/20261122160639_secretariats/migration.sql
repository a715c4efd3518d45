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
