import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Part of an id, as good as unique: 12 letters and digits. */
export const newId = (): string => Array.from(randomBytes(12), (byte) => LETTERS[byte % LETTERS.length]).join('');
