-- AlterTable
ALTER TABLE "Area" ADD COLUMN     "channel" TEXT;

-- AlterTable
ALTER TABLE "Initiative" ADD COLUMN     "alsoScenes" TEXT[],
ADD COLUMN     "sectionId" TEXT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "deactivated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "name" TEXT;

-- AlterTable
ALTER TABLE "Survey" ADD COLUMN     "link" TEXT;

-- AlterTable
ALTER TABLE "SurveyAnswer" ADD COLUMN     "asOf" TEXT;

-- AlterTable
ALTER TABLE "Tool" ADD COLUMN     "withdrawn" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ToolUse" ADD COLUMN     "link" TEXT;

-- CreateTable
CREATE TABLE "Section" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "name" TEXT,
    "areaId" TEXT NOT NULL,
    "sectionId" TEXT,
    "role" TEXT NOT NULL,
    "deputyOf" TEXT,
    "from" TEXT,
    "until" TEXT,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JoinRequest" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "note" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "approved" BOOLEAN,

    CONSTRAINT "JoinRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "History" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT,
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "userName" TEXT,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT,
    "inStead" BOOLEAN NOT NULL DEFAULT false,
    "approvedBy" TEXT,
    "changes" JSONB NOT NULL,
    "before" JSONB,

    CONSTRAINT "History_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Refusal" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT,
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "record" TEXT,
    "result" TEXT NOT NULL,

    CONSTRAINT "Refusal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record" TEXT,
    "version" INTEGER,
    "fields" JSONB NOT NULL,
    "reason" TEXT,
    "areaIds" TEXT[],
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "approved" BOOLEAN,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Section_areaId_name_key" ON "Section"("areaId", "name");

-- CreateIndex
CREATE INDEX "Membership_user_idx" ON "Membership"("user");

-- CreateIndex
CREATE INDEX "Membership_areaId_idx" ON "Membership"("areaId");

-- CreateIndex
CREATE INDEX "JoinRequest_areaId_decidedAt_idx" ON "JoinRequest"("areaId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "History_key_key" ON "History"("key");

-- CreateIndex
CREATE INDEX "History_kind_record_seq_idx" ON "History"("kind", "record", "seq");

-- CreateIndex
CREATE INDEX "History_at_idx" ON "History"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Refusal_key_key" ON "Refusal"("key");

-- CreateIndex
CREATE INDEX "Refusal_at_idx" ON "Refusal"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_key_key" ON "Draft"("key");

-- CreateIndex
CREATE INDEX "Draft_decidedAt_idx" ON "Draft"("decidedAt");

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinRequest" ADD CONSTRAINT "JoinRequest_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;
