-- CreateTable
CREATE TABLE "MeetingPlan" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sectionId" TEXT,
    "inCharge" TEXT,
    "handover" JSONB,
    "time" TEXT,
    "location" TEXT,
    "link" TEXT,
    "memo" TEXT,
    "recurrence" JSONB NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "fiscalYear" TEXT NOT NULL,
    "closedDays" TEXT NOT NULL,
    "leads" JSONB NOT NULL,
    "initiativeIds" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "MeetingPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "written" TEXT,
    "slot" TEXT,
    "date" TEXT,
    "day" TEXT,
    "time" TEXT,
    "location" TEXT,
    "fiscalYear" TEXT,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "participants" INTEGER,
    "memo" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "change" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deadline" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "targetYear" TEXT NOT NULL,
    "submissionYear" TEXT NOT NULL,
    "date" TEXT,
    "event" JSONB,
    "day" TEXT,
    "confirmed" BOOLEAN NOT NULL,
    "dueTime" TEXT,
    "recipient" TEXT NOT NULL,
    "sectionId" TEXT,
    "inCharge" TEXT,
    "handover" JSONB,
    "closedDays" TEXT NOT NULL,
    "chain" JSONB NOT NULL,
    "leads" JSONB NOT NULL,
    "link" TEXT,
    "memo" TEXT,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "template" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "change" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" TEXT NOT NULL,
    "deadlineId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "coveredBy" TEXT,
    "status" TEXT NOT NULL,
    "date" TEXT,
    "time" TEXT,
    "way" TEXT,
    "documentNumber" TEXT,
    "ownDay" TEXT,
    "reason" TEXT,
    "memo" TEXT,
    "lateDays" INTEGER,
    "lateBusinessDays" INTEGER,
    "since" TIMESTAMPTZ(3),
    "change" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_AreaToMeetingPlan" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToMeetingPlan_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToDeadline" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToDeadline_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "Occurrence_planId_idx" ON "Occurrence"("planId");

-- CreateIndex
CREATE INDEX "Occurrence_day_idx" ON "Occurrence"("day");

-- CreateIndex
CREATE INDEX "Deadline_day_idx" ON "Deadline"("day");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_deadlineId_areaId_key" ON "Submission"("deadlineId", "areaId");

-- CreateIndex
CREATE INDEX "_AreaToMeetingPlan_B_index" ON "_AreaToMeetingPlan"("B");

-- CreateIndex
CREATE INDEX "_AreaToDeadline_B_index" ON "_AreaToDeadline"("B");

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_planId_fkey" FOREIGN KEY ("planId") REFERENCES "MeetingPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToMeetingPlan" ADD CONSTRAINT "_AreaToMeetingPlan_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToMeetingPlan" ADD CONSTRAINT "_AreaToMeetingPlan_B_fkey" FOREIGN KEY ("B") REFERENCES "MeetingPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToDeadline" ADD CONSTRAINT "_AreaToDeadline_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToDeadline" ADD CONSTRAINT "_AreaToDeadline_B_fkey" FOREIGN KEY ("B") REFERENCES "Deadline"("id") ON DELETE CASCADE ON UPDATE CASCADE;
