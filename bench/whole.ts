import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import type { Intent } from '../src/lookup/answer.ts';
import { ranking } from '../src/lookup/answers/detail.ts';
import { indicatorsAsked } from '../src/lookup/answers/indicator.ts';
import { notRecorded } from '../src/lookup/answers/not-recorded.ts';
import { ratingsAsked } from '../src/lookup/answers/rating.ts';
import { recordsAsked } from '../src/lookup/answers/records-asked.ts';
import { toolsAsked } from '../src/lookup/answers/table.ts';
import type { Turn } from '../src/lookup/conversation.ts';
import type { Inquiry } from '../src/lookup/inquiry.ts';
import { Lookup } from '../src/lookup/lookup.ts';
import { refresh } from '../src/lookup/refresh.ts';
import type { RegistryRecords } from '../src/records/rows.ts';
import { growth, type Memory, memoryNow, type Summary, Times } from './measuring.ts';
import { conversations } from './questions.ts';
import { seeded } from './random.ts';

const TODAY = '2026-11-21' as CalendarDate;
const HOME = '三重県';
const SHORT_ANSWER = 50;
const CHANGES = 1000;

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
  const change = changes(lookup, CHANGES);
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
        const before: Turn | null = turn;
        const start = performance.now();
        turn = lookup.ask(question, before, TODAY);
        const answered = performance.now();
        const understood = lookup.understand(question, before, TODAY);
        const read = performance.now();
        const found = search(lookup.inquiry(understood, TODAY), turn.answer.intent);
        const searched = performance.now();
        parts.ask.add(answered - start);
        parts.understand.add(read - answered);
        parts.search.add(searched - read);
        parts.both.add(searched - answered);
        if (found <= SHORT_ANSWER) parts.askShort.add(answered - start);
      }
    }
  }
}

/** Intents that the words of a question alone decide. */
const WITHOUT_SEARCH: readonly Intent[] = ['calendar', 'clarify', 'guide', 'out-of-scope', 'outside'];

/** What an answer of this kind looks up before it is laid out, in the order of the rules. Gives how much was found. */
function search(inquiry: Inquiry, intent: Intent): number {
  if (WITHOUT_SEARCH.includes(intent)) return 0;
  if (intent === 'rating') return ratingsAsked(inquiry)?.length ?? 0;
  const indicators = indicatorsAsked(inquiry);
  if (intent === 'indicator') return indicators.length;
  if (intent === 'which-areas') return recordsAsked(inquiry).facts.length;
  if (intent === 'table' || intent === 'ranking') return toolsAsked(inquiry).length;
  if (intent === 'compare') {
    const sides = inquiry.u.places.map(({ area }) => ranking(inquiry, inquiry.coveredBy(area)));
    return sides.flat().length;
  }
  const ranked = ranking(inquiry);
  return intent === 'not-recorded' ? notRecorded(inquiry).groups.length : ranked.length;
}

/** Changes statements one by one, as saving does. */
function changes(lookup: Lookup, count: number): Times {
  const random = seeded(7);
  const times = new Times();
  for (let number = 0; number < count; number += 1) {
    const { statements } = lookup.records;
    const row = statements[Math.floor(random() * statements.length)];
    if (!row) continue;
    const changed = { ...row, text: `${row.text}（${number}）` };
    const start = performance.now();
    refresh(lookup, { statements: { ids: [row.id], rows: [changed] } });
    times.add(performance.now() - start);
  }
  return times;
}
