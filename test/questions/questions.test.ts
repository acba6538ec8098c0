import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openShippedLookup, type ShippedLookup } from '../lookup/shipped-lookup.ts';
import { faults, type Given, type QuestionItem } from './judge.ts';

const OURS = readdirSync(import.meta.dirname).flatMap((file) => file.match(/^((?!set-aside).*)\.json$/)?.[1] ?? []);
const ASIDE = readdirSync(import.meta.dirname).flatMap((file) => file.match(/^(set-aside.*)\.json$/)?.[1] ?? []);
const AT_LEAST = 0.9;

const Mention = z.array(z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]));
const Item = z.object({
  id: z.string().min(1),
  lang: z.enum(['ja', 'en']),
  question: z.string().min(1),
  context: z.array(z.string().min(1)).optional(),
  type: z.string().min(1),
  expect: z.object({
    municipalities: z.array(z.string()).optional(),
    areas: z.array(z.string()).optional(),
    acceptable_extra: z.array(z.string()).optional(),
    must_mention: Mention.optional(),
    must_not_mention: Mention.optional(),
    number: z.number().nullish(),
  }),
});

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as unknown;
const itemsOf = (name: string): QuestionItem[] => z.array(Item).parse(read(name)) as QuestionItem[];

let shipped: ShippedLookup;
beforeAll(async () => {
  shipped = await openShippedLookup();
});

const given = (item: QuestionItem): Given => {
  const { areas, answer, text } = shipped.ask(...(item.context ?? []), item.question);
  return { areas, number: answer.number, text };
};

describe('our own questions', () => {
  it.each([...OURS, ...ASIDE])('every question of %s has its id, type, language and expectation', (name) => {
    expect(itemsOf(name).length).toBeGreaterThanOrEqual(50);
  });

  it('some questions are set aside', () => {
    expect(ASIDE).toContain('set-aside');
  });

  it('no id stands twice, in one set or in two', () => {
    const ids = [...OURS, ...ASIDE].flatMap((name) => itemsOf(name).map((item) => item.id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('what is set aside stands in no set that the developers ask', () => {
    const asked = new Set(
      OURS.flatMap((name) => itemsOf(name)).map((item) => [...(item.context ?? []), item.question].join()),
    );
    const aside = ASIDE.flatMap(itemsOf).map((item) => [...(item.context ?? []), item.question].join());
    expect(aside.filter((question) => asked.has(question))).toEqual([]);
  });

  it('every town that a question expects is an area of the registry', () => {
    const names = new Set(shipped.lookup.records.areas.map((area) => area.name));
    for (const item of OURS.flatMap((name) => itemsOf(name))) {
      const { municipalities = [], areas = [], acceptable_extra = [] } = item.expect;
      for (const name of [...municipalities, ...areas, ...acceptable_extra]) expect(names, item.id).toContain(name);
    }
  });

  it('at least 9 of 10 questions of the developers’ sets are answered right', () => {
    const items = OURS.flatMap((name) => itemsOf(name));
    const wrong = items.filter((item) => faults(item, given(item)).length > 0);
    expect(1 - wrong.length / items.length, wrong.map((item) => item.id).join(' ')).toBeGreaterThanOrEqual(AT_LEAST);
  });

  it('questions of one kind do not fail as a whole: at least half of each kind are answered right', () => {
    const kinds = new Map<string, { asked: number; right: number }>();
    for (const item of OURS.flatMap((name) => itemsOf(name))) {
      const kind = kinds.get(item.type) ?? { asked: 0, right: 0 };
      kinds.set(item.type, kind);
      kind.asked += 1;
      if (faults(item, given(item)).length === 0) kind.right += 1;
    }
    for (const [type, { asked, right }] of kinds) expect(right / asked, type).toBeGreaterThanOrEqual(0.5);
  });

  it('npm run questions does not ask what is set aside, unless it is named', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'test/questions/score.ts', '--misses'],
      {
        cwd: path.resolve(import.meta.dirname, '../..'),
        maxBuffer: 10_000_000,
      },
    );
    const asked = Number(stdout.match(/^(\d+) asked/m)?.[1]);
    expect(asked).toBe(OURS.flatMap((name) => itemsOf(name)).length);
    for (const item of ASIDE.flatMap(itemsOf)) expect(stdout).not.toContain(`${item.id} [`);
  });
});

describe('the judge', () => {
  const item = (expectation: QuestionItem['expect'], type = 'which-municipalities'): QuestionItem => ({
    id: 'x',
    question: '？',
    type,
    expect: expectation,
  });
  const answer = (areas: string[], text = '', number: number | null = null): Given => ({ areas, text, number });

  it('a list must be complete and hold no other town', () => {
    const two = item({ municipalities: ['津市', '菰野町'], acceptable_extra: ['北上市'] });
    expect(faults(two, answer(['菰野町', '津市']))).toEqual([]);
    expect(faults(two, answer(['菰野町', '津市', '北上市']))).toEqual([]);
    expect(faults(two, answer(['菟野町', '津市']))).toEqual([]);
    expect(faults(two, answer(['津市']))).toEqual(['missing 菰野町']);
    expect(faults(two, answer(['津市', '菰野町', '伊勢市']))).toEqual(['extra 伊勢市']);
  });

  it('what no record answers must name no town', () => {
    const none = item({ areas: ['津市'] }, 'unanswerable');
    expect(faults(none, answer([]))).toEqual([]);
    expect(faults(none, answer(['津市']))).toEqual([]);
    expect(faults(none, answer(['伊勢市']))).toHaveLength(1);
  });

  it('mentions are looked for whatever their width, and any of several will do', () => {
    const mentions = item({ must_mention: ['ＭＣＳ', ['記載', '記録']], must_not_mention: ['なし'] }, 'lookup');
    expect(faults(mentions, answer([], 'mcs の 記録'))).toEqual([]);
    expect(faults(mentions, answer([], 'MCS'))).toEqual(['does not mention 記載 | 記録']);
    expect(faults(mentions, answer([], 'MCSの記載なし'))).toEqual(['mentions なし']);
  });

  it('a number must be the number, or stand in the text where none is given', () => {
    const figure = item({ number: 1400 }, 'indicator');
    expect(faults(figure, answer([], '', 1400))).toEqual([]);
    expect(faults(figure, answer([], '1,400人'))).toEqual([]);
    expect(faults(figure, answer([], '1,400人', 14))).toHaveLength(1);
    expect(faults(figure, answer([], '21,400人'))).toHaveLength(1);
    expect(faults(item({ number: null }), answer([], ''))).toEqual([]);
  });
});
