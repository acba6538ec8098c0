-- CreateTable
CREATE TABLE "DocumentSitting" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "said" JSONB NOT NULL DEFAULT '{}',
    "seen" JSONB,
    "savedAt" TIMESTAMPTZ(3),
    "entries" BIGINT[],

    CONSTRAINT "DocumentSitting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DocumentSitting_key_key" ON "DocumentSitting"("key");

-- CreateIndex
CREATE INDEX "DocumentSitting_at_idx" ON "DocumentSitting"("at");
