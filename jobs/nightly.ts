import type { Clock } from '../src/calendar/clock.ts';
import type { ClockTime } from '../src/calendar/office-time.ts';
import { keepNightly } from '../src/database/backup.ts';
import type { Database } from '../src/database/open.ts';
import type { Daily } from './daily.ts';

/** The embedded database does nothing by itself: each night it is cleaned, written out and copied. */
export const nightly = ({ pool, dump }: Database, folder: string, clock: Clock): Daily => ({
  name: 'nightly',
  at: '03:00' as ClockTime,
  async run() {
    if (!dump) return;
    await pool.query('VACUUM (ANALYZE)');
    await keepNightly({ dump }, folder, clock.today());
  },
});
