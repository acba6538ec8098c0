import { describe, expect, it } from 'vitest';
import { type ClockTime, endOfDay, instantAt, parseClockTime, timeIn } from '../../src/calendar/office-time.ts';
import { day } from './day.ts';

const at = (time: string) => parseClockTime(time) as ClockTime;

describe('office time', () => {
  it('is that of Asia/Tokyo, nine hours ahead in summer and winter', () => {
    expect(instantAt(day('2026-07-01'), at('09:00')).toISOString()).toBe('2026-07-01T00:00:00.000Z');
    expect(instantAt(day('2027-01-01'), at('08:59')).toISOString()).toBe('2026-12-31T23:59:00.000Z');
  });
  it('reads back the time of an instant, whole minutes only', () => {
    for (const time of ['00:00', '08:59', '23:59']) expect(timeIn(instantAt(day('2027-01-01'), at(time)))).toBe(time);
    expect(timeIn(new Date('2026-12-31T23:59:59.999Z'))).toBe('08:59');
  });
  it('a day is over with the first instant of the next', () => {
    expect(endOfDay(day('2026-12-31')).toISOString()).toBe('2026-12-31T15:00:00.000Z');
    expect(timeIn(endOfDay(day('2026-12-31')))).toBe('00:00');
  });
  it('takes HH:MM and no hour that does not exist', () => {
    expect(['24:00', '9:00', '12:60', '12:00:00', ''].map(parseClockTime)).toEqual([null, null, null, null, null]);
  });
});
