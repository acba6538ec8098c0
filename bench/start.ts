import { Lookup } from '../src/lookup/lookup.ts';
import { readShippedRecords } from '../src/registry/files/shipped-records.ts';

export interface StartReport {
  readMs: number;
  buildMs: number;
}

/** What a start costs before the first question can be answered. */
export async function measureStart(): Promise<StartReport> {
  const began = performance.now();
  const records = await readShippedRecords();
  const read = performance.now();
  new Lookup(records, { homePrefecture: '三重県' });
  return { readMs: read - began, buildMs: performance.now() - read };
}
