import { beforeAll, describe, expect, it } from 'vitest';
import { answerWords } from '../../src/words/answers.ts';
import { namesIn, openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

const { silentTowns, doingGroup, nothingSaysSo } = answerWords.ja;

let shipped: ShippedLookup;
let ask: ShippedLookup['ask'];
beforeAll(async () => {
  shipped = await openShippedLookup();
  ask = shipped.ask;
});

/** Done, planned, not stated, as a headline gives them. */
const countsBeside = (headline: string) =>
  headline
    .match(/(?:実施|done) (\d+)(?:、予定・検討中|, planned or considered) (\d+)(?:、記載なし|, not stated) (\d+)/)
    ?.slice(1)
    .map(Number) ?? [];

describe('rule 1.3: who does not do it', () => {
  it.each([
    ['出前講座をしていない市町は？'],
    ['出前講座やってないのは？'],
    ['出前講座やってへん町どこ？'],
    ['出前講座をやっとらんとこは？'],
    ['出前講座が未実施の市町を教えてください'],
    ['Which towns do not hold outreach lectures?'],
    ["Are there towns that don't give outreach lectures?"],
  ])('those who do it are not the answer; where nobody says that it is not done, that comes first: %s', (question) => {
    const { answer, areas } = ask(question);
    expect(answer.intent).toBe('which-areas');
    expect(areas).toEqual([]);
    expect(answer.headline).toMatch(
      /^(出前講座を「なし」「していない」と記載している市町はありません。|No municipality says)/,
    );
    expect(countsBeside(answer.headline)).toEqual([9, 0, 20]);
  });

  it.each([
    ['BCPの研修を実施していない市町'],
    ['BCPの研修をやっていない町は？'],
    ['Which towns have not held BCP training?'],
  ])('the answer is who says so, with the record: %s', (question) => {
    const { answer, areas } = ask(question);
    expect(areas).toEqual(['木曽岬町', '朝日町', '大紀町']);
    expect(namesIn(answer, null)).toEqual(areas);
    expect(answer.groups[0]?.rows.every((row) => row.status === 'none')).toBe(true);
  });

  it('none, done, planned and not stated are counted apart and add up to all towns', () => {
    for (const matter of [
      'BCPの研修',
      '多職種研修',
      'ACP研修',
      'エンディングノートの作成',
      '市民講演会',
      '協議会の開催',
    ]) {
      const { answer, areas } = ask(`${matter}をしていない市町は？`);
      const none = areas.filter((name) => name !== '北上市').length;
      expect(
        countsBeside(answer.headline).reduce((sum, count) => sum + count, none),
        matter,
      ).toBe(29);
    }
  });

  it('who says nothing is named, as not recorded and not as none', () => {
    const { answer } = ask('多職種研修をしていないところ');
    const silent = ['いなべ市', '東員町', '朝日町', '伊賀市', '尾鷲市', '紀北町'];
    expect(answer.notes).toEqual([silentTowns(silent.join('・')), nothingSaysSo]);
    expect(answer.areas).toEqual([]);
  });

  it('who does it stands last, a row a town, so that the count has its sources', () => {
    const { answer } = ask('出前講座をしていない市町は？');
    expect(answer.groups.map((group) => group.title)).toEqual([doingGroup]);
    expect(new Set(namesIn(answer, doingGroup)).size).toBe(9);
  });

  it('a district that is named is the denominator', () => {
    expect(countsBeside(ask('北勢で出前講座をしていないのは？').answer.headline)).toEqual([4, 0, 6]);
  });

  it('asked how many, it counts those who say so', () => {
    expect(ask('入退院のマニュアルを作っていない市町はいくつ？').answer.number).toBe(2);
  });

  it('「逆にやってないところは？」 after a list asks it of all towns, not of those listed', () => {
    const { answer } = ask('出前講座をしている市町は？', '逆にやってないところは？');
    expect(countsBeside(answer.headline)).toEqual([9, 0, 20]);
  });

  it('a word that holds a denial denies nothing', () => {
    expect(ask('身寄りのない方のガイドラインを作った市町は？').areas).toContain('鈴鹿市');
    expect(ask('研修に人が集まらないと困っている市町は？').areas.length).toBeGreaterThan(0);
  });

  it('「…しとる町あらへん？」 asks who does it', () => {
    expect(ask('もしバナゲームやっとる町あらへん？').areas).toContain('多気町');
    expect(ask('もしバナゲームしてるとこない？').areas).toContain('多気町');
  });

  it('a hub that no town lacks is said to be lacked by none', () => {
    const { answer, areas } = ask('拠点を設置していない市町は？');
    expect(areas).toEqual([]);
    expect(countsBeside(answer.headline)).toEqual([29, 0, 0]);
    expect(ask('拠点を設置している市町は？').answer.headline).toMatch(/^29市町のうち29市町です。/);
  });
});
