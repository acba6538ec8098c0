// Prints everything the calendar says about 2019–2035, for comparing the answers of hosts in different zones.
import { createHash } from 'node:crypto';
import {
  businessDaysBefore,
  countBusinessDays,
  defaultOffice,
  isBusinessDay,
  shift,
  whyClosed,
} from '../../src/calendar/business-days.ts';
import { addDays, daysBetween, todayIn, weekdayOf } from '../../src/calendar/calendar-date.ts';
import { fixedClock } from '../../src/calendar/clock.ts';
import { findDates } from '../../src/calendar/date-text.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../src/calendar/fiscal-year.ts';
import { holidayName } from '../../src/calendar/holidays.ts';
import { type ClockTime, endOfDay, instantAt, timeIn } from '../../src/calendar/office-time.ts';
import { formatDate } from '../../src/calendar/wareki.ts';
import { DEADLINE_LEADS } from '../../src/schedule/lead-times.ts';
import { remindersOf } from '../../src/schedule/reminders.ts';
import { day } from './day.ts';

const start = day('2019-01-01');
const hash = createHash('sha256');
let holidays = 0;
let open = 0;
for (let at = start; at <= day('2035-12-31'); at = addDays(at, 1)) {
  if (holidayName(at) !== null) holidays += 1;
  if (isBusinessDay(at)) open += 1;
  hash.update(
    JSON.stringify([
      [at, weekdayOf(at), holidayName(at), isBusinessDay(at), businessDaysBefore(at, 3), shift(at, 'next')],
      [daysBetween(start, at), formatDate(at, 'ja'), formatDate(at, 'en'), fiscalYearLabel(fiscalYearOf(at))],
      [countBusinessDays(at, addDays(at, 10)), whyClosed(at)],
      [instantAt(at, '09:00' as ClockTime), endOfDay(at), timeIn(new Date(`${at}T08:30:00Z`))],
      [todayIn(new Date(`${at}T00:00:00+09:00`)), todayIn(new Date(`${at}T23:59:59+09:00`))],
      remindersOf({ day: at, over: endOfDay(at) }, DEADLINE_LEADS, defaultOffice, '09:00' as ClockTime),
      findDates('来週の水曜 6/30 来月末 昨年度 tomorrow', at),
    ]),
  );
}
const today = fixedClock('2026-04-01T00:00:00+09:00').today();
const offset = new Date('2026-01-15T00:00:00Z').getTimezoneOffset();
process.stdout.write(JSON.stringify({ offset, said: { holidays, open, today, everything: hash.digest('hex') } }));
