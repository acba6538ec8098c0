import type { Clock } from '../src/calendar/clock.ts';
import { keepNightly } from '../src/database/backup.ts';
import type { Database } from '../src/database/open.ts';
import type { Job } from './job.ts';

/** The embedded database does nothing by itself: each night it is cleaned, written out and copied. */
export const nightly = ({ pool, dump }: Database, folder: string, clock: Clock): Job => ({
  name: 'nightly',
  cron: '0 0 3 * * *',
  async run() {
    if (!dump) return;
    await pool.query('VACUUM (ANALYZE)');
    await keepNightly({ dump }, folder, clock.today());
  },
});
