import type { Prisma } from './open.ts';

// Which times of daily jobs were worked off, so that several copies, or one that was away, do each once.

/** So long a copy has a job in hand; where it ended meanwhile, another one takes over. */
const LEASE_MINUTES = 10;

/**
 * Takes a job's time on, unless that time is done or another copy has it in hand. A job that was never seen counts as
 * done up to `due`: what nobody waited for was not missed. One that is done for a time more than a day ahead was done by
 * a clock that stood wrong, or in a rehearsal.
 */
export async function claimRun(prisma: Prisma, name: string, due: Date): Promise<boolean> {
  await prisma.jobRun.createMany({ data: [{ name, doneFor: due }], skipDuplicates: true });
  const claimed = await prisma.$executeRaw`
    UPDATE "JobRun" SET "leaseUntil" = clock_timestamp() + make_interval(mins => ${LEASE_MINUTES}::int)
    WHERE "name" = ${name} AND ("doneFor" < ${due} OR "doneFor" > ${due}::timestamptz + interval '1 day')
      AND ("leaseUntil" IS NULL OR "leaseUntil" < clock_timestamp())`;
  return claimed === 1;
}

/** Notes that a job's time is worked off. */
export async function runDone(prisma: Prisma, name: string, due: Date): Promise<void> {
  await prisma.jobRun.update({ where: { name }, data: { doneFor: due, leaseUntil: null } });
}
