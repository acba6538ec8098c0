-- CreateTable
CREATE TABLE "NoticePreference" (
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "meetings" TEXT NOT NULL,

    CONSTRAINT "NoticePreference_pkey" PRIMARY KEY ("team","user")
);

-- CreateIndex
CREATE INDEX "NoticePreference_user_idx" ON "NoticePreference"("user");
