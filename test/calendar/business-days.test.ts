import { describe, expect, it } from 'vitest';
import {
  businessDaysAfter,
  businessDaysBefore,
  countBusinessDays,
  daysAfterEvent,
  defaultOffice,
  isBusinessDay,
  type OfficeCalendar,
  shift,
  whyClosed,
} from '../../src/calendar/business-days.ts';
import { day } from './day.ts';
import { openDaysByLaw } from './law.ts';

const CLOSED = [
  '2026-05-06',
  '2027-03-22',
  '2026-09-22',
  '2026-12-29',
  '2026-12-30',
  '2026-12-31',
  '2027-01-01',
  '2027-01-02',
  '2027-01-03',
];
const LAW = openDaysByLaw();
const OPEN = LAW.filter(({ open }) => open).map(({ day: iso }) => iso);

describe('the days an office is open', () => {
  it.each(CLOSED)('%s is closed', (iso) => expect(isBusinessDay(day(iso))).toBe(false));
  it.each(['2026-03-31', '2026-04-01', '2026-12-28', '2027-01-04', '2026-05-07'])('%s is open', (iso) =>
    expect(isBusinessDay(day(iso))).toBe(true),
  );
  it('are those of the law on every day of 2019–2035', () => {
    expect(LAW.filter(({ day: iso, open }) => isBusinessDay(day(iso)) !== open)).toEqual([]);
  });
});

describe('why an office is closed', () => {
  const office: OfficeCalendar = { ...defaultOffice, closures: new Set([day('2026-11-25')]) };
  it.each([
    ['2026-11-21', { why: 'saturday' }],
    ['2026-11-22', { why: 'sunday' }],
    ['2026-11-23', { why: 'holiday', name: '勤労感謝の日' }],
    ['2026-05-03', { why: 'holiday', name: '憲法記念日' }], // a Sunday as well
    ['2026-12-31', { why: 'year-end' }],
    ['2026-11-25', { why: 'own-closure' }],
    ['2026-11-24', null],
  ])('%s: %o', (iso, because) => expect(whyClosed(day(iso), office)).toEqual(because));
  it('is told of the one office of several that is closed', () => {
    expect(whyClosed(day('2026-11-25'), [defaultOffice, office])).toEqual({ why: 'own-closure' });
    expect(whyClosed(day('2026-11-25'), [defaultOffice])).toBeNull();
  });
});

describe('business-day arithmetic', () => {
  it('agrees with counting by hand from every day of 2019–2035', () => {
    const wrong: string[] = [];
    let passed = 0; // how many business days lie up to and including the day
    for (const { day: iso, open } of LAW) {
      if (open) passed += 1;
      if (iso < '2019-02-01' || iso > '2035-11-30') continue;
      const date = day(iso);
      const before = open ? passed - 1 : passed; // how many lie before it
      const expected = [1, 3, 10].flatMap((n) => [OPEN[passed + n - 1], OPEN[before - n]]);
      const ours = [1, 3, 10].flatMap((n) => [businessDaysAfter(date, n), businessDaysBefore(date, n)]);
      const moved = [shift(date, 'next'), shift(date, 'previous'), shift(date, 'as-is')];
      const lawMoved = [open ? iso : OPEN[passed], open ? iso : OPEN[passed - 1], iso];
      const counts = [
        countBusinessDays(date, day(OPEN[passed + 4] as string)),
        countBusinessDays(date, day(OPEN[before - 5] as string)),
      ];
      if (`${ours}|${moved}|${counts}` !== `${expected}|${lawMoved}|5,-5`) wrong.push(iso);
    }
    expect(wrong).toEqual([]);
  });
  it('does not count the day itself: the first business day before it is 1', () => {
    expect(businessDaysBefore(day('2026-11-24'), 1)).toBe('2026-11-20'); // over 勤労感謝の日 and a weekend
    expect(businessDaysBefore(day('2026-11-24'), 0)).toBe('2026-11-24');
    expect(businessDaysBefore(day('2027-01-04'), 3)).toBe('2026-12-24');
    expect(businessDaysAfter(day('2026-12-28'), 1)).toBe('2027-01-04');
    expect(businessDaysAfter(day('2026-03-31'), 1)).toBe('2026-04-01');
  });
  it('counts how many business days late a report is: a Friday’s report on Monday is one', () => {
    expect(countBusinessDays(day('2026-11-13'), day('2026-11-16'))).toBe(1);
    expect(countBusinessDays(day('2026-11-13'), day('2026-11-15'))).toBe(0);
    expect(countBusinessDays(day('2026-11-13'), day('2026-11-13'))).toBe(0);
    expect(countBusinessDays(day('2026-11-16'), day('2026-11-13'))).toBe(-1);
  });
  it('refuses numbers of days that are none', () => {
    for (const n of [-1, 1.5, Number.NaN]) expect(() => businessDaysBefore(day('2026-11-24'), n)).toThrow(RangeError);
  });
  it('counts N days after an event without the first day', () => {
    expect(daysAfterEvent(day('2026-11-18'), 14)).toBe('2026-12-02');
    expect(daysAfterEvent(day('2026-11-18'), 0)).toBe('2026-11-18');
  });
});

describe('shift rules', () => {
  it('moves a legal deadline on 国民の休日 past the holidays beside it, a reminder before them', () => {
    expect(shift(day('2026-09-22'), 'next')).toBe('2026-09-24');
    expect(shift(day('2026-09-22'), 'previous')).toBe('2026-09-18');
    expect(shift(day('2026-09-22'), 'as-is')).toBe('2026-09-22');
  });
  it('moves over the turn of the year and leaves an open day alone', () => {
    expect(shift(day('2026-12-31'), 'next')).toBe('2027-01-04');
    expect(shift(day('2026-12-31'), 'previous')).toBe('2026-12-28');
    expect(shift(day('2026-03-31'), 'next')).toBe('2026-03-31');
  });
});

describe('closures of an office', () => {
  const okinawa: OfficeCalendar = { ...defaultOffice, yearlyClosures: new Set(['06-23']) };
  const festival: OfficeCalendar = { ...defaultOffice, closures: new Set([day('2026-06-24')]) };

  it('are its own: 6/23 is closed every year in 沖縄 and nowhere else', () => {
    expect([isBusinessDay(day('2026-06-23'), okinawa), isBusinessDay(day('2027-06-23'), okinawa)]).toEqual([
      false,
      false,
    ]);
    expect(isBusinessDay(day('2026-06-23'))).toBe(true);
    expect(isBusinessDay(day('2026-06-24'), festival)).toBe(false);
    expect(isBusinessDay(day('2027-06-24'), festival)).toBe(true);
  });
  it('a day counts for the one that sends and the one that receives only when both are open', () => {
    const both = [okinawa, festival];
    expect(businessDaysAfter(day('2026-06-22'), 1, both)).toBe('2026-06-25');
    expect(businessDaysAfter(day('2026-06-22'), 1, festival)).toBe('2026-06-23');
    expect(shift(day('2026-06-24'), 'previous', both)).toBe('2026-06-22');
    expect(countBusinessDays(day('2026-06-22'), day('2026-06-26'), both)).toBe(2);
  });
  it('may have another turn of the year, or none', () => {
    const longer = { ...defaultOffice, yearEnd: { from: '12-28', to: '01-04' } };
    expect(shift(day('2026-12-28'), 'next', longer)).toBe('2027-01-05');
    expect(isBusinessDay(day('2026-12-31'), { ...defaultOffice, yearEnd: null })).toBe(true);
    expect(isBusinessDay(day('2027-01-01'), { ...defaultOffice, yearEnd: null })).toBe(false); // 元日
    const january = { ...defaultOffice, yearEnd: { from: '01-04', to: '01-05' } };
    expect([isBusinessDay(day('2027-01-05'), january), isBusinessDay(day('2026-12-29'), january)]).toEqual([
      false,
      true,
    ]);
  });
  it('an office that never opens is an error, not an endless search', () => {
    const never = { ...defaultOffice, yearEnd: { from: '01-01', to: '12-31' } };
    expect(() => shift(day('2026-03-31'), 'next', never)).toThrow('never open');
  });
});
