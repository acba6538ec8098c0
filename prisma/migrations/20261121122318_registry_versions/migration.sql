-- DropForeignKey
ALTER TABLE "_StatementToToolUse" DROP CONSTRAINT "_StatementToToolUse_A_fkey";

-- DropForeignKey
ALTER TABLE "_StatementToToolUse" DROP CONSTRAINT "_StatementToToolUse_B_fkey";

-- AlterTable
ALTER TABLE "Area" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "SurveyAnswer" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "SurveyAnswer" ALTER COLUMN "position" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Tool" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ToolUseStatement" (
    "toolUseId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ToolUseStatement_pkey" PRIMARY KEY ("toolUseId","statementId")
);

-- CreateIndex
CREATE INDEX "ToolUseStatement_statementId_idx" ON "ToolUseStatement"("statementId");

-- AddForeignKey
ALTER TABLE "ToolUseStatement" ADD CONSTRAINT "ToolUseStatement_toolUseId_fkey" FOREIGN KEY ("toolUseId") REFERENCES "ToolUse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolUseStatement" ADD CONSTRAINT "ToolUseStatement_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What stood in the former join table goes over, then the table goes.
INSERT INTO "ToolUseStatement" ("toolUseId", "statementId", "position")
SELECT "B", "A", row_number() OVER (PARTITION BY "B" ORDER BY "A") - 1 FROM "_StatementToToolUse";
DROP TABLE "_StatementToToolUse";

-- Transactions that note changes do so one after another: a number is drawn only once the former one is visible, so that
-- nobody who asks for what came after a number misses one. Fires before the statement's first nextval.
CREATE FUNCTION note_changes_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  RETURN NULL;
END $$;

CREATE TRIGGER change_in_turn BEFORE INSERT ON "Change"
FOR EACH STATEMENT EXECUTE FUNCTION note_changes_in_turn();
