import { NoticePreference } from '../../records/notice-preference.ts';
import type { Tx } from '../editing/editor.ts';

/** What each of these people (by user id) chose; whoever chose nothing is left out. */
export async function preferencesOf(
  tx: Pick<Tx, 'noticePreference'>,
  users: readonly string[],
): Promise<Map<string, NoticePreference>> {
  const rows = await tx.noticePreference.findMany({ where: { user: { in: [...users] } } });
  return new Map(rows.map(({ team: _team, user, ...row }) => [user, NoticePreference.parse(row)]));
}
