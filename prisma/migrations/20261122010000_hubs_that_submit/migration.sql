-- AlterTable
ALTER TABLE "Deadline" ADD COLUMN "submitters" TEXT NOT NULL DEFAULT 'areas';

-- The yearly template's report of commissioned work is the hubs' to submit. What somebody confirmed already stays.
UPDATE "Deadline" SET "submitters" = 'hubs' WHERE "template" = 'contract-results' AND NOT "confirmed";
