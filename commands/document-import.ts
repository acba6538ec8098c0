import { documentForm } from '../src/forms/document.ts';
import { openedState } from '../src/forms/state.ts';
import { ExpectedError } from '../src/records/expected-error.ts';
import { DOCUMENT_KINDS, type DocumentKind, type Understood } from '../src/records/understood.ts';
import type { DocumentReport } from '../src/registry/documents/report.ts';
import type { Sitting as Kept, SittingFile } from '../src/registry/documents/sittings.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import type { Language } from '../src/words/labels.ts';
import { documentPreviewForms, previewStep } from './document-preview.ts';
import { problemLines, shortened } from './document-problems.ts';
import { documentQuestions } from './document-questions.ts';
import { documentStatements } from './document-statements.ts';
import { documentTools } from './document-tools.ts';
import { refusal, refusedWords, result } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaChoices, choosing } from './records.ts';

// Documents by chat: files are brought to a form, read, and shown beside what is recorded; nothing is saved before that.

/** Where documents come in. `kind`: what is most likely brought there. */
export const documentDoor = (label: string, kind: DocumentKind) =>
  goButton('document', label, { form: documentForm.id, about: { kind } });

const brought: AnyRecordForm = recordForm({
  form: documentForm,
  async open(sitting) {
    const { own, opened } = await choosing(sitting);
    const no = await refused(sitting, own);
    if (no) return no;
    const kind = DOCUMENT_KINDS.find((each) => each === sitting.state.about.kind) ?? null;
    return { kind: 'sheet', state: { ...opened, needed: FILES }, showing: { typed: { kind } } };
  },
  choices: (sitting) => ({ areaId: areaChoices(sitting) }),
  async send(sent) {
    const { bot, who, key, state, values, reason } = sent;
    const { kind = 'survey', areaId = null, fiscalYear = null, asOf = null, official } = values;
    const read = await readAll(sent, kind, values.files ?? []);
    if ('wrong' in read) return again(sent, shortened(read.wrong, state.language), FILES);
    const about = { areaId, fiscalYear, asOf, reason, official: official === 'official' };
    await sent.tell([{ kind: 'said', text: documentTalk[state.language].comparing(read.files.length) }]);
    const kept = await bot.documents.begin({ person: who, key }, { kind, files: read.files, about });
    bot.reader.remember(kept.id, read.documents);
    const reports = await bot.documents.preview(who, kept, read.documents);
    if (reports.some(({ problems }) => problems.length > 0)) {
      return again(sent, problemLines(kept.files, reports, state.language), neededFor(reports), kept);
    }
    return previewStep({ ...sent, state: { ...state, about: {} } }, { kept, documents: read.documents });
  },
});

/** Files must be brought where none were read yet. */
const FILES = ['files'];

/** Who may change nothing at all need not bring a file. */
async function refused(sitting: Sitting, own: readonly string[]): Promise<Step | null> {
  const { bot, who, state } = sitting;
  if (own.length > 0) return refusal(sitting, 'answer', { areaIds: own });
  if ((await bot.registrar.rights(who)).mayAdminister) return null;
  const owners = { ja: '市町', en: 'your municipality' } satisfies Record<Language, string>;
  await bot.registrar.refused(who, 'answer', null, 'not-registered');
  return result({
    kind: 'notice',
    text: refusedWords({ because: 'not-registered', owners: [owners[state.language]] }, state.language),
  });
}

interface Read {
  files: SittingFile[];
  documents: Understood[];
}

/** Reads one after another, saying how far it is; all that is wrong is told at once. Without files those brought before. */
async function readAll(
  { bot, who, state, tell }: Sent<unknown>,
  kind: DocumentKind,
  brought: readonly Omit<SittingFile, 'digest'>[],
): Promise<Read | { wrong: string[] }> {
  const before = state.record === null ? null : await bot.documents.of(who, state.record);
  if (brought.length === 0 && before && before.kind === kind) {
    return { files: before.files, documents: [...(await bot.reader.again(before))] };
  }
  const files = brought.length > 0 ? brought : (before?.files ?? []);
  const words = documentTalk[state.language];
  const read: Read = { files: [], documents: [] };
  const wrong: string[] = [];
  for (const [at, file] of files.entries()) {
    await tell([{ kind: 'said', text: words.reading(file.name, at + 1, files.length) }]);
    try {
      const { understood, digest } = await bot.reader.read(kind, file);
      read.files.push({ ...file, digest });
      read.documents.push(understood);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      wrong.push(words.inFile(file.name, error.say[state.language]));
    }
  }
  return wrong.length > 0 ? { wrong } : read;
}

/** The form once more, with what is wrong above it and what was typed in it. */
function again(
  { state, typed }: Sent<unknown>,
  notices: readonly string[],
  needed: readonly string[],
  kept: Kept | null = null,
): Step {
  const { brought: words } = documentTalk[state.language];
  const names = kept?.files.map(({ name }) => name).join('、') ?? '';
  return {
    kind: 'sheet',
    state: openedState({ ...state, record: kept?.id ?? null, needed: [...needed] }),
    showing: { typed, notices, before: kept ? [{ kind: 'said', text: words(names) }] : [] },
  };
}

/** What must be said this time. */
function neededFor(reports: readonly DocumentReport[]): string[] {
  const has = (code: string) => reports.some(({ problems }) => problems.some((problem) => problem.code === code));
  return [...(has('number-in-question') ? ['official'] : []), ...(has('needs-reason') ? ['reason'] : [])];
}

export const documentForms: readonly AnyRecordForm[] = [
  brought,
  ...documentPreviewForms,
  documentQuestions,
  documentStatements,
  documentTools,
];
