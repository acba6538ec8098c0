import { z } from 'zod';
import { DOCUMENT_KINDS } from '../records/understood.ts';
import {
  documentFormWords,
  documentKindWords,
  documentPreviewWords,
  documentQuestionsWords,
  documentStatementsWords,
  documentToolsWords,
  OFFICIAL_ANSWERS,
  officialWords,
} from '../words/document-forms.ts';
import { optional, optionalList } from './field.ts';
import { asOfText, choice, files, fiscalYear, longText, radio, select } from './fields.ts';
import { defineForm } from './form.ts';

const { fields: words } = documentFormWords;
const DocumentKind = z.enum(DOCUMENT_KINDS);
const Official = z.enum(OFFICIAL_ANSWERS);

/** Files that are brought, and what they may not say themselves. `official` is asked where a number needs it. */
export const documentForm = defineForm({
  id: 'document',
  words: documentFormWords,
  working: 'reading',
  steps: [['kind', 'files', 'areaId', 'fiscalYear', 'asOf', 'reason']],
  fields: {
    kind: select(words.kind, DocumentKind, DOCUMENT_KINDS, documentKindWords),
    // Needed where none were read yet.
    files: optionalList(files(words.files, { types: ['xlsx', 'csv', 'txt'], upTo: 10 })),
    areaId: optional(choice(words.areaId)),
    fiscalYear: optional(fiscalYear(words.fiscalYear)),
    asOf: optional(asOfText(words.asOf)),
    reason: optional(longText(words.reason)),
    official: radio(words.official, Official, OFFICIAL_ANSWERS, officialWords),
  },
});

// What follows has as many fields as the documents have statements: they are drawn where they are known.

export const documentPreviewForm = defineForm({ id: 'document-preview', words: documentPreviewWords, fields: {} });

export const documentQuestionsForm = defineForm({
  id: 'document-questions',
  words: documentQuestionsWords,
  working: 'loading',
  fields: {},
});

export const documentStatementsForm = defineForm({
  id: 'document-statements',
  words: documentStatementsWords,
  working: 'loading',
  fields: {},
});

export const documentToolsForm = defineForm({
  id: 'document-tools',
  words: documentToolsWords,
  working: 'loading',
  fields: {},
});
