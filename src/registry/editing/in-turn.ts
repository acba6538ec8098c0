import type { Tx } from './editor.ts';

/** From here until the transaction ends, one after another: those that hold the same word. */
export async function inTurn(tx: Tx, word: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${word}, 0))`;
}
