-- CreateTable
CREATE TABLE "Installation" (
    "tenant" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "botUserId" TEXT NOT NULL,
    "scopes" TEXT[],
    "installedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("tenant")
);

-- CreateTable
CREATE TABLE "InstallState" (
    "nonce" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstallState_pkey" PRIMARY KEY ("nonce")
);

-- CreateIndex
CREATE INDEX "InstallState_until_idx" ON "InstallState"("until");
