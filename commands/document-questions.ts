import { documentQuestionsForm } from '../src/forms/document.ts';
import type { Part } from '../src/forms/sheet.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import { pageAsked } from './admin-acting.ts';
import { columnLabel } from './document-lines.ts';
import {
  inputOf,
  noted,
  opens,
  PAGE,
  pageStep,
  type Statement,
  statementsIn,
  statusChoices,
  statusIn,
} from './document-pages.ts';
import { type AtDocuments, atDocuments, isStep } from './document-preview.ts';
import { paged } from './paged.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step } from './record-form.ts';

// How statements stand whose words speak for two states: asked, and nothing is saved before they are answered.

const unclear = ({ documents }: AtDocuments): Statement[] =>
  statementsIn(documents).filter(({ status }) => status === null);

function questionsStep(sitting: Sitting, found: AtDocuments, page: number): Step {
  const { language } = sitting.state;
  const words = documentTalk[language];
  const { at, pages, shown } = paged(unclear(found), page, PAGE);
  const parts = shown.flatMap(({ index, key, column, at: where, text }): Part[] => [
    { kind: 'pairs', pairs: [[`${columnLabel(column, language)}（${where}）`, text]] },
    inputOf(
      `s${index}`,
      words.status,
      { kind: 'radio', choices: statusChoices(language) },
      found.kept.said[key]?.status ?? null,
      language,
    ),
  ]);
  const head: Part[] = [{ kind: 'said', text: words.ask }];
  if (pages > 1) head.push({ kind: 'said', text: words.page(at + 1, pages) });
  return pageStep(sitting, documentQuestionsForm.id, found, { page: String(at) }, [...head, ...parts]);
}

export const documentQuestions: AnyRecordForm = recordForm({
  form: documentQuestionsForm,
  open: opens(questionsStep),
  async send(sent) {
    const found = await atDocuments(sent);
    if (isStep(found)) return found;
    const { pages, at, shown } = paged(unclear(found), pageAsked(sent), PAGE);
    const said = Object.fromEntries(
      shown.flatMap(({ index, key }) => {
        const status = statusIn(sent.typed, index);
        return status === null ? [] : [[key, { ...found.kept.said[key], status }]];
      }),
    );
    return noted(sent, found, said, (fresh) => (at < pages - 1 ? questionsStep(sent, fresh, at + 1) : null));
  },
});
