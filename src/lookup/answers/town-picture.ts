import type { PictureSubject, TownScale, TownState } from '../../records/picture-subject.ts';
import type { RowGroup } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';

/** Fewer towns are no map. */
const FEWEST = 2;

/**
 * How each of these towns stands, for a map: the first state that names it holds, and what none names is not stated (rule
 * 1.3). `shown`: the rows that say so; `about`: what the question is about, if that is not all. Null where a map would
 * show nothing.
 */
export function townPicture(
  inquiry: Inquiry,
  towns: readonly string[],
  shown: readonly RowGroup[],
  states: readonly (readonly [TownState, readonly string[]])[],
  scale: TownScale,
  about = inquiry.subject,
): PictureSubject | null {
  if (towns.length < FEWEST || about === '') return null;
  const found = new Map<string, TownState>();
  for (const [state, ids] of states) for (const id of ids) if (!found.has(id)) found.set(id, state);
  if (!towns.some((id) => found.has(id))) return null;
  const rows = shown.flatMap((group) => group.rows);
  return {
    kind: 'towns',
    scale,
    about,
    asOf: [...new Set(rows.map(({ asOf }) => asOf))],
    sources: [...new Set(rows.map(({ source }) => source))],
    states: towns.map((areaId) => ({ areaId, state: found.get(areaId) ?? 'silent' })),
  };
}
