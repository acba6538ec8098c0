import { beforeAll, describe, expect, it } from 'vitest';
import type { PictureSubject, TownState } from '../../src/records/picture-subject.ts';
import { countsIn, HOME, openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

type Towns = Extract<PictureSubject, { kind: 'towns' }>;

let shipped: ShippedLookup;
let ask: ShippedLookup['ask'];
beforeAll(async () => {
  shipped = await openShippedLookup();
  ask = shipped.ask;
});

const townsOf = (question: string): Towns => {
  const { picture } = ask(question).answer;
  if (picture?.kind !== 'towns') throw new Error(`no map for ${question}`);
  return picture;
};
const count = ({ states }: Towns, state: TownState) => states.filter((each) => each.state === state).length;

describe('the map of who does what', () => {
  it('has the four states as the answer counts them, whatever is asked for (1.3)', () => {
    let mapped = 0;
    for (const concept of shipped.lookup.dictionary.concepts.values()) {
      const question = `${concept.label}に取り組んでいる市町は？`;
      const { answer } = ask(question);
      const counts = countsIn(answer.headline);
      if (answer.picture?.kind !== 'towns' || !counts || counts.silent === null) continue;
      mapped += 1;
      const [doing, planned, none, silent] = (['doing', 'planned', 'none', 'silent'] as const).map((state) =>
        count(answer.picture as Towns, state),
      );
      expect([question, doing, planned, none, silent]).toEqual([
        question,
        counts.doing,
        counts.planned,
        counts.none,
        counts.silent,
      ]);
    }
    expect(mapped).toBeGreaterThan(50);
  });

  it('shows who plans as planning where that was asked for, and the others as they stand', () => {
    const question = '研修を予定している市町は？';
    const { answer } = ask(question);
    const map = townsOf(question);
    const planning = map.states.filter(({ state }) => state === 'planned').map(({ areaId }) => areaId);
    expect(planning).toEqual(
      expect.arrayContaining(answer.areas.filter((id) => map.states.some((each) => each.areaId === id))),
    );
    expect(count(map, 'doing')).toBeGreaterThan(0);
    expect(map.states).toHaveLength(HOME);
  });

  it('tells only who speaks of it where difficulties are asked for: they are in no state', () => {
    const map = townsOf('人材不足を困難に挙げている市町は？');
    expect(new Set(map.states.map(({ state }) => state))).toEqual(new Set(['told', 'silent']));
    expect(map.asOf).toEqual(['令和7年11月～12月']);
  });

  it('shows who is silent where that was asked for, and leaves out towns that were ruled out', () => {
    const { answer } = ask('BCPについて書いていない市町は？');
    expect(count(townsOf('BCPについて書いていない市町は？'), 'silent')).toBe(answer.areas.length);
    const without = townsOf('鈴鹿市以外でバイタルリンクを使っている市町は？');
    expect(without.states).toHaveLength(HOME - 1);
    expect(without.states.map(({ areaId }) => areaId)).not.toContain('suzuka');
  });

  it('of a column tells who wrote, who wrote 「なし」 and who left it blank', () => {
    const map = townsOf('ICTの欄が空欄の市町は？');
    const { answer } = ask('ICTの欄が空欄の市町は？');
    expect(map.scale).toBe('stated');
    expect(map.states.filter(({ state }) => state === 'silent').map(({ areaId }) => areaId)).toEqual(answer.areas);
    expect(count(map, 'none')).toBe(ask('ICTの欄に「なし」と書いた市町は？').answer.areas.length);
    expect(count(map, 'told') + count(map, 'none') + count(map, 'silent')).toBe(HOME);
  });

  it('is not there where nothing is recorded', () => {
    expect(ask('ドローン配送をしている市町は？').answer.picture).toBeNull();
  });
});
