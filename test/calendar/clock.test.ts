import { afterEach, describe, expect, it, vi } from 'vitest';
import { clockFrom, fixedClock, parseInstant, systemClock } from '../../src/calendar/clock.ts';

describe('the clock', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  it('stands still where a test put it, and tells the day in Tokyo', () => {
    const clock = fixedClock('2026-12-31T23:59:00+09:00');
    expect(clock.now().toISOString()).toBe('2026-12-31T14:59:00.000Z');
    expect(clock.today()).toBe('2026-12-31');
    clock.now().setFullYear(1999);
    expect(clock.today()).toBe('2026-12-31');
  });
  it('starts a rehearsal at its instant and runs on from there over midnight', () => {
    vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
    const clock = clockFrom(new Date('2026-11-24T23:59:00+09:00'));
    expect(clock.today()).toBe('2026-11-24');
    vi.advanceTimersByTime(60_000);
    expect(clock.now().toISOString()).toBe('2026-11-24T15:00:00.000Z');
    expect(clock.today()).toBe('2026-11-25');
  });
  it('is the host’s otherwise', () => {
    vi.useFakeTimers({ now: new Date('2026-03-31T15:00:00Z') });
    expect(systemClock().today()).toBe('2026-04-01');
  });
  it('takes no instant without an offset, since that would mean the host’s zone, and none that does not exist', () => {
    for (const wrong of [
      '2026-11-24T09:00:00',
      '2026-11-24',
      '2026-02-30T09:00:00+09:00',
      '2026-11-24T25:00:00+09:00',
      'now',
    ]) {
      expect(parseInstant(wrong)).toBeNull();
      expect(() => fixedClock(wrong)).toThrow(RangeError);
    }
    expect(parseInstant('2026-11-24T09:00:00+09:00')?.toISOString()).toBe('2026-11-24T00:00:00.000Z');
  });
});
