import { describe, expect, it } from 'vitest';
import { inSequence, intersect, Postings, subtract, union } from '../../src/lookup/postings.ts';

/** A repeatable stream of whole numbers below `below`. */
function stream(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function randomList(random: (below: number) => number, length: number, below: number): Uint32Array {
  const numbers = new Set(Array.from({ length }, () => random(below)));
  return Uint32Array.from([...numbers].sort((a, b) => a - b));
}

const list = (...numbers: number[]): Uint32Array => Uint32Array.from(numbers);

describe('a growing list of fact numbers', () => {
  it('keeps every number once, in the order of coming', () => {
    const postings = new Postings();
    for (const number of [0, 0, 3, 3, 3, 7, 8, 8]) postings.push(number);
    expect([...postings.list()]).toEqual([0, 3, 7, 8]);
    expect(postings).toHaveLength(4);
  });

  it('grows past its first room without losing any', () => {
    const postings = new Postings();
    for (let number = 0; number < 1_000; number += 1) postings.push(number * 2);
    expect(postings).toHaveLength(1_000);
    expect([...postings.list()]).toEqual(Array.from({ length: 1_000 }, (_, i) => i * 2));
  });

  it('a list that was handed out does not grow behind the reader’s back', () => {
    const postings = new Postings();
    postings.push(1);
    const before = postings.list();
    for (let number = 2; number < 20; number += 1) postings.push(number);
    expect([...before]).toEqual([1]);
  });

  it('an empty list is empty', () => {
    expect([...new Postings().list()]).toEqual([]);
  });
});

describe('lists taken together', () => {
  it('nothing in common, or no list at all, is nothing', () => {
    expect([...intersect([])]).toEqual([]);
    expect([...union([])]).toEqual([]);
    expect([...intersect([list(1, 2), list(3, 4)])]).toEqual([]);
    expect([...intersect([list(1, 2), list(), list(1, 2)])]).toEqual([]);
  });

  it('one list is itself', () => {
    expect([...intersect([list(1, 5)])]).toEqual([1, 5]);
    expect([...union([list(1, 5)])]).toEqual([1, 5]);
  });

  it('the first and the last fact are found as well', () => {
    const long = Uint32Array.from({ length: 500 }, (_, i) => i);
    expect([...intersect([list(0, 499), long])]).toEqual([0, 499]);
    expect([...intersect([list(0, 499, 500), long])]).toEqual([0, 499]);
  });

  it.each([
    ['about as long as each other', 200, 220],
    ['one much longer than the other', 12, 4_000],
    ['one with a single fact', 1, 3_000],
  ])('intersecting, uniting and taking away agree with sets: %s', (_what, short, long) => {
    const random = stream(short * 31 + long);
    for (let round = 0; round < 200; round += 1) {
      const a = randomList(random, short, 5_000);
      const b = randomList(random, long, 5_000);
      const inB = new Set(b);
      expect([...intersect([a, b])]).toEqual([...a].filter((number) => inB.has(number)));
      expect([...intersect([b, a])]).toEqual([...a].filter((number) => inB.has(number)));
      expect([...subtract(a, b)]).toEqual([...a].filter((number) => !inB.has(number)));
      expect([...subtract(b, a)]).toEqual([...b].filter((number) => !a.includes(number)));
      expect([...union([a, b])]).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
    }
  });

  it('three lists and more agree with sets', () => {
    const random = stream(7);
    for (let round = 0; round < 100; round += 1) {
      const lists = [randomList(random, 600, 1_000), randomList(random, 40, 1_000), randomList(random, 800, 1_000)];
      const sets = lists.map((numbers) => new Set(numbers));
      const every = [...(lists[0] ?? [])].filter((number) => sets.every((set) => set.has(number)));
      const any = [...new Set(lists.flatMap((numbers) => [...numbers]))].sort((x, y) => x - y);
      expect([...intersect(lists)]).toEqual(every);
      expect([...union(lists)]).toEqual(any);
    }
  });

  it('many lists united agree with sets', () => {
    const random = stream(11);
    const lists = Array.from({ length: 40 }, () => randomList(random, 1 + random(60), 2_000));
    const any = [...new Set(lists.flatMap((numbers) => [...numbers]))].sort((x, y) => x - y);
    expect([...union(lists)]).toEqual(any);
  });

  it('one after another, lists keep their order and what they share', () => {
    expect([...inSequence([list(5, 7), list(), list(1, 7)])]).toEqual([5, 7, 1, 7]);
    expect([...inSequence([])]).toEqual([]);
  });

  it('the lists themselves stay as they were', () => {
    const a = list(1, 2, 3);
    const b = list(2, 3, 4);
    intersect([a, b]);
    union([a, b]);
    expect([...a, ...b]).toEqual([1, 2, 3, 2, 3, 4]);
  });
});
