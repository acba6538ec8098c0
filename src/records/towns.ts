import type { AreaRow, RegistryRecords } from './rows.ts';

/** The municipalities of a prefecture. */
export const townsIn = ({ areas }: Pick<RegistryRecords, 'areas'>, of: string): AreaRow[] =>
  areas.filter(({ kind, prefecture }) => kind === 'municipality' && prefecture === of);
