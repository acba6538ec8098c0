import type { HubRow } from '../../records/rows.ts';
import type { UnderstoodFields } from '../../records/understood.ts';

/** A hub as a sheet tells it: what the sheet does not ask, or leaves open, stays as it stands (`was`). */
export function continuedHub(said: UnderstoodFields['hub'], was: HubRow | undefined): UnderstoodFields['hub'] {
  if (!was) return said;
  return {
    name: said.name,
    aliases: was.aliases,
    mode: said.mode === 'not-stated' ? was.mode : said.mode,
    operator: said.operator ?? was.operator,
    location: said.location ?? was.location,
    since: said.since ?? was.since,
    tel: said.tel ?? was.tel,
    note: said.note ?? was.note,
  };
}
