import type { FieldChanges } from '../../records/changes.ts';
import type { Tx } from '../editing/editor.ts';

/** People by user id or mail address, and sections (課・係) by id. */
export interface NamedIds {
  people: readonly string[];
  sections: readonly string[];
}

/** What they are called: people as Slack said last, or as they were registered. */
export async function namesOf(
  db: Pick<Tx, 'person' | 'membership' | 'section'>,
  ids: NamedIds,
): Promise<Map<string, string>> {
  const [people, sections] = [[...new Set(ids.people)], [...new Set(ids.sections)]];
  const [members, met, known] = await Promise.all([
    people.length === 0 ? [] : db.membership.findMany({ where: { user: { in: people }, name: { not: null } } }),
    people.length === 0
      ? []
      : db.person.findMany({ where: { OR: [{ user: { in: people } }, { email: { in: people } }] } }),
    sections.length === 0 ? [] : db.section.findMany({ where: { id: { in: sections } } }),
  ]);
  const named = new Map(known.map(({ id, name }) => [id, name]));
  for (const { user, name } of members) if (name) named.set(user, name);
  for (const { user, email, name } of met) {
    if (name) for (const key of [user, ...(email ? [email] : [])]) named.set(key, name);
  }
  return named;
}

const PEOPLE = new Set(['user', 'deputyOf', 'inCharge']);

/** The people and sections whose ids changes hold. */
export function idsIn(changes: readonly FieldChanges[]): NamedIds {
  const values = changes.flatMap((each) => Object.entries(each));
  const idsOf = (isOne: (field: string) => boolean) =>
    values.flatMap(([field, pair]) => (isOne(field) ? pair : [])).filter((id) => typeof id === 'string');
  const handedTo = values.flatMap(([field, pair]) => (field === 'handover' ? pair.flatMap(receiver) : []));
  return {
    people: [...idsOf((field) => PEOPLE.has(field)), ...handedTo],
    sections: idsOf((field) => field === 'sectionId'),
  };
}

const receiver = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'to' in value && typeof value.to === 'string' ? [value.to] : [];
