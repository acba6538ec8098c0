import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let shipped: ShippedLookup;
beforeAll(async () => {
  shipped = await openShippedLookup();
});

describe('a figure that the question sets', () => {
  it.each([
    ['在宅医療機関が40か所以上あるのはどこですか', ['四日市市', '津市']],
    ['Which municipalities have more than 40 home-care institutions?', ['四日市市', '津市']],
    ['在宅医療機関が60か所を超える市は？', ['津市']],
  ])('is a bound that a recorded figure must keep: %s', (question, towns) => {
    expect(shipped.ask(question).areas).toEqual(towns);
  });

  it('counts times a year whatever way a record says them: 3か月に1回 is 年4回', () => {
    const { areas } = shipped.ask('年４回ひらいてる会議があるのは？');
    expect(areas).toEqual(expect.arrayContaining(['菰野町', '鈴鹿市', '志摩市']));
    expect(areas).not.toContain('亀山市');
  });

  it('is not met by a record that gives no figure', () => {
    const { areas } = shipped.ask('多職種の研修会を年3回以上やってる市町を全部');
    expect(areas).toEqual(expect.arrayContaining(['亀山市', '津市', '伊勢市', '熊野市']));
    expect(areas).not.toContain('桑名市');
    expect(areas).not.toContain('志摩市');
  });

  it('is an age as the record sets it: a scheme from 75 on is none from 65 on', () => {
    expect(shipped.ask('救急キットの対象を75歳以上にしてる市町は').areas).toEqual(['熊野市', '紀宝町']);
    expect(shipped.ask('救急キットの対象を70歳以上にしてる市町は').areas).toEqual(['志摩市']);
  });

  it('is shown as one part of how the question was taken, which can be dropped', () => {
    const question = '在宅医療機関が40か所以上あるのはどこですか';
    expect(shipped.ask(question).answer.understood.map(({ label }) => label)).toContain('40か所以上');
    expect(shipped.askWithout(question, 'figure:40か所以上').areas.length).toBeGreaterThan(2);
  });

  it('that no record reaches is answered as not recorded', () => {
    const { answer, areas } = shipped.ask('在宅医療機関が500か所以上ある市町は？');
    expect(areas).toEqual([]);
    expect(answer.found).toBe(false);
  });
});
