import { describe, expect, it } from 'vitest';
import { defaultOffice } from '../../src/calendar/business-days.ts';
import { addDays } from '../../src/calendar/calendar-date.ts';
import type { Precision, Span } from '../../src/calendar/date-reading.ts';
import type { ClockTime } from '../../src/calendar/office-time.ts';
import type { DateChange } from '../../src/schedule/date-change.ts';
import { initiativeState } from '../../src/schedule/initiative-state.ts';
import { MEETING_LEADS } from '../../src/schedule/lead-times.ts';
import { type Occurrence, occurrenceNotices } from '../../src/schedule/meeting-notices.ts';
import { usualNoticeSettings } from '../../src/schedule/notice-settings.ts';
import { planChanges } from '../../src/schedule/plan-changes.ts';
import { templateSpan } from '../../src/schedule/template-span.ts';
import { day } from '../calendar/day.ts';
import { at, expiries, lines } from './shown.ts';

const span = (from: string, to = from, precision: Precision = 'day'): Span => ({
  from: day(from),
  to: day(to),
  precision,
});
const evening = '19:00' as ClockTime;
const settings = usualNoticeSettings;

const meeting: Occurrence = {
  recordKind: 'meeting',
  id: 'm1',
  areas: ['津市'],
  owner: '津市',
  when: span('2026-11-24'),
  time: evening,
  state: 'planned',
  leads: MEETING_LEADS,
  frequent: false,
  since: at('2026-10-01 10:00'),
  change: null,
};
const change = (kind: DateChange['kind'], when: string, formerly: string | null, revision = 2): DateChange => ({
  kind,
  at: at(when),
  revision,
  formerly: formerly === null ? null : { day: day(formerly), time: evening },
});
const planned = (changes: Partial<Occurrence> = {}) => occurrenceNotices({ ...meeting, ...changes }, settings);

describe('a meeting', () => {
  it('is reminded of in the area’s channel 7 and 1 business days before, and asked about on the next business day', () => {
    expect(lines(planned())).toEqual([
      '2026-11-12 09:00 reminder 7開庁日前 → 津市 area-channel',
      '2026-11-20 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-11-25 09:00 how-it-went → 津市 in-charge',
    ]);
  });
  it('a reminder is too late when the meeting has begun; without an hour, when its day is over', () => {
    expect(expiries(planned())).toEqual(['how-it-went never', 'reminder 2026-11-24 19:00']);
    expect(expiries(planned({ time: null }))).toContain('reminder 2026-11-25 00:00');
  });
  it('planned again from the same state has the same notices, and no key twice', () => {
    expect(planned()).toEqual(planned());
    const keys = planned({ areas: ['津市', '鈴鹿市'], leads: [...MEETING_LEADS, { unit: 'days', count: 30 }] }).map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('that several areas share reminds each, by its own closed days; those that share a channel are one occasion', () => {
    const own = { ...settings, officeOf: (area: string | null) => (area === '鈴鹿市' ? closedOn20th : defaultOffice) };
    const closedOn20th = { ...defaultOffice, closures: new Set([day('2026-11-20')]) };
    const shared = occurrenceNotices({ ...meeting, areas: ['津市', '鈴鹿市'] }, own);
    const last = shared.filter(({ facts }) => facts.lead?.count === 1);
    expect(lines(last)).toEqual([
      '2026-11-19 09:00 reminder 1開庁日前 → 鈴鹿市 area-channel',
      '2026-11-20 09:00 reminder 1開庁日前 → 津市 area-channel',
    ]);
    expect(new Set(last.map(({ occasion }) => occasion)).size).toBe(1);
    expect(new Set(last.map(({ key }) => key)).size).toBe(2);
    expect(shared.filter(({ kind }) => kind === 'how-it-went')).toHaveLength(1); // its owner alone is asked
  });
  it('that was held has no notices any more', () => expect(planned({ state: 'held' })).toEqual([]));
});

describe('a meeting registered late', () => {
  it('gets one notice for the reminders that were due before, and the rest of them', () => {
    expect(lines(planned({ since: at('2026-11-19 15:00') }))).toEqual([
      '2026-11-19 15:00 registered-late → 津市 area-channel',
      '2026-11-20 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-11-25 09:00 how-it-went → 津市 in-charge',
    ]);
  });
  it('a reminder due at the very minute of the registration is sent', () => {
    expect(lines(planned({ since: at('2026-11-12 09:00') }))[0]).toContain('2026-11-12 09:00 reminder');
    expect(lines(planned({ since: at('2026-11-12 09:01') }))[0]).toContain('2026-11-12 09:01 registered-late');
  });
  it('after it has begun is no news, only asked about; long after not even that', () => {
    expect(lines(planned({ since: at('2026-11-24 19:00') }))).toEqual([
      '2026-11-25 09:00 how-it-went → 津市 in-charge',
    ]);
    expect(planned({ since: at('2026-12-24 19:00') })).toEqual([]);
  });
});

describe('a meeting that changes', () => {
  const before = planned();
  const now = at('2026-11-16 14:00'); // the first reminder has gone out
  const unsent = before.filter(({ dueAt }) => dueAt >= now);
  const moved = { when: span('2026-12-09'), since: now, change: change('moved', '2026-11-16 14:00', '2026-11-24') };

  it('moved keeps its identity: old reminders void, new ones made, one change notice', () => {
    const changes = planChanges(unsent, planned(moved), now);
    expect(lines(changes.add)).toEqual([
      '2026-11-16 14:00 moved → 津市 area-channel',
      '2026-11-30 09:00 reminder 7開庁日前 → 津市 area-channel',
      '2026-12-08 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-12-10 09:00 how-it-went → 津市 in-charge',
    ]);
    expect(changes.void).toEqual(unsent.map(({ key }) => key));
    expect(changes.add.every(({ recordId }) => recordId === 'm1')).toBe(true);
    expect(changes.add[0]?.facts).toMatchObject({
      day: '2026-12-09',
      time: '19:00',
      formerDay: '2026-11-24',
      formerTime: '19:00',
    });
  });
  it('moved to a day before its reminders, the change notice stands for them', () => {
    const soon = { ...moved, when: span('2026-11-18') };
    expect(lines(planChanges(unsent, planned(soon), now).add)).toEqual([
      '2026-11-16 14:00 moved → 津市 area-channel',
      '2026-11-17 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-11-19 09:00 how-it-went → 津市 in-charge',
    ]);
  });
  it('moved there and back has its reminders by the same keys, and what went out is not sent again', () => {
    const later = at('2026-11-16 15:00');
    const back = planned({ since: later, change: change('moved', '2026-11-16 15:00', '2026-12-09', 3) });
    const changes = planChanges(planned(moved), back, later);
    expect(lines(changes.add)).toEqual([
      '2026-11-16 15:00 moved → 津市 area-channel',
      '2026-11-20 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-11-25 09:00 how-it-went → 津市 in-charge',
    ]);
    expect(changes.add.slice(1).map(({ key }) => key)).toEqual(unsent.map(({ key }) => key));
    expect(changes.void).toContain(planned(moved)[0]?.key); // the first change notice, if it has not gone out
  });
  it('postponed without a date, or cancelled, has one notice to each area and no reminder after it', () => {
    for (const kind of ['postponed', 'cancelled'] as const) {
      const state = { state: kind, when: kind === 'postponed' ? null : span('2026-11-24'), since: now };
      const after = planned({
        ...state,
        change: change(kind, '2026-11-16 14:00', '2026-11-24'),
        areas: ['津市', '鈴鹿市'],
      });
      expect(lines(after)).toEqual([
        `2026-11-16 14:00 ${kind} → 津市 area-channel`,
        `2026-11-16 14:00 ${kind} → 鈴鹿市 area-channel`,
      ]);
      expect(expiries(after)).toEqual([`${kind} 2026-11-24 19:00`]);
      expect(planChanges(unsent, after, now).void).toEqual(unsent.map(({ key }) => key));
    }
  });
  it('cancelled seconds before a reminder is due, nothing follows the cancellation', () => {
    const last = new Date(at('2026-11-20 09:00').getTime() - 2000);
    const cancelled = { ...change('cancelled', '2026-11-20 08:59', '2026-11-24'), at: last };
    const { add, void: voided } = planChanges(
      unsent,
      planned({ state: 'cancelled', since: last, change: cancelled }),
      last,
    );
    expect([add.map(({ kind }) => kind), voided.length]).toEqual([['cancelled'], unsent.length]);
  });
  it('on again after it was cancelled, or with its date at last, is told once and has its reminders', () => {
    const again = planned({ since: now, change: change('moved', '2026-11-16 14:00', null, 3) });
    expect(lines(again)).toEqual([
      '2026-11-16 14:00 moved → 津市 area-channel',
      '2026-11-20 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-11-25 09:00 how-it-went → 津市 in-charge',
    ]);
    expect(again[0]?.facts).toMatchObject({ day: '2026-11-24', formerDay: null });
  });
  it('cancelled after it had begun is told to nobody', () => {
    const late = change('cancelled', '2026-11-30 10:00', '2026-11-24');
    expect(planned({ state: 'cancelled', change: late })).toEqual([]);
  });
  it('in writing (書面開催) has one notice, no reminder, and is asked about', () => {
    const inWriting = planned({
      state: 'in-writing',
      since: now,
      change: change('in-writing', '2026-11-16 14:00', '2026-11-24'),
    });
    expect(lines(inWriting)).toEqual([
      '2026-11-16 14:00 in-writing → 津市 area-channel',
      '2026-11-25 09:00 how-it-went → 津市 in-charge',
    ]);
  });
  it('leaves all other dates alone', () => {
    const other = planned({ id: 'm2', when: span('2026-12-22') });
    const changes = planChanges([...unsent, ...other], [...planned(moved), ...other], now);
    expect([...changes.void, ...changes.add.map(({ key }) => key)].filter((key) => key.includes(':m2:'))).toEqual([]);
    expect(changes.change).toEqual([]);
  });
  it('with another hour keeps its reminders, which are too late at the new hour', () => {
    const earlier = planned({ time: '13:00' as ClockTime });
    const changes = planChanges(unsent, earlier, now);
    expect([changes.add, changes.void]).toEqual([[], []]);
    expect(expiries(changes.change)).toContain('reminder 2026-11-24 13:00');
  });
  it('with other lead times loses and gains only those', () => {
    const leads = [{ unit: 'days' as const, count: 0 }, ...MEETING_LEADS.slice(1)];
    const changes = planChanges(before, planned({ leads }), at('2026-10-02 09:00'));
    expect(lines(changes.add)).toEqual(['2026-11-24 09:00 reminder 当日 → 津市 area-channel']);
    expect(changes.void).toEqual([before[0]?.key]);
  });
  it('a lead time added too late sends nothing', () => {
    const leads = [{ unit: 'business-days' as const, count: 14 }, ...MEETING_LEADS];
    expect(planned({ leads })).toHaveLength(4);
    expect(planChanges(unsent, planned({ leads }), now)).toEqual({ add: [], change: [], void: [] });
  });
});

describe('a day on which the office turns out to be closed', () => {
  const closed = { ...defaultOffice, closures: new Set([day('2026-11-20')]) };
  const after = occurrenceNotices(meeting, { ...settings, officeOf: () => closed });
  it('moves the reminder to an earlier business day, under the same key', () => {
    const { add, change: moved, void: voided } = planChanges(planned(), after, at('2026-11-02 09:00'));
    expect([add, voided]).toEqual([[], []]);
    expect(lines(moved)).toContain('2026-11-19 09:00 reminder 1開庁日前 → 津市 area-channel');
  });
  it('entered too late for that, the reminder goes out at once', () => {
    const now = at('2026-11-19 12:00');
    const { change: moved } = planChanges(planned().slice(1), after, now);
    expect(lines(moved)).toEqual(['2026-11-19 12:00 reminder 1開庁日前 → 津市 area-channel']);
  });
});

describe('a row of the yearly template (日付要確認)', () => {
  const june = {
    state: 'date-unconfirmed' as const,
    when: span('2026-06-01', '2026-06-30', 'month'),
    since: at('2026-04-01 09:00'),
  };
  it('reminds the prefecture only, and asks', () => {
    expect(lines(planned({ ...june, areas: ['津市', '鈴鹿市'] }))).toEqual([
      '2026-05-21 09:00 confirm-date 7開庁日前 → - prefecture',
      '2026-05-29 09:00 confirm-date 1開庁日前 → - prefecture',
    ]);
  });
  it('lies in the months of its fiscal year, over the turn of the year too', () => {
    expect(templateSpan({ from: 6, to: 6 }, 2026)).toEqual(june.when);
    expect(templateSpan({ from: 11, to: 1 }, 2026)).toEqual(span('2026-11-01', '2027-01-31', 'range'));
    expect(templateSpan({ from: 2, to: 3 }, 2027)).toEqual(span('2028-02-01', '2028-03-31', 'range'));
  });
  it('confirmed, is reminded of like any other', () => {
    const confirmed = planned({ when: span('2026-06-12'), since: at('2026-05-20 09:00') });
    const changes = planChanges(planned(june), confirmed, at('2026-05-20 09:00'));
    expect(lines(changes.add)[0]).toBe('2026-06-03 09:00 reminder 7開庁日前 → 津市 area-channel');
    expect(changes.void).toHaveLength(2);
  });
});

describe('a date still open', () => {
  const open = (from: string, id = 'm1', since = '2026-10-01 10:00') =>
    planned({ id, state: 'date-open', when: null, since: at(since), slot: { meetingId: 'series', from: day(from) } });
  it('is asked for when its share of the year begins', () => {
    expect(lines(open('2027-01-01'))).toEqual(['2027-01-04 09:00 date-open → 津市 in-charge']);
    expect(expiries(open('2027-01-01'))).toEqual(['date-open 2027-04-01 00:00']);
  });
  it('whose share has begun is asked for on the next business day, all of one meeting in one message', () => {
    const [first, second] = [...open('2026-04-01'), ...open('2026-07-01', 'm2')];
    expect(lines(open('2026-04-01'))).toEqual(['2026-10-02 09:00 date-open → 津市 in-charge']);
    expect(first?.occasion).toBe(second?.occasion);
    expect(first?.key).not.toBe(second?.key);
  });
});

describe('an initiative with a planned date', () => {
  const initiative = (changes: Partial<Occurrence>) =>
    planned({ recordKind: 'initiative', id: 'i1', time: null, ...changes });
  it('is reminded of in the same way', () => {
    expect(lines(initiative({}))).toHaveLength(3);
    expect(initiative({})[0]?.key).toContain('initiative:i1:');
  });
  it('with a planned month is reminded of before the month, and asked about after it', () => {
    expect(lines(initiative({ when: span('2027-03-01', '2027-03-31', 'month') }))).toEqual([
      '2027-02-17 09:00 reminder 7開庁日前 → 津市 area-channel',
      '2027-02-26 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2027-04-01 09:00 how-it-went → 津市 in-charge',
    ]);
  });
  it('with a year only has no day to be reminded of, and none is invented', () => {
    expect(initiative({ when: span('2026-04-01', '2027-03-31', 'fiscal-year') })).toEqual([]);
    expect(initiative({ when: null })).toEqual([]);
  });
  it('that is done, under way or not planned is not reminded of', () => {
    expect((['予定', '検討中', '協議中', '未着手'] as const).map(initiativeState)).toEqual(Array(4).fill('planned'));
    expect((['開催済み', '実施済み', '公表済み'] as const).map(initiativeState)).toEqual(Array(3).fill('held'));
    expect((['実施中', '未実施', '記載なし'] as const).map(initiativeState)).toEqual([null, null, null]);
    expect((['延期（日程未定）', '中止'] as const).map(initiativeState)).toEqual(['postponed', 'cancelled']);
  });
});

it('on every day of two years: each reminder before its meeting, each question after it, each key once', () => {
  const keys = new Set<string>();
  let count = 0;
  for (let on = day('2026-04-01'); on <= '2028-03-31'; on = addDays(on, 1)) {
    for (const notice of planned({ when: span(on), since: at('2026-01-01 00:00') })) {
      count += 1;
      keys.add(notice.key);
      if (notice.kind === 'how-it-went') expect(notice.dueAt > at(`${on} 19:00`)).toBe(true);
      else expect(notice.expiresAt && notice.dueAt < notice.expiresAt).toBe(true);
    }
  }
  expect(keys.size).toBe(count);
});
