import { Prisma } from '../generated/prisma/client.ts';

/** The join tables between records and the areas they are about. */
export type AreaLinks =
  | '_AreaToStatement'
  | '_AreaToSurveyAnswer'
  | '_AreaToHub'
  | '_AreaToScenePlan'
  | '_AreaToToolUse'
  | '_AreaToMeeting'
  | '_AreaToSurvey'
  | '_AreaToMeetingPlan'
  | '_AreaToDeadline'
  | '_AreaToSurveyRound'
  | '_AreaToSurveyReply';

type Db = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>;

/** The areas of each record, in the order of the areas; of all records, or of `ids`. One query however many there are. */
export async function areasOf(db: Db, table: AreaLinks, ids?: readonly string[]): Promise<Map<string, string[]>> {
  const only = ids ? Prisma.sql`WHERE link."B" = ANY(${[...ids]})` : Prisma.empty;
  const rows = await db.$queryRaw<{ record: string; areas: string[] }[]>`
    SELECT link."B" AS record, array_agg(area."id" ORDER BY area."position", area."id") AS areas
    FROM ${Prisma.raw(`"${table}"`)} AS link JOIN "Area" AS area ON area."id" = link."A" ${only}
    GROUP BY link."B"`;
  return new Map(rows.map(({ record, areas }) => [record, areas]));
}

/** Says anew which areas the records are about. An area that the registry does not have is left out. */
export async function linkAreas(
  db: Db,
  table: AreaLinks,
  records: readonly { id: string; areaIds: readonly string[] }[],
): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  await db.$executeRaw`DELETE FROM ${name} WHERE "B" = ANY(${records.map(({ id }) => id)})`;
  const pairs = records.flatMap(({ id, areaIds }) => areaIds.map((area) => ({ area, id })));
  await db.$executeRaw`
    INSERT INTO ${name} ("A", "B")
    SELECT pair.area, pair.record
    FROM unnest(${pairs.map(({ area }) => area)}::text[], ${pairs.map(({ id }) => id)}::text[]) AS pair(area, record)
    JOIN "Area" ON "Area"."id" = pair.area`;
}
