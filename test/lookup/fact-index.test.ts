import { beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import { FactIndex } from '../../src/lookup/fact-index.ts';
import { factsOf, statementFact } from '../../src/lookup/facts.ts';
import { Lookup } from '../../src/lookup/lookup.ts';
import { normalize } from '../../src/lookup/normalize.ts';
import { plainText } from '../../src/lookup/plain-text.ts';
import { refresh } from '../../src/lookup/refresh.ts';
import type { StatementRow } from '../../src/records/rows.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';
import { TODAY } from './shipped-lookup.ts';

const records = await readShippedRecords();
const lookup = new Lookup(records, { homePrefecture: '三重県' });
const facts = factsOf(records);

function stream(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const plainIncludes = (index: FactIndex, part: string): number[] =>
  index.facts.flatMap((fact, number) => (fact.search.includes(part) ? [number] : []));

const statement = (id: string, text: string): StatementRow => {
  const [model] = records.statements;
  if (!model) throw new Error('the shipped records have no statement');
  return { ...model, id, text, topics: [], numbers: [], english: '' };
};

describe('searching text', () => {
  it('finds exactly the facts that hold the text: random strings of the records', () => {
    const random = stream(1);
    const { index } = lookup;
    for (let i = 0; i < 1_500; i += 1) {
      const { search } = index.fact(random(index.facts.length));
      const begin = random(Math.max(1, search.length - 1));
      const part = search.slice(begin, begin + 2 + random(7));
      if (part.length < 2) continue;
      expect([...index.ofText(part)], part).toEqual(plainIncludes(index, part));
    }
  });

  it('finds nothing where the letters stand apart: two halves of different facts', () => {
    const random = stream(2);
    const { index } = lookup;
    let apart = 0;
    for (let i = 0; i < 600; i += 1) {
      const [a, b] = [index.fact(random(index.facts.length)).search, index.fact(random(index.facts.length)).search];
      const part = a.slice(0, 2 + random(2)) + b.slice(0, 2 + random(2));
      const truth = plainIncludes(index, part);
      if (truth.length === 0) apart += 1;
      expect([...index.ofText(part)], part).toEqual(truth);
    }
    expect(apart).toBeGreaterThan(100);
  });

  it.each([
    ['看取り'],
    ['BCP'],
    ['直営'],
    ['これからノート'],
    ['バイタルリンク'],
    ['身寄りのない方'],
    ['ACP'],
    ['救急'],
  ])('a word of any length is found in all facts that hold it: %s', (word) => {
    const part = normalize(word);
    const found = [...lookup.index.ofText(part)];
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(plainIncludes(lookup.index, part));
  });

  it('what no fact holds is not found', () => {
    expect([...lookup.index.ofText('ドローン')]).toEqual([]);
    expect([...lookup.index.ofText('zzzz')]).toEqual([]);
  });

  it('a concept is found in every fact that writes one of its forms outright', () => {
    for (const id of ['acp', 'tool:korekara-note', 'hub']) {
      const concept = lookup.dictionary.concepts.get(id);
      if (!concept) continue;
      const found = new Set(lookup.index.ofConcept(concept));
      for (const number of found) {
        expect(lookup.dictionary.conceptsIn(lookup.index.fact(number)).has(concept), `${id} ${number}`).toBe(true);
      }
      lookup.index.facts.forEach((fact, number) => {
        if (lookup.dictionary.conceptsIn(fact).has(concept)) expect(found, `${id} ${number}`).toContain(number);
      });
    }
  });

  it('an area finds its facts, a joint one among those of each of its towns', () => {
    for (const area of ['kumano', 'mihama', 'kiho', 'suzuka']) {
      const found = [...lookup.index.ofArea(area)];
      expect(found).toEqual(lookup.index.facts.flatMap((fact, n) => (fact.areaIds.includes(area) ? [n] : [])));
      expect(found.length).toBeGreaterThan(10);
    }
  });

  it('an English word is found by its stem, plural or not', () => {
    const networks = [...lookup.index.ofStem('networks')];
    expect(networks).toEqual([...lookup.index.ofStem('network')]);
    expect(networks.length).toBeGreaterThan(0);
  });
});

describe('telling many facts apart without opening them', () => {
  const { index } = lookup;
  const some = index
    .all()
    .filter((number) => number % 3 === 0)
    .reverse();

  it('the areas of facts are those that they name, in the order of coming', () => {
    expect([...index.traits.areasOf(some)]).toEqual([...new Set([...some].flatMap((n) => index.fact(n).areaIds))]);
    expect([...index.traits.areasOf(new Uint32Array(0))]).toEqual([]);
  });

  it('a joint fact is in each of its areas', () => {
    const meant = new Set(['mihama', 'suzuka']);
    const found = some.filter(index.traits.inAreas((area) => meant.has(area)));
    expect([...found]).toEqual([...some].filter((n) => index.fact(n).areaIds.some((area) => meant.has(area))));
    expect(found.length).toBeGreaterThan(10);
  });

  it('a fact has the status of its record', () => {
    const found = some.filter(index.traits.inStatus('planned', 'none'));
    expect([...found]).toEqual([...some].filter((n) => ['planned', 'none'].includes(index.fact(n).status)));
    expect(found.length).toBeGreaterThan(10);
  });
});

describe('facts that come and go', () => {
  let index: FactIndex;
  beforeEach(() => {
    index = new FactIndex(lookup.dictionary, facts.slice(0, 200));
  });

  it('a removed record is gone from every list', () => {
    const gone = index.fact(3);
    const part = gone.search.slice(0, 6);
    const before = index.size;
    const own = index.facts.filter((fact) => fact.id === gone.id).length;
    expect([...index.ofText(part)]).toContain(3);
    index.remove(gone.id);
    const [area = ''] = gone.areaIds;
    const lists = [
      index.ofText(part),
      index.ofArea(area),
      index.ofKind(gone.kind),
      index.all(),
      ...[...lookup.dictionary.conceptsIn(gone)].map((concept) => index.ofConcept(concept)),
      ...(gone.english.match(/[a-z]{3,}/g) ?? []).map((word) => index.ofStem(word)),
    ];
    expect(lists.length).toBeGreaterThan(6);
    for (const list of lists) expect([...list]).not.toContain(3);
    expect(index.size).toBe(before - own);
  });

  it('removing what is not there, or twice, changes nothing', () => {
    index.remove('nothing');
    expect(index.size).toBe(200);
    const { id } = index.fact(0);
    index.remove(id);
    const { size } = index;
    index.remove(id);
    expect(index.size).toBe(size);
  });

  it('an added record is found by the next search', () => {
    expect([...index.ofText('空飛ぶ診療所')]).toEqual([]);
    index.add(statementFact(statement('test.1', '空飛ぶ診療所を運営している。')));
    const found = [...index.ofText('空飛ぶ診療所')];
    expect(found.map((number) => index.fact(number).id)).toEqual(['test.1']);
    expect(index.size).toBe(201);
  });

  it('a changed record is found by its new wording only', () => {
    index.add(statementFact(statement('test.1', '空飛ぶ診療所を運営している。')));
    index.remove('test.1');
    index.add(statementFact(statement('test.1', '海を渡る診療所を運営している。')));
    expect([...index.ofText('空飛ぶ')]).toEqual([]);
    expect([...index.ofText('海を渡る診療所')]).toHaveLength(1);
    expect(index.size).toBe(201);
  });

  it('after many changes search still equals the plain truth over what stands', () => {
    const random = stream(5);
    const gone = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      const { id } = index.fact(random(200));
      index.remove(id);
      gone.add(id);
      index.add(statementFact(statement(`new.${i}`, `${index.fact(random(200)).text}（${i}回目）`)));
    }
    for (let i = 0; i < 300; i += 1) {
      const { search } = index.fact(random(index.facts.length));
      const begin = random(Math.max(1, search.length - 4));
      const part = search.slice(begin, begin + 3);
      if (part.length < 3) continue;
      const truth = index.facts.flatMap((fact, n) => (!gone.has(fact.id) && fact.search.includes(part) ? [n] : []));
      expect([...index.ofText(part)], part).toEqual(truth);
    }
  });

  it('a fact that does not exist is an error, not undefined', () => {
    expect(() => index.fact(200)).toThrow(RangeError);
  });
});

describe('changes reach the answers', () => {
  const own = () => new Lookup(structuredClone(records), { homePrefecture: '三重県' });
  const areasOf = (of: Lookup, question: string) => of.ask(question, null, TODAY as CalendarDate).answer.areas;

  it('a saved record is found by the next question, a removed one no more', () => {
    const fresh = own();
    const question = 'バイタルリンクを使っている市町は？';
    expect(areasOf(fresh, question)).toEqual(['suzuka', 'kameyama', 'tsu']);
    const row = { ...statement('new.1', 'バイタルリンクを活用している。'), areaIds: ['owase', 'kihoku'] };
    const added = refresh(fresh, { statements: { ids: ['new.1'], rows: [row] } }).lookup;
    expect(areasOf(added, question)).toEqual(['suzuka', 'kameyama', 'tsu', 'owase', 'kihoku']);
    const removed = refresh(added, { statements: { ids: ['new.1'], rows: [] } }).lookup;
    expect(areasOf(removed, question)).toEqual(['suzuka', 'kameyama', 'tsu']);
  });

  it('a changed status moves a town from one count to another', () => {
    const fresh = own();
    const none = fresh.records.statements.find((row) => row.areaIds.includes('asahi') && row.facet === 'ict');
    if (!none) throw new Error('朝日町 has no statement on ICT');
    const question = '朝日町はICTに取り組んでいますか？';
    expect(areasOf(fresh, 'ICTに取り組む市町は？')).not.toContain('asahi');
    expect(fresh.ask(question, null, TODAY).answer.headline).toMatch(/^いいえ。/);
    const changed: StatementRow = { ...none, status: 'doing', text: '情報共有システム（ICT）を運用している。' };
    const after = refresh(fresh, { statements: { ids: [none.id], rows: [changed] } }).lookup;
    expect(areasOf(after, 'ICTに取り組む市町は？')).toContain('asahi');
    const { answer } = after.ask(question, null, TODAY);
    expect(answer.headline).toMatch(/^はい。/);
    expect(plainText(answer)).toContain('情報共有システム（ICT）を運用している');
  });

  // Fault: ties go by the number of a fact, and a changed record's facts are appended: it falls behind every tie
  // (here older records of the same town) and out of the six that are shown.
  it.fails('a changed record does not fall out of the answer that it stood in', () => {
    const fresh = own();
    const question = '桑名市の地域BCPは？';
    const before = fresh.ask(question, null, TODAY).answer.groups[0]?.rows[0]?.recordId;
    const row = fresh.records.statements.find(({ id }) => id === before);
    if (!row) throw new Error('the answer rests on no statement');
    const changed = { ...row, text: `${row.text}（内容確認済み）` };
    const after = refresh(fresh, { statements: { ids: [row.id], rows: [changed] } }).lookup;
    const shown = after.ask(question, null, TODAY).answer.groups.flatMap((group) => group.rows);
    expect(shown.map(({ recordId }) => recordId)).toContain(before);
  });

  it('one lookup is not changed by another: each holds its own records', () => {
    const [one, other] = [own(), own()];
    const row = { ...statement('new.2', 'バイタルリンクを活用している。'), areaIds: ['owase'] };
    refresh(one, { statements: { ids: ['new.2'], rows: [row] } });
    expect(areasOf(other, 'バイタルリンクを使っている市町は？')).not.toContain('owase');
  });
});
