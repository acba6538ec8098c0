import type pg from 'pg';
import { z } from 'zod';
import { Asked } from '../live-lookup.ts';

/** What somebody asked or pressed: its key is the same at each delivery. */
export interface Arrival {
  key: string;
  at: Date;
  /** The kept question that it goes back to: by its id, its thread, or what was last said in the channel since then. */
  after?: After | undefined;
}

export type After = { id: string } | { channel: string; thread: string } | { channel: string; since: Date };

export interface Taken {
  /** False: it was delivered before, here or at another copy. */
  fresh: boolean;
  /** The number of the registry's last change. */
  newest: bigint;
  /** The kept question with those before it; null where there is none. */
  before: Asked[] | null;
}

const Row = z.object({
  fresh: z.boolean(),
  newest: z.coerce.bigint().nullable(),
  before: z.array(Asked).nullable(),
});

// A key that a crash of the server loses may let one answer be given twice; to wait for its disk would slow down all.
const TAKE_ON = {
  name: 'take-on',
  text: `WITH "claimed" AS (
      INSERT INTO "Seen" ("key", "at")
      SELECT $1, $2::timestamptz WHERE set_config('synchronous_commit', 'off', true) = 'off'
      ON CONFLICT DO NOTHING RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM "claimed") AS "fresh",
      (SELECT max("seq") FROM "Change")::text AS "newest",
      (SELECT "asked" FROM "Conversation"
        WHERE "id" = $3::text
           OR ("channel" = $4::text AND ("thread" = $5::text OR "at" >= $6::timestamptz))
        ORDER BY "at" DESC LIMIT 1) AS "before"`,
};

/** Takes an arrival on: all that must be known before an answer, in one round trip, prepared once a connection. */
export async function takeOn(pool: pg.Pool, { key, at, after }: Arrival): Promise<Taken> {
  const id = after && 'id' in after ? after.id : null;
  const channel = after && 'channel' in after ? after.channel : null;
  const thread = after && 'thread' in after ? after.thread : null;
  const since = after && 'since' in after ? after.since.toISOString() : null;
  const { rows } = await pool.query<Record<string, unknown>>({
    ...TAKE_ON,
    values: [key, at.toISOString(), id, channel, thread, since],
  });
  const { fresh, newest, before } = Row.parse(rows[0]);
  return { fresh, newest: newest ?? 0n, before };
}
