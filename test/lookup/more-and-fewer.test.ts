import { beforeAll, describe, expect, it } from 'vitest';
import { answerWords } from '../../src/words/answers.ts';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ({ ask } = await openShippedLookup());
});

describe('who has the most or the fewest of something', () => {
  it.each([
    ['在宅医療機関が一番多い市は？', '津市', 69],
    ['在宅医療機関がいちばんようけあるとこは？', '津市', 69],
    ['Which municipality has the most home-care institutions?', '津市', 69],
    ['在宅医療機関が一番少ないのは？', '川越町', 0],
    ['Which municipality has the fewest home-care institutions?', '川越町', 0],
    ['北勢で在宅医療機関が最も多いのは？', '四日市市', 46],
    ['津市以外で在宅医療機関が一番多いのは？', '四日市市', 46],
    ['多職種連携研修会の回数が一番少ない市町は？', '志摩市', 2],
  ])('the recorded figures decide, and the verdict comes first: %s', (question, town, figure) => {
    const { answer, areas } = ask(question);
    expect(areas).toEqual([town]);
    expect(answer.number).toBe(figure);
    expect(answer.headline.split('\n')[0]).toContain(town);
  });

  it('figures of the same thing are compared; what was counted otherwise is told apart', () => {
    const { answer } = ask('在宅医療機関が一番多い市は？');
    expect(answer.table?.rows).toEqual([
      ['津市', '在宅医療機関', '69か所'],
      ['四日市市', '在宅医療機関', '46か所'],
      ['朝日町', '在宅医療機関', '3か所'],
      ['川越町', '在宅医療機関', '0か所'],
    ]);
    expect(answer.notes.join()).toContain('鈴鹿市 機能強化型在宅支援診療所（連携） 21か所');
  });

  it('towns without a figure are counted as not stated, not as fewest', () => {
    expect(ask('在宅医療機関が一番少ないのは？').answer.headline).toContain('29市町のうち4市町です（記載なし 25）');
  });

  it('all towns that share the highest figure are named', () => {
    const { areas, answer } = ask('会議の回数が最も多い市町は？');
    expect(areas).toEqual(['明和町']);
    expect(answer.table?.rows[0]).toEqual(['明和町', '定例会議', '1回/週']);
    expect(ask('多職種連携研修会の回数が一番多い市町は？').areas).toEqual(['熊野市', '御浜町', '紀宝町']);
  });

  it('a figure of something else is no answer: meetings with ケアマネ do not count them', () => {
    const { answer, areas } = ask('ケアマネが一番多い町は？');
    expect(areas).toEqual([]);
    expect(answer.found).toBe(false);
    expect(answer.headline).toContain('比べられません');
  });

  it('what most towns use is still told by the number of towns', () => {
    expect(ask('いちばん多くの市町が使っているICTは？').answer.table?.columns[1]).toBe('市町数');
  });
});

describe('which of two has more', () => {
  it.each([
    ['四日市と津、在宅医療機関の数が多いのは？', '津市', '多い'],
    ['四日市市と津市ではどちらが在宅医療機関が多い？', '津市', '多い'],
    ['多職種連携研修会の回数が多いのは亀山と津のどっち？', '津市', '多い'],
    ['津と四日市、在宅医療機関はどっちが少ない？', '四日市市', '少ない'],
    ['津と四日市、在宅医療機関どっちようさんある？', '津市', '多い'],
  ])('the verdict comes first, in the sense in which it was asked: %s', (question, town, sense) => {
    const { answer, areas } = ask(question);
    expect(areas).toEqual([town]);
    expect(answer.headline.split('\n')[0]).toBe(`${sense}のは${town}です。`);
  });

  it.each([
    ['Which has more home care institutions, Tsu or Yokkaichi?', '津市 has more.'],
    ['Which has fewer home care institutions, Tsu or Yokkaichi?', '四日市市 has fewer.'],
    ['Does Asahi have more home-care institutions than Yokkaichi?', 'No. 四日市市 has more.'],
    ['Are there fewer home-care institutions in Asahi than in Tsu?', 'Yes. 朝日町 has fewer.'],
    ['朝日町は四日市市より在宅医療機関が多い？', 'いいえ。多いのは四日市市です。'],
    ['津市より四日市市の方が在宅医療機関は少ない？', 'はい。少ないのは四日市市です。'],
  ])('a question of yes or no is answered with it: %s', (question, verdict) => {
    expect(ask(question).answer.headline.split('\n')[0]).toBe(verdict);
  });

  it('the same figure makes no winner', () => {
    const { answer, areas } = ask('伊勢と玉城、多職種研修会の回数はどっちが多い？');
    expect(answer.headline.split('\n')[0]).toBe(answerWords.ja.equal);
    expect(areas).toEqual([]);
  });

  it('without a figure on one side there is no verdict', () => {
    const { answer, areas } = ask('桑名市と津市、在宅医療機関はどっちが多い？');
    expect(areas).toEqual([]);
    expect(answer.headline).not.toContain('多いのは');
  });
});
