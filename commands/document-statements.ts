import { documentQuestionsForm, documentStatementsForm, documentToolsForm } from '../src/forms/document.ts';
import type { Choice, InputPart, Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { idsOf, type Typed, textOf } from '../src/forms/typed.ts';
import type { Understood } from '../src/records/understood.ts';
import { StatementStatus, type SurveyColumn } from '../src/records/vocabulary.ts';
import type { DocumentReport, ProposedStatement } from '../src/registry/documents/import-document.ts';
import { type SaidOf, saidKey, toolsKey } from '../src/registry/documents/sittings.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import { formWords } from '../src/words/forms.ts';
import { type Language, statusWords } from '../src/words/labels.ts';
import { pageAsked } from './admin-acting.ts';
import { columnLabel, isOfRecords, toolName } from './document-lines.ts';
import { type AtDocuments, atDocuments, isStep, previewStep } from './document-preview.ts';
import { paged } from './paged.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { recordsOf } from './records.ts';

// The statements of what was read: how each stands, and which topics and tools it speaks of. What words leave open is asked;
// all else is proposed, and stays as proposed where nobody says otherwise.

/** Statements of a page: with three blocks each, a view holds them. */
const PAGE = 8;

interface Statement {
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
function statementsIn(documents: readonly Understood[]): Statement[] {
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

const statusChoices = (language: Language): Choice[] =>
  StatementStatus.options.map((value) => ({ value, label: statusWords[value][language] }));

const inputOf = (
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
function pageStep(
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
const opens =
  (pageOf: PageOf) =>
  async (sitting: Sitting): Promise<Step> => {
    const found = await atDocuments(sitting);
    return isStep(found) ? found : pageOf(sitting, found, pageAsked(sitting));
  };

/* ---- what is unclear ---- */

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

const questions: AnyRecordForm = recordForm({
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

const statusIn = (typed: Typed, index: number): StatementStatus | null =>
  StatementStatus.safeParse(textOf(typed[`s${index}`])).data ?? null;

/** Keeps what was said, then goes on: to the next page, else to the preview. */
async function noted(
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

/* ---- what is proposed ---- */

/** A statement with what the lexicon proposes for it. */
type Proposed = Statement & Pick<ProposedStatement, 'topics' | 'tools'> & { now: StatementStatus | null };

async function proposedIn({ bot, who, state }: Sitting, found: AtDocuments): Promise<Proposed[]> {
  const reports = await bot.documents.preview(who, found.kept, found.documents);
  const proposals = new Map(
    reports.flatMap(({ statements }, document) =>
      statements.map((statement) => [saidKey(document, statement.id), statement] as const),
    ),
  );
  const { column = '' } = state.about;
  return statementsIn(found.documents).flatMap((statement) => {
    const proposal = proposals.get(statement.key);
    if (!proposal || (column !== '' && column !== statement.column)) return [];
    const { topics, tools, status: now } = proposal;
    return [{ ...statement, topics, tools, now }];
  });
}

async function statementsStep(sitting: Sitting, found: AtDocuments, page: number): Promise<Step> {
  const { bot, state } = sitting;
  const { language } = state;
  const words = documentTalk[language];
  const { column = '' } = state.about;
  const all = await proposedIn({ ...sitting, state: { ...state, about: {} } }, found);
  const own = all.filter((statement) => column === '' || statement.column === column);
  const { at, pages, shown } = paged(own, page, PAGE);
  const go = (name: string, label: string, about: Record<string, string>) =>
    goButton(name, label, { form: documentStatementsForm.id, record: found.kept.id, about });
  const columns = [...new Set(all.map((statement) => statement.column))];
  const countIn = (name: string) => all.filter((statement) => statement.column === name).length;
  const turns = [
    ...(at > 0 ? [go('earlier', words.earlier, { column, page: String(at - 1) })] : []),
    ...(at < pages - 1 ? [go('later', words.later, { column, page: String(at + 1) })] : []),
  ];
  const parts: Part[] = [
    { kind: 'said', text: `${words.keeps}${words.columns}` },
    {
      kind: 'buttons',
      name: 'columns',
      buttons: columns.map((each) =>
        go(each, words.inColumn(columnLabel(each, language), countIn(each)), { column: each }),
      ),
    },
    { kind: 'said', text: words.page(at + 1, pages) },
    ...shown.flatMap((statement) => statementParts(bot, statement, found, language)),
    ...(turns.length > 0 ? ([{ kind: 'buttons', name: 'turns', buttons: turns }] satisfies Part[]) : []),
  ];
  return pageStep(sitting, documentStatementsForm.id, found, { column, page: String(at) }, parts);
}

const TOOL = 'tool ';
const TOPIC = 'topic ';

/** What is proposed for a statement, as choices. */
function proposalsOf(bot: Sitting['bot'], { topics, tools }: Proposed, language: Language): Choice[] {
  const words = documentTalk[language];
  return [
    ...topics.map((topic) => ({ value: `${TOPIC}${topic}`, label: words.topic(topic) })),
    ...tools.map((tool) => ({ value: `${TOOL}${tool}`, label: words.tool(toolName(recordsOf(bot), tool)) })),
  ];
}

const bare = (value: string): string => value.slice(value.indexOf(' ') + 1);

function statementParts(bot: Sitting['bot'], statement: Proposed, { kept }: AtDocuments, language: Language): Part[] {
  const words = documentTalk[language];
  const { index, key, column, at, text, now } = statement;
  const removed = kept.said[key]?.removed ?? [];
  const choices = proposalsOf(bot, statement, language);
  const left = choices.map(({ value }) => value).filter((value) => !removed.includes(bare(value)));
  return [
    { kind: 'pairs', pairs: [[`${columnLabel(column, language)}（${at}）`, text]] },
    inputOf(`s${index}`, words.status, { kind: 'one', choices: statusChoices(language) }, now, language),
    choices.length > 0
      ? inputOf(`p${index}`, words.proposed, { kind: 'some', choices }, left, language)
      : { kind: 'said', text: words.nothingProposed },
  ];
}

const statements: AnyRecordForm = recordForm({
  form: documentStatementsForm,
  open: opens(statementsStep),
  async send(sent) {
    const found = await atDocuments(sent);
    if (isStep(found)) return found;
    const { bot, state, typed } = sent;
    const { at, pages, shown } = paged(await proposedIn(sent, found), pageAsked(sent), PAGE);
    const said = Object.fromEntries(
      shown.flatMap((statement) => {
        const one = saidOf(bot, statement, typed, state.language);
        const before = found.kept.said[statement.key] ?? {};
        return isSame(one, before, statement) ? [] : [[statement.key, { ...before, ...one }]];
      }),
    );
    return noted(sent, found, said, (fresh) => (at < pages - 1 ? statementsStep(sent, fresh, at + 1) : null));
  },
});

/** What stands in the fields of a statement. */
function saidOf(bot: Sitting['bot'], statement: Proposed, typed: Typed, language: Language): SaidOf {
  const { index } = statement;
  const status = statusIn(typed, index);
  const left = new Set(idsOf(typed[`p${index}`]));
  const removed = proposalsOf(bot, statement, language)
    .map(({ value }) => value)
    .filter((value) => `p${index}` in typed && !left.has(value))
    .map(bare);
  return { ...(status === null ? {} : { status }), removed };
}

/** Whether a statement was left as it was proposed, or as it was said before. */
const isSame = ({ status, removed = [] }: SaidOf, before: SaidOf, { now }: Proposed): boolean =>
  (status === undefined || status === now) && removed.join() === (before.removed ?? []).join();

/* ---- tools of documents that are no replies ---- */

interface ProposedTool {
  index: number;
  document: number;
  proposal: DocumentReport['proposals'][number];
}

async function toolsIn({ bot, who }: Sitting, found: AtDocuments): Promise<ProposedTool[]> {
  const reports = await bot.documents.preview(who, found.kept, found.documents);
  const all = reports.flatMap((report, document) =>
    isOfRecords(report) ? report.proposals.map((proposal) => ({ document, proposal })) : [],
  );
  return all.map((each, index) => ({ index, ...each }));
}

async function toolsStep(sitting: Sitting, found: AtDocuments, page: number): Promise<Step> {
  const { language } = sitting.state;
  const words = documentTalk[language];
  const { named } = changeWords[language];
  const { at, pages, shown } = paged(await toolsIn(sitting, found), page, PAGE);
  const parts = shown.flatMap(({ index, proposal: { kind, name, areas, at: where, text, taken } }): Part[] => [
    { kind: 'pairs', pairs: [[`${areas.join('・')}（${where}）`, text]] },
    inputOf(
      `t${index}`,
      words.proposed,
      { kind: 'checks', choices: [{ value: String(index), label: named(changeWords[language].kind[kind], name) }] },
      taken ? [String(index)] : [],
      language,
    ),
  ]);
  const head: Part[] = [
    { kind: 'said', text: words.toolsKept },
    { kind: 'said', text: words.page(at + 1, pages) },
  ];
  return pageStep(sitting, documentToolsForm.id, found, { page: String(at) }, [...head, ...parts]);
}

const tools: AnyRecordForm = recordForm({
  form: documentToolsForm,
  open: opens(toolsStep),
  async send(sent) {
    const found = await atDocuments(sent);
    if (isStep(found)) return found;
    const all = await toolsIn(sent, found);
    const { at, pages, shown } = paged(all, pageAsked(sent), PAGE);
    const onPage = new Set(shown.map(({ index }) => index));
    const isRemoved = ({ index, proposal }: ProposedTool) =>
      onPage.has(index) ? idsOf(sent.typed[`t${index}`]).length === 0 : !proposal.taken;
    const changed = new Set(shown.flatMap((each) => (isRemoved(each) === each.proposal.taken ? each.document : [])));
    const said = Object.fromEntries(
      [...changed].map((document) => {
        const own = all.filter((each) => each.document === document && isRemoved(each));
        return [toolsKey(document), { removed: own.map(({ proposal }) => proposal.id) }];
      }),
    );
    return noted(sent, found, said, (fresh) => (at < pages - 1 ? toolsStep(sent, fresh, at + 1) : null));
  },
});

export const documentStatementForms: readonly AnyRecordForm[] = [questions, statements, tools];
