import { fiscalYearName, parseFiscalYearLabel } from '../src/calendar/fiscal-year.ts';
import { documentPreviewForm } from '../src/forms/document.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { ANSWERED_STATUSES } from '../src/records/survey-round.ts';
import type { Understood } from '../src/records/understood.ts';
import type { DocumentReport, ReadPart } from '../src/registry/documents/report.ts';
import type { Sitting as Kept } from '../src/registry/documents/sittings.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { fieldLabel } from '../src/words/change-values.ts';
import { changeWords } from '../src/words/changes.ts';
import { documentWarnings } from '../src/words/document-forms.ts';
import { documentTalk, type PreviewState } from '../src/words/document-talk.ts';
import { draftWords } from '../src/words/drafts.ts';
import type { Language } from '../src/words/labels.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { countsOf, isOfRecords, linesOf } from './document-lines.ts';
import { problemLines } from './document-problems.ts';
import { namesIn } from './names.ts';
import { pressStep, result } from './outcomes.ts';
import { paged } from './paged.ts';
import { type AnyRecordForm, type RecordForms, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { historyPairs } from './shown-changes.ts';
import { isPrefectures, namesOf, replyOf } from './survey-records.ts';

// What documents would change, before anything is saved; then saving, and taking it back.

/** Lines of a page. */
const PAGE = 12;
const STATES: readonly PreviewState[] = ['new', 'changed', 'gone', 'same'];

/** A sitting and what its files say. */
export interface AtDocuments {
  kept: Kept;
  documents: readonly Understood[];
}

/** The documents that a form is about; else what is said instead. */
export async function atDocuments({ bot, who, state }: Sitting): Promise<AtDocuments | Step> {
  const words = documentTalk[state.language];
  const kept = state.record === null ? null : await bot.documents.of(who, state.record);
  if (!kept) return result({ kind: 'notice', text: words.gone });
  if (kept.saved) return result({ kind: 'notice', text: words.savedBefore }, undoPart(kept.id, state.language));
  return { kept, documents: await bot.reader.again(kept) };
}

export const isStep = (found: AtDocuments | Step): found is Step => !('kept' in found);

/** What would change, a page of it. */
export async function previewStep(
  sitting: Sitting,
  found: AtDocuments,
  notices: readonly string[] = [],
  before: readonly Part[] = [],
): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  const words = documentTalk[language];
  const reports = await bot.documents.preview(who, found.kept, found.documents);
  if (reports.some(({ problems }) => problems.length > 0)) return hindered(found, reports, language);
  const nameOf = await namesIn(
    bot,
    who.team,
    reports.flatMap(({ records }) => records.map(({ changes }) => changes)),
  );
  const lines = linesOf(bot, reports, language, nameOf);
  const counts = countsOf(lines);
  const asked = reports.reduce((sum, report) => sum + report.asked.length, 0);
  const tab = STATES.find((each) => each === state.about.tab) ?? STATES.find((each) => counts[each] > 0) ?? 'new';
  const { at, pages, shown } = paged(
    lines.filter((line) => line.state === tab),
    Number(state.about.page ?? 0) || 0,
    PAGE,
  );
  const record = found.kept.id;
  const go = (name: string, label: string, about: Record<string, string>) =>
    goButton(name, label, { form: documentPreviewForm.id, record, about });
  const turns = [
    ...(at > 0 ? [go('earlier', words.earlier, { tab, page: String(at - 1) })] : []),
    ...(at < pages - 1 ? [go('later', words.later, { tab, page: String(at + 1) })] : []),
  ];
  const parts: Part[] = [
    ...before,
    ...(await headParts(sitting, found, reports)),
    { kind: 'said', text: words.counts(counts) },
    ...checkParts(found, reports, asked, language),
    {
      kind: 'buttons',
      name: 'tabs',
      buttons: STATES.map((each) => go(each, words.tab(each, counts[each]), { tab: each })),
    },
    shown.length > 0
      ? { kind: 'pairs', pairs: shown.map(({ name, text }) => [name, text] as const) }
      : { kind: 'said', text: words.nothingHere },
    ...(pages > 1 ? ([{ kind: 'said', text: words.page(at + 1, pages) }] satisfies Part[]) : []),
    ...(turns.length > 0 ? ([{ kind: 'buttons', name: 'turns', buttons: turns }] satisfies Part[]) : []),
  ];
  const isSame = reports.every(({ records }) => records.every((each) => each.state === 'same'));
  if (isSame && asked === 0) return result({ kind: 'notice', text: words.same }, ...parts);
  const about = { tab, page: String(at) };
  return {
    kind: 'sheet',
    state: openedState({ form: documentPreviewForm.id, language, record, about, turn: state.turn }),
    showing: { notices, before: parts },
  };
}

/** Of each document whose it is and what becomes of it; what is to be known before. */
async function headParts(
  { bot, who, state }: Sitting,
  { kept }: AtDocuments,
  reports: readonly DocumentReport[],
): Promise<Part[]> {
  const { language } = state;
  const words = documentTalk[language];
  const rights = await bot.registrar.rights(who);
  const parts = reports.flatMap((report) => report.parts);
  const names = (of: readonly ReadPart[]) => namesOf(bot, [...new Set(of.flatMap(({ areaIds }) => areaIds))]);
  const inStead = parts.filter(({ areaIds }) => isPrefectures(bot, rights, areaIds) && !rights.belongsTo(areaIds));
  const again = parts.filter(({ reply }) => ANSWERED_STATUSES.includes(replyOf(bot, reply)?.status ?? 'none'));
  const notices = [
    ...(inStead.length > 0 ? [words.inStead(names(inStead))] : []),
    ...(again.length > 0 ? [words.again(names(again))] : []),
    ...(reports.some(({ records }) => records.some(({ drafted }) => drafted)) ? [words.hub] : []),
    ...reports.flatMap(({ warnings }, at) =>
      warnings.map(({ at: where, code, value }) =>
        words.inFile(`${kept.files[at]?.name ?? ''} ${where}`, documentWarnings[language][code]?.(value ?? '') ?? code),
      ),
    ),
  ];
  const aboutOf = ({ areaIds, fiscalYear, asOf, round }: ReadPart) =>
    [
      words.about(namesOf(bot, areaIds), fiscalYearName(parseFiscalYearLabel(fiscalYear) ?? 0, language), asOf),
      round === null ? words.toRecords : words.toReply(round),
    ].join(' ');
  return [
    {
      kind: 'pairs',
      pairs: reports.map(({ parts: own }, at) => [kept.files[at]?.name ?? '', own.map(aboutOf).join('\n')] as const),
    },
    ...notices.map((text): Part => ({ kind: 'said', text })),
  ];
}

/** What a person may look at closer, or must. */
function checkParts(
  { kept }: AtDocuments,
  reports: readonly DocumentReport[],
  asked: number,
  language: Language,
): Part[] {
  const words = documentTalk[language];
  const record = kept.id;
  const statements = reports.reduce((sum, report) => sum + report.statements.length, 0);
  // A reply's tools stand at its statements.
  const tools = reports.filter(isOfRecords).flatMap(({ proposals }) => proposals).length;
  const buttons = [
    ...(asked > 0 ? [goButton('questions', words.answerThem(asked), { form: 'document-questions', record })] : []),
    ...(statements > 0
      ? [goButton('statements', words.checkStatements(statements), { form: 'document-statements', record })]
      : []),
    ...(tools > 0 ? [goButton('tools', words.checkTools(tools), { form: 'document-tools', record })] : []),
  ];
  return [
    ...(asked > 0 ? ([{ kind: 'notice', text: words.open(asked) }] satisfies Part[]) : []),
    ...(statements > 0 ? ([{ kind: 'said', text: words.kept }] satisfies Part[]) : []),
    ...(buttons.length > 0 ? ([{ kind: 'buttons', name: 'checks', buttons }] satisfies Part[]) : []),
  ];
}

/** What was read cannot be saved as things stand now. */
function hindered({ kept }: AtDocuments, reports: readonly DocumentReport[], language: Language): Step {
  const again = goButton('again', changeWords[language].openAgain, { form: 'document', about: { kind: kept.kind } });
  return result(...problemLines(kept.files, reports, language).map((text): Part => ({ kind: 'notice', text })), {
    kind: 'buttons',
    name: 'again',
    buttons: [again],
  });
}

const preview: AnyRecordForm = recordForm({
  form: documentPreviewForm,
  async open(sitting) {
    const found = await atDocuments(sitting);
    return isStep(found) ? found : previewStep(sitting, found);
  },
  async send(sent) {
    const found = await atDocuments(sent);
    return isStep(found) ? found : savedStep(sent, found);
  },
});

async function savedStep(sent: Sent<unknown>, found: AtDocuments): Promise<Step> {
  const { bot, who, state } = sent;
  const { language } = state;
  const words = documentTalk[language];
  const { kept, documents } = found;
  await sent.tell([{ kind: 'said', text: words.saving(documents.length) }]);
  const { reports, again } = await bot.documents.save(who, kept, documents);
  bot.delivery.nudge();
  if (again) return result({ kind: 'said', text: words.savedBefore }, undoPart(kept.id, language));
  const conflicts = reports.flatMap((report) => report.conflicts);
  if (reports.some(({ problems }) => problems.some(({ code }) => code === 'conflict'))) {
    await bot.lookup.refresh();
    const fields = conflicts.flatMap(({ kind, fields: of }) => of.map((field) => fieldLabel(kind, field, language)));
    const others = conflicts.flatMap((each) => each.others);
    const before: Part[] = [{ kind: 'pairs', pairs: await historyPairs(bot, others, language) }];
    return previewStep(sent, found, [words.conflict(fields.join('・'))], others.length > 0 ? before : []);
  }
  if (reports.some(({ problems }) => problems.length > 0)) return hindered(found, reports, language);
  if (reports.some(({ asked }) => asked.length > 0)) return previewStep(sent, found, [words.notYet]);
  if (!reports.some(({ saved }) => saved)) return result({ kind: 'said', text: words.same });
  bot.reader.forget(kept.id);
  return result(...(await doneParts(sent, kept, reports)));
}

async function doneParts(
  { bot, who, state }: Sitting,
  kept: Kept,
  reports: readonly DocumentReport[],
): Promise<Part[]> {
  const { language } = state;
  const words = documentTalk[language];
  const records = reports.flatMap((report) => report.records).filter((record) => record.state !== 'same');
  const drafted = reports.filter((report) => report.records.some((record) => record.drafted));
  const areasOf = (of: readonly DocumentReport[]) =>
    namesOf(bot, [...new Set(of.flatMap(({ parts }) => parts.flatMap(({ areaIds }) => areaIds)))]);
  if (drafted.length > 0) {
    return [
      { kind: 'said', text: words.drafted(areasOf(drafted)) },
      { kind: 'said', text: draftWords[language].first },
    ];
  }
  const rights = await bot.registrar.rights(who);
  const inStead = reports.filter(({ parts }) =>
    parts.some(({ areaIds }) => isPrefectures(bot, rights, areaIds) && !rights.belongsTo(areaIds)),
  );
  const [reply] = reports.flatMap(({ parts }) => parts.flatMap((part) => part.reply ?? []));
  return [
    { kind: 'said', text: words.saved(kept.files.length, records.length) },
    ...(inStead.length > 0 ? ([{ kind: 'said', text: words.told(areasOf(inStead)) }] satisfies Part[]) : []),
    undoPart(kept.id, language, reply),
  ];
}

const UNDO = 'document.undo';

const undoPart = (id: string, language: Language, reply?: string): Part => {
  const words = documentTalk[language];
  const look = reply ? [goButton('reply', words.look, { form: 'survey-reply', record: reply })] : [];
  return { kind: 'buttons', name: 'undo', buttons: [...look, { action: UNDO, label: words.undo, value: id }] };
};

/** Takes back a whole import. */
export function documentButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  listeners.action(UNDO, {
    lazy: (call) =>
      forms.pressed(call, async (language) => {
        const outcome = await bot.documents.undo({ person: call.who, key: call.key }, chosen(call));
        return pressStep(bot, outcome, 'undone', language);
      }),
  });
}

export const documentPreviewForms: readonly AnyRecordForm[] = [preview];
