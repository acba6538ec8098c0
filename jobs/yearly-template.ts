import type { Clock } from '../src/calendar/clock.ts';
import type { ClockTime } from '../src/calendar/office-time.ts';
import type { Prisma } from '../src/database/open.ts';
import { bringYear } from '../src/registry/planned/yearly-template.ts';
import type { Daily } from './daily.ts';

/** A new fiscal year begins with the deadlines that come round every year, their dates to be confirmed (rules 8.1). */
export const yearlyTemplate = (prisma: Prisma, clock: Clock, homePrefecture: string): Daily => ({
  name: 'yearly-template',
  at: '03:30' as ClockTime,
  async run() {
    await bringYear(prisma, homePrefecture, clock.now());
  },
});
