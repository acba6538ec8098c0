import { describe, expect, it } from 'vitest';
import { defaultOffice, type ShiftRule } from '../../src/calendar/business-days.ts';
import type { ClockTime } from '../../src/calendar/office-time.ts';
import { Recurrence } from '../../src/records/recurrence.ts';
import { MEETING_LEADS } from '../../src/schedule/lead-times.ts';
import { previewSeries } from '../../src/schedule/preview.ts';
import { shiftWords } from '../../src/words/schedule.ts';
import { day } from '../calendar/day.ts';

function preview(recurrence: unknown, from: string, closedDays: ShiftRule, now = '2026-04-01T08:00:00+09:00') {
  const draft = {
    recurrence: Recurrence.parse(recurrence),
    from: day(from),
    time: '13:30' as ClockTime,
    closedDays,
    leads: MEETING_LEADS,
  };
  return previewSeries(draft, defaultOffice, '09:00' as ClockTime, new Date(now));
}
const dates = (days: string[]) => ({ rhythm: 'dates', days });

describe('the preview of a series', () => {
  it('what falls on a closed day stays, or goes to the business day before or after, as chosen', () => {
    const held = (['as-is', 'previous', 'next'] as const).map(
      (rule) => preview(dates(['2026-09-22']), '2026-09-22', rule).dates[0]?.day,
    );
    expect(held).toEqual(['2026-09-22', '2026-09-18', '2026-09-24']);
  });
  it('says every shift made and why', () => {
    const { dates: shown } = preview({ rhythm: 'day-of-month', day: 4, months: 1 }, '2026-04-04', 'next');
    const said = shown.map((each) => shiftWords(each, 'ja')).filter((words) => words !== null);
    expect(said).toEqual([
      '令和8年4月4日（土）は土曜日のため、令和8年4月6日（月）にします。',
      '令和8年5月4日（月）はみどりの日のため、令和8年5月7日（木）にします。',
      '令和8年7月4日（土）は土曜日のため、令和8年7月6日（月）にします。',
      '令和8年10月4日（日）は日曜日のため、令和8年10月5日（月）にします。',
    ]);
    expect(shown).toHaveLength(12);
  });
  it('says that the office is closed where the day stays', () => {
    const [kept] = preview(dates(['2026-12-29']), '2026-12-29', 'as-is').dates;
    expect(kept && shiftWords(kept, 'ja')).toBe('令和8年12月29日（火）は閉庁日（年末年始）です。');
    expect(kept && shiftWords(kept, 'en')).toContain('the turn of the year');
  });
  it('lists every date with its reminders, and those that are missed already', () => {
    const now = '2026-11-19T10:00:00+09:00';
    const [first] = preview(dates(['2026-11-24']), '2026-11-24', 'as-is', now).dates;
    expect(first?.reminders.map(({ day: on, missed }) => [on, missed])).toEqual([
      ['2026-11-12', true],
      ['2026-11-20', false],
    ]);
  });
  it('marks a shift out of the fiscal year: 31 March on a Saturday, moved later', () => {
    const marked = preview(dates(['2029-03-31', '2029-03-01']), '2029-03-01', 'next').dates;
    expect(marked.map(({ day: on, fiscalYear, leavesFiscalYear }) => [on, fiscalYear, leavesFiscalYear])).toEqual([
      ['2029-03-01', 2028, false],
      ['2029-04-02', 2029, true],
    ]);
  });
  it('marks dates that a shift puts onto each other', () => {
    const marked = preview(dates(['2026-05-04', '2026-05-05', '2026-05-08']), '2026-05-04', 'next').dates;
    expect(marked.map(({ day: on, clashes }) => [on, clashes])).toEqual([
      ['2026-05-07', true],
      ['2026-05-07', true],
      ['2026-05-08', false],
    ]);
  });
  it('lists the open slots of N times a year beside its dates', () => {
    const { dates: known, open } = preview(
      { rhythm: 'times-a-year', times: 2, days: ['2026-06-02'] },
      '2026-06-02',
      'as-is',
    );
    expect([known.map(({ day: on }) => on), open]).toEqual([['2026-06-02'], ['2026-10-01']]);
  });
});
