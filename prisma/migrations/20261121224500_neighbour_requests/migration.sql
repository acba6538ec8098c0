-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "answers" JSONB;

-- CreateTable
CREATE TABLE "NeighbourRequest" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "purpose" TEXT,
    "column" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,

    CONSTRAINT "NeighbourRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeighbourAsked" (
    "requestId" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "noticeId" TEXT,
    "toldOn" TEXT,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "repliedBy" TEXT,
    "recordKind" TEXT,
    "record" TEXT,

    CONSTRAINT "NeighbourAsked_pkey" PRIMARY KEY ("requestId","areaId")
);

-- CreateIndex
CREATE UNIQUE INDEX "NeighbourRequest_key_key" ON "NeighbourRequest"("key");

-- CreateIndex
CREATE INDEX "NeighbourRequest_areaId_idx" ON "NeighbourRequest"("areaId");

-- CreateIndex
CREATE INDEX "NeighbourRequest_until_idx" ON "NeighbourRequest"("until");

-- CreateIndex
CREATE INDEX "NeighbourAsked_areaId_toldOn_idx" ON "NeighbourAsked"("areaId", "toldOn");

-- CreateIndex
CREATE INDEX "NeighbourAsked_noticeId_idx" ON "NeighbourAsked"("noticeId");

-- AddForeignKey
ALTER TABLE "NeighbourRequest" ADD CONSTRAINT "NeighbourRequest_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeighbourAsked" ADD CONSTRAINT "NeighbourAsked_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "NeighbourRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeighbourAsked" ADD CONSTRAINT "NeighbourAsked_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;
