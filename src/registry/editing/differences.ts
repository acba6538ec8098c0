import type { FieldChanges } from '../../records/changes.ts';
import { same } from './editor.ts';

type AnyFields = Readonly<Record<string, unknown>>;

/** Old and new value of each field that differs. */
export function differences(former: AnyFields | null, now: AnyFields): FieldChanges {
  const names = new Set([...Object.keys(former ?? {}), ...Object.keys(now)]);
  const changed = [...names].filter((name) => !same(former?.[name] ?? null, now[name] ?? null));
  return Object.fromEntries(changed.map((name) => [name, [former?.[name] ?? null, now[name] ?? null]]));
}
