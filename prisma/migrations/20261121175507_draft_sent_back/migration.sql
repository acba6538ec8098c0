-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "answer" TEXT;
