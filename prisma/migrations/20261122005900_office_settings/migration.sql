-- AlterTable
ALTER TABLE "Deadline" ALTER COLUMN "leads" DROP NOT NULL;

-- AlterTable
ALTER TABLE "MeetingPlan" ALTER COLUMN "leads" DROP NOT NULL;

-- CreateTable
CREATE TABLE "OfficeSetting" (
    "id" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "OfficeSetting_pkey" PRIMARY KEY ("id")
);

-- What stood at the default was chosen by nobody: it goes by what the office sets from now on.
UPDATE "Deadline" SET "leads" = NULL
WHERE "leads" = '[{"unit":"business-days","count":14},{"unit":"business-days","count":7},{"unit":"business-days","count":1}]'::jsonb;

UPDATE "MeetingPlan" SET "leads" = NULL
WHERE "leads" = CASE
  WHEN ("recurrence" ->> 'rhythm' = 'weekday-of-month' AND jsonb_array_length("recurrence" -> 'nths') >= ("recurrence" ->> 'months')::int)
    OR ("recurrence" ->> 'rhythm' = 'day-of-month' AND ("recurrence" ->> 'months')::int = 1)
    OR ("recurrence" ->> 'rhythm' = 'weeks' AND ("recurrence" ->> 'interval')::int <= 4)
    OR ("recurrence" ->> 'rhythm' = 'dates' AND jsonb_array_length("recurrence" -> 'days') >= 12)
    OR ("recurrence" ->> 'rhythm' = 'times-a-year' AND ("recurrence" ->> 'times')::int >= 12)
  THEN '[{"unit":"business-days","count":1}]'::jsonb
  ELSE '[{"unit":"business-days","count":7},{"unit":"business-days","count":1}]'::jsonb
END;
