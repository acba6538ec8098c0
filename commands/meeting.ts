import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import type { Fields, Values } from '../src/forms/definition.ts';
import { fingerprint } from '../src/forms/fingerprint.ts';
import type { Form } from '../src/forms/form.ts';
import { chooseDescribedForm, chooseMeetingForm, dutyForm, meetingForm, meetingPlanOf } from '../src/forms/meeting.ts';
import { type MeetingAction, readMeetingLine } from '../src/forms/meeting-line.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { idsOf } from '../src/forms/typed.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { readWrittenDate } from '../src/records/written-dates.ts';
import { isFrequent } from '../src/schedule/lead-times.ts';
import { meetingLeadsOf } from '../src/schedule/office-rules.ts';
import { goButton, type OpeningParts, reopening } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import { plannedFieldWords } from '../src/words/planned.ts';
import { noticeWordsFor } from '../src/words/planned-notices.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import { leadsWords } from '../src/words/schedule.ts';
import { lookStep } from './look.ts';
import { changingMeetingForms } from './meeting-forms.ts';
import { needsPreview, previewOf, previewParts } from './meeting-preview.ts';
import { outcomeStep, recordButtons, refusal, requestOf, result } from './outcomes.ts';
import {
  type Dated,
  datedOf,
  datesToCome,
  type Listed,
  listParts,
  occurrenceDay,
  ownFirst,
  pageOf,
} from './planned-lists.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step, said } from './record-form.ts';
import { areaChoices, areaName, choosing, namedAreas, ownAreas, ownIn, rulesIn } from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';

export const meeting = defineCommand({
  name: '/tonari-meeting',
  alias: '/会議登録',
  description: '会議や研修を登録し、変更・延期・中止・開催済みを記録します',
  usage: '[会議名 日付 時刻 会場]',
  run: opensForm('meeting-choose'),
});

/** A duty is done and not held: nobody takes part. */
const formOf = (action: MeetingAction, kind: Dated['plan']['kind']) =>
  kind === 'duty' && action === 'held' ? 'duty-done' : `meeting-${action}`;

/** A new meeting by its line, or one that stands: one's own are listed (rules 5.5: nothing is attached by guess). */
const choose = recordForm({
  form: chooseMeetingForm,
  async open(sitting) {
    const { bot, state } = sitting;
    if (state.record !== null) return occurrenceStep(sitting, state.record);
    const own = await ownFirst(sitting);
    const { line = '', ...about } = state.about;
    const opened = openedState({ ...state, about: { ...about, own: shortList(own.map(({ id }) => id)) }, kept: {} });
    const here = { ...sitting, state: opened };
    if (line === '')
      return menu(
        here,
        listOf(
          here,
          own.map(({ id }) => id),
        ),
      );
    const read = readMeetingLine(line, namedAreas(bot), bot.clock.today());
    const fits = datesToCome(bot).filter((dated) =>
      isMeant(
        dated,
        read,
        own.map(({ id }) => id),
      ),
    );
    const registers = read.action === null && (fits.length === 0 || read.typed.when !== undefined);
    if (registers) {
      const areaIds = read.areaIds.length > 0 ? { areaIds: read.areaIds } : {};
      const started = openedState({ form: 'meeting', language: state.language, kept: { ...read.typed, ...areaIds } });
      return register.open({ ...here, state: started });
    }
    const [only] = fits;
    if (only && fits.length === 1) return openOne(here, only, read.action);
    const lines = fits.map((dated) => listed(here, dated, read.action));
    const found = fits.length > 0;
    const words = plannedTalk[state.language];
    return menu(
      here,
      found
        ? lines
        : listOf(
            here,
            own.map(({ id }) => id),
          ),
      [found ? words.found(line) : words.notFound(line)],
    );
  },
  send: ({ values, ...sitting }) => occurrenceStep(sitting, values.occurrence ?? ''),
});

/** What travels with a form has little room. */
const shortList = (ids: readonly string[]) => ids.slice(0, 10).join(',');

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** A date whose meeting and day a line names; without a day of it, any. */
function isMeant(
  { row, plan }: Dated,
  { title, areaIds, days, action }: ReturnType<typeof readMeetingLine>,
  own: readonly string[],
): boolean {
  const inArea = plan.areaIds.some((id) => (areaIds.length > 0 ? areaIds : own).includes(id));
  const called = title !== '' && plain(plan.title).includes(plain(title));
  if (!inArea || !called) return false;
  return days.length === 0 || action === 'move' || days.some((day) => row.date !== null && isOn(row.date, day));
}

const isOn = (date: string, day: string) => readWrittenDate(date)?.from === day;

async function openOne(sitting: Sitting, { row, plan }: Dated, action: MeetingAction | null): Promise<Step> {
  const one = action && changingMeetingForms.find(({ form }) => form.id === formOf(action, plan.kind));
  if (!one) return occurrenceStep(sitting, row.id);
  return one.open({
    ...sitting,
    state: openedState({ form: one.form.id, language: sitting.state.language, record: row.id }),
  });
}

const LIST: OpeningParts = { form: 'meeting-choose' };

function menu(sitting: Sitting, lines: readonly Listed[], notices: string[] = []): Step {
  const { state } = sitting;
  const words = plannedTalk[state.language];
  const add: Part = {
    kind: 'buttons',
    name: 'more',
    buttons: [
      goButton('add', words.addMeeting, { form: 'meeting' }),
      goButton('duty', words.addDuty, { form: 'duty' }),
      goButton('described', words.described, { form: 'meeting-described' }),
    ],
  };
  return {
    kind: 'sheet',
    state,
    showing: { notices, before: [add], after: listParts(lines, LIST, pageOf(sitting), state.language) },
  };
}

function listOf(sitting: Sitting, own: readonly string[]): Listed[] {
  const mine = datesToCome(sitting.bot).filter(({ plan }) => plan.areaIds.some((id) => own.includes(id)));
  return mine.map((dated) => listed(sitting, dated, null));
}

/** A date in a list: pressed it shows what may be done, or opens the form of what the line asked for. */
function listed({ bot, state }: Sitting, dated: Dated, action: MeetingAction | null): Listed {
  const areas = dated.plan.areaIds.map(areaName(bot)).join('・');
  const opening = { form: action ? formOf(action, dated.plan.kind) : 'meeting-choose' };
  return {
    label: `${occurrenceDay(dated, state.language)} ${dated.plan.title}（${areas}）`,
    opening: { ...opening, record: dated.row.id },
  };
}

/** One date of a meeting, and what may be done with it by whoever may. */
async function occurrenceStep(sitting: Sitting, id: string): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  await bot.lookup.refresh();
  const dated = datedOf(bot, id);
  if (!dated) return result({ kind: 'notice', text: changeWords[language].gone });
  const may = await bot.registrar.mayChange(who, { kind: 'occurrence', id });
  return said(chooseMeetingForm.words.title, [
    { kind: 'heading', text: `${dated.plan.title}（${dated.plan.areaIds.map(areaName(bot)).join('・')}）` },
    { kind: 'pairs', pairs: aboutDated(dated, sitting) },
    { kind: 'buttons', name: 'what', buttons: may?.may ? buttonsOf(dated, sitting) : [backTo(sitting)] },
  ]);
}

function aboutDated({ row, plan }: Dated, { bot, state: { language } }: Sitting): [string, string][] {
  const label = plannedFieldWords;
  const leads = plan.leads ?? meetingLeadsOf(rulesIn(bot).ofArea(plan.ownerId), isFrequent(plan.recurrence));
  const pairs: [string, string | null][] = [
    [label.occurrence.date.label[language], occurrenceDay({ row, plan }, language)],
    [
      plan.kind === 'duty' ? noticeWordsFor('duty', language).place : label.occurrence.location.label[language],
      row.location ?? plan.location,
    ],
    [label.occurrence.reason.label[language], row.reason],
    [label.meetingPlan.leads.label[language], leadsWords(leads, language)],
    [label.meetingPlan.link.label[language], plan.link],
    [label.meetingPlan.memo.label[language], row.memo ?? plan.memo],
  ];
  return pairs.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}

const backTo = ({ state }: Sitting) => goButton('list', plannedTalk[state.language].toList, LIST);

function buttonsOf({ row, plan }: Dated, sitting: Sitting) {
  const { bot, state } = sitting;
  const words = plannedTalk[state.language];
  const open = plan.kind === 'duty' ? { ...words.open, ...words.ofDuty } : words.open;
  const isOpen = row.date === null;
  const begun = row.date !== null && (readWrittenDate(row.date)?.from ?? '') <= bot.clock.today();
  const actions: MeetingAction[] =
    row.status === 'cancelled' || row.status === 'held'
      ? ['move']
      : [
          'move',
          ...(begun ? (['held'] as const) : []),
          ...(row.status === 'postponed' ? [] : (['postpone'] as const)),
          ...(plan.kind === 'duty' ? [] : (['in-writing'] as const)),
          'cancel',
        ];
  const one = (action: MeetingAction) => {
    const label = action === 'move' && isOpen ? open['set-date'] : open[action];
    return goButton(action, label, { form: formOf(action, plan.kind), record: row.id });
  };
  return [
    ...actions.map(one),
    goButton('details', open.details, { form: 'meeting-details', record: plan.id }),
    goButton('add-date', words.open['add-date'], { form: 'meeting-add-date', record: plan.id }),
    goButton('rhythm', words.open.rhythm, { form: 'meeting-rhythm', record: plan.id }),
    goButton('people', words.open.people, { form: 'meeting-people', record: plan.id }),
    goButton('handover', words.handOver, {
      form: 'planned-handover',
      record: plan.id,
      about: { kind: 'meetingPlan' },
    }),
    ...recordButtons('occurrence', row.id, state.language).slice(1),
    backTo(sitting),
  ];
}

/** A new meeting, or duty: one date is saved at once, several are listed first. */
const registering = <F extends Fields>(
  form: Form<F>,
  planOf: (values: Omit<Values<F>, 'reason'>, own: readonly string[], today: CalendarDate) => FieldsOf<'meetingPlan'>,
): AnyRecordForm =>
  recordForm({
    form,
    async open(sitting) {
      const { state } = sitting;
      const own = (await ownFirst(sitting)).map(({ id }) => id);
      const works = own.length > 0 ? own : await ownAreas(sitting);
      const named = Array.isArray(state.kept.areaIds) ? idsOf(state.kept.areaIds) : works.slice(0, 1);
      const no = named.length > 0 ? await refusal(sitting, 'meetingPlan', { areaIds: named }) : null;
      if (no) return no;
      const opened = openedState({ ...state, about: { own: shortList(own) }, kept: {} });
      const typed = {
        ...(named.length > 0 ? { areaIds: named } : {}),
        closedDays: 'as-is',
        ...state.kept,
      };
      const before = form.id === meetingForm.id ? [asDuty(state)] : [];
      return { kind: 'sheet', state: opened, showing: { typed, before } };
    },
    choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
    async send(sent) {
      const { bot, state, values, typed } = sent;
      const { language } = state;
      const plan = planOf(values, ownIn(state), bot.clock.today());
      const preview = previewOf(bot, plan);
      const dates = previewParts(preview, language);
      // What is seen is what is agreed to: another rhythm is shown anew.
      const seen = `preview:${fingerprint(JSON.stringify({ ...plan, title: '', location: null }))}`;
      if (needsPreview(preview) && !state.agreed.includes(seen)) {
        const intro = plannedTalk[language].previewIntro(preview.dates.length + preview.open.length);
        return {
          kind: 'sheet',
          state: { ...state, agreed: [...state.agreed.filter((key) => !key.startsWith('preview:')), seen] },
          showing: { typed, notices: [intro], before: dates, submit: form.words.submit[language] },
        };
      }
      const outcome = await bot.registrar.save(
        requestOf(sent, { kind: 'meetingPlan', id: null, version: null, fields: plan }),
      );
      const step = await outcomeStep(sent, 'meetingPlan', outcome);
      if (step.kind !== 'said' || outcome.outcome !== 'saved') return step;
      const words = plannedTalk[language];
      const record = outcome.entry.record;
      const buttons = [
        goButton('people', words.open.people, { form: 'meeting-people', record }),
        goButton('details', (plan.kind === 'duty' ? words.ofDuty : words.open).details, {
          form: 'meeting-details',
          record,
        }),
      ];
      return {
        ...step,
        parts: [
          ...step.parts,
          { kind: 'heading', text: words.dates },
          ...dates,
          { kind: 'buttons', name: 'further', buttons },
        ],
      };
    },
  });

/** What the line said goes along to the form of a duty. */
const asDuty = ({ language, kept }: Sitting['state']): Part => {
  const opening = reopening({ form: 'duty', typed: kept }) ?? { form: 'duty' };
  return { kind: 'buttons', name: 'kind', buttons: [goButton('duty', plannedTalk[language].asDuty, opening)] };
};

const register = registering(meetingForm, (values, own, today) => meetingPlanOf('meeting', values, own, today));
const registerDuty = registering(dutyForm, (values, own, today) => meetingPlanOf('duty', values, own, today));

/** A meeting that a document tells of, with what its own office may do about it. */
const described = recordForm({
  form: chooseDescribedForm,
  async open(sitting) {
    const { opened } = await choosing(sitting);
    return { kind: 'sheet', state: opened };
  },
  send: ({ bot, who, state, values }) => lookStep(bot, who, 'meeting', values.described ?? '', state.language),
});

export const meetingForms: readonly AnyRecordForm[] = [
  choose,
  register,
  registerDuty,
  described,
  ...changingMeetingForms,
];
