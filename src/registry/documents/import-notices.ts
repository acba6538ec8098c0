import { z } from 'zod';
import { todayIn } from '../../calendar/calendar-date.ts';
import type { KeptNotice, NewNotice } from '../../delivery/notice.ts';
import { plan, voidNotices } from '../../delivery/plan.ts';
import type { Tx } from '../editing/editor.ts';
import type { PersonKey } from '../members/people.ts';
import { placeInArea } from '../notices/notice-place.ts';
import type { DocumentImport, DocumentReport } from './report.ts';

// A town is told once that the prefecture entered a document in its stead (代理入力).

/** The `recordKind` of what is said about imported documents. */
export const IMPORTED_NOTICE = 'documentImport';

const Facts = z.object({
  titles: z.array(z.string()),
  by: z.string(),
  reason: z.string().nullable(),
  /** How many records are new or say something else. */
  records: z.number(),
  /** The reply that it became; null: records. */
  reply: z.string().nullable(),
});
type Facts = z.infer<typeof Facts>;

interface Saved {
  id: string;
  person: PersonKey;
  requests: readonly DocumentImport[];
  reports: readonly DocumentReport[];
}

/** One notice to each area in whose stead something was saved. */
export async function planImported(tx: Tx, saved: Saved, now: Date): Promise<void> {
  const about = new Map<string, number[]>();
  for (const [at, { parts }] of saved.reports.entries()) {
    for (const areaId of new Set(parts.flatMap(({ areaIds }) => areaIds))) {
      if (isInStead(saved, at)) about.set(areaId, [...(about.get(areaId) ?? []), at]);
    }
  }
  const notices = [...about].map(([areaId, documents]): NewNotice => {
    const occasion = `${IMPORTED_NOTICE}:${saved.id}:${documents.join('+')}`;
    return {
      ...{ key: `${occasion}:${areaId}`, occasion, kind: 'entered-in-stead', areaId, audience: 'area-channel' },
      ...{ recordKind: IMPORTED_NOTICE, recordId: saved.id, dueAt: now, expiresAt: null },
      facts: factsOf(saved, documents, areaId),
    };
  });
  await plan(tx, notices, now);
}

const isInStead = ({ requests, reports }: Saved, at: number): boolean =>
  reports[at]?.parts.some(({ areaIds }) => requests[at]?.isInStead?.(areaIds)) ?? false;

function factsOf({ person, requests, reports }: Saved, documents: readonly number[], areaId: string): Facts {
  const mine = documents.flatMap((at) => reports[at] ?? []);
  const parts = mine.flatMap((report) => report.parts).filter(({ areaIds }) => areaIds.includes(areaId));
  const records = mine.flatMap((report) => report.records).filter(({ state }) => state !== 'same');
  return {
    titles: documents.flatMap((at) => requests[at]?.title ?? []),
    by: person.user,
    reason: requests[0]?.reason ?? null,
    records: records.length,
    reply: parts.find(({ reply }) => reply !== null)?.reply ?? null,
  };
}

/** What was taken back before a town heard of it is not told. */
export async function voidImported(tx: Tx, id: string): Promise<void> {
  await voidNotices(tx, { recordKind: IMPORTED_NOTICE, recordId: id }, 'undone');
}

/** What is told of it, and to whom. */
export interface ImportTold extends Facts {
  to: string;
  inCharge: string | null;
  mention: string | null;
}

export async function readImportNotice(tx: Tx, notice: KeptNotice, now: Date): Promise<ImportTold | { gone: string }> {
  if (notice.areaId === null) return { gone: 'gone' };
  const place = await placeInArea(tx, notice, todayIn(now));
  if (!place) return { gone: 'nobody-to-tell' };
  const { to, user, manager } = place;
  return {
    ...Facts.parse(notice.facts),
    ...{ to, inCharge: to === user ? manager : user, mention: to === user ? null : user },
  };
}
