-- CreateTable
CREATE TABLE "OfficeClosure" (
    "id" TEXT NOT NULL,
    "days" TEXT[],
    "yearly" TEXT[],
    "yearEnd" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "OfficeClosure_pkey" PRIMARY KEY ("id")
);
