import type { ReadRow } from '../../records/read-document.ts';
import type { AnyUnderstood } from '../../records/understood.ts';
import type { Scene } from '../../records/vocabulary.ts';
import { sceneOf } from './letters.ts';
import type { Taking } from './taking.ts';

/** The scenes that a row's cells name, by column; null where fewer than three do. */
export function scenesAcross({ cells }: ReadRow): (Scene | null)[] | null {
  const scenes = cells.map(({ text }) => sceneOf(text));
  return scenes.filter((scene) => scene !== null && scene !== '4場面共通').length >= 3 ? scenes : null;
}

/** 目指す姿 of each scene, in a row under the scenes' names. */
export function visionsUnder(
  row: ReadRow,
  scenes: readonly (Scene | null)[],
  place: string,
  taking: Taking,
): AnyUnderstood[] {
  return row.cells.flatMap((cell, column): AnyUnderstood[] => {
    const scene = scenes[column];
    const vision = scene ? taking.text(cell) : '';
    if (!scene || vision === '') return [];
    const fields = { scene, period: null, stated: 'yes', vision, goal: null } as const;
    return [{ kind: 'plan', place: `${place}（${scene}）`, at: cell.place, source: null, fields }];
  });
}
