import { documentStatementsForm } from '../src/forms/document.ts';
import type { Choice, Part } from '../src/forms/sheet.ts';
import { idsOf, type Typed } from '../src/forms/typed.ts';
import type { StatementStatus } from '../src/records/vocabulary.ts';
import type { ProposedStatement } from '../src/registry/documents/report.ts';
import { type SaidOf, saidKey } from '../src/registry/documents/sittings.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import type { Language } from '../src/words/labels.ts';
import { pageAsked } from './admin-acting.ts';
import { columnLabel, toolName } from './document-lines.ts';
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
import { recordsOf } from './records.ts';

// How each statement of a reply stands, and which topics and tools it speaks of: as proposed where nobody says otherwise.

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

export const documentStatements: AnyRecordForm = recordForm({
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
