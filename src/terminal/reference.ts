import { randomBytes } from 'node:crypto';

/** A short number that a person can read out, and that the log holds. */
export const newReference = (): string => randomBytes(3).toString('hex').toUpperCase();
