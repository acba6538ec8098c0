-- The first due notice of a lane is found without sorting all that is due (by hand: Prisma cannot describe partial indexes).
CREATE INDEX "Notice_lane_planned_idx" ON "Notice"("lane", "dueAt", "plannedAt", "id") WHERE "status" = 'planned';
