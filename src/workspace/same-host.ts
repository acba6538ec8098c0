import type { IncomingMessage } from 'node:http';

const HERE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a request comes from this machine's own page or from the bot. The name in `Host` keeps other names that lead here
 * out, the `Origin` that browsers send keeps other sites' pages out.
 */
export function fromHere({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { host = '', origin } = headers;
  if (!HERE.test(host)) return false;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  return origin === undefined || origin === `http://${host}`;
}
