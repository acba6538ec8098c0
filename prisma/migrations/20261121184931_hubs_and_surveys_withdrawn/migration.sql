-- AlterTable
ALTER TABLE "Hub" ADD COLUMN     "withdrawn" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Survey" ADD COLUMN     "withdrawn" BOOLEAN NOT NULL DEFAULT false;
