-- CreateTable
CREATE TABLE "SurveyRound" (
    "id" TEXT NOT NULL,
    "fiscalYear" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "referenceDate" TEXT NOT NULL,
    "columns" TEXT[],
    "groups" JSONB NOT NULL,
    "deadlineId" TEXT NOT NULL,
    "slots" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL,
    "published" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SurveyRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyReply" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "way" TEXT,
    "reason" TEXT,
    "ownDay" TEXT,
    "slot" TEXT,
    "cells" JSONB NOT NULL DEFAULT '{}',
    "begunAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SurveyReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_AreaToSurveyRound" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToSurveyRound_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToSurveyReply" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToSurveyReply_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "SurveyReply_roundId_slot_key" ON "SurveyReply"("roundId", "slot");

-- CreateIndex
CREATE INDEX "_AreaToSurveyRound_B_index" ON "_AreaToSurveyRound"("B");

-- CreateIndex
CREATE INDEX "_AreaToSurveyReply_B_index" ON "_AreaToSurveyReply"("B");

-- AddForeignKey
ALTER TABLE "SurveyRound" ADD CONSTRAINT "SurveyRound_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyReply" ADD CONSTRAINT "SurveyReply_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "SurveyRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurveyRound" ADD CONSTRAINT "_AreaToSurveyRound_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurveyRound" ADD CONSTRAINT "_AreaToSurveyRound_B_fkey" FOREIGN KEY ("B") REFERENCES "SurveyRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurveyReply" ADD CONSTRAINT "_AreaToSurveyReply_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurveyReply" ADD CONSTRAINT "_AreaToSurveyReply_B_fkey" FOREIGN KEY ("B") REFERENCES "SurveyReply"("id") ON DELETE CASCADE ON UPDATE CASCADE;
