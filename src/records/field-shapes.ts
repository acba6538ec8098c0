import { z } from 'zod';

// What several kinds of records take in their fields. Texts are kept exactly as typed; nothing said is null.

/** What no database can hold: the character of number zero, half a character. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

export const storable = z.string().refine((text) => !UNSTORABLE.test(text), 'holds a character that cannot be stored');
export const required = storable.refine((text) => text.trim() !== '', 'is empty');
export const optional = storable.nullable().transform((text) => (text === null || text.trim() === '' ? null : text));
export const areaId = z.string().min(1);
export const areaIds = z.array(areaId).min(1);
