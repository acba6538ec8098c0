import { beforeAll, describe, expect, it } from 'vitest';
import { answerWords } from '../../src/words/answers.ts';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

const { yes, no, plannedThen, notAllSaid } = answerWords.ja;

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ask = (await openShippedLookup()).ask;
});

describe('a question for yes or no', () => {
  it.each([
    ['松阪市の「在宅医療における医療機関の機能調査」の結果は公開されていますか'],
    ['松阪の高齢者の住まいの情報一覧って公表されてる？'],
  ])('is answered いいえ where the record denies the very thing that is asked: %s', (question) => {
    const { answer, text } = ask(question);
    expect(answer.headline.startsWith(no)).toBe(true);
    expect(text).toContain('すずの輪');
  });

  it.each([
    ['菰野町の地域BCPの研修はもう終わりましたか'],
    ['松阪の救急対応マニュアルのガイドライン、新しい版はもう出てる？'],
  ])('of what was planned then is not answered はい, asked whether it is over: %s', (question) => {
    const { answer } = ask(question);
    expect(answer.headline.startsWith(plannedThen)).toBe(true);
    expect(answer.headline).not.toContain(yes);
  });

  it('is answered はい of what is done, asked whether it is done already', () => {
    expect(ask('東員町はもう入退院の手引きをホームページに載せてますか？').answer.headline.startsWith(yes)).toBe(true);
  });

  it('is not answered はい where only several records together say all of it', () => {
    const { answer, text } = ask('紀北町の専門職向けのACPパンフレットはホームページに載ってますか');
    expect(answer.headline.startsWith(notAllSaid)).toBe(true);
    expect(text).toContain('専門職向けのACP啓発パンフレットを作成した');
  });

  it('「なんて書いてある？」 wants neither はい nor いいえ', () => {
    const { answer } = ask('木曽岬町の身寄りのない方の欄、なんて書いてある？');
    expect(answer.intent).toBe('detail');
    expect(answer.headline).not.toContain(yes);
  });
});

describe('「…ない？」 of towns asks whether there are any', () => {
  it.each([
    ['若い人に普及啓発が届かんのやけど、同じように困っとるとこない？', '多気町'],
    ['研修の会場が取れないけど、同じ悩みの市町はないですか？', '津市'],
  ])('%s', (question, town) => {
    expect(ask(question).areas).toContain(town);
  });
});

describe('a 目指す姿 is told', () => {
  it.each([
    ['度会町の目指す姿（入退院）を教えてください', '【入退院支援】'],
    ['伊勢市が急変時に目指す姿は？', '【急変時の対応】'],
  ])('of the scene that is named alone, though others speak of it as well: %s', (question, scene) => {
    const rows = ask(question).answer.groups.flatMap((group) => group.rows);
    expect(rows.map(({ text }) => text.includes(scene))).toEqual([true]);
  });
});

describe('all scenes’ ratings are told', () => {
  it.each([['北上の評価、４場面ぜんぶ教えて'], ['北上市の場面ごとの評価は？']])('%s', (question) => {
    const { answer, text } = ask(question);
    expect(answer.intent).toBe('rating');
    for (const rating of ['3.5', '3.3', '3.2', '3.1']) expect(text).toContain(rating);
  });
});

describe('markup of the chat is no part of a question', () => {
  it.each([['<!channel> <@U0BOT> <#C01|office> 鈴鹿市のICTは？'], ['https://example.com/a/b 鈴鹿市のICTは？']])(
    '%s',
    (question) => {
      const { answer, turn } = ask(question);
      expect(turn.understood.language).toBe('ja');
      expect(answer.understood.map(({ label }) => label)).toEqual(['鈴鹿市', 'ICT']);
    },
  );

  it('what holds no word at all is answered in Japanese', () => {
    expect(ask('👍👍').turn.understood.language).toBe('ja');
  });
});
