-- CreateTable
CREATE TABLE "JobRun" (
    "name" TEXT NOT NULL,
    "doneFor" TIMESTAMPTZ(3) NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("name")
);
