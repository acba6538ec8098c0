import { z } from 'zod';
import type { Wording } from './mailbox.ts';
import type { KeptNotice, NewNotice, Tx } from './notice.ts';
import { plan } from './plan.ts';
import type { Subject } from './subject.ts';

// What the person in charge hears of a notice that could not go out: it is a notice itself, about the first one.

/** The subject of such notices. */
export const NOTICE = 'notice';

const Facts = z.object({ to: z.string(), code: z.string().nullable() });
type Facts = z.infer<typeof Facts>;

/** Ends what is too late; the person in charge hears of it, once a thing and its time (rules 9.2). */
export async function expire(tx: Tx, notice: KeptNotice, inCharge: string | null, now: Date): Promise<void> {
  const data = { status: 'expired' as const, reason: 'over', void: false, doubt: false, token: null, leaseUntil: null };
  await tx.notice.update({ where: { id: notice.id }, data });
  if (inCharge === null) return;
  const { recordKind, recordId, expiresAt } = notice;
  const key = `missed:${recordKind}:${recordId}:${expiresAt?.toISOString()}:${inCharge}`;
  await plan(tx, [about(notice, 'missed', key, { to: inCharge, code: null }, now)], now);
}

/** What could not be posted where it belongs goes to the person in charge (rules 9.3). */
export async function planInstead(
  tx: Tx,
  notice: KeptNotice,
  inCharge: string,
  code: string,
  now: Date,
): Promise<void> {
  await plan(tx, [about(notice, 'instead', `instead:${notice.key}`, { to: inCharge, code }, now)], now);
}

const about = (notice: KeptNotice, kind: string, key: string, facts: Facts, now: Date): NewNotice => ({
  key,
  occasion: key,
  kind,
  recordKind: NOTICE,
  recordId: notice.id,
  areaId: notice.areaId,
  audience: 'in-charge',
  dueAt: now,
  expiresAt: kind === 'instead' ? notice.expiresAt : null,
  facts,
  to: facts.to,
});

/** Says what such a notice says: as the first one would now, with why it comes this way. */
export function undelivered<M>(others: readonly Subject<M>[], wording: Wording<M>): Subject<M> {
  return {
    name: NOTICE,
    async read(tx, notice, now) {
      const { to, code } = Facts.parse(notice.facts);
      const first = await tx.notice.findUnique({ where: { id: notice.recordId } });
      const reading = first && (await others.find(({ name }) => name === first.recordKind)?.read(tx, first, now));
      if (!first || !reading) return { gone: 'gone' };
      if ('gone' in reading) return reading;
      return {
        to,
        inCharge: null,
        title: reading.title,
        message: (language) =>
          notice.kind === 'missed'
            ? wording.missed({ title: reading.title(language), dueAt: first.dueAt }, language)
            : wording.instead(reading.message(language), { to: first.to ?? '', code: code ?? '' }, language),
      };
    },
  };
}
