import { randomBytes } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWX';

/** A new id as Slack writes them: a letter for the kind, then capitals and digits. */
export function newId(prefix: string): string {
  return prefix + Array.from(randomBytes(10), (byte) => LETTERS[byte % 32]).join('');
}

/** A value that nobody can guess. */
export const newSecret = () => randomBytes(18).toString('hex');
