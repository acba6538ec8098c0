import {
  cancelDeadlineForm,
  chooseDeadlineForm,
  confirmDeadlineForm,
  deadlineChange,
  deadlineDetailsForm,
  deadlineForm,
  dueFields,
  dueOfFields,
} from '../src/forms/deadline.ts';
import { readMeetingLine } from '../src/forms/meeting-line.ts';
import type { Part } from '../src/forms/sheet.ts';
import type { Known } from '../src/forms/shortcut.ts';
import { openedState } from '../src/forms/state.ts';
import { idsOf } from '../src/forms/typed.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { type DeadlineRow, NEW_DEADLINE } from '../src/records/planned.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import { goButton, type OpeningParts } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import { submissionStatusWords } from '../src/words/planned.ts';
import { plannedTalk } from '../src/words/planned-talk.ts';
import type { Bot } from './bot.ts';
import { aboutDeadline, dueParts } from './deadline-about.ts';
import { sectionChoices } from './meeting-forms.ts';
import { outcomeStep, recordButtons, refusal, requestOf, result } from './outcomes.ts';
import { plannedForm } from './planned-forms.ts';
import { deadlineDay, deadlinesToCome, type Listed, listParts, ownFirst, pageOf } from './planned-lists.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step, said } from './record-form.ts';
import { areaChoices, namedAreas, ownAreas, recordsOf, rulesIn } from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';
import { submissionForms, submissionStep, submissionsSeen, whoSubmitted } from './submission.ts';

export const deadline = defineCommand({
  name: '/tonari-deadline',
  alias: '/報告締切',
  description: '報告の締切を登録し、提出・差戻し・受理を記録します',
  usage: '[報告名 期限 提出先]',
  run: opensForm('deadline-choose'),
});

const SUBMITTED = /(?:を|の)?提出(?:済み?|しました|した|を記録)?$/;
const LIST: OpeningParts = { form: 'deadline-choose' };

const shortList = (ids: readonly string[]) => ids.slice(0, 10).join(',');
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** A deadline that stands, by its line or from the list; a new one where the line gives its due day. */
const choose = recordForm({
  form: chooseDeadlineForm,
  async open(sitting) {
    const { bot, state } = sitting;
    if (state.record !== null) return deadlineStep(sitting, state.record);
    const own = (await ownFirst(sitting)).map(({ id }) => id);
    const { line = '', ...about } = state.about;
    const here = {
      ...sitting,
      state: openedState({ ...state, about: { ...about, own: shortList(own) }, kept: {} }),
    };
    if (line === '') return menu(here, listOf(here, own));
    const { title, areaIds, typed } = readMeetingLine(line.replace(SUBMITTED, ''), submitters(bot), bot.clock.today());
    const fits = deadlinesToCome(bot).filter(
      (row) => row.areaIds.some((id) => own.includes(id)) && title !== '' && plain(row.title).includes(plain(title)),
    );
    if (fits.length === 0 || typed.when !== undefined) {
      const due = [typed.when, typed.time].filter(Boolean).join(' ');
      const kept = {
        title,
        ...(due === '' ? {} : { due }),
        ...(typed.location ? { recipient: typed.location } : {}),
        ...(typed.leads ? { leads: typed.leads } : {}),
        ...(areaIds.length > 0 ? { areaIds } : {}),
      };
      return register.open({ ...here, state: openedState({ form: 'deadline', language: state.language, kept }) });
    }
    const [only] = fits;
    if (only && fits.length === 1) return deadlineStep(here, only.id);
    return menu(
      here,
      fits.map((row) => listed(here, row)),
      [plannedTalk[state.language].found(line)],
    );
  },
  send: ({ values, ...sitting }) => deadlineStep(sitting, values.deadline ?? ''),
});

/** A prefecture that is named is whom it is reported to. */
function submitters(bot: Bot): Known['areas'] {
  const prefectures = recordsOf(bot).areas.filter(({ kind }) => kind === 'prefecture');
  return namedAreas(bot).filter((area) => !prefectures.some(({ id }) => id === area.id));
}

function menu(sitting: Sitting, lines: readonly Listed[], notices: string[] = []): Step {
  const { state } = sitting;
  const add = goButton('add', plannedTalk[state.language].addDeadline, { form: 'deadline' });
  return {
    kind: 'sheet',
    state,
    showing: {
      notices,
      before: [{ kind: 'buttons', name: 'more', buttons: [add] }],
      after: listParts(lines, LIST, pageOf(sitting), state.language),
    },
  };
}

const listOf = (sitting: Sitting, own: readonly string[]): Listed[] =>
  deadlinesToCome(sitting.bot)
    .filter(({ areaIds }) => areaIds.some((id) => own.includes(id)))
    .map((row) => listed(sitting, row));

const listed = ({ bot, state }: Sitting, row: DeadlineRow): Listed => ({
  label: `${deadlineDay(bot, row, state.language)} ${row.title}（${row.recipient}）`,
  opening: { form: 'deadline-choose', record: row.id },
});

/** A deadline, who has submitted as far as this person may know, and what may be done. */
async function deadlineStep(sitting: Sitting, id: string): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  await bot.lookup.refresh();
  const row = recordsOf(bot).deadlines.find((each) => each.id === id);
  if (!row) return result({ kind: 'notice', text: changeWords[language].gone });
  const [rights, may] = await Promise.all([
    bot.registrar.rights(who),
    bot.registrar.mayChange(who, { kind: 'deadline', id }),
  ]);
  const seen = submissionsSeen(bot, rights, id);
  const words = plannedTalk[language];
  const notices: Part[] = [...(row.cancelled ? [words.cancelled] : row.confirmed ? [] : [words.unconfirmed])].map(
    (text) => ({ kind: 'notice', text }),
  );
  return said(chooseDeadlineForm.words.title, [
    { kind: 'heading', text: row.title },
    ...notices,
    { kind: 'pairs', pairs: aboutDeadline(bot, row, language) },
    ...(seen.length > 0 ? whoSubmitted(bot, seen, language) : []),
    {
      kind: 'buttons',
      name: 'what',
      buttons: [
        ...submissionButtons(sitting, row, rights),
        ...(may?.may ? changeButtons(row, language) : []),
        ...recordButtons('deadline', id, language).slice(1),
        goButton('list', words.toList, LIST),
      ],
    },
  ]);
}

/** One's own submission by its button; of several it is asked whose. */
function submissionButtons({ bot, state }: Sitting, row: DeadlineRow, rights: Rights) {
  if (row.cancelled) return [];
  const mine = submissionsSeen(bot, rights, row.id);
  const words = plannedTalk[state.language];
  const [only] = mine;
  if (!only) return [];
  const status = submissionStatusWords[only.status][state.language];
  return mine.length === 1
    ? [goButton('submission', `${words.whoSubmits}: ${status}`, { form: 'submission', record: only.id })]
    : [goButton('submission', words.another, { form: 'submission-choose', record: row.id })];
}

function changeButtons({ id, confirmed, cancelled }: DeadlineRow, language: Language) {
  const words = plannedTalk[language];
  const open = (at: keyof typeof words.deadline, form: string) =>
    goButton(at, words.deadline[at], { form, record: id });
  return [
    ...(confirmed ? [] : [open('confirm', 'deadline-confirm')]),
    open('change', 'deadline'),
    open('details', 'deadline-details'),
    goButton('handover', words.handOver, { form: 'planned-handover', record: id, about: { kind: 'deadline' } }),
    ...(cancelled ? [] : [open('cancel', 'deadline-cancel')]),
  ];
}

type Deadline = FieldsOf<'deadline'>;

/** The due time where nobody wrote one: whoever is reported to sets it, for all. */
const usualDueTime = ({ bot }: Sitting, areaIds: readonly string[]) => rulesIn(bot).ofPrefecture(areaIds).dueTime;

const change = plannedForm({
  kind: 'deadline',
  form: deadlineForm,
  typed: (fields) => ({ ...fields, due: dueOfFields(fields) }),
  choices: async (sitting) => ({ areaIds: areaChoices(sitting) }),
  change: (values) => deadlineChange(values),
});

/** A deadline that stands, or a new one. */
const register: AnyRecordForm = {
  ...change,
  async open(sitting) {
    const { bot, who, state } = sitting;
    if (state.record !== null) return change.open(sitting);
    const rights = await bot.registrar.rights(who);
    const towns = recordsOf(bot).areas.filter((area) => area.kind === 'municipality' && rights.over([area]).may);
    const works = await ownAreas(sitting);
    const usual = rights.mayAdminister ? towns.map(({ id }) => id) : works.slice(0, 1);
    const areaIds = Array.isArray(state.kept.areaIds) ? idsOf(state.kept.areaIds) : usual;
    const no = areaIds.length > 0 ? await refusal(sitting, 'deadline', { areaIds }) : null;
    if (no) return no;
    const opened = openedState({ ...state, about: { own: shortList(works) }, kept: {} });
    return {
      kind: 'sheet',
      state: opened,
      showing: { typed: { areaIds, closedDays: 'next', ...state.kept } },
    };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  async send(sent) {
    if (sent.state.record !== null) return change.send(sent);
    const said = { ...NEW_DEADLINE, ...deadlineChange(sent.values) } as Deadline;
    const fields = { ...said, dueTime: said.dueTime ?? usualDueTime(sent, said.areaIds) };
    const request = requestOf(sent, { kind: 'deadline', id: null, version: null, fields });
    const outcome = await sent.bot.registrar.save(request);
    const step = await outcomeStep(sent, 'deadline', outcome);
    if (step.kind !== 'said' || outcome.outcome !== 'saved') return step;
    const { language } = sent.state;
    const record = outcome.entry.record;
    const label = plannedTalk[language].deadline.details;
    return {
      ...step,
      parts: [
        ...step.parts,
        { kind: 'pairs', pairs: dueParts(sent.bot, fields, language) },
        {
          kind: 'buttons',
          name: 'further',
          buttons: [goButton('details', label, { form: 'deadline-details', record })],
        },
      ],
    };
  },
};

const details = plannedForm({
  kind: 'deadline',
  form: deadlineDetailsForm,
  typed: ({ chain, submitters, sectionId, inCharge, link, memo }) => ({
    ...{ chain, submitters, sectionId, inCharge, link, memo },
  }),
  choices: async (sitting, { areaIds }) => ({ sectionId: await sectionChoices(sitting, areaIds[0] ?? '') }),
  change: (values): Partial<Deadline> => values,
});

const confirm = plannedForm({
  kind: 'deadline',
  form: confirmDeadlineForm,
  typed: (fields, sitting) => {
    const dueTime = fields.dueTime ?? usualDueTime(sitting, fields.areaIds);
    return { due: dueOfFields({ ...fields, dueTime }), submissionYear: fields.submissionYear };
  },
  change: ({ due, submissionYear = null }): Partial<Deadline> => (due ? dueFields(due, submissionYear) : {}),
});

const cancel = plannedForm({
  kind: 'deadline',
  form: cancelDeadlineForm,
  change: (_values, _now, reason): Partial<Deadline> => ({ cancelled: true, reason }),
});

/** One area's submission, as buttons open it. */
const submission: AnyRecordForm = {
  ...choose,
  form: { ...choose.form, id: 'submission' },
  open: (sitting) => submissionStep(sitting, sitting.state.record ?? ''),
};

export const deadlineForms: readonly AnyRecordForm[] = [
  choose,
  register,
  details,
  confirm,
  cancel,
  submission,
  ...submissionForms,
];
