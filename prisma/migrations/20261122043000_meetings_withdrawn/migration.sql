-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "withdrawn" BOOLEAN NOT NULL DEFAULT false;
