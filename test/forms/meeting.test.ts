import { describe, expect, it } from 'vitest';
import { meetingForm, meetingPlanOf, moveMeetingForm } from '../../src/forms/meeting.ts';
import { readMeetingLine } from '../../src/forms/meeting-line.ts';
import { clockTime } from '../../src/forms/readings/time.ts';
import { openedState } from '../../src/forms/state.ts';
import type { Typed } from '../../src/forms/typed.ts';
import { seriesDays } from '../../src/schedule/series.ts';
import { day } from '../calendar/day.ts';

const today = day('2026-11-24');

/** The form of a new meeting as it is sent. */
const sent = (typed: Typed) => {
  const all = { title: '事例検討会', areaIds: ['suzuka'], closedDays: 'as-is', ...typed };
  return meetingForm.read(all, openedState({ form: 'meeting', language: 'ja' }), today);
};

const planOf = (typed: Typed) => {
  const outcome = sent(typed);
  if (outcome.kind !== 'values') throw new Error(JSON.stringify(outcome));
  return meetingPlanOf('meeting', outcome.values, ['suzuka'], today);
};

const daysOf = (typed: Typed): string[] => {
  const { until, ...plan } = planOf(typed);
  return seriesDays({ ...plan, ...(until === null ? {} : { until }) }).days;
};

describe('the days of a meeting as they are written (rules 7.1)', () => {
  it.each([
    ['R8.12.15', ['2026-12-15']],
    ['2026/12/15・2027/1/19', ['2026-12-15', '2027-01-19']],
    ['令和8年12月15日（火）、令和9年1月19日（火）', ['2026-12-15', '2027-01-19']],
    ['R9.3.31, R9.4.1', ['2027-03-31', '2027-04-01']],
    ['毎月第3水曜', ['2026-12-16', '2027-01-20', '2027-02-17', '2027-03-17']],
    ['毎月第２・第４火曜日 R9年2月から', ['2027-02-09', '2027-02-23', '2027-03-09', '2027-03-23']],
    ['毎月最終金曜', ['2026-11-27', '2026-12-25', '2027-01-29', '2027-02-26', '2027-03-26']],
    ['毎月15日', ['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15']],
    ['隔月末日 R8年12月から', ['2026-12-31', '2027-02-28']],
    ['隔週金曜 R9.3.1から', ['2027-03-05', '2027-03-19']],
    ['毎週月曜 R9.3.15から', ['2027-03-15', '2027-03-22', '2027-03-29']],
    ['毎月第3水曜 R8年12月からR9年1月まで', ['2026-12-16', '2027-01-20']],
    ['毎年 R8.12.15', ['2026-12-15', '2027-12-15']],
    ['年4回（日程未定）', []],
    ['年4回 R8.12.15', ['2026-12-15']],
    ['every 3rd Wednesday', ['2026-12-16', '2027-01-20', '2027-02-17', '2027-03-17']],
    ['day 15 of every month', ['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15']],
    ['every 2 weeks on Friday from R9.3.1', ['2027-03-05', '2027-03-19']],
  ])('「%s」', (when, days) => {
    expect(daysOf({ when })).toEqual(days);
  });

  it('a rhythm in a coming fiscal year begins with it', () => {
    expect(daysOf({ when: '毎月第3水曜', fiscalYear: 'R9' }).slice(0, 2)).toEqual(['2027-04-21', '2027-05-19']);
  });

  it('without a year the next such day is asked back, as is a weekday that does not fit', () => {
    expect(sent({ when: '6/30' })).toMatchObject({
      kind: 'ask',
      notices: [expect.anything(), expect.stringContaining('令和9年6月30日（水）')],
    });
    expect(sent({ when: 'R8.12.15（水）' })).toMatchObject({
      kind: 'ask',
      notices: [expect.anything(), expect.stringContaining('令和8年12月15日（火）')],
    });
  });

  it.each([
    ['2/30', '暦にありません'],
    ['R8.13.1', 'ありません'],
    ['毎月32日', '日程が読み取れません'],
    ['そのうち', '日程が読み取れません'],
    ['7月', '日まで'],
    ['年1回 R8.12.15、R9.1.15', '年1回に対して'],
    ['毎年', '最初の日'],
    ['毎月第3水曜 R9.2.1からR8.12.1まで', '終わりの日'],
    ['R8.12.15 市民会館', '日程が読み取れません'],
  ])('「%s」 is refused at its field', (when, words) => {
    expect(sent({ when })).toMatchObject({ kind: 'errors', errors: { when: expect.stringContaining(words) } });
  });

  it('a day and a fiscal year that disagree are refused with the right year named (5.6)', () => {
    const right = { kind: 'errors', errors: { fiscalYear: expect.stringContaining('R8') } };
    expect(sent({ when: 'R8.12.15', fiscalYear: 'R9' })).toMatchObject(right);
    const move = { date: 'R8.12.15', fiscalYear: 'R9' };
    expect(moveMeetingForm.read(move, openedState({ form: 'meeting-move', language: 'ja' }), today)).toMatchObject(
      right,
    );
  });
});

describe('the reminders of a meeting (rules 9.1)', () => {
  it.each([
    [{ when: 'R8.12.15' }, undefined],
    [{ when: '毎月第3水曜' }, undefined],
    [{ when: 'R8.12.15', leads: '3営業日前, 当日' }, [3, 0]],
    [{ when: 'R8.12.15', leads: 'なし' }, []],
  ])('%j', (typed, counts) => {
    // Nothing typed: as its office has them.
    expect(planOf(typed).leads?.map(({ count }) => count)).toEqual(counts);
  });

  it('that cannot be read are refused at their field', () => {
    const outcome = { kind: 'errors', errors: { leads: expect.stringContaining('「前の週」') } };
    expect(sent({ when: 'R8.12.15', leads: '前の週' })).toMatchObject(outcome);
  });
});

it.each([
  ['19:00', '19:00'],
  ['１９：３０', '19:30'],
  ['9時', '09:00'],
  ['午後7時半', '19:30'],
  ['7pm', '19:00'],
  ['午前0時', '00:00'],
  ['午後12時', '12:00'],
  ['25:00', null],
  ['夕方', null],
])('the time 「%s」 is %s', (typed, time) => {
  expect(clockTime(typed)).toBe(time);
});

describe('the line after /tonari-meeting', () => {
  const areas = [{ id: 'suzuka', names: ['鈴鹿市', '鈴鹿'] }];
  const read = (line: string) => readMeetingLine(line, areas, today);

  it.each([
    ['事例検討会 6/30 19:00 中央公民館', { title: '事例検討会', when: '6/30', time: '19:00', location: '中央公民館' }],
    [
      '鈴鹿市 多職種研修 毎月第3水曜 午後7時から 市役所 第1会議室',
      { title: '多職種研修', when: '毎月第3水曜', time: '午後7時', location: '市役所 第1会議室' },
    ],
    [
      '協議会 R8.12.15 13:30〜15:00 7開庁日前、1開庁日前',
      { title: '協議会', when: 'r8.12.15', time: '13:30', leads: '7開庁日前、1開庁日前' },
    ],
    ['推進会議 年4回（日程未定）', { title: '推進会議', when: '年4回(日程未定)' }],
  ])('「%s」', (line, typed) => {
    const said = read(line).typed;
    expect({ ...said, when: said.when?.toString().toLowerCase() }).toEqual(typed);
  });

  it('names areas, and what becomes of a meeting', () => {
    expect(read('鈴鹿 事例検討会 12/15 中止')).toMatchObject({
      action: 'cancel',
      areaIds: ['suzuka'],
      title: '事例検討会',
      days: ['2026-12-15'],
    });
  });
});
