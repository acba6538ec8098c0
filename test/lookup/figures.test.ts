import { beforeAll, describe, expect, it } from 'vitest';
import { answerWords } from '../../src/words/answers.ts';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

const { cannotCompute, draft } = answerWords.ja;
const COMPUTED = '（記録の数値から当方で計算）';

let ask: ShippedLookup['ask'];
let askOn: ShippedLookup['askOn'];
beforeAll(async () => {
  ({ ask, askOn } = await openShippedLookup());
});

describe('indicators (rule 6.1)', () => {
  it.each([
    ['出前講座の参加人数の令和4年度の実績値は？', 158, '実績値'],
    ['出前講座の参加人数の令和6年度の計画値は？', 300, '計画値'],
    ['出前講座の令和5年度の参加人数は？', 183, '年度途中'],
    ['普及啓発イベントの令和5年度の参加人数は？', 700, '見込'],
    ['多職種研修会の令和3年度の参加人数は？', 474, '実績値'],
    ['出前講座の令和8年度の開催回数は？', 18, '計画値'],
  ])('each value says of what kind it is: %s', (question, value, kind) => {
    const { answer } = ask(question);
    expect(answer.intent).toBe('indicator');
    expect(answer.number).toBe(value);
    expect(answer.headline).toContain(`${kind}: ${value}`);
  });

  it('a part-year value says as of when', () => {
    expect(ask('出前講座の令和5年度の参加人数は？').answer.headline).toContain('（9月末現在）');
  });

  it('kinds stand side by side, each year once', () => {
    const { answer } = ask('出前講座の参加人数は？');
    expect(answer.headline.split('\n')).toEqual([
      '出前講座・参加人数 R3 実績値: 410人',
      '出前講座・参加人数 R4 実績値: 158人',
      '出前講座・参加人数 R5 年度途中: 183人（9月末現在）',
      '出前講座・参加人数 R6 計画値: 300人',
      '出前講座・参加人数 R7 計画値: 320人',
      '出前講座・参加人数 R8 計画値: 340人',
    ]);
  });

  it('asked for one kind, only that kind is told; an actual value may be a part-year one', () => {
    const kinds = (question: string) => new Set(ask(question).answer.headline.match(/計画値|実績値|年度途中|見込/g));
    expect(kinds('出前講座の参加人数の計画値は？')).toEqual(new Set(['計画値']));
    expect(kinds('出前講座の参加人数の実績値は？')).toEqual(new Set(['実績値', '年度途中']));
    expect(kinds('普及啓発イベントの参加人数の見込は？')).toEqual(new Set(['見込']));
  });

  it('中止 is a state, not 0', () => {
    const { answer, text } = ask('普及啓発イベントの令和3年度の参加人数は？');
    expect(answer.headline).toContain('実績値: 中止');
    expect(answer.number).toBeNull();
    expect(text).not.toMatch(/R3 実績値:? 0/);
  });

  it('a year without any value is said to have none', () => {
    const { answer } = ask('出前講座の令和9年度の計画値は？');
    expect(answer.found).toBe(false);
    expect(answer.number).toBeNull();
    expect(answer.headline).toContain('記録にありません');
  });

  it.each([
    ['普及啓発イベントの令和3年度の達成率は？'],
    ['普及啓発イベントの令和4年度の達成率は？'],
    ['出前講座の令和6年度の参加人数の達成率は？'],
    ['出前講座の令和5年度の達成率は？'],
  ])('a rate of which a value is missing cannot be computed: %s', (question) => {
    const { answer } = ask(question);
    expect(answer.number).toBeNull();
    expect(answer.found).toBe(false);
    expect(answer.headline).toContain(cannotCompute);
    expect(answer.headline).not.toMatch(/\d%/);
  });

  it('it is not said that the actual value is missing where the planned one is', () => {
    expect(ask('普及啓発イベントの令和4年度の達成率は？').answer.headline).not.toContain('実績値の記載がありません');
  });

  it('an average is people by sessions of the same year and kind, and marked as computed by us', () => {
    const { answer } = ask('出前講座の令和4年度の1回あたりの参加人数は？');
    expect(answer.number).toBe(12.2);
    expect(answer.headline).toBe(`出前講座 R4 実績値: 158人 ÷ 13回 = 1回あたり約12.2人${COMPUTED}`);
  });

  it('an average of what was cancelled cannot be computed', () => {
    const { answer } = ask('普及啓発イベントの令和3年度の1回あたりの参加人数は？');
    expect(answer.headline).toBe(cannotCompute);
    expect(answer.number).toBeNull();
  });

  it('a difference names both years and is marked as computed by us', () => {
    const { answer } = ask('出前講座の参加人数の令和3年度と令和4年度の差は？');
    expect(answer.number).toBe(252);
    expect(answer.headline).toContain(`R3 → R4 -252人（差 252人）${COMPUTED}`);
    expect(answer.headline).toContain('多いのは令和3年度です。');
  });

  it('no difference is made of a year that was cancelled', () => {
    const { answer } = ask('普及啓発イベントの参加人数の令和3年度と令和4年度の差は？');
    expect(answer.number).toBeNull();
    expect(answer.headline).not.toContain('差 ');
    expect(answer.headline).toContain('中止');
  });

  it.each([['出前講座の参加人数の合計は？'], ['普及啓発イベントの参加人数の合計は？']])(
    'a total does not mix planned with actual values: %s',
    (question) => {
      expect([1711, 4200]).not.toContain(ask(question).answer.number);
    },
  );

  it('the row of a figure carries the document and its own as-of date', () => {
    const { answer } = ask('出前講座の参加人数の令和4年度の実績値は？');
    const rows = answer.groups.flatMap((group) => group.rows);
    expect(rows.every((row) => row.areas.join() === '市名記載なし')).toBe(true);
    expect(rows.every((row) => row.asOf.includes('9月末現在'))).toBe(true);
  });

  it('figures are told in English as well', () => {
    const { answer } = ask('How many people attended the outreach events in FY R4?');
    expect(answer.number).toBe(1400);
    expect(answer.headline).toContain('actual: 1,400人');
  });

  // Fault: where no record tells of the year, figures of the survey of another year are given without a word.
  it('a figure of another year is no answer to 「令和2年度は何回」', () => {
    expect(ask('令和2年度の多職種の研究会は何回？').answer.headline).not.toMatch(/: \d+回/);
  });
});

describe('ratings (rule 6.2)', () => {
  it('the rating of one scene is told with its fiscal year, and that the document is a draft', () => {
    const { answer } = ask('北上市の急変時の対応は何点？');
    expect(answer.number).toBe(3.2);
    expect(answer.headline).toBe('急変時の対応の評価（R7年度）は3.2です。');
    expect(answer.notes).toContain(draft);
  });

  it('the lowest scene', () => {
    const { answer } = ask('北上市の5段階評価で一番低い場面は？');
    expect(answer.headline).toBe('最も低いのは看取り 3.1です。');
    expect(answer.number).toBe(3.1);
  });

  it('the highest scene', () => {
    const { answer } = ask('北上市の5段階評価で一番高い場面は？');
    expect(answer.headline.split('\n')[0]).toBe('最も高いのは日常の療養支援 3.5です。');
    expect(answer.number).toBe(3.5);
  });

  it('how far they lie apart is marked as computed by us', () => {
    const { answer } = ask('北上市の5段階評価の差は？');
    expect(answer.number).toBe(0.4);
    expect(answer.headline).toBe(`日常の療養支援 3.5 − 看取り 3.1 = 0.4${COMPUTED}`);
  });

  it('the printed scale is no rating', () => {
    expect(ask('北上市の成熟度評価は何点満点？').answer.number).toBe(5);
    for (const scene of ['日常の療養支援', '入退院支援', '急変時の対応', '看取り']) {
      expect(ask(`北上市の${scene}は何点？`).answer.number, scene).toBeLessThan(4);
    }
  });

  it('who rates itself at all: 北上市 alone', () => {
    expect(ask('5段階評価をしている市町は？').areas).toEqual(['北上市']);
  });

  it('the same in English', () => {
    const { answer } = ask("What is Kitakami's maturity rating for end of life?");
    expect(answer.headline).toBe('The rating of end of life（看取り） (FY R7) is 3.1.');
    expect(answer.notes).toEqual([answerWords.en.draft]);
  });

  it('all ratings are told as such, not the highest alone', () => {
    const { answer } = ask('北上市の5段階評価は？');
    expect(answer.headline).not.toContain('最も高い');
    expect(answer.number).toBeNull();
  });

  it.each([['北上市の令和6年度の5段階評価は？'], ['R5年度の北上市の看取りは何点？']])(
    'a year without a rating is said to have none: %s',
    (question) => {
      const { answer } = ask(question);
      expect(answer.number).toBeNull();
      expect(answer.headline).toMatch(/R[56]|令和[56]年度/);
    },
  );
});

describe('calendar questions', () => {
  it.each([
    ['2026-06-30の10開庁日前は？', '令和8年6月16日（火）'],
    ['令和8年12月25日の5開庁日後は？', '令和9年1月7日（木）'],
    ['令和9年1月4日の3開庁日前は？', '令和8年12月24日（木）'],
    ['2026年5月7日の1営業日前は？', '令和8年5月1日（金）'],
    ['2026-09-24の1開庁日前は？', '令和8年9月18日（金）'],
    ['2026-06-30の10日前は？', '令和8年6月20日（土）'],
    ['2026-06-30の2週間後は？', '令和8年7月14日（火）'],
    ['2026-06-30の十開庁日前は？', '令和8年6月16日（火）'],
  ])('%s %s', (question, day) => {
    const { answer } = ask(question);
    expect(answer.intent).toBe('calendar');
    expect(answer.headline).toContain(`は、${day}です。`);
  });

  it.each(['昭和40年1月4日は開庁日？', '2160年1月6日は祝日？', '2150年12月1日の100開庁日後は？'])(
    'a day whose holidays are not known is not guessed: %s',
    (question) => expect(ask(question).answer.headline).toContain('1970年〜2150年'),
  );

  it('a calendar day on which the office is closed is told to be one', () => {
    expect(ask('2026-06-30の10日前は？').answer.headline).toContain('閉庁日です');
    expect(ask('2026-06-30の2週間後は？').answer.headline).not.toContain('閉庁日');
  });

  it.each([
    ['2026年9月22日は開庁日？', '閉庁日（国民の休日）'],
    ['2026-05-06は祝日？', '閉庁日（振替休日）'],
    ['2027年3月22日は休み？', '閉庁日（振替休日）'],
    ['令和8年12月29日は開庁日？', '閉庁日'],
    ['令和9年1月4日は開庁日？', 'は開庁日で'],
    ['令和8年3月6日は何曜日？', '令和8年3月6日（金）'],
    ['令和8年2月1日は何年度？', '令和7年度'],
    ['令和8年4月1日は何年度？', '令和8年度'],
  ])('%s %s', (question, told) => {
    const { answer } = ask(question);
    expect(answer.intent).toBe('calendar');
    expect(answer.headline).toContain(told);
  });

  it('a fiscal year runs from April to March, and belongs to a plan period', () => {
    const { answer } = ask('令和8年度っていつから？');
    expect(answer.headline).toContain('令和8年4月1日（水）から令和9年3月31日（水）まで');
    expect(answer.headline).toContain('第9期');
  });

  it('a day without a year is the next one to come', () => {
    expect(ask('6/30の10開庁日前は？').answer.headline).toContain('令和9年6月30日（水）');
    expect(askOn('2026-06-01', '6/30の10開庁日前は？').answer.headline).toContain('令和8年6月30日（火）');
  });

  it('how many days are left counts from today', () => {
    expect(askOn('2026-11-21', '令和8年11月25日は開庁日？').answer.headline).toContain('あと4日');
    expect(askOn('2026-11-30', '令和8年11月25日は開庁日？').answer.headline).not.toContain('あと');
  });

  it('calendar questions are answered in English', () => {
    expect(ask('What is 10 business days before 2026-06-30?').answer.headline).toContain('Tue 16 June 2026');
    expect(ask('What day of the week is 6 March 2026?').answer.headline).toContain('Fri 6 March 2026');
  });

  it.each([
    ['第10期はいつ？', '令和9年度'],
    ['第10期っていつからいつまで？', '令和11年度'],
    ['第9期は何年度から何年度まで？', '令和6年度'],
  ])('a plan period is told in fiscal years: %s', (question, told) => {
    const { answer } = ask(question);
    expect(answer.intent).toBe('calendar');
    expect(answer.headline).toContain(told);
  });

  it.each([
    ['Is 22 September 2026 a holiday?'],
    ['Is 2026-09-22 a business day?'],
    ['When does fiscal year 2026 start?'],
    ['When does Reiwa 8 start?'],
  ])('an English question about a day is answered by the calendar: %s', (question) => {
    expect(ask(question).answer.intent).toBe('calendar');
  });

  it('what the calendar understood is not shown as unknown', () => {
    expect(
      ask('2026-06-30の10開庁日前は？')
        .answer.understood.map((slot) => slot.label)
        .join(),
    ).not.toContain('記録にない言葉');
  });
});
