import type { Part } from '../src/forms/sheet.ts';
import type { FormState } from '../src/forms/state.ts';
import type { ChangeKind, ChangeProblem, MayChange, PressOutcome, SaveOutcome } from '../src/records/changes.ts';
import type { ChangeRequest } from '../src/registry/save-change.ts';
import { FORM, FormValue, openButton } from '../src/slack/record-forms.ts';
import { joinTalk } from '../src/words/admin.ts';
import { fieldLabel, shownValue } from '../src/words/change-values.ts';
import { changeWords } from '../src/words/changes.ts';
import { draftWords } from '../src/words/drafts.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { type Sent, type Sitting, type Step, said } from './record-form.ts';
import { recordsOf } from './records.ts';
import { changedParts, historyPairs, titleOf } from './shown-changes.ts';
import { keptDrafts } from './shown-drafts.ts';

// What became of a change, as the person reads it.

const RESULT = { ja: changeWords.ja.result, en: changeWords.en.result };

export const result = (...parts: Part[]): Step => said(RESULT, parts);

/** Saves what a form gives, and says what became of it; what was typed stays where it is not saved. */
export async function saved<K extends ChangeKind>(
  sent: Sent<unknown>,
  change: Pick<ChangeRequest<K>, 'kind' | 'id' | 'fields'> & { version?: number | null },
): Promise<Step> {
  const outcome = await sent.bot.registrar.save(requestOf(sent, change));
  return outcomeStep(sent, change.kind, outcome);
}

/** One submission as the registry takes it. `part`: which of several changes it is. */
export const requestOf = <K extends ChangeKind>(
  { who, key, state, reason, official }: Sent<unknown>,
  {
    version = state.version,
    ...change
  }: Pick<ChangeRequest<K>, 'kind' | 'id' | 'fields'> & { version?: number | null },
  part?: string,
): ChangeRequest<K> => ({
  person: who,
  via: 'form',
  key: part === undefined ? key : `${key}:${part}`,
  version,
  reason,
  official,
  answers: answersIn(state),
  ...change,
});

/** The neighbour's question that a form was opened to answer. */
function answersIn({ about: { request, area } }: FormState): ChangeRequest['answers'] {
  return request === undefined || area === undefined ? undefined : { request, areaId: area };
}

/** What is shown for the outcome of one submission. */
export async function outcomeStep(sent: Sent<unknown>, kind: ChangeKind, outcome: SaveOutcome): Promise<Step> {
  const { language } = sent.state;
  const words = changeWords[language];
  switch (outcome.outcome) {
    case 'saved':
    case 'merged':
      return result(...(await savedParts(sent, outcome)));
    case 'duplicate':
      return outcome.entry
        ? result(...(await savedParts(sent, { outcome: 'saved', entry: outcome.entry })))
        : result({ kind: 'said', text: words.again });
    case 'unchanged':
      return result({ kind: 'said', text: words.unchanged });
    case 'drafted':
      return result({ kind: 'said', text: await keptDrafts(sent.bot, [outcome], language) });
    case 'gone':
      return again(sent, [words.gone]);
    case 'refused':
      return again(sent, [refusedWords(outcome, language)], {}, joiningOffered(sent.bot, outcome, language));
    case 'conflict': {
      const fields = outcome.fields.map((field) => fieldLabel(kind, field, language)).join('・');
      const [other] = outcome.others;
      const before: Part[] = [
        ...(other ? [{ kind: 'heading' as const, text: titleOf(sent.bot, other, language) }] : []),
        { kind: 'pairs', pairs: await historyPairs(sent.bot, outcome.others, language) },
      ];
      return again(sent, [words.conflict(fields)], { version: outcome.version }, before);
    }
    case 'needs-reason': {
      const why =
        outcome.because === 'going-back'
          ? words.goingBack(...stages(kind, outcome, language))
          : words.inStead(outcome.owners.join('・'));
      return again(sent, [why], { needed: [...new Set([...sent.state.needed, 'reason'])] });
    }
    case 'problems':
      return again(
        sent,
        outcome.problems.map((problem) => problemWords(kind, problem, language)),
        {},
        takenButtons(sent, kind, outcome.problems),
      );
  }
}

/** The state that a record was in, and the one that it would go back to, in words. */
const stages = (
  kind: ChangeKind,
  { field, from, to }: { field: string; from: string; to: string },
  language: Language,
): [string, string] => [shownValue(kind, field, from, language, String), shownValue(kind, field, to, language, String)];

/** What is shown where one submission saved several changes, all or none. */
export async function outcomesStep(
  sent: Sent<unknown>,
  kind: ChangeKind,
  outcomes: readonly SaveOutcome[],
): Promise<Step> {
  const drafts = outcomes.filter((outcome) => outcome.outcome === 'drafted');
  if (drafts.length > 0) {
    return result({ kind: 'said', text: await keptDrafts(sent.bot, drafts, sent.state.language) });
  }
  const steps = await Promise.all(outcomes.map((outcome) => outcomeStep(sent, kind, outcome)));
  const failed = steps.find((step) => step.kind === 'sheet');
  if (failed) return failed;
  const parts = steps.flatMap((step, at) =>
    step.kind === 'said'
      ? step.parts.map((part) => (part.kind === 'buttons' ? { ...part, name: `${part.name}-${at}` } : part))
      : [],
  );
  return result(...parts);
}

/** The form once more, with all that was typed. */
const again = (
  { state, typed }: Sent<unknown>,
  notices: string[],
  more: Partial<FormState> = {},
  before: readonly Part[] = [],
): Step => ({ kind: 'sheet', state: { ...state, ...more }, showing: { typed, notices, before } });

/** What opens the record that is there already. */
function takenButtons({ typed, state }: Sent<unknown>, kind: ChangeKind, problems: readonly ChangeProblem[]): Part[] {
  const taken = problems.find((problem) => problem.code === 'taken');
  const form = (
    { initiative: 'update', plan: 'plan', tool: 'tool', survey: 'survey' } as Partial<Record<ChangeKind, string>>
  )[kind];
  if (taken?.code !== 'taken' || !form) return [];
  const { status, date, memo } = typed;
  const short = [status, date, memo].join('').length < 1_000;
  const kept =
    kind === 'initiative' && short
      ? { ...(status ? { status } : {}), ...(date ? { date } : {}), ...(memo ? { memo } : {}) }
      : {};
  const opening = { form, record: taken.record, typed: kept };
  return [
    { kind: 'buttons', name: 'taken', buttons: [openButton('taken', changeWords[state.language].openThat, opening)] },
  ];
}

function problemWords(kind: ChangeKind, problem: ChangeProblem, language: Language): string {
  const words = changeWords[language];
  const said = problem.code === 'wrong-year' ? words.problem['wrong-year'](problem.right) : words.problem[problem.code];
  return words.problemAt(fieldLabel(kind, problem.field, language), said);
}

export const refusedWords = (
  { because, owners }: Pick<Extract<MayChange, { may: false }>, 'because' | 'owners'>,
  language: Language,
): string => changeWords[language].refused[because](owners.join('・'));

/** Old and new value of each field, with a way to take it back. */
async function savedParts(
  { bot, state }: Sitting,
  outcome: Extract<SaveOutcome, { outcome: 'saved' | 'merged' }>,
): Promise<Part[]> {
  const { language } = state;
  const words = changeWords[language];
  const { entry } = outcome;
  return [
    { kind: 'said', text: words.saved(titleOf(bot, entry, language)) },
    ...(await changedParts(bot, entry, language)),
    ...(outcome.outcome === 'merged'
      ? ([
          { kind: 'notice', text: words.merged },
          { kind: 'pairs', pairs: await historyPairs(bot, outcome.others, language) },
        ] satisfies Part[])
      : []),
    { kind: 'buttons', name: 'saved', buttons: [{ action: FORM.undo, label: words.undo, value: entry.id }] },
  ];
}

/** What became of a press: confirming, undoing, withdrawing. */
export async function pressStep(
  bot: Bot,
  outcome: PressOutcome,
  done: 'confirmed' | 'undone' | 'withdrawn',
  language: Language,
): Promise<Step> {
  const words = changeWords[language];
  switch (outcome.outcome) {
    case 'saved':
    case 'duplicate': {
      if (!outcome.entry) return result({ kind: 'said', text: words.again });
      const undo = { action: FORM.undo, label: words.undo, value: outcome.entry.id };
      return result(
        { kind: 'said', text: words[done](titleOf(bot, outcome.entry, language)) },
        ...(outcome.entry.action === 'withdraw' ? [] : await changedParts(bot, outcome.entry, language)),
        ...(done === 'undone' ? [] : ([{ kind: 'buttons', name: 'pressed', buttons: [undo] }] satisfies Part[])),
      );
    }
    case 'unchanged':
      return result({ kind: 'said', text: words.unchanged });
    case 'refused':
      return result({ kind: 'notice', text: refusedWords(outcome, language) });
    case 'gone':
      return result({ kind: 'notice', text: words.gone });
    case 'not-undone':
      return result(
        { kind: 'notice', text: words.notUndone[outcome.because] },
        ...(outcome.by
          ? ([{ kind: 'pairs', pairs: await historyPairs(bot, [outcome.by], language) }] satisfies Part[])
          : []),
      );
  }
}

/** What became of confirming a whole scene. */
export function sceneStep(outcomes: readonly PressOutcome[], language: Language): Step {
  const count = (...kinds: string[]) => outcomes.filter(({ outcome }) => kinds.includes(outcome)).length;
  const [confirmed, unchanged] = [count('saved', 'duplicate'), count('unchanged')];
  const text = changeWords[language].scene(confirmed, unchanged, outcomes.length - confirmed - unchanged);
  return result({ kind: 'said', text });
}

/** The changes of a record with what it said before, the newest first. */
export async function historyStep(bot: Bot, kind: ChangeKind, id: string, language: Language): Promise<Step> {
  const words = changeWords[language];
  const [entries, formers] = await Promise.all([
    bot.registrar.history(kind, id, 30),
    bot.registrar.formerStates(kind, id),
  ]);
  const first = formers.at(-1);
  const source = recordsOf(bot).sources.find((each) => each.id === first?.sourceId)?.title;
  return said({ ja: changeWords.ja.history, en: changeWords.en.history }, [
    entries.length === 0
      ? { kind: 'said', text: words.noChanges }
      : { kind: 'pairs', pairs: await historyPairs(bot, entries, language) },
    ...(first && source
      ? ([{ kind: 'said', text: words.stateIn(first.asOf ?? words.nothing, source) }] satisfies Part[])
      : []),
  ]);
}

/** The part that names what may be done with the record beside its fields. */
export const recordButtons = (kind: ChangeKind, id: string, language: Language) => [
  { action: FORM.confirm, label: changeWords[language].confirm, value: FormValue.named({ kind, id }) },
  { action: FORM.history, label: changeWords[language].history, value: FormValue.named({ kind, id }) },
];

/** Whether this person may; else what is said instead of the form, with an entry in the audit. */
export async function refusal(
  { bot, who, state, notes }: Sitting,
  kind: ChangeKind,
  target: { id: string } | { areaIds: readonly string[] },
): Promise<Step | null> {
  const id = 'id' in target ? target.id : null;
  const may = await bot.registrar.mayChange(who, 'id' in target ? { kind, id: target.id } : { kind, ...target });
  if (may === null) return result({ kind: 'notice', text: changeWords[state.language].gone });
  if (may.may) {
    if (may.draft && !isHubsOwn(bot, kind, id)) notes.add(draftWords[state.language].first);
    return null;
  }
  await bot.registrar.refused(who, kind, id, may.because);
  const offered = joiningOffered(bot, may, state.language);
  return result({ kind: 'notice', text: refusedWords(may, state.language) }, ...offered);
}

/** What a hub submits to its town is its own to save. */
function isHubsOwn(bot: Bot, kind: ChangeKind, id: string | null): boolean {
  const { submissions, deadlines } = recordsOf(bot);
  const row = kind === 'submission' ? submissions.find((each) => each.id === id) : undefined;
  return deadlines.some((deadline) => deadline.id === row?.deadlineId && deadline.submitters === 'hubs');
}

/** 「この市町の担当です」 for somebody who is not registered (rules 4.1). */
function joiningOffered(
  bot: Bot,
  { because, owners }: Pick<Extract<MayChange, { may: false }>, 'because' | 'owners'>,
  language: Language,
): Part[] {
  if (because !== 'not-registered') return [];
  const areas = recordsOf(bot).areas.filter(({ name }) => owners.includes(name));
  return joinPart(
    areas.map(({ id }) => id),
    language,
  );
}

export const joinPart = (areaIds: readonly string[], language: Language): Part[] => [
  {
    kind: 'buttons',
    name: 'join',
    buttons: [openButton('join', joinTalk[language].offer, { form: 'join', about: { areaIds: areaIds.join(',') } })],
  },
];
