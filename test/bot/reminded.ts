import type { ChangeKind, FieldsOf, SaveOutcome } from '../../src/records/changes.ts';
import { TEAM } from '../../src/workspace/cast.ts';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { newKey } from '../registry/open-registry.ts';
import { idOf } from '../registry/planned-records.ts';
import type { Office } from './open-office.ts';

/** What tests of reminders do: save as somebody does by a form, move the clock, and read what was said where. */
export function remindedIn(office: () => Office) {
  return {
    async save<K extends ChangeKind>(
      kind: K,
      id: string | null,
      fields: Partial<FieldsOf<K>>,
      user = 'U0OGURA',
    ): Promise<string> {
      const registrar = office().app.registrar(async () => ({ ids: [], named: true }));
      const person = { team: TEAM.id, user };
      const request = { person, via: 'form' as const, key: newKey(), kind, id, version: null, fields };
      const outcome: SaveOutcome = await registrar.save(request);
      return idOf(outcome);
    },
    async dateOf(planId: string): Promise<string> {
      return (await office().database.prisma.occurrence.findFirstOrThrow({ where: { planId } })).id;
    },
    /** What stands in a channel, or in somebody's direct messages with the bot, and holds these words. */
    said(words: string, where = 'C0SUZUKA'): string[] {
      const at = where.startsWith('C') ? office().as('U0OGURA').in(where) : office().as(where).in('bot');
      return at
        .messages()
        .map(textOfMessage)
        .filter((text) => text.includes(words));
    },
    async until(instant: string): Promise<void> {
      const { workspace } = office();
      await office()
        .as('U0OGURA')
        .advance(new Date(instant).getTime() - workspace.clock.now().getTime());
      await office().quiet();
    },
  };
}
