-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('planned', 'claimed', 'sent', 'cancelled', 'expired', 'failed');

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordKind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "areaId" TEXT,
    "audience" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "facts" JSONB NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" "NoticeStatus" NOT NULL DEFAULT 'planned',
    "void" BOOLEAN NOT NULL DEFAULT false,
    "token" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "doubt" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMPTZ(3),
    "to" TEXT,
    "channel" TEXT,
    "ts" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "late" BOOLEAN,
    "reason" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeLane" (
    "name" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "trouble" TEXT,

    CONSTRAINT "NoticeLane_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE INDEX "Notice_recordKind_recordId_idx" ON "Notice"("recordKind", "recordId");

-- CreateIndex
CREATE INDEX "Notice_occasion_idx" ON "Notice"("occasion");

-- A tick costs what is due, not what is planned (by hand: Prisma cannot describe partial indexes).
CREATE INDEX "Notice_planned_idx" ON "Notice"("dueAt") WHERE "status" = 'planned';
CREATE INDEX "Notice_claimed_idx" ON "Notice"("leaseUntil") WHERE "status" = 'claimed';
CREATE INDEX "Notice_failed_idx" ON "Notice"("dueAt") WHERE "status" = 'failed';
