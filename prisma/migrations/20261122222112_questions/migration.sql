-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "named" BOOLEAN NOT NULL,
    "personId" TEXT,
    "organisationId" TEXT,
    "seatId" TEXT,
    "askedOn" TEXT,
    "actorId" TEXT,
    "via" TEXT,
    "text" TEXT NOT NULL,
    "background" TEXT,
    "toId" TEXT NOT NULL,
    "objectiveId" TEXT,
    "state" TEXT NOT NULL,
    "before" TEXT,
    "late" BOOLEAN NOT NULL,
    "intoId" TEXT,
    "said" TEXT,
    "rule" TEXT,
    "hint" TEXT,
    "admittedOn" TEXT,
    "supplementTo" TEXT,
    "place" INTEGER,
    "receipt" TEXT,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "questionId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "allianceId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "personId" TEXT,
    "text" TEXT NOT NULL,
    "on" TEXT NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("questionId","edition")
);

-- CreateTable
CREATE TABLE "Vote" (
    "questionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("questionId","personId")
);

-- CreateTable
CREATE TABLE "Token" (
    "hash" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,

    CONSTRAINT "Token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "done" BOOLEAN NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionRules" (
    "allianceId" TEXT NOT NULL,
    "perSeat" INTEGER NOT NULL,
    "supplements" INTEGER NOT NULL,
    "showSupport" BOOLEAN NOT NULL,
    "order" TEXT NOT NULL,

    CONSTRAINT "QuestionRules_pkey" PRIMARY KEY ("allianceId")
);

-- CreateTable
CREATE TABLE "Round" (
    "meetingId" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "intake" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "currentId" TEXT,
    "later" TEXT[],
    "past" TEXT,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "Board" (
    "matter" TEXT NOT NULL,
    "messenger" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "allianceId" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "ref" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "shownAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Board_pkey" PRIMARY KEY ("matter","messenger","tenant","place")
);

-- CreateIndex
CREATE INDEX "Question_meetingId_state_idx" ON "Question"("meetingId", "state");

-- CreateIndex
CREATE INDEX "Question_personId_idx" ON "Question"("personId");

-- CreateIndex
CREATE INDEX "Question_receipt_idx" ON "Question"("receipt");

-- CreateIndex
CREATE UNIQUE INDEX "Question_allianceId_id_key" ON "Question"("allianceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Question_allianceId_number_key" ON "Question"("allianceId", "number");

-- CreateIndex
CREATE INDEX "Vote_personId_idx" ON "Vote"("personId");

-- CreateIndex
CREATE INDEX "Token_meetingId_idx" ON "Token"("meetingId");

-- CreateIndex
CREATE INDEX "Note_meetingId_idx" ON "Note"("meetingId");

-- CreateIndex
CREATE INDEX "Note_personId_idx" ON "Note"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_allianceId_meetingId_key" ON "Round"("allianceId", "meetingId");

-- CreateIndex
CREATE INDEX "Board_allianceId_idx" ON "Board"("allianceId");

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_allianceId_questionId_fkey" FOREIGN KEY ("allianceId", "questionId") REFERENCES "Question"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_allianceId_questionId_fkey" FOREIGN KEY ("allianceId", "questionId") REFERENCES "Question"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_allianceId_personId_fkey" FOREIGN KEY ("allianceId", "personId") REFERENCES "Person"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionRules" ADD CONSTRAINT "QuestionRules_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_allianceId_meetingId_fkey" FOREIGN KEY ("allianceId", "meetingId") REFERENCES "Meeting"("allianceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Board" ADD CONSTRAINT "Board_allianceId_fkey" FOREIGN KEY ("allianceId") REFERENCES "Alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;
