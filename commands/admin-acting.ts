import { parseIso } from '../src/calendar/calendar-date.ts';
import { formatDate } from '../src/calendar/wareki.ts';
import { defineForm } from '../src/forms/form.ts';
import type { Choice, Part } from '../src/forms/sheet.ts';
import type { AdminKind, HistoryEntry, HistoryKind, PressOutcome } from '../src/records/changes.ts';
import type { AreaRow } from '../src/records/rows.ts';
import type { AdminOutcome } from '../src/registry/members/administering.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import { ADMIN, FormValue, goButton } from '../src/slack/record-forms.ts';
import { type AdminPlace, adminWords } from '../src/words/admin.ts';
import { changeWords } from '../src/words/changes.ts';
import { officeWords } from '../src/words/closed-days.ts';
import type { FormTitle } from '../src/words/form-parts.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { joinPart, pressStep, result } from './outcomes.ts';
import { paged } from './paged.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step, said } from './record-form.ts';
import { recordsOf } from './records.ts';
import { changedPartsOf, historyPairs, namesInEntries } from './shown-changes.ts';

// What all parts of administration share: who may, which area, and what became of it.

const TITLE: FormTitle['title'] = { ja: adminWords.ja.title, en: adminWords.en.title };

const PLAIN = { title: TITLE, submit: { ja: adminWords.ja.find, en: adminWords.en.find } };

/** The form of a page without fields. */
export const plainForm = (id: string, { title, submit }: typeof PLAIN = PLAIN) =>
  defineForm({ id, words: { title, submit }, fields: {} });

/** A page without fields, which is shown however one comes to it. */
export const plainPage = (id: string, show: (sitting: Sitting) => Promise<Step>, words = PLAIN): AnyRecordForm =>
  recordForm({ form: plainForm(id, words), open: show, send: show });

/** A page of lists and buttons. */
export const page = (...parts: Part[]): Step => said(TITLE, parts);

export const buttonsPart = (name: string, buttons: Extract<Part, { kind: 'buttons' }>['buttons']): Part[] =>
  buttons.length > 0 ? [{ kind: 'buttons', name, buttons }] : [];

/** Back to the menu, or to a list. */
export const backButton = ({ state }: Sitting, place: AdminPlace | null = null) => {
  const words = adminWords[state.language];
  const { areaId } = state.about;
  if (place === null || areaId === undefined) return goButton('back', words.back, { form: 'admin' });
  const opening = { form: 'admin-area', about: { place, areaId } };
  return goButton('back', `← ${words.place[place](0)}`, opening);
};

export const shownDay = (day: string, language: Language): string => {
  const parsed = parseIso(day);
  return parsed ? formatDate(parsed, language) : day;
};

type Because = Extract<AdminOutcome, { outcome: 'refused' }>['because'];

/** What is said instead of a form; somebody not registered is offered to ask to join. */
export function refusedStep({ state }: Sitting, because: Because, areaIds: readonly string[], owners: string): Step {
  const words = adminWords[state.language];
  return result(
    { kind: 'notice', text: words.refused[because](owners) },
    ...(because === 'not-registered' ? joinPart(areaIds, state.language) : []),
  );
}

/** Whether this person manages an area; else what is said, with an entry in the audit. */
export async function managing(sitting: Sitting, areaId: string, kind: HistoryKind): Promise<Step | null> {
  const { bot, who } = sitting;
  const area = recordsOf(bot).areas.find(({ id }) => id === areaId);
  if (!area) return result({ kind: 'notice', text: adminWords[sitting.state.language].hindrance['unknown-area'] });
  const may = (await bot.registrar.rights(who)).managing(area);
  if (may.may) return null;
  await bot.registrar.refused(who, kind, areaId, may.because);
  return refusedStep(sitting, may.because, [areaId], area.name);
}

/** The same for what only administrators do. */
export async function administering(sitting: Sitting, kind: HistoryKind): Promise<Step | null> {
  const { bot, who } = sitting;
  const rights = await bot.registrar.rights(who);
  if (rights.mayAdminister) return null;
  const because = rights.deactivated ? 'deactivated' : 'not-administrator';
  await bot.registrar.refused(who, kind, null, because);
  return refusedStep(sitting, because, [], '');
}

export const managedAreas = (bot: Bot, rights: Rights): AreaRow[] =>
  recordsOf(bot).areas.filter((area) => rights.managing(area).may);

/** Those that may be chosen; who may is asked again when the form is sent. */
export const allAreas = ({ bot, state }: Sitting): Choice[] => {
  const own = (state.about.managed ?? '').split(',').filter((id) => id !== '');
  const areas = recordsOf(bot).areas.filter(({ id }) => own.length === 0 || own.includes(id));
  return areas.map(({ id, name }) => ({ value: id, label: name }));
};

/** What became of an act: old → new of each row, with a way to take it back; or why not, with all that was typed. */
export async function actedStep(
  sent: Sent<unknown>,
  outcome: AdminOutcome,
  more: readonly Part[] = [],
  said: string | null = null,
): Promise<Step> {
  const { bot, state } = sent;
  const { language } = state;
  const words = adminWords[language];
  switch (outcome.outcome) {
    case 'saved':
    case 'duplicate': {
      const [first] = outcome.entries;
      const nameOf = await namesInEntries(bot, outcome.entries);
      const parts = outcome.entries.flatMap((entry): Part[] => [
        { kind: 'heading', text: headingOf(entry, nameOf, language) },
        ...changedPartsOf(bot, entry, language, nameOf),
      ]);
      const undo = first ? [{ action: ADMIN.undo, label: words.undo, value: first.id }] : [];
      const what = first ? changeWords[language].saved(changeWords[language].kind[first.kind]) : '';
      return result({ kind: 'said', text: said ?? what }, ...parts, ...buttonsPart('acted', undo), ...more);
    }
    case 'unchanged':
      return result({ kind: 'said', text: changeWords[language].unchanged }, ...more);
    case 'refused':
      return again(sent, words.refused[outcome.because](outcome.owners.join('・')));
    case 'conflict': {
      const { by } = outcome;
      const pairs = by ? await historyPairs(bot, [by], language) : [];
      const step = again(sent, words.hindrance.conflict, pairs.length > 0 ? [{ kind: 'pairs', pairs }] : []);
      return step.kind === 'sheet' ? { ...step, state: { ...step.state, version: null } } : step;
    }
    default:
      return again(sent, words.hindrance[outcome.outcome]);
  }
}

/** Whose row an entry is about. */
function headingOf(
  { kind, changes, record }: HistoryEntry,
  nameOf: (id: string) => string,
  language: Language,
): string {
  const what = changeWords[language].kind[kind];
  const user = changes.user?.[1] ?? changes.user?.[0];
  if (kind === 'closedDays' || kind === 'officeSettings') return `${what}: ${officeWords(record, nameOf, language)}`;
  const told = typeof user === 'string' ? nameOf(user) : kind === 'area' ? nameOf(record) : '';
  return told === '' ? what : `${what}: ${told}`;
}

/** The form once more, with all that was typed. */
export const again = ({ state, typed }: Sent<unknown>, notice: string, before: readonly Part[] = []): Step => ({
  kind: 'sheet',
  state,
  showing: { typed, notices: [notice], before },
});

/** What became of taking an act back. */
export async function undoneStep(bot: Bot, outcome: PressOutcome, language: Language): Promise<Step> {
  if (outcome.outcome !== 'saved') return pressStep(bot, outcome, 'undone', language);
  const { entry } = outcome;
  const nameOf = await namesInEntries(bot, [entry]);
  return result(
    { kind: 'said', text: changeWords[language].undone(changeWords[language].kind[entry.kind]) },
    ...changedPartsOf(bot, entry, language, nameOf),
    ...buttonsPart('undone', [goButton('back', adminWords[language].back, { form: 'admin' })]),
  );
}

/** Who changed it when, how and why. */
export async function adminHistoryStep(
  bot: Bot,
  { kind, id }: { kind: AdminKind; id: string },
  language: Language,
): Promise<Step> {
  const entries = await bot.members.history(kind, id);
  const words = changeWords[language];
  return said({ ja: changeWords.ja.history, en: changeWords.en.history }, [
    entries.length === 0
      ? { kind: 'said', text: words.noChanges }
      : { kind: 'pairs', pairs: await historyPairs(bot, entries, language) },
  ]);
}

export const historyButton = (kind: AdminKind, id: string, language: Language) => ({
  action: ADMIN.history,
  label: adminWords[language].history,
  value: FormValue.adminNamed({ kind, id }),
});

/** Buttons to the pages before and after; `about` stays. */
export function pageButtons({ state }: Sitting, form: string, at: number, pages: number) {
  const words = adminWords[state.language];
  const to = (page: number) => ({ form, record: state.record, about: { ...state.about, page: String(page) } });
  return [
    ...(at > 0 ? [goButton('earlier', words.earlier, to(at - 1))] : []),
    ...(at < pages - 1 ? [goButton('next', words.next, to(at + 1))] : []),
  ];
}

/** Which page is asked for, counted from 0. */
export const pageAsked = ({ state }: Sitting): number => Number(state.about.page ?? 0) || 0;

/** Which page is asked for, counted from 0, of so many. */
export const pageIn = (sitting: Sitting, pages: number): number => Math.max(0, Math.min(pageAsked(sitting), pages - 1));

/** The page of a list that is asked for. */
export const pageOfList = <T>(sitting: Sitting, all: readonly T[], size: number) =>
  paged(all, pageAsked(sitting), size);
