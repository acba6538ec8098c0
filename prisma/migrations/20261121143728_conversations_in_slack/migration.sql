-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "feedback" TEXT;

-- CreateTable
CREATE TABLE "Seen" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Seen_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT,
    "thread" TEXT,
    "asked" JSONB NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "areaId" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("team","user")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "record" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Seen_at_idx" ON "Seen"("at");

-- CreateIndex
CREATE INDEX "Conversation_channel_at_idx" ON "Conversation"("channel", "at");

-- CreateIndex
CREATE INDEX "Conversation_at_idx" ON "Conversation"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Objection_record_team_user_key" ON "Objection"("record", "team", "user");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE SET NULL ON UPDATE CASCADE;
