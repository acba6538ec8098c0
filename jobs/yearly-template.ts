import type { Clock } from '../src/calendar/clock.ts';
import type { Prisma } from '../src/database/open.ts';
import { bringYear } from '../src/registry/yearly-template.ts';
import type { Job } from './job.ts';

/** A new fiscal year begins with the deadlines that come round every year, their dates to be confirmed (rules 8.1). */
export const yearlyTemplate = (prisma: Prisma, clock: Clock, homePrefecture: string): Job => ({
  name: 'yearly-template',
  cron: '0 30 3 * * *',
  async run() {
    await bringYear(prisma, homePrefecture, clock.now());
  },
});
