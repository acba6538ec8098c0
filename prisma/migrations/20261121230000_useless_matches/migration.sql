-- CreateTable
CREATE TABLE "UselessMatch" (
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL,
    "practice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UselessMatch_pkey" PRIMARY KEY ("team","user","difficulty","practice")
);
