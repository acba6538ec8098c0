import type { Choice, InputPart, Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { type Typed, textOf } from '../src/forms/typed.ts';
import type { Understood } from '../src/records/understood.ts';
import { StatementStatus, type SurveyColumn } from '../src/records/vocabulary.ts';
import { type SaidOf, saidKey } from '../src/registry/documents/sittings.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import { formWords } from '../src/words/forms.ts';
import { type Language, statusWords } from '../src/words/labels.ts';
import { pageAsked } from './admin-acting.ts';
import { type AtDocuments, atDocuments, isStep, previewStep } from './document-preview.ts';
import type { Sent, Sitting, Step } from './record-form.ts';

// What the forms between the reading of documents and their saving share: pages of questions, each kept as it is answered.

/** Statements of a page: with three blocks each, a view holds them. */
export const PAGE = 8;

export interface Statement {
  /** The same whatever is answered meanwhile: its place among all statements of the documents. */
  index: number;
  key: string;
  column: SurveyColumn | 'policy';
  at: string;
  text: string;
  /** By its words; null: they speak for two. */
  status: StatementStatus | null;
}

/** All statements of the documents, in order. */
export function statementsIn(documents: readonly Understood[]): Statement[] {
  const all = documents.flatMap(({ parts }, document) =>
    parts.flatMap(({ records }) =>
      records.flatMap((record) => {
        if (record.kind !== 'answer') return [];
        const { facet: column, statements } = record.fields;
        return statements.map(({ text, status }, at) => {
          const key = saidKey(document, `${record.at}#${at + 1}`);
          return { key, column, at: record.at, text, status };
        });
      }),
    ),
  );
  return all.map((statement, index) => ({ index, ...statement }));
}

export const statusChoices = (language: Language): Choice[] =>
  StatementStatus.options.map((value) => ({ value, label: statusWords[value][language] }));

export const inputOf = (
  name: string,
  label: string,
  input: InputPart['input'],
  initial: InputPart['initial'],
  language: Language,
) =>
  ({
    kind: 'input',
    name,
    label: formWords[language].label(label, false),
    required: false,
    input,
    initial,
  }) satisfies Part;

const backPart = (record: string, language: Language): Part => ({
  kind: 'buttons',
  name: 'preview',
  buttons: [goButton('preview', documentTalk[language].toPreview, { form: 'document-preview', record })],
});

/** One page of a form of statements. */
export function pageStep(
  { state: { language, turn } }: Sitting,
  form: string,
  { kept }: AtDocuments,
  about: Record<string, string>,
  parts: readonly Part[],
): Step {
  const state = openedState({ form, language, record: kept.id, about, turn });
  return { kind: 'sheet', state, showing: { before: [...parts, backPart(kept.id, language)] } };
}

type PageOf = (sitting: Sitting, found: AtDocuments, page: number) => Step | Promise<Step>;

/** Opens a form of pages at the one that is asked for. */
export const opens =
  (pageOf: PageOf) =>
  async (sitting: Sitting): Promise<Step> => {
    const found = await atDocuments(sitting);
    return isStep(found) ? found : pageOf(sitting, found, pageAsked(sitting));
  };

/** The state that was chosen for a statement. */
export const statusIn = (typed: Typed, index: number): StatementStatus | null =>
  StatementStatus.safeParse(textOf(typed[`s${index}`])).data ?? null;

/** Keeps what was said, then goes on: to the next page, else to the preview. */
export async function noted(
  sent: Sent<unknown>,
  found: AtDocuments,
  said: Record<string, SaidOf>,
  further: (fresh: AtDocuments) => Step | null | Promise<Step | null>,
): Promise<Step> {
  const { bot, who, state } = sent;
  await bot.documents.say(who, found.kept.id, said);
  const kept = (await bot.documents.of(who, found.kept.id)) ?? found.kept;
  const fresh = { ...found, kept };
  const next = await further(fresh);
  if (next) return next;
  const count = Object.keys(said).length;
  const notices = count > 0 ? [documentTalk[state.language].noted(count)] : [];
  return previewStep({ ...sent, state: { ...state, about: {} } }, fresh, notices);
}
