import { createHash } from 'node:crypto';
import type { CalendarFeeds } from '../registry/planned/calendar-feeds.ts';
import { areaIcs } from './area-ics.ts';

/** Where feeds lie below PUBLIC_URL. */
export const FEED_PATH = '/calendar/';
const ADDRESS = /^\/calendar\/([^/?]+)\.ics(?:\?|$)/;

/** The address of a feed from outside. */
export const feedAddress = (publicUrl: string, token: string): string =>
  `${publicUrl.replace(/\/+$/, '')}${FEED_PATH}${token}.ics`;

/** An answer over HTTP. */
export interface Served {
  status: number;
  headers: Record<string, string>;
  body: Buffer | null;
}

const NOT_FOUND: Served = { status: 404, headers: { 'Cache-Control': 'no-store' }, body: null };

/**
 * A feed by its path; the same 404 for every address that opens nothing. `known`: the ETags that the other side has.
 * What is the same has the same ETag at every copy of the bot.
 */
export async function serveFeed(feeds: CalendarFeeds, path: string, known: string | undefined): Promise<Served> {
  const token = ADDRESS.exec(path)?.[1];
  const calendar = token === undefined ? null : await feeds.open(token);
  if (!calendar) return NOT_FOUND;
  const body = areaIcs(calendar);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const changes = calendar.dates.map(({ changedAt }) => changedAt.getTime());
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    ...(changes.length > 0 ? { 'Last-Modified': new Date(Math.max(...changes)).toUTCString() } : {}),
  };
  const same = known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag) ?? false;
  if (same) return { status: 304, headers, body: null };
  return { status: 200, headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' }, body };
}
