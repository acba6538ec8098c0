import { z } from 'zod';
import { personPayload } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import { flag, method, Paging, page } from './method.ts';

export const people = [
  method(
    'users.info',
    ['users:read'],
    z.object({ user: z.string(), include_locale: flag.optional() }),
    (workspace, { user, include_locale }) => ({
      user: personPayload(workspace, known(workspace, user), include_locale),
    }),
  ),
  method(
    'users.list',
    ['users:read'],
    z.object({ ...Paging, include_locale: flag.optional() }),
    (workspace, { include_locale, ...paging }) => {
      const { items, next } = page(workspace.store.state.people, paging, ({ id }) => id);
      return {
        members: items.map((person) => personPayload(workspace, person, include_locale)),
        response_metadata: { next_cursor: next },
      };
    },
  ),
  method('users.lookupByEmail', ['users:read.email'], z.object({ email: z.string() }), (workspace, { email }) => {
    const person = workspace.store.state.people.find((one) => one.email === email && !one.deleted);
    if (!person || email === '') throw new Refusal('users_not_found');
    return { user: personPayload(workspace, person) };
  }),
  method('usergroups.list', ['usergroups:read'], z.object({}), () => ({ usergroups: [] })),
  method('dnd.info', ['dnd:read'], z.object({ user: z.string().optional() }), (workspace, { user }) => {
    if (user !== undefined) known(workspace, user);
    return { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1, snooze_enabled: false };
  }),
];

function known(workspace: Workspace, id: string) {
  const person = workspace.store.person(id);
  if (!person) throw new Refusal('user_not_found');
  return person;
}
