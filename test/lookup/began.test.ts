import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ({ ask } = await openShippedLookup());
});

describe('what began in a year', () => {
  it.each([['令和6年度から始めた市町は？'], ['Which towns started something in fiscal 2024?']])(
    'towns whose records say that something began then, not the days of the year: %s',
    (question) => {
      const { answer, areas } = ask(question);
      expect(answer.intent).not.toBe('calendar');
      expect(areas).toEqual(expect.arrayContaining(['いなべ市', '東員町', '多気町', '熊野市']));
      expect(areas).not.toContain('松阪市');
    },
  );

  it('「昨年度」 is that of the day of asking', () => {
    expect(ask('昨年度から始めた取組がある市町は？').areas).toContain('鈴鹿市');
  });

  it('when a fiscal year begins is still told by the calendar', () => {
    expect(ask('令和8年度っていつから？').answer.intent).toBe('calendar');
  });
});
