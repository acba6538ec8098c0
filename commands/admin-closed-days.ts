import { closedDaysForm, recipientClosedDaysForm } from '../src/forms/closed-days.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { officeId } from '../src/records/office-calendars.ts';
import { readWrittenDate } from '../src/records/written-dates.ts';
import type { ClosedDaysFields } from '../src/registry/planned/closed-days.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { closedDaysTalk, closedDaysValue, closedDaysWords, officeWords } from '../src/words/closed-days.ts';
import type { Language } from '../src/words/labels.ts';
import { administering, buttonsPart, historyButton, plainPage } from './admin-acting.ts';
import { officeListPage, officeRefusal, officeSavedStep } from './admin-offices.ts';
import type { Bot } from './bot.ts';
import { datesToCome, occurrenceDay } from './planned-lists.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaName, calendarsOf, recordsOf } from './records.ts';

// 閉庁日: when offices are closed beside weekends and holidays, listed for everybody who manages something (rules 2.3).

/** So many meetings are named that fall on a closed day. */
const NAMED = 10;

const list = plainPage('closed-days-list', listPage, closedDaysWords);

function listPage(sitting: Sitting): Promise<Step> {
  const { language } = sitting.state;
  const words = closedDaysTalk[language];
  return officeListPage(sitting, {
    form: 'closed-days-list',
    entry: 'closed-days',
    place: 'closed-days',
    words,
    rows: recordsOf(sitting.bot).closedDays,
    line: (row) => lineOf(row, language),
    further: [goButton('recipient', words.addRecipient, { form: 'closed-days-recipient' })],
  });
}

const lineOf = (row: ClosedDaysFields, language: Language): string =>
  (['days', 'yearly', 'yearEnd'] as const)
    .flatMap((field) => {
      const value = closedDaysValue(field, row[field], language);
      return value ? [`${closedDaysWords.fields[field].label[language]}: ${value}`] : [];
    })
    .join(' ／ ');

/** The closed days of an area, by its form. */
export const areaClosedDays = (sitting: Sitting): Promise<Step> => {
  const record = officeId('area', sitting.state.about.areaId ?? '');
  const { language } = sitting.state;
  return office.open({ ...sitting, state: openedState({ form: 'closed-days', language, record }) });
};

const office: AnyRecordForm = recordForm({
  form: closedDaysForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const id = state.record ?? '';
    const no = await officeRefusal(sitting, id, 'closedDays');
    if (no) return no;
    const words = closedDaysTalk[state.language];
    const found = await bot.closures.get(id);
    const stored = found ? closedDaysForm.typed(found) : {};
    const opened = openedState({ ...state, version: found?.version ?? null, about: {}, kept: {} });
    return {
      kind: 'sheet',
      state: closedDaysForm.opened(opened, stored),
      showing: {
        typed: { ...stored, ...state.kept },
        before: [
          { kind: 'heading', text: words.of(officeWords(id, areaName(bot), state.language)) },
          ...(found ? [{ kind: 'said' as const, text: words.empties }] : []),
        ],
        after: buttonsPart('more', [historyButton('closedDays', id, state.language), toList(state.language)]),
      },
    };
  },
  send: (sent) => saved(sent, sent.state.record ?? '', sent.values),
});

const toList = (language: Language) =>
  goButton('list', `← ${closedDaysTalk[language].list}`, { form: 'closed-days-list' });

const recipient: AnyRecordForm = recordForm({
  form: recipientClosedDaysForm,
  async open(sitting) {
    const { state } = sitting;
    const no = await administering(sitting, 'closedDays');
    if (no) return no;
    const after = buttonsPart('more', [toList(state.language)]);
    return {
      kind: 'sheet',
      state: openedState({ ...state, about: {}, kept: {} }),
      showing: { typed: state.kept, after },
    };
  },
  send: (sent) => saved(sent, officeId('recipient', sent.values.recipient?.trim() ?? ''), sent.values),
});

async function saved(sent: Sent<unknown>, id: string, values: Partial<ClosedDaysFields>): Promise<Step> {
  const { bot, who, key, state } = sent;
  const { days = [], yearly = [], yearEnd = null } = values;
  const outcome = await bot.closures.save(who, key, id, { days, yearly, yearEnd }, state.version);
  await bot.lookup.refresh();
  const there = outcome.outcome === 'saved' ? meetingsOn(bot, id, state.language) : [];
  const back = buttonsPart('back', [toList(state.language)]);
  return officeSavedStep({ ...sent, state: { ...state, record: id } }, outcome, bot.closures, [...there, ...back]);
}

/** Dates of meetings that stand on a closed day now: nobody moves them but people. */
function meetingsOn(bot: Bot, id: string, language: Language): Part[] {
  const row = recordsOf(bot).closedDays.find((each) => each.id === id);
  if (!row) return [];
  const closed = calendarsOf(bot);
  const dates = datesToCome(bot).filter(({ row: date, plan }) => {
    const day = date.date === null ? null : (readWrittenDate(date.date)?.from ?? null);
    const own = closed.ofArea(plan.ownerId);
    const listed = row.days.some((each) => each === day) || (day !== null && row.yearly.includes(day.slice(5)));
    return day !== null && listed && (own.closures.has(day) || own.yearlyClosures?.has(day.slice(5)) === true);
  });
  if (dates.length === 0) return [];
  const name = areaName(bot);
  const pairs = dates
    .slice(0, NAMED)
    .map(
      (dated) =>
        [dated.plan.title, `${occurrenceDay(dated, language)} ${dated.plan.areaIds.map(name).join('・')}`] as const,
    );
  return [
    { kind: 'notice', text: closedDaysTalk[language].meetingsThere },
    { kind: 'pairs', pairs },
  ];
}

export const closedDaysForms: readonly AnyRecordForm[] = [list, office, recipient];
