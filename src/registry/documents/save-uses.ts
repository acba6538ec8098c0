import type { SaveOutcome } from '../../records/changes.ts';
import type { NotedChange } from '../changes.ts';
import { canonicalAsOf, type Tx } from '../editing/editor.ts';
import { editorOf } from '../editing/editors.ts';
import { type ChangeRequest, type Changing, change } from '../save-change.ts';
import type { ProposedUse } from './proposed-uses.ts';
import type { WantedChange } from './to-changes.ts';

interface SavedUse {
  /** Null: it stands as it is. */
  outcome: SaveOutcome | null;
  changes: NotedChange[];
}

/** What a use asks to be changed; `saveUse` puts it beside the uses that the tool has. */
export const useChange = ({ toolId, name, place, at, asOf }: ProposedUse): WantedChange => ({
  ...{ kind: 'tool', id: toolId, newId: null, fields: { name }, name, place, at, asOf },
  ...{ sourceText: null, untouched: [] },
});

/**
 * Enters that areas use a tool, citing the statements that say so. A use that stands is left as it is, and only linked with
 * what newly speaks of it.
 */
export async function saveUse(tx: Tx, use: ProposedUse, request: ChangeRequest, changing: Changing): Promise<SavedUse> {
  const before = await usesOf(tx, use.toolId);
  const standing = before.filter(({ areaIds }) => areaIds.some((id) => use.areaIds.includes(id)));
  const areaIds = use.areaIds.filter((id) => !standing.some((each) => each.areaIds.includes(id)));
  const ids = (uses: readonly UseFields[]) => uses.map(({ id }) => id);
  if (areaIds.length === 0) return { outcome: null, changes: await cite(tx, use, ids(standing)) };
  const { name, role, status, ways } = use;
  const nothing = { access: null, link: null, contact: null, terms: null, since: null, purpose: null };
  const added = { id: null, areaIds, name, role, status, ways, ...nothing, asOf: canonicalAsOf(use.asOf) };
  const fields = { uses: [...before, added] } as ChangeRequest['fields'];
  const { outcome, changes } = await change(tx, { ...request, fields }, changing);
  if (outcome.outcome !== 'saved') return { outcome, changes };
  const known = new Set(ids(before));
  const fresh = ids(await usesOf(tx, use.toolId)).filter((id) => !known.has(id));
  return { outcome, changes: [...changes, ...(await cite(tx, use, fresh))] };
}

interface UseFields {
  id: string;
  areaIds: string[];
}

async function usesOf(tx: Tx, toolId: string): Promise<UseFields[]> {
  const editor = editorOf('tool');
  const state = await editor.read(tx, toolId);
  return state ? (editor.fields(state).uses as UseFields[]) : [];
}

/** Links uses with the statements that this document's cells have now. */
async function cite(tx: Tx, { cites, areaIds }: ProposedUse, uses: readonly string[]): Promise<NotedChange[]> {
  if (cites.length === 0 || uses.length === 0) return [];
  const statements = await tx.statement.findMany({
    where: {
      OR: cites.map(({ facet, text }) => ({ facet, text })),
      areas: { some: { id: { in: [...areaIds] } } },
    },
    select: { id: true },
    orderBy: { position: 'asc' },
  });
  const data = uses.flatMap((toolUseId) =>
    statements.map(({ id: statementId }, position) => ({ toolUseId, statementId, position })),
  );
  const { count } = await tx.toolUseStatement.createMany({ data, skipDuplicates: true });
  return count === 0 ? [] : uses.map((record) => ({ kind: 'toolUse', record, action: 'update' }) as const);
}
