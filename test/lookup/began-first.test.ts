import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ({ ask } = await openShippedLookup());
});

describe('what began first or last, by the years that the records name', () => {
  it.each([
    ['拠点を一番早く作ったのは？'],
    ['一番古い拠点は？'],
    ['いちばん古い連携拠点はどこ？'],
    ['最も早く設置した市町は？'],
    ['拠点を最初に設置した市町は？'],
    ['which hub was set up first?'],
    ['Which town opened its hub earliest?'],
    ['What is the oldest hub?'],
  ])('the first comes first in the answer: %s', (question) => {
    const { answer, areas } = ask(question);
    expect(areas).toEqual(['桑名市']);
    expect(answer.headline.split('\n')[0]).toMatch(/桑名市.*平成27年度/);
  });

  it('those that began in the same month or year are all named, with what the records cannot tell', () => {
    const { answer, areas } = ask('最近できた拠点は？');
    expect(areas).toEqual(['木曽岬町', '朝日町', '松阪市', '明和町', '伊勢市', '玉城町', '南伊勢町', '度会町']);
    expect(answer.notes.join()).toContain('どれが先かは決められません');
    expect(ask('which hub was set up most recently?').areas).toEqual(areas);
  });

  it('all that name a year are listed in order', () => {
    const rows = ask('一番古い拠点は？').answer.table?.rows ?? [];
    expect(rows.map(([since]) => since)).toEqual([
      '平成27年度',
      '平成29年度',
      '平成29年7月',
      '平成30年4月',
      '平成30年度',
    ]);
  });

  it('towns whose records name no year are counted, and are not taken for the last', () => {
    expect(ask('一番古い拠点は？').answer.headline).toContain('29市町のうち11市町です（年の記載なし 18）');
  });

  it('of other matters the year stands in the statement', () => {
    const { answer, areas } = ask('身寄りのない方の支援を最初に始めた市町は？');
    expect(areas).toEqual(['亀山市']);
    expect(answer.table?.rows[1]?.[0]).toBe('R6年度');
  });

  it('a district that is named is where one looks', () => {
    expect(ask('北勢で一番新しい拠点は？').areas).toEqual(['木曽岬町', '朝日町']);
    expect(ask('桑名市以外で一番古い拠点は？').areas).toEqual(['四日市市', '津市']);
  });

  it('how old the records themselves are is still told as of when', () => {
    expect(ask('一番古い情報は？').answer.intent).toBe('about-records');
    expect(ask('この情報は古くない？').answer.intent).toBe('about-records');
  });
});
