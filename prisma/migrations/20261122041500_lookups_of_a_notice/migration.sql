-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "lookups" INTEGER NOT NULL DEFAULT 0;
