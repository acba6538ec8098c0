import type { Part } from '../src/forms/sheet.ts';
import { officeId, officeOfId } from '../src/records/office-calendars.ts';
import type { AdminOutcome } from '../src/registry/members/administering.ts';
import { goButton } from '../src/slack/record-forms.ts';
import type { AdminPlace } from '../src/words/admin.ts';
import { officeWords } from '../src/words/closed-days.ts';
import type { Language } from '../src/words/labels.ts';
import {
  actedStep,
  administering,
  backButton,
  buttonsPart,
  managedAreas,
  managing,
  page,
  pageButtons,
  pageOfList,
} from './admin-acting.ts';
import type { Sent, Sitting, Step } from './record-form.ts';
import { areaName } from './records.ts';

// What is entered for an office as a whole (閉庁日, 役所の設定): listed for everybody who manages something, with buttons
// for those entries that this person may change.

const ON_A_PAGE = 8;
/** So many areas have a button of their own. */
const FEW = 5;

/** One kind of entries, as its list shows them. */
export interface OfficeList<Row extends { id: string }> {
  /** The list's own form, and that of one entry. */
  form: string;
  entry: string;
  place: AdminPlace;
  words: {
    list: string;
    about: string;
    none: string;
    chooseArea: string;
    enter(office: string): string;
    change(office: string): string;
  };
  rows: readonly Row[];
  line(row: Row): string;
  /** For administrators alone. */
  further?: readonly ReturnType<typeof goButton>[];
}

export async function officeListPage<Row extends { id: string }>(
  sitting: Sitting,
  { form, entry, place, words, rows, line, further = [] }: OfficeList<Row>,
): Promise<Step> {
  const { bot, who, state } = sitting;
  const rights = await bot.registrar.rights(who);
  const managed = managedAreas(bot, rights);
  const mayChange = (id: string) => {
    const office = officeOfId(id);
    return office?.kind === 'area' ? managed.some((area) => area.id === office.of) : rights.mayAdminister;
  };
  const { at, pages, shown } = pageOfList(sitting, rows, ON_A_PAGE);
  const name = nameOf(sitting, state.language);
  const entries = shown.map((row) => [name(row.id), line(row)] as const);
  const known = new Set(rows.map(({ id }) => id));
  const areas = managed.map(({ id }) => officeId('area', id));
  const prefecture = officeId('prefecture', bot.lookup.options.homePrefecture);
  const ids = [...(rights.mayAdminister ? [prefecture] : []), ...(areas.length > FEW ? [] : areas)];
  return page(
    { kind: 'heading', text: words.list },
    { kind: 'said', text: words.about },
    entries.length > 0 ? { kind: 'pairs', pairs: entries } : { kind: 'said', text: words.none },
    ...buttonsPart(
      'change',
      shown
        .filter(({ id }) => mayChange(id))
        .map(({ id }, index) => goButton(index, words.change(name(id)), { form: entry, record: id })),
    ),
    ...buttonsPart('enter', [
      ...ids
        .filter((id) => !known.has(id))
        .map((id) => goButton(id, words.enter(name(id)), { form: entry, record: id })),
      ...(areas.length > FEW ? [goButton('area', words.chooseArea, { form: 'admin-area', about: { place } })] : []),
      ...(rights.mayAdminister ? further : []),
    ]),
    ...buttonsPart('more', [...pageButtons(sitting, form, at, pages), backButton(sitting)]),
  );
}

const nameOf =
  ({ bot }: Sitting, language: Language) =>
  (id: string): string =>
    officeWords(id, areaName(bot), language);

/** Why this person may not change what is entered for an office; null: nothing hinders. */
export async function officeRefusal(
  sitting: Sitting,
  id: string,
  kind: 'closedDays' | 'officeSettings',
): Promise<Step | null> {
  const found = officeOfId(id);
  return found?.kind === 'area' ? managing(sitting, found.of, kind) : administering(sitting, kind);
}

/** What became of it. After a conflict the form knows what stands now: sent once more, it is what is wanted. */
export async function officeSavedStep(
  sent: Sent<unknown>,
  outcome: AdminOutcome,
  entries: { get(id: string): Promise<{ version: number } | null> },
  more: readonly Part[],
): Promise<Step> {
  const step = await actedStep(sent, outcome, more);
  if (outcome.outcome !== 'conflict' || step.kind !== 'sheet') return step;
  const version = (await entries.get(sent.state.record ?? ''))?.version ?? null;
  return { ...step, state: { ...step.state, version } };
}
