import { addDays, todayIn } from '../src/calendar/calendar-date.ts';
import type { Clock } from '../src/calendar/clock.ts';
import { type ClockTime, instantAt } from '../src/calendar/office-time.ts';
import { claimRun, runDone } from '../src/database/job-runs.ts';
import type { Prisma } from '../src/database/open.ts';
import type { Job } from './job.ts';

/** What is done once a day, from an hour on. */
export interface Daily {
  name: string;
  /** In office time. */
  at: ClockTime;
  run(): Promise<void>;
}

/**
 * A job of each day, by one copy. The database holds for which day it was done last, so that what was missed (the host
 * slept, the bot was being started anew, the job failed) is made good as soon as it is looked: at the next start, or
 * within a minute.
 */
export const daily = (prisma: Prisma, clock: Clock, { name, at, run }: Daily): Job => ({
  name,
  cron: '0 * * * * *',
  atStart: true,
  async run() {
    const due = lastTime(clock.now(), at);
    if (!(await claimRun(prisma, name, due))) return;
    await run();
    await runDone(prisma, name, due);
  },
});

/** When it was this hour the last time. */
function lastTime(now: Date, at: ClockTime): Date {
  const today = instantAt(todayIn(now), at);
  return today <= now ? today : instantAt(addDays(todayIn(now), -1), at);
}
