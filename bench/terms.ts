import { Dictionary } from '../src/lookup/dictionary.ts';
import { factsOf } from '../src/lookup/facts.ts';
import type { RegistryRecords } from '../src/records/rows.ts';
import type { Engine } from './engines/engine.ts';
import { FlexSearchPeer } from './engines/flexsearch.ts';
import { MiniSearchPeer } from './engines/minisearch.ts';
import { Ours } from './engines/ours.ts';
import { Scan } from './engines/scan.ts';
import { Trigrams } from './engines/trigrams.ts';
import { growth, type Memory, memoryNow, type Summary, Times } from './measuring.ts';
import { TERM_QUERIES } from './questions.ts';

export const ENGINES: Record<string, new () => Engine> = {
  ours: Ours,
  scan: Scan,
  minisearch: MiniSearchPeer,
  flexsearch: FlexSearchPeer,
  trigrams: Trigrams,
};

/** Rounds that are not timed, so that the code is compiled by then. */
const WARM_UP = 5;

export interface TermsReport {
  name: string;
  texts: number;
  buildMs: number;
  memory: Memory;
  outside: number | null;
  times: Summary;
  recall: number;
  precision: number;
}

/** One engine over one corpus: how long it takes, what it holds, and what it finds of what is there. */
export async function measureTerms(
  engine: Engine,
  records: RegistryRecords,
  rounds: number,
  patienceMs: number,
): Promise<TermsReport> {
  const facts = factsOf(records);
  const texts = facts.map((fact) => fact.search);
  const dictionary = new Dictionary(records);
  const before = memoryNow();
  const began = performance.now();
  await engine.build({ texts, facts, dictionary });
  const buildMs = performance.now() - began;
  const memory = growth(before, memoryNow());
  const truth = TERM_QUERIES.map((terms) => {
    const ids = texts.flatMap((text, id) => (terms.every((term) => text.includes(term)) ? [id] : []));
    return new Set(ids);
  });
  let found = 0;
  let right = 0;
  let there = 0;
  for (const [index, terms] of TERM_QUERIES.entries()) {
    const wanted = truth[index] as Set<number>;
    const ids = [...(await engine.search(terms))];
    found += ids.length;
    right += ids.filter((id) => wanted.has(id)).length;
    there += wanted.size;
  }
  const warm = performance.now() + patienceMs / 4;
  for (let round = 0; round < WARM_UP && performance.now() < warm; round += 1) {
    for (const terms of TERM_QUERIES) await engine.search(terms);
  }
  const times = new Times();
  const end = performance.now() + patienceMs;
  for (let round = 0; round < rounds && performance.now() < end; round += 1) {
    for (const terms of TERM_QUERIES) {
      const start = performance.now();
      await engine.search(terms);
      times.add(performance.now() - start);
    }
  }
  const outside = (await engine.outside?.()) ?? null;
  await engine.close?.();
  return {
    name: engine.name,
    texts: texts.length,
    buildMs,
    memory,
    outside,
    times: times.summary(),
    recall: right / there,
    precision: right / found,
  };
}
