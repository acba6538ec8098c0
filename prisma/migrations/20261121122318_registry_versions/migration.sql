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
ALTER TABLE "SurveyAnswer" ADD COLUMN     "position" INTEGER NOT NULL,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Tool" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- DropTable
DROP TABLE "_StatementToToolUse";

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
