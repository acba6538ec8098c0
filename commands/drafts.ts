import { decideDraftForm } from '../src/forms/draft.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { DraftToDecide, HistoryEntry } from '../src/records/changes.ts';
import { draftWords } from '../src/words/drafts.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { outcomeStep, refusedWords, result } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaName } from './records.ts';
import { changedParts, historyPairs, shownAt } from './shown-changes.ts';
import { draftPairs, draftTitle } from './shown-drafts.ts';

/** What a hub wrote, beside the record as it stands: its town approves it or sends it back (rules 4.1). */
const decide = recordForm({
  form: decideDraftForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const words = draftWords[state.language];
    const draft = await bot.registrar.draft(state.about.draft ?? '');
    if (!draft) return result({ kind: 'notice', text: words.gone });
    const no = await notAllowed(sitting, draft);
    if (no) return no;
    if (draft.decided) return decidedStep(draft, state.language);
    return sheetStep(sitting, draft);
  },
  async send(sent) {
    const { bot, who, state, values, reason } = sent;
    const id = state.about.draft ?? '';
    const draft = await bot.registrar.draft(id);
    if (!draft) return result({ kind: 'notice', text: draftWords[state.language].gone });
    const approve = values.decision === 'approve';
    const decision = { person: who, id, approve, version: state.version, answer: reason };
    const outcome = await bot.registrar.decideDraft(decision);
    bot.delivery.nudge();
    switch (outcome.outcome) {
      case 'decided':
        return decidedStep(outcome.draft, state.language);
      case 'sent-back':
        return result({
          kind: 'said',
          text: draftWords[state.language].sentBack(draftTitle(bot, draft, state.language)),
        });
      case 'saved':
      case 'merged':
        return approvedStep(sent, draft, outcome.entry);
      case 'unchanged':
      case 'duplicate':
        return outcomeStep(sent, draft.kind, outcome);
      case 'refused':
        return result({ kind: 'notice', text: refusedWords(outcome, state.language) });
      default:
        return outcomeStep(sent, draft.kind, outcome);
    }
  },
});

/** Deciding is for those who may write themselves. */
async function notAllowed({ bot, who, state }: Sitting, draft: DraftToDecide): Promise<Step | null> {
  const may = await bot.registrar.mayChange(who, { areaIds: draft.areaIds });
  if (may?.may && !may.draft) return null;
  const owners = may && !may.may ? may.owners : draft.areaIds.map(areaName(bot));
  const because = may && !may.may ? may.because : 'hub';
  await bot.registrar.refused(who, draft.kind, draft.record, because);
  return result({ kind: 'notice', text: refusedWords({ because, owners }, state.language) });
}

async function sheetStep(sitting: Sitting, draft: DraftToDecide): Promise<Step> {
  const { bot, state } = sitting;
  const { language, about } = state;
  const words = draftWords[language];
  const { kind, record } = draft;
  const [opened, changes] = await Promise.all([
    record === null ? null : bot.registrar.open(kind, record),
    record === null ? [] : bot.registrar.history(kind, record),
  ]);
  const since = changes.filter(({ version }) => version > (draft.version ?? version));
  const areas = draft.areaIds.map(areaName(bot)).join('・');
  const before: Part[] = [
    { kind: 'heading', text: `${draftTitle(bot, draft, language)}（${areas}）` },
    { kind: 'said', text: words.from(draft.name ?? draft.by.user, shownAt(draft.at)) },
    ...(draft.reason ? ([{ kind: 'said', text: words.reason(draft.reason) }] satisfies Part[]) : []),
    { kind: 'heading', text: words.proposed },
    { kind: 'pairs', pairs: await draftPairs(bot, draft, language) },
  ];
  return {
    kind: 'sheet',
    state: openedState({ form: state.form, language, about, version: opened?.version ?? null }),
    showing: {
      notices: record !== null && !opened ? [words.recordGone] : [],
      before: [...before, ...(await sinceParts(bot, since, language))],
    },
  };
}

/** What changed after the draft was written. */
const sinceParts = async (bot: Bot, since: readonly HistoryEntry[], language: Language): Promise<Part[]> =>
  since.length === 0
    ? []
    : [
        { kind: 'notice', text: draftWords[language].changedSince },
        { kind: 'pairs', pairs: await historyPairs(bot, since, language) },
      ];

function decidedStep(draft: DraftToDecide, language: Language): Step {
  const words = draftWords[language];
  const { decided } = draft;
  if (!decided) return result({ kind: 'notice', text: words.gone });
  const said = decided.approved ? words.alreadyApproved : words.alreadySentBack;
  return result({ kind: 'notice', text: said(decided.name ?? decided.by, shownAt(decided.at)) });
}

async function approvedStep({ bot, state }: Sent<unknown>, draft: DraftToDecide, entry: HistoryEntry): Promise<Step> {
  const { language } = state;
  return result(
    { kind: 'said', text: draftWords[language].approved(draftTitle(bot, draft, language)) },
    ...(await changedParts(bot, entry, language)),
  );
}

export const draftForms: readonly AnyRecordForm[] = [decide];
