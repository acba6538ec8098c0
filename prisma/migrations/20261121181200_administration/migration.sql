-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "message" TEXT,
ADD COLUMN     "redraw" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "JoinRequest" ADD COLUMN     "section" TEXT;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "lead" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
