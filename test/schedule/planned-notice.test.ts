import { expect, it } from 'vitest';
import { NoticeFacts, type PlannedNotice } from '../../src/schedule/planned-notice.ts';

const facts: PlannedNotice['facts'] = {
  day: '2026-11-24',
  time: '19:00',
  lead: { unit: 'business-days', count: 7 },
  formerDay: null,
  formerTime: null,
  steps: [],
};

it('the facts of a notice survive being kept as JSON', () => {
  expect(NoticeFacts.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
});
it('the facts of a notice carry no text of the record', () => {
  expect(NoticeFacts.parse({ ...facts, title: '協議会' })).toEqual(facts);
  expect(() => NoticeFacts.parse({ ...facts, day: '協議会' })).toThrow();
});
