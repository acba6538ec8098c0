import {
  type ReplyAnswers,
  type ReplyCell,
  type ReplyHub,
  type ReplyStatement,
  type ReplyVision,
  ROUND_COLUMNS,
  type RoundColumn,
} from './survey-round.ts';
import { SCENES, type Stated } from './vocabulary.ts';

// Areas that answer together anew: what each of them wrote before goes on in one reply. Pure.

/** What was answered for some areas of the new reply. */
export interface Part {
  /** The areas whose reply it was, and those of them that the new reply has. */
  reply: readonly string[];
  areaIds: readonly string[];
  /** Null: nothing; then what was said last year stands for it. */
  answers: ReplyAnswers | null;
}

/** One reply of several, column by column; null where nobody wrote anything. */
export function combinedAnswers(
  parts: readonly Part[],
  group: readonly string[],
  last: (areaIds: readonly string[]) => ReplyAnswers | null,
): ReplyAnswers {
  const said = ROUND_COLUMNS.map((column) => [column, combined(column, parts, group, last)] as const);
  return Object.fromEntries(said) as unknown as ReplyAnswers;
}

function combined(
  column: RoundColumn,
  parts: readonly Part[],
  group: readonly string[],
  last: (areaIds: readonly string[]) => ReplyAnswers | null,
): ReplyAnswers[RoundColumn] {
  if (parts.every(({ answers }) => (answers?.[column] ?? null) === null)) return null;
  const filled = parts.map((part) => ({
    ...part,
    said: part.answers?.[column] ?? last(part.areaIds)?.[column] ?? null,
  }));
  const all = filled.flatMap(({ said, ...part }) => (said === null ? [] : [{ ...part, said }]));
  if (column === 'hub') return hubsOf(all.map(({ said }) => said as ReplyHub));
  if (column === 'vision') return visionsOf(all.map(({ said }) => said as ReplyVision[]));
  return cellOf(all as Said[], group);
}

type Said = Part & { said: ReplyCell };

function cellOf(parts: readonly Said[], group: readonly string[]): ReplyCell {
  const about = new Map<string, { statement: ReplyStatement; areaIds: Set<string> }>();
  for (const { said, reply, areaIds } of parts) {
    for (const statement of said.statements) {
      const mine = (statement.areaIds ?? reply).filter((area) => areaIds.includes(area));
      if (mine.length === 0) continue;
      const key = JSON.stringify([statement.text, statement.status]);
      const known = about.get(key) ?? { statement, areaIds: new Set<string>() };
      for (const area of mine) known.areaIds.add(area);
      about.set(key, known);
    }
  }
  const statements = [...about.values()].map(({ statement, areaIds }) => {
    const mine = group.filter((area) => areaIds.has(area));
    return { ...statement, areaIds: mine.length === group.length ? null : mine };
  });
  const stated =
    statements.length > 0 ? 'yes' : mostSaid(parts.map(({ said }) => (said.stated === 'yes' ? 'blank' : said.stated)));
  return { stated, text: null, statements };
}

function hubsOf(said: readonly ReplyHub[]): ReplyHub {
  const hubs = new Map(said.flatMap(({ hubs }) => hubs.map((hub) => [hub.name, hub] as const)));
  return { stated: hubs.size > 0 ? 'yes' : mostSaid(said.map(({ stated }) => stated)), hubs: [...hubs.values()] };
}

const visionsOf = (said: readonly ReplyVision[][]): ReplyVision[] =>
  SCENES.flatMap((scene) => {
    const all = said.flat().filter((each) => each.scene === scene);
    const [first] = all;
    const joined = (field: 'vision' | 'goal') =>
      [...new Set(all.flatMap((each) => each[field] ?? []))].join('\n') || null;
    const stated = mostSaid(all.map((each) => each.stated));
    return first ? [{ ...first, stated, vision: joined('vision'), goal: joined('goal') }] : [];
  });

/** Of several cells the one that says most. */
const mostSaid = (stated: readonly Stated[]): Stated =>
  stated.includes('yes') ? 'yes' : stated.includes('none') ? 'none' : 'blank';
