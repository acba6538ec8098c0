import { describe, expect, it } from 'vitest';
import { Recurrence } from '../../src/records/recurrence.ts';
import { DEADLINE_LEADS, isFrequent, readLeadTimes } from '../../src/schedule/lead-times.ts';
import { meetingLeadsOf, USUAL_RULES } from '../../src/schedule/office-rules.ts';
import { leadsUnreadable, leadsWords } from '../../src/words/schedule.ts';

const shown = (typed: string) => {
  const read = readLeadTimes(typed);
  return 'leads' in read ? leadsWords(read.leads, 'ja') : read;
};

describe('lead times as they are typed', () => {
  it.each([
    ['14開庁日前, 7開庁日前, 1開庁日前', '14開庁日前, 7開庁日前, 1開庁日前'],
    ['１４営業日前、７営業日前', '14開庁日前, 7開庁日前'],
    ['14日前', '14日前'],
    ['当日', '当日'],
    ['前日・当日', '1日前, 当日'],
    ['2週間前\n1開庁日前', '14日前, 1開庁日前'],
    ['十四開庁日前', '14開庁日前'],
    ['7開庁日前 1開庁日前', '7開庁日前, 1開庁日前'],
    ['0開庁日前', '当日'],
    ['14 business days before, 7 days before, on the day', '14開庁日前, 7日前, 当日'],
    ['1 working day, same day', '1開庁日前, 当日'],
    ['', ''],
  ])('%s is %s', (typed, leads) => expect(shown(typed)).toBe(leads));
  it('stand with the longest first, none twice', () => {
    expect(shown('1開庁日前, 7営業日前, 14開庁日前, 7開庁日前')).toBe('14開庁日前, 7開庁日前, 1開庁日前');
    expect(shown('10日前, 9開庁日前')).toBe('9開庁日前, 10日前'); // nine business days are nearly two weeks
  });
  it.each(['7開庁日後', '約7日前', 'そのうち', '-3日前', '400日前', '1.5日前', '7'])(
    '%s is not understood and named, not guessed',
    (typed) => {
      const wanted = typed.normalize('NFKC');
      expect(readLeadTimes(`当日, ${typed}`)).toEqual({ unreadable: wanted });
      expect(leadsUnreadable(wanted, 'ja')).toContain('7開庁日前');
    },
  );
  it('read back as they are shown, in both languages', () => {
    const { leads } = readLeadTimes('30日前, 7開庁日前, 1開庁日前, 当日') as { leads: [] };
    for (const language of ['ja', 'en'] as const) expect(readLeadTimes(leadsWords(leads, language))).toEqual({ leads });
  });
});

describe('lead times where nobody says otherwise', () => {
  const of = (recurrence: unknown) =>
    leadsWords(meetingLeadsOf(USUAL_RULES, isFrequent(Recurrence.parse(recurrence))), 'ja');
  it('are 14, 7 and 1 business days for deadlines', () => {
    expect(leadsWords(DEADLINE_LEADS, 'ja')).toBe('14開庁日前, 7開庁日前, 1開庁日前');
  });
  it('are 7 and 1 business days for meetings', () => {
    for (const recurrence of [
      { rhythm: 'dates', days: ['2026-11-24'] },
      { rhythm: 'times-a-year', times: 4, days: [] },
      { rhythm: 'day-of-month', day: 10, months: 2 },
      { rhythm: 'weekday-of-month', nths: [1], weekday: 2, months: 3 },
      { rhythm: 'weeks', interval: 6 },
      { rhythm: 'years', interval: 1 },
    ])
      expect(of(recurrence)).toBe('7開庁日前, 1開庁日前');
  });
  it('are 1 business day for meetings that are held monthly or more often', () => {
    for (const recurrence of [
      { rhythm: 'day-of-month', day: 10, months: 1 },
      { rhythm: 'weekday-of-month', nths: [2, 4], weekday: 2, months: 1 },
      { rhythm: 'weeks', interval: 2 },
      { rhythm: 'times-a-year', times: 12, days: [] },
    ])
      expect(of(recurrence)).toBe('1開庁日前');
  });
});
