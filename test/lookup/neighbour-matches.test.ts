import { beforeAll, describe, expect, it } from 'vitest';
import { neighbourMatches } from '../../src/lookup/neighbour-matches.ts';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

describe('a neighbour’s practice for a difficulty of one’s own, in the shipped records,', () => {
  let shipped: ShippedLookup;
  beforeAll(async () => {
    shipped = await openShippedLookup();
  });

  const of = (name: string) => {
    const { lookup, nameOf } = shipped;
    const area = lookup.records.areas.find((each) => each.name === name);
    return neighbourMatches(lookup, area ? [area.id] : []).map(({ difficulty, practice }) => ({
      difficulty: difficulty.text,
      areas: practice.areaIds.map(nameOf),
      practice: practice.text,
    }));
  };

  it('is found for what the lexicon knows a way out of', () => {
    expect(of('松阪市')).toContainEqual({
      difficulty: '情報共有システム すずの輪（ICT）の登録後、専門職に有効に活用してもらうことが課題。',
      areas: ['いなべ市'],
      practice: expect.stringContaining('登録方法を簡素化した'),
    });
    expect(of('鈴鹿市')).toMatchObject([{ areas: ['大台町'], practice: expect.stringContaining('参加しやすい時間') }]);
  });

  it('is none where no neighbour recorded one, or where the town records no difficulty', () => {
    expect(of('伊勢市')).toEqual([]);
    expect(of('度会町')).toEqual([]);
  });

  it('is never the own town’s, nor the same one twice, nor what was found hard itself', () => {
    const { lookup } = shipped;
    for (const { id } of lookup.records.areas) {
      const matches = neighbourMatches(lookup, [id]);
      for (const { difficulty, practice } of matches) {
        expect(practice.areaIds).not.toContain(id);
        expect(practice.facets.has('difficulty')).toBe(false);
        expect(practice.status).toBe('doing');
        expect(difficulty.areaIds).toContain(id);
      }
      const texts = matches.map(({ practice }) => practice.text);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('does not answer a difficulty with professionals by what reaches residents', () => {
    const [first, second] = of('木曽岬町');
    expect(first).toMatchObject({ difficulty: expect.stringContaining('一般住民'), areas: ['東員町'] });
    expect(second).toMatchObject({ difficulty: expect.stringContaining('町内事業所'), areas: ['大台町'] });
  });
});
