import { describe, expect, it } from 'vitest';
import { defaultOffice } from '../../src/calendar/business-days.ts';
import type { Span } from '../../src/calendar/date-reading.ts';
import type { ClockTime } from '../../src/calendar/office-time.ts';
import type { DateChange } from '../../src/schedule/date-change.ts';
import {
  type Deadline,
  deadlineNotices,
  type Submission,
  type SubmissionState,
} from '../../src/schedule/deadline-notices.ts';
import { DEADLINE_LEADS } from '../../src/schedule/lead-times.ts';
import { type NoticeSettings, usualNoticeSettings } from '../../src/schedule/notice-settings.ts';
import { USUAL_RULES } from '../../src/schedule/office-rules.ts';
import { planChanges } from '../../src/schedule/plan-changes.ts';
import { ownerOfStep } from '../../src/schedule/step-owner.ts';
import { day } from '../calendar/day.ts';
import { at, expiries, lines } from './shown.ts';

const on = (iso: string): Span => ({ from: day(iso), to: day(iso), precision: 'day' });
const submission = (areaId: string, changes: Partial<Submission> = {}): Submission => ({
  areaId,
  state: 'open',
  ownDay: null,
  since: null,
  change: null,
  ...changes,
});
const change = (kind: DateChange['kind'], when: string, formerly: string, revision = 2): DateChange => ({
  kind,
  at: at(when),
  revision,
  formerly: { day: day(formerly), time: null },
});
const deadline: Deadline = {
  id: 'd1',
  state: 'confirmed',
  when: on('2026-11-20'),
  dueTime: null,
  leads: DEADLINE_LEADS,
  chainFor: () => [],
  submitters: 'areas',
  since: at('2026-10-01 10:00'),
  change: null,
  submissions: [submission('津市')],
};
const planned = (changes: Partial<Deadline> = {}, settings: Partial<NoticeSettings> = {}) =>
  deadlineNotices({ ...deadline, ...changes }, { ...usualNoticeSettings, ...settings });
const kinds = (changes: Partial<Deadline>) => lines(planned(changes)).map((line) => line.split(' ')[2]);

describe('a reporting deadline', () => {
  it('is reminded of 14, 7 and 1 business days before; overdue on the first business day after and, with the manager, the third', () => {
    expect(lines(planned())).toEqual([
      '2026-10-30 09:00 reminder 14開庁日前 → 津市 area-channel',
      '2026-11-11 09:00 reminder 7開庁日前 → 津市 area-channel',
      '2026-11-19 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-11-24 09:00 overdue → 津市 in-charge',
      '2026-11-26 09:00 long-overdue → 津市 in-charge',
      '2026-11-26 09:00 long-overdue → 津市 manager',
    ]);
  });
  it('overdue notices never go to a channel: nobody is shamed', () => {
    const overdue = planned().filter(({ kind }) => kind.endsWith('overdue'));
    expect(overdue.every(({ audience }) => audience !== 'area-channel')).toBe(true);
  });
  it('the manager hears of the first overdue notice only where the office says so, and on another day than the third', () => {
    const rules = { ...USUAL_RULES, managerHears: 'first' as const, overdueManagerDays: 5 };
    const told = planned({}, { rulesOf: () => rules });
    expect(lines(told).slice(3)).toEqual([
      '2026-11-24 09:00 overdue → 津市 in-charge',
      '2026-11-24 09:00 overdue → 津市 manager',
      '2026-11-30 09:00 long-overdue → 津市 in-charge',
      '2026-11-30 09:00 long-overdue → 津市 manager',
    ]);
  });
  it('a reminder is too late at the due time, by default the end of the day; an overdue notice never is', () => {
    expect(expiries(planned())).toEqual(['long-overdue never', 'overdue never', 'reminder 2026-11-21 00:00']);
    expect(expiries(planned({ dueTime: '17:00' as ClockTime }))).toContain('reminder 2026-11-20 17:00');
  });
  it('goes to those who have not submitted, and stops with 提出済み, 該当なし, 受理 or a body that submits for them', () => {
    for (const state of ['submitted', 'not-applicable', 'accepted', 'covered'] as SubmissionState[]) {
      const submissions = [submission('津市', { state }), submission('鈴鹿市')];
      const notices = planned({ submissions });
      expect(new Set(notices.map(({ areaId }) => areaId))).toEqual(new Set(['鈴鹿市']));
    }
  });
  it('submitted between two reminders, voids what was still to come', () => {
    const now = at('2026-11-12 10:00');
    const unsent = planned().filter(({ dueAt }) => dueAt >= now);
    const changes = planChanges(unsent, planned({ submissions: [submission('津市', { state: 'submitted' })] }), now);
    expect([changes.add, changes.void.length]).toEqual([[], 4]);
  });
  it('counts by the closed days of each area, and is delivered at the hour that the office has set', () => {
    const closed = { ...defaultOffice, closures: new Set([day('2026-11-19'), day('2026-11-24')]) };
    const rules = { ...USUAL_RULES, deliveryTime: '08:45' as ClockTime };
    const own = planned({}, { officeOf: () => closed, rulesOf: () => rules });
    expect(lines(own).slice(2, 4)).toEqual([
      '2026-11-18 08:45 reminder 1開庁日前 → 津市 area-channel',
      '2026-11-25 08:45 overdue → 津市 in-charge',
    ]);
  });
  it('registered late gives each area one notice for the reminders that were due before', () => {
    expect(lines(planned({ since: at('2026-11-13 16:00') })).slice(0, 2)).toEqual([
      '2026-11-13 16:00 registered-late → 津市 area-channel',
      '2026-11-19 09:00 reminder 1開庁日前 → 津市 area-channel',
    ]);
  });
  it('registered after its day has only the overdue notices that are still to come', () => {
    expect(lines(planned({ since: at('2026-11-25 10:00') }))).toEqual([
      '2026-11-26 09:00 long-overdue → 津市 in-charge',
      '2026-11-26 09:00 long-overdue → 津市 manager',
    ]);
  });
});

describe('a deadline that changes', () => {
  const two = [submission('津市'), submission('鈴鹿市', { state: 'submitted' })];
  it('moved: those who still owe it are told once and reminded anew', () => {
    const moved = {
      when: on('2026-12-18'),
      since: at('2026-11-16 10:00'),
      change: change('moved', '2026-11-16 10:00', '2026-11-20'),
    };
    expect(lines(planned({ ...moved, submissions: two }))).toEqual([
      '2026-11-16 10:00 moved → 津市 area-channel',
      '2026-11-30 09:00 reminder 14開庁日前 → 津市 area-channel',
      '2026-12-09 09:00 reminder 7開庁日前 → 津市 area-channel',
      '2026-12-17 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-12-21 09:00 overdue → 津市 in-charge',
      '2026-12-23 09:00 long-overdue → 津市 in-charge',
      '2026-12-23 09:00 long-overdue → 津市 manager',
    ]);
  });
  it('put off for one area, moves for that area alone, and only its person in charge is told', () => {
    const putOff = submission('津市', {
      ownDay: day('2026-12-04'),
      since: at('2026-11-16 10:00'),
      change: change('moved', '2026-11-16 10:00', '2026-11-20'),
    });
    const notices = planned({ submissions: [putOff, submission('鈴鹿市')] });
    expect(lines(notices.filter(({ areaId }) => areaId === '津市'))).toEqual([
      '2026-11-16 10:00 moved → 津市 in-charge',
      '2026-11-25 09:00 reminder 7開庁日前 → 津市 area-channel',
      '2026-12-03 09:00 reminder 1開庁日前 → 津市 area-channel',
      '2026-12-07 09:00 overdue → 津市 in-charge',
      '2026-12-09 09:00 long-overdue → 津市 in-charge',
      '2026-12-09 09:00 long-overdue → 津市 manager',
    ]);
    const other = planned({ submissions: [submission('鈴鹿市')] });
    expect(notices.filter(({ areaId }) => areaId === '鈴鹿市')).toEqual(other);
  });
  it('an area with a day of its own is not moved with the others', () => {
    const own = submission('津市', { ownDay: day('2026-12-04'), since: at('2026-11-01 10:00') });
    const moved = planned({
      submissions: [own],
      change: change('moved', '2026-11-16 10:00', '2026-11-20'),
      when: on('2026-12-18'),
    });
    expect(moved.some(({ kind }) => kind === 'moved')).toBe(false);
    expect(moved.some(({ facts }) => facts.day === '2026-12-18')).toBe(false);
  });
  it('差戻し asks again by its new day: the person in charge is told, and the reminders begin anew', () => {
    const returned = submission('津市', {
      state: 'returned',
      ownDay: day('2026-12-04'),
      since: at('2026-11-24 11:00'),
      change: change('returned', '2026-11-24 11:00', '2026-11-20'),
    });
    expect(lines(planned({ submissions: [returned] })).slice(0, 2)).toEqual([
      '2026-11-24 11:00 returned → 津市 in-charge',
      '2026-11-25 09:00 reminder 7開庁日前 → 津市 area-channel',
    ]);
  });
  it('withdrawn, is told once to those who still owe it, whatever their day, and nothing follows', () => {
    const own = submission('亀山市', {
      ownDay: day('2026-12-04'),
      since: at('2026-11-10 10:00'),
      change: change('moved', '2026-11-10 10:00', '2026-11-20', 3),
    });
    const withdrawn = { state: 'cancelled' as const, change: change('cancelled', '2026-11-16 10:00', '2026-11-20') };
    expect(lines(planned({ ...withdrawn, submissions: [...two, own] }))).toEqual([
      '2026-11-16 10:00 cancelled → 亀山市 area-channel',
      '2026-11-16 10:00 cancelled → 津市 area-channel',
    ]);
  });
});

describe('a deadline of the yearly template (日付要確認)', () => {
  const november: Span = { from: day('2026-11-01'), to: day('2026-11-30'), precision: 'month' };
  it('reminds the prefecture only and asks; nobody is overdue', () => {
    expect(kinds({ state: 'date-unconfirmed', when: november })).toEqual(Array(3).fill('confirm-date'));
    const audiences = planned({ state: 'date-unconfirmed', when: november }).map(({ audience }) => audience);
    expect(new Set(audiences)).toEqual(new Set(['prefecture']));
  });
  it('added too late asks no more than what is still to come', () => {
    expect(kinds({ state: 'date-unconfirmed', when: november, since: at('2026-10-29 10:00') })).toEqual([
      'confirm-date',
    ]);
  });
});

describe('8.1 the steps on the way of a report', () => {
  const step = (name: string, businessDaysBefore: number) => ({ name, businessDaysBefore, office: defaultOffice });
  const chain = [step('委託先', 5), step('起案', 3), step('決裁', 2), step('県', 2)];
  const ofSteps = (changes: Partial<Deadline> = {}) =>
    planned({ chainFor: () => chain, ...changes }).flatMap((notice) =>
      notice.facts.steps.map(({ at: which, day: until }) =>
        [lines([notice]).join().slice(0, 10), notice.kind, chain[which]?.name, until, notice.audience].join(' '),
      ),
    );

  it('are reminded of on the business day before each: the area of its own, the hub, the prefecture', () => {
    expect(ofSteps()).toEqual([
      '2026-11-02 step 委託先 2026-11-04 area-channel', // said only where no hub is registered
      '2026-11-10 step 起案 2026-11-11 area-channel',
      '2026-11-13 step 決裁 2026-11-16 area-channel',
      '2026-11-02 step 委託先 2026-11-04 hub',
      '2026-11-17 step 県 2026-11-18 prefecture',
    ]);
  });
  it('stop with the submission, and begin after the registration', () => {
    expect(ofSteps({ submissions: [submission('津市', { state: 'submitted' })] })).toEqual([]);
    expect(ofSteps({ since: at('2026-11-12 10:00') })).toEqual([
      '2026-11-13 step 決裁 2026-11-16 area-channel',
      '2026-11-17 step 県 2026-11-18 prefecture',
    ]);
  });
  it('are one message with the deadline’s own reminder, and with each other, where they fall on one morning', () => {
    const near = planned({ chainFor: () => [step('起案', 0), step('決裁', 6)] });
    const [one] = near.filter(({ facts }) => facts.steps.length > 0);
    expect(lines(one ? [one] : [])).toEqual(['2026-11-11 09:00 reminder 7開庁日前 → 津市 area-channel']);
    expect(one?.facts.steps.map(({ at: which }) => which)).toEqual([0, 1]);
    expect(near.filter(({ kind }) => kind === 'step')).toEqual([]);
  });
  it('of the prefecture are told once for all areas that are due on the same day', () => {
    const submissions = [submission('津市'), submission('鈴鹿市'), submission('尾鷲市', { ownDay: day('2026-12-18') })];
    expect(ofSteps({ submissions }).filter((line) => line.endsWith('prefecture'))).toEqual([
      '2026-11-17 step 県 2026-11-18 prefecture',
      '2026-12-15 step 県 2026-12-16 prefecture',
    ]);
  });
});

it('8.1 a step is its owner’s by its name', () => {
  const owners = ['委託先', '連携拠点', '起案', '決裁', '国保課', '県民課', '県', '三重県へ提出', '国'].map(
    ownerOfStep,
  );
  expect(owners).toEqual(['hub', 'hub', 'area', 'area', 'area', 'area', 'prefecture', 'prefecture', 'prefecture']);
});
