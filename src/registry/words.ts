import { type WordFault, wordFaults } from '../lookup/word-check.ts';
import type { LexiconRow, RegistryRecords } from '../records/rows.ts';
import { differences } from './editing/differences.ts';
import { inTurn } from './editing/in-turn.ts';
import { newId } from './editing/new-id.ts';
import { positionAt } from './editing/position.ts';
import { entryOf } from './history.ts';
import { type Administration, type AdminOutcome, administer } from './members/administering.ts';
import type { PersonKey } from './members/people.ts';
import { readers } from './read-records.ts';
import { Nothing } from './save-change.ts';

/** What an administrator says of a word. */
export type WordFields = Pick<LexiconRow, 'label' | 'members' | 'asked' | 'english' | 'except' | 'weight'>;

export type WordOutcome = AdminOutcome | { outcome: 'faults'; faults: WordFault[] };

/** Entries that the code itself asks for by their id, or that are ignored: data:check alone judges those. */
export const isTaught = ({ kind }: Pick<LexiconRow, 'kind'>): boolean => kind !== 'operator' && kind !== 'filler';

/** Words and concept groups, as administrators edit them; the next question at every copy knows them. */
export class Words {
  constructor(readonly administration: Administration) {}

  async get(id: string): Promise<(LexiconRow & { version: number }) | null> {
    const { prisma } = this.administration;
    const row = await prisma.lexiconEntry.findUnique({ where: { id } });
    const [entry] = await readers.lexicon(prisma, [id]);
    return row && entry && isTaught(entry) ? { ...entry, version: row.version } : null;
  }

  /** Adds a word or changes one; refused with the reason where the shipped lexicon would not take it. */
  async save(
    by: PersonKey,
    key: string,
    fields: WordFields,
    records: Pick<RegistryRecords, 'areas' | 'tools'>,
    id: string | null = null,
    version: number | null = null,
  ): Promise<WordOutcome> {
    const { clock } = this.administration;
    let faults: WordFault[] = [];
    const outcome = await administer(
      this.administration,
      { by, key, kind: 'word', needs: 'administrator' },
      async (tx) => {
        await inTurn(tx, 'lexicon');
        const row = id === null ? null : await tx.lexiconEntry.findUnique({ where: { id } });
        const lexicon = await readers.lexicon(tx);
        const former = lexicon.find((entry) => entry.id === id) ?? null;
        if (id !== null && (!row || !former || !isTaught(former))) return { outcome: 'gone' };
        if (row && version !== null && row.version !== version) {
          const last = await tx.history.findFirst({
            where: { kind: 'word', record: row.id },
            orderBy: { seq: 'desc' },
          });
          return { outcome: 'conflict', by: last && entryOf(last) };
        }
        const data = { ...fields, ...distinct(fields), label: fields.label.trim() };
        const entry = { ...data, id: former?.id ?? `word-${newId()}` };
        faults = wordFaults(entry, former, { ...records, lexicon });
        if (faults.length > 0) throw new Nothing({ outcome: 'gone' });
        const changes = differences(former && fieldsOf(former), data);
        const position = positionAt(clock.now());
        if (Object.keys(changes).length === 0) return { done: [] };
        if (row) await tx.lexiconEntry.update({ where: { id: row.id }, data: { ...data, version: row.version + 1 } });
        else await tx.lexiconEntry.create({ data: { ...entry, kind: 'concept', remedies: [], position } });
        return {
          done: [{ kind: 'word', record: entry.id, changes, former: former && fieldsOf(former) }],
          changes: [{ kind: 'lexicon', record: entry.id, action: row ? 'update' : 'create' }],
        };
      },
    );
    return faults.length > 0 ? { outcome: 'faults', faults } : outcome;
  }
}

const fieldsOf = ({ label, members, asked, english, except, weight }: WordFields) => ({
  label,
  members,
  asked,
  english,
  except,
  weight,
});

/** Each word once, in the order in which they were written. */
const distinct = ({ members, asked, english, except }: WordFields) => ({
  members: [...new Set(members)],
  asked: [...new Set(asked)].filter((word) => !members.includes(word)),
  english: [...new Set(english.map((word) => word.toLowerCase()))],
  except: [...new Set(except)],
});
