import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ({ ask } = await openShippedLookup());
});

describe('a question that holds the data of one person (3.6)', () => {
  it.each([
    ['山田太郎さん（被保険者番号1234567890）の退院調整はどの市町に相談？', ['山田', '1234567890']],
    ['マイナンバー1234-5678-9012の人は津市で何を使える？', ['1234', '津市']],
    ['佐藤花子（昭和10年4月2日生）の担当は誰ですか', ['佐藤', '昭和10年']],
    ['Which town supports Ms Yamada, born 2 April 1935?', ['Yamada', '1935']],
  ])('is not looked up, and nothing of it is said again: %s', (question, parts) => {
    const { answer, text } = ask(question);
    expect(answer.intent).toBe('out-of-scope');
    expect(answer.understood).toEqual([]);
    for (const part of parts) expect(text).not.toContain(part);
  });

  it('is passed over by the question after it, which goes on from the one before', () => {
    const conversation = ['津市はバイタルリンクを使っている？', '被保険者番号1234567890の人は？', 'では亀山は？'];
    expect(ask(...conversation).text).toContain('［亀山市の調査票 (2)④ICT］');
  });

  it.each(['70代の独居の方への支援をしている市町は？', '津市役所の住所は津市西丸之内23-1ですか'])(
    'but one about many people, or an office, is answered: %s',
    (question) => {
      expect(ask(question).answer.intent).not.toBe('out-of-scope');
    },
  );
});
