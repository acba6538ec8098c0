import { todayIn } from '../../calendar/calendar-date.ts';
import type { ChangeKind } from '../../records/changes.ts';
import { type AnswersRequest, isOpen } from '../../records/neighbour-request.ts';
import type { Tx } from '../editing/editor.ts';
import { openRecord } from '../look-back.ts';
import type { PersonKey } from '../members/people.ts';
import { planAnswered } from './neighbour-notices.ts';

/**
 * Notes in the transaction of a change that it answers a neighbour's question: for the area that answers, and with a
 * joint answer to a column for all of its areas. Whoever asked is told while the question is open. A question that was
 * never put to these areas stays as it is: which one is meant comes from the form, and is not trusted.
 */
export async function noteAnswers(
  tx: Tx,
  { request: requestId, areaId }: AnswersRequest,
  { kind, record, by, now }: { kind: ChangeKind; record: string; by: PersonKey; now: Date },
): Promise<void> {
  const request = await tx.neighbourRequest.findUnique({ where: { id: requestId } });
  const opened = request && (await openRecord(tx, kind, record));
  if (!request || !opened) return;
  const ofRecord = kind === 'answer' ? opened.areaIds : opened.areaIds.filter((id) => id === areaId);
  const where = { requestId, areaId: { in: [...ofRecord] } };
  const data = { reply: 'record', repliedAt: now, repliedBy: by.user, recordKind: kind, record };
  const answered = await tx.neighbourAsked.updateManyAndReturn({ where, data });
  if (answered.length === 0 || !isOpen(request, todayIn(now))) return;
  const areaIds = answered.map((row) => row.areaId).sort();
  await planAnswered(tx, request, { kind, record, areaIds }, now);
}
