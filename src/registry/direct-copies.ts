import { todayIn } from '../calendar/calendar-date.ts';
import type { KeptNotice, NewNotice, Tx } from '../delivery/notice.ts';
import { plan } from '../delivery/plan.ts';
import { NoticeKind } from '../schedule/planned-notice.ts';
import { isInForce, memberOf, WITH_SECTION } from './members/memberships.ts';
import { preferencesOf } from './notices/kept-preferences.ts';
import { DIRECT, type ToSay } from './notices/reminding.ts';

type Read = (tx: Tx, notice: KeptNotice, now: Date) => Promise<ToSay | { gone: string }>;

/**
 * What went out in an area's channel goes to each who prefers direct messages as well (rules 9.6), in the transaction that
 * notes the post. Of a meeting's areas that share the channel one is posted for all.
 */
export async function planDirectCopies(tx: Tx, read: Read, { id }: KeptNotice, at: Date): Promise<void> {
  const prefer = await tx.noticePreference.findMany({ where: { way: 'direct' }, select: { user: true } });
  if (prefer.length === 0) return;
  const { occasion, audience, kind, to } = await tx.notice.findUniqueOrThrow({ where: { id } });
  if (audience !== 'area-channel' || !NoticeKind.safeParse(kind).success) return;
  const areas = await tx.area.findMany({ where: { channel: to }, select: { id: true } });
  const said = await tx.notice.findMany({ where: { occasion, areaId: { in: areas.map((area) => area.id) } } });
  const users = prefer.map(({ user }) => user);
  const copies: NewNotice[] = [];
  for (const notice of said) {
    const reading = await read(tx, notice, at);
    if (!('gone' in reading)) copies.push(...(await copiesFor(tx, notice, reading, users, at)));
  }
  await plan(tx, copies, at);
}

async function copiesFor(
  tx: Tx,
  notice: KeptNotice,
  { inCharge, sectionId }: ToSay,
  users: readonly string[],
  at: Date,
): Promise<NewNotice[]> {
  const section = sectionId && (await tx.section.findUnique({ where: { id: sectionId }, select: { name: true } }));
  const members = await membersAmong(tx, notice.areaId ?? '', users, at);
  const chosen = await preferencesOf(tx, users);
  const wants = ({ user, ofSection }: (typeof members)[number]) =>
    user === inCharge ||
    (chosen.get(user)?.scope === 'all' && (!section || ofSection === null || ofSection === section.name));
  return members.filter(wants).map(({ user }) => copyOf(notice, user));
}

/** Who of these people works for an area, by user id, also those who are registered by mail address. */
async function membersAmong(tx: Tx, areaId: string, users: readonly string[], at: Date) {
  const people = await tx.person.findMany({ where: { user: { in: [...users] } } });
  const userOf = new Map(users.map((user) => [user, user]));
  for (const { user, email } of people) if (email) userOf.set(email, user);
  const rows = await tx.membership.findMany({
    where: { areaId, user: { in: [...userOf.keys()] } },
    include: WITH_SECTION,
  });
  return rows
    .map(memberOf)
    .filter((member) => isInForce(member, todayIn(at)) && (member.role !== 'viewer' || member.deputyOf !== null))
    .map(({ user, section }) => ({ user: userOf.get(user) ?? user, ofSection: section }));
}

/** Once an occasion and person, whatever areas the person works for. */
function copyOf(
  { key: of, occasion, kind, recordKind, recordId, areaId, dueAt, expiresAt, facts }: KeptNotice,
  to: string,
) {
  const key = `direct:${occasion}:${to}`;
  const copied = { ...(facts as object), of, kind };
  const about = { recordKind, recordId, areaId, dueAt, expiresAt, facts: copied };
  return { ...about, key, occasion: key, kind: DIRECT, audience: 'person', to };
}
