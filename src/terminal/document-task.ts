import { z } from 'zod';
import type { App } from '../app.ts';
import { readDocument } from '../documents/reading/read-document.ts';
import { understand } from '../documents/reading/understand.ts';
import { ExpectedError } from '../records/expected-error.ts';
import { DOCUMENT_KINDS } from '../records/understood.ts';
import { FiscalYearLabel, StatementStatus } from '../records/vocabulary.ts';
import { GoneKind } from '../registry/documents/gone.ts';
import { digestOf, importDocument } from '../registry/documents/import-document.ts';
import { ADMINISTRATORS, OPERATOR } from '../registry/members/operator.ts';

/** A document that is to be imported, or looked at. */
export const DocumentTask = z.object({
  document: z.enum(DOCUMENT_KINDS),
  name: z.string(),
  /** Base64. */
  content: z.string(),
  title: z.string(),
  area: z.string().nullable(),
  fiscalYear: FiscalYearLabel.nullable(),
  asOf: z.string().nullable(),
  answers: z.record(z.string(), StatementStatus),
  official: z.boolean(),
  reason: z.string().nullable(),
  without: z.array(z.string()).default([]),
  dryRun: z.boolean(),
});
export type DocumentTask = z.infer<typeof DocumentTask>;

const AtCell = z.object({ at: z.string(), code: z.string(), value: z.string().nullable() });

export const DocumentReport = z.object({
  problems: z.array(AtCell),
  warnings: z.array(AtCell),
  asked: z.array(z.object({ id: z.string(), at: z.string(), text: z.string() })),
  records: z.array(
    z.object({
      state: z.enum(['new', 'changed', 'same']),
      kind: z.string(),
      name: z.string(),
      at: z.string(),
      changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    }),
  ),
  proposals: z.array(
    z.object({
      kind: z.enum(['tool', 'meeting', 'survey']),
      id: z.string(),
      name: z.string(),
      areas: z.array(z.string()),
      at: z.string(),
      text: z.string(),
      taken: z.boolean(),
    }),
  ),
  gone: z.array(z.object({ kind: GoneKind, id: z.string(), name: z.string(), place: z.string(), asOf: z.string() })),
  saved: z.boolean(),
});
export type DocumentReport = z.infer<typeof DocumentReport>;

/** Why a file cannot be read. */
export const Unreadable = z.object({ ja: z.string(), en: z.string() });

/** Reads a document and takes it into the registry as whoever runs the terminal; or says why it cannot be read. */
export async function carryIn(
  { database, clock }: App,
  { document, name, content, ...rest }: DocumentTask,
): Promise<{ imported: DocumentReport } | { unreadable: z.infer<typeof Unreadable> }> {
  const file = Buffer.from(content, 'base64');
  try {
    const understood = understand(document, await readDocument(name, file));
    const request = { ...rest, understood, digest: digestOf(file), person: OPERATOR };
    return { imported: await importDocument(database.prisma, clock, ADMINISTRATORS, request) };
  } catch (error) {
    if (error instanceof ExpectedError) return { unreadable: error.say };
    throw error;
  }
}
