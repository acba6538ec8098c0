import type { Tx } from '../editing/editor.ts';

/** Those of these deadlines by which an open survey is to be answered: their submissions follow its replies. */
export async function surveyDeadlines(tx: Tx, deadlineIds: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { deadlineId: { in: [...deadlineIds] }, state: 'open' };
  const rounds = await tx.surveyRound.findMany({ where, select: { deadlineId: true } });
  return new Set(rounds.map(({ deadlineId }) => deadlineId));
}
