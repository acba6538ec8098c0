import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import type { Turn } from '../src/lookup/conversation.ts';
import { statementFact } from '../src/lookup/facts.ts';
import { Inquiry } from '../src/lookup/inquiry.ts';
import { Lookup } from '../src/lookup/lookup.ts';
import { select } from '../src/lookup/search.ts';
import { understand } from '../src/lookup/understand.ts';
import type { RegistryRecords } from '../src/records/rows.ts';
import { growth, type Memory, memoryNow, type Summary, Times } from './measuring.ts';
import { conversations } from './questions.ts';
import { seeded } from './random.ts';

const TODAY = '2026-11-21' as CalendarDate;
const HOME = '三重県';
const SHORT_ANSWER = 50;

export interface WholeReport {
  statements: number;
  facts: number;
  buildMs: number;
  memory: Memory;
  understand: Summary;
  search: Summary;
  both: Summary;
  ask: Summary;
  /** Questions that select at most 50 records: what is laid out is short. */
  askShort: Summary;
  change: Summary;
  bothAfterChanges: Summary;
}

/** Whole questions over one corpus, and what a changed record costs. */
export function measureWhole(records: RegistryRecords, rounds: number, patienceMs: number): WholeReport {
  const before = memoryNow();
  const began = performance.now();
  const lookup = new Lookup(records, { homePrefecture: HOME });
  const buildMs = performance.now() - began;
  const memory = growth(before, memoryNow());
  const asked = conversations();
  ask(lookup, asked, new Parts(), 1, patienceMs);
  const parts = new Parts();
  ask(lookup, asked, parts, rounds, patienceMs);
  const change = changes(lookup, records, 1000);
  const after = new Parts();
  ask(lookup, asked, after, 1, patienceMs);
  return {
    statements: records.statements.length,
    facts: lookup.index.size,
    buildMs,
    memory,
    understand: parts.understand.summary(),
    search: parts.search.summary(),
    both: parts.both.summary(),
    ask: parts.ask.summary(),
    askShort: parts.askShort.summary(),
    change: change.summary(),
    bothAfterChanges: after.both.summary(),
  };
}

class Parts {
  readonly understand = new Times();
  readonly search = new Times();
  readonly both = new Times();
  readonly ask = new Times();
  readonly askShort = new Times();
}

function ask(lookup: Lookup, asked: string[][], parts: Parts, rounds: number, patienceMs: number): void {
  const end = performance.now() + patienceMs;
  for (let round = 0; round < rounds && performance.now() < end; round += 1) {
    for (const questions of asked) {
      let turn: Turn | null = null;
      for (const question of questions) {
        const start = performance.now();
        const u = understand(question, lookup.dictionary, lookup.index, TODAY);
        const understood = performance.now();
        const selected = found(lookup, u);
        const searched = performance.now();
        turn = lookup.ask(question, turn, TODAY);
        const answered = performance.now();
        parts.understand.add(understood - start);
        parts.search.add(searched - understood);
        parts.both.add(searched - start);
        parts.ask.add(answered - searched);
        if (selected <= SHORT_ANSWER) parts.askShort.add(answered - searched);
      }
    }
  }
}

/** The search alone: the demands of the question, the places it names, and the records that meet both. */
function found(lookup: Lookup, u: ReturnType<typeof understand>): number {
  const inquiry = new Inquiry(u, lookup.index, lookup.dictionary, lookup.records, TODAY, HOME);
  const areas = inquiry.scopeAreas;
  const scope = areas.length > 0 ? inquiry.factsIn(areas) : lookup.index.all();
  return select(lookup.index, scope, inquiry.demands).facts.length;
}

/** Takes statements out and puts them back, as a save does. */
function changes(lookup: Lookup, records: RegistryRecords, count: number): Times {
  const random = seeded(7);
  const times = new Times();
  for (let number = 0; number < count; number += 1) {
    const row = records.statements[Math.floor(random() * records.statements.length)];
    if (!row) continue;
    const start = performance.now();
    lookup.index.remove(row.id);
    lookup.index.add(statementFact(row));
    times.add(performance.now() - start);
  }
  return times;
}
