-- AlterTable
ALTER TABLE "Initiative" ADD COLUMN     "leads" JSONB;
