import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
let askOn: ShippedLookup['askOn'];
beforeAll(async () => {
  ({ ask, askOn } = await openShippedLookup());
});

// Asked on Saturday, 2026-11-21.
describe('the days of a period are counted by the office calendar', () => {
  it.each([
    ['今年度の残りの開庁日は何日ある？', '令和9年3月31日（水）まで、あと130日（84開庁日）です。'],
    ['年度末まであと何日？', '令和9年3月31日（水）まで、あと130日（84開庁日）です。'],
    ['来月末まであと何開庁日ですか', '令和8年12月31日（木）まで、あと40日（25開庁日）です。'],
    ['12月の開庁日は何日？', '令和8年12月の開庁日は20日です'],
    ['How many days until the end of the fiscal year?', '130 days, 84 of them'],
    ['How many business days are there in December 2026?', '20 open days'],
  ])('%s', (question, told) => {
    const { answer, text } = ask(question);
    expect(answer.intent).toBe('calendar');
    expect(text).toContain(told);
  });

  it('of a period that is over it is said that it is', () => {
    expect(askOn('2027-04-01', '令和8年度の残りの開庁日は何日？').text).toContain('令和9年3月31日（水）で終わりました');
  });

  it('how many of something else there were in a year asks records', () => {
    expect(ask('津の多職種連携研修会は令和7年度に何回？').answer.intent).not.toBe('calendar');
  });
});

describe('a year is told by the other calendar', () => {
  it.each([
    ['平成30年って西暦で何年？', '西暦2018年は、平成30年です。'],
    ['2019年は和暦で何年？', '平成31年（4月30日まで）・令和元年（5月1日から）'],
    ['2027年度は令和何年度？', '令和9年度（2027年4月1日〜2028年3月31日）'],
    ['令和8年3月25日は西暦だと？', '西暦2026年3月25日'],
  ])('%s', (question, told) => {
    const { answer, text } = ask(question);
    expect(answer.intent).toBe('calendar');
    expect(text).toContain(told);
  });
});
