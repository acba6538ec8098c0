import type { RegistryRecords } from '../records/rows.ts';
import { townsIn } from '../records/towns.ts';

/** Of which areas there are records. */
export interface Counted {
  /** Municipalities of the home prefecture, as answers count them (rules 1.1). */
  towns: number;
  /** Areas beyond it that hold records. */
  elsewhere: number;
}

/** How many areas the registry speaks of, told apart as answers tell them. */
export function countedAreas({ areas }: RegistryRecords, homePrefecture: string): Counted {
  const home = townsIn({ areas }, homePrefecture);
  const beyond = areas.filter(({ kind, prefecture }) => kind !== 'prefecture' && prefecture !== homePrefecture);
  return { towns: home.length, elsewhere: beyond.length };
}
