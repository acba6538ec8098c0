-- CreateEnum
CREATE TYPE "AreaKind" AS ENUM ('municipality', 'district', 'union', 'prefecture', 'unnamed');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('covers', 'mayWriteFor', 'mustSubmitFor');

-- CreateTable
CREATE TABLE "Area" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AreaKind" NOT NULL,
    "code" TEXT,
    "reading" TEXT,
    "romaji" TEXT,
    "prefecture" TEXT,
    "aliases" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AreaRelation" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" "RelationKind" NOT NULL,

    CONSTRAINT "AreaRelation_pkey" PRIMARY KEY ("fromId","toId","kind")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "fiscalYear" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "sheet" INTEGER NOT NULL,
    "facet" TEXT NOT NULL,
    "stated" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL,
    "facet" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "english" TEXT NOT NULL,
    "also" TEXT[],
    "scenes" TEXT[],
    "topics" TEXT[],
    "numbers" JSONB NOT NULL DEFAULT '[]',
    "when" TEXT,
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hub" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "mode" TEXT NOT NULL,
    "operator" TEXT,
    "location" TEXT,
    "since" TEXT,
    "tel" TEXT,
    "note" TEXT,
    "english" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Hub_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScenePlan" (
    "id" TEXT NOT NULL,
    "scene" TEXT NOT NULL,
    "printed" TEXT,
    "period" TEXT,
    "stated" TEXT NOT NULL DEFAULT 'yes',
    "vision" TEXT,
    "goal" TEXT,
    "english" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ScenePlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tool" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "maker" TEXT,
    "english" TEXT,
    "aliases" TEXT[],
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Tool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToolUse" (
    "id" TEXT NOT NULL,
    "toolId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "maker" TEXT,
    "role" TEXT NOT NULL,
    "ways" TEXT[],
    "access" TEXT,
    "contact" TEXT,
    "terms" TEXT,
    "since" TEXT,
    "status" TEXT NOT NULL,
    "purpose" TEXT,
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ToolUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToolUseStatement" (
    "toolUseId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ToolUseStatement_pkey" PRIMARY KEY ("toolUseId","statementId")
);

-- CreateTable
CREATE TABLE "Initiative" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "scene" TEXT NOT NULL,
    "printedScene" TEXT,
    "title" TEXT NOT NULL,
    "projectItems" TEXT[],
    "content" TEXT,
    "english" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sourceText" TEXT,
    "fiscalYear" TEXT,
    "date" TEXT,
    "dateNote" TEXT,
    "location" TEXT,
    "participants" INTEGER,
    "members" TEXT,
    "host" TEXT,
    "coHost" TEXT,
    "method" TEXT,
    "target" TEXT,
    "memo" TEXT,
    "topics" TEXT[],
    "numbers" JSONB NOT NULL DEFAULT '[]',
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InitiativeItem" (
    "id" TEXT NOT NULL,
    "initiativeId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "memo" TEXT,
    "english" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "InitiativeItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "scene" TEXT,
    "english" TEXT NOT NULL,
    "aliases" TEXT[],
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorValue" (
    "id" TEXT NOT NULL,
    "indicatorId" TEXT NOT NULL,
    "fiscalYear" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "state" TEXT,
    "note" TEXT,
    "asOf" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "IndicatorValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evaluation" (
    "id" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "scene" TEXT NOT NULL,
    "fiscalYear" TEXT NOT NULL,
    "rating" DOUBLE PRECISION,
    "draft" BOOLEAN NOT NULL,
    "done" JSONB NOT NULL DEFAULT '[]',
    "checked" JSONB NOT NULL DEFAULT '[]',
    "changed" JSONB NOT NULL DEFAULT '[]',
    "nextPlan" JSONB NOT NULL DEFAULT '[]',
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "perYear" DOUBLE PRECISION,
    "frequency" TEXT,
    "dates" TEXT[],
    "time" TEXT,
    "method" TEXT,
    "host" TEXT,
    "members" TEXT,
    "theme" TEXT,
    "location" TEXT,
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Survey" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "target" TEXT,
    "method" TEXT,
    "answers" TEXT,
    "questions" TEXT,
    "when" TEXT,
    "next" TEXT,
    "status" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LexiconEntry" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "members" TEXT[],
    "asked" TEXT[],
    "english" TEXT[],
    "except" TEXT[],
    "remedies" TEXT[],
    "weight" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,

    CONSTRAINT "LexiconEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShippedRecord" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ShippedRecord_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "Change" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "action" TEXT NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "understood" TEXT NOT NULL,
    "answered" BOOLEAN NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_AreaToStatement" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToStatement_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToSurveyAnswer" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToSurveyAnswer_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToHub" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToHub_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToScenePlan" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToScenePlan_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToToolUse" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToToolUse_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToMeeting" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToMeeting_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_AreaToSurvey" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_AreaToSurvey_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Area_name_key" ON "Area"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Area_code_key" ON "Area"("code");

-- CreateIndex
CREATE INDEX "SurveyAnswer_sourceId_sheet_idx" ON "SurveyAnswer"("sourceId", "sheet");

-- CreateIndex
CREATE INDEX "Statement_sourceId_idx" ON "Statement"("sourceId");

-- CreateIndex
CREATE INDEX "ToolUse_toolId_idx" ON "ToolUse"("toolId");

-- CreateIndex
CREATE INDEX "ToolUseStatement_statementId_idx" ON "ToolUseStatement"("statementId");

-- CreateIndex
CREATE INDEX "Initiative_areaId_scene_idx" ON "Initiative"("areaId", "scene");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorValue_indicatorId_fiscalYear_kind_key" ON "IndicatorValue"("indicatorId", "fiscalYear", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Evaluation_areaId_scene_fiscalYear_key" ON "Evaluation"("areaId", "scene", "fiscalYear");

-- CreateIndex
CREATE INDEX "Question_at_idx" ON "Question"("at");

-- CreateIndex
CREATE INDEX "_AreaToStatement_B_index" ON "_AreaToStatement"("B");

-- CreateIndex
CREATE INDEX "_AreaToSurveyAnswer_B_index" ON "_AreaToSurveyAnswer"("B");

-- CreateIndex
CREATE INDEX "_AreaToHub_B_index" ON "_AreaToHub"("B");

-- CreateIndex
CREATE INDEX "_AreaToScenePlan_B_index" ON "_AreaToScenePlan"("B");

-- CreateIndex
CREATE INDEX "_AreaToToolUse_B_index" ON "_AreaToToolUse"("B");

-- CreateIndex
CREATE INDEX "_AreaToMeeting_B_index" ON "_AreaToMeeting"("B");

-- CreateIndex
CREATE INDEX "_AreaToSurvey_B_index" ON "_AreaToSurvey"("B");

-- AddForeignKey
ALTER TABLE "AreaRelation" ADD CONSTRAINT "AreaRelation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AreaRelation" ADD CONSTRAINT "AreaRelation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hub" ADD CONSTRAINT "Hub_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenePlan" ADD CONSTRAINT "ScenePlan_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolUse" ADD CONSTRAINT "ToolUse_toolId_fkey" FOREIGN KEY ("toolId") REFERENCES "Tool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolUse" ADD CONSTRAINT "ToolUse_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolUseStatement" ADD CONSTRAINT "ToolUseStatement_toolUseId_fkey" FOREIGN KEY ("toolUseId") REFERENCES "ToolUse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolUseStatement" ADD CONSTRAINT "ToolUseStatement_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InitiativeItem" ADD CONSTRAINT "InitiativeItem_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorValue" ADD CONSTRAINT "IndicatorValue_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evaluation" ADD CONSTRAINT "Evaluation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Survey" ADD CONSTRAINT "Survey_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToStatement" ADD CONSTRAINT "_AreaToStatement_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToStatement" ADD CONSTRAINT "_AreaToStatement_B_fkey" FOREIGN KEY ("B") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurveyAnswer" ADD CONSTRAINT "_AreaToSurveyAnswer_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurveyAnswer" ADD CONSTRAINT "_AreaToSurveyAnswer_B_fkey" FOREIGN KEY ("B") REFERENCES "SurveyAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToHub" ADD CONSTRAINT "_AreaToHub_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToHub" ADD CONSTRAINT "_AreaToHub_B_fkey" FOREIGN KEY ("B") REFERENCES "Hub"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToScenePlan" ADD CONSTRAINT "_AreaToScenePlan_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToScenePlan" ADD CONSTRAINT "_AreaToScenePlan_B_fkey" FOREIGN KEY ("B") REFERENCES "ScenePlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToToolUse" ADD CONSTRAINT "_AreaToToolUse_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToToolUse" ADD CONSTRAINT "_AreaToToolUse_B_fkey" FOREIGN KEY ("B") REFERENCES "ToolUse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToMeeting" ADD CONSTRAINT "_AreaToMeeting_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToMeeting" ADD CONSTRAINT "_AreaToMeeting_B_fkey" FOREIGN KEY ("B") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurvey" ADD CONSTRAINT "_AreaToSurvey_A_fkey" FOREIGN KEY ("A") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AreaToSurvey" ADD CONSTRAINT "_AreaToSurvey_B_fkey" FOREIGN KEY ("B") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;
