import { expect, it } from 'vitest';
import { defaultOffice } from '../../src/calendar/business-days.ts';
import { isInPeace, nextAskingDay } from '../../src/registry/neighbours/neighbour-reach.ts';
import { USUAL_RULES } from '../../src/schedule/office-rules.ts';
import { day } from '../calendar/day.ts';

const now = new Date('2026-11-25T10:00:00+09:00');
const lastTold = day('2026-11-24');

it('an area is left in peace for a week after a message with questions, or for as long as its prefecture set (10.2)', () => {
  expect(nextAskingDay({ lastTold }, now, defaultOffice, USUAL_RULES)).toBe('2026-12-01');
  const often = { ...USUAL_RULES, neighbourDays: 3 };
  expect(nextAskingDay({ lastTold }, now, defaultOffice, often)).toBe('2026-11-27');
  expect(isInPeace({ lastTold }, day('2026-11-27'), USUAL_RULES)).toBe(true);
  expect(isInPeace({ lastTold }, day('2026-11-27'), often)).toBe(false);
});
