import { answerChange, answerForm, chooseAnswerForm, hubForm, planChange, planForm } from '../src/forms/answer.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { ChangeKind } from '../src/records/changes.ts';
import { standingRecords } from '../src/records/survey-years.ts';
import { Facet } from '../src/records/vocabulary.ts';
import { openButton } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import { facetWords, type Language, sceneWords } from '../src/words/labels.ts';
import { recordButtons, refusal, result, saved } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step } from './record-form.ts';
import { areaChoices, areaName, ownAreas, readLine, recordsOf } from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';
import { surveyBoardForms, surveyDoors } from './survey-board.ts';
import { surveyChangeForms } from './survey-change.ts';
import { surveyHubForms } from './survey-hubs.ts';
import { surveyOpenForms } from './survey-open.ts';
import { surveyReplyForms } from './survey-reply.ts';

export const answer = defineCommand({
  name: '/tonari-answer',
  alias: '/調査回答',
  description: '調査の欄への回答、連携拠点、目指す姿と目標を記録します',
  usage: '[市町]',
  run: opensForm('answer-choose'),
});

const choose = recordForm({
  form: chooseAnswerForm,
  async open(sitting) {
    const own = await ownAreas(sitting);
    const { line = '', ...about } = sitting.state.about;
    const opened = openedState({ ...sitting.state, about: { ...about, own: own.join(',') } });
    const named = readLine(line, [], { ...sitting, state: opened }).areaIds;
    const areaIds = named.length > 0 ? named : own.slice(0, 1);
    return { kind: 'sheet', state: opened, showing: { typed: { areaIds }, before: await surveyDoors(sitting) } };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  send({ values, state, ...sitting }) {
    const { areaIds = [], column = 'situation' } = values;
    const about = { own: state.about.own ?? '', areaIds: areaIds.join(','), column };
    const one = column === 'hub' ? hub : column === 'vision' ? null : columnAnswer;
    const next = { ...sitting, state: openedState({ form: one?.form.id ?? 'plan', language: state.language, about }) };
    return one ? one.open(next) : choosePlan(next);
  },
});

const areasIn = ({ state }: Sitting): string[] => (state.about.areaIds ?? '').split(',').filter((id) => id !== '');

const isOf = (areaIds: readonly string[], wanted: readonly string[]) => areaIds.some((id) => wanted.includes(id));

/** A record that stands already, filled in, as far as this person may change it. */
async function standing<K extends 'answer' | 'hub' | 'plan'>({ bot, state }: Sitting, kind: K, id: string | null) {
  const opened = id === null ? null : await bot.registrar.open(kind, id);
  const fresh = openedState({ ...state, record: opened?.id ?? null, version: opened?.version ?? null });
  return { opened, fresh };
}

const refusedHere = (sitting: Sitting, kind: ChangeKind): Promise<Step | null> =>
  refusal(sitting, kind, sitting.state.record === null ? { areaIds: areasIn(sitting) } : { id: sitting.state.record });

const after = (kind: ChangeKind, id: string | undefined, { state }: Sitting) =>
  id === undefined
    ? []
    : [{ kind: 'buttons' as const, name: 'more', buttons: recordButtons(kind, id, state.language) }];

/** One column of the survey; what was answered last is there to start from (rules 5.8). */
export const columnAnswer: AnyRecordForm = recordForm({
  form: answerForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const no = await refusedHere(sitting, 'answer');
    if (no) return no;
    const areaIds = areasIn(sitting);
    const facet = Facet.parse(state.about.column);
    const rows = standingRecords(recordsOf(bot)).answers.filter(
      (each) => each.facet === facet && isOf(each.areaIds, areaIds),
    );
    const { opened, fresh } = await standing(sitting, 'answer', rows.at(-1)?.id ?? null);
    const stored = opened ? answerForm.typed(opened.fields) : {};
    const names = (opened?.fields.areaIds ?? areaIds).map(areaName(bot)).join('・');
    return {
      kind: 'sheet',
      state: answerForm.opened(fresh, stored),
      showing: {
        typed: stored,
        before: [{ kind: 'heading', text: `${names}・${facetWords[facet][state.language]}` }],
        after: after('answer', opened?.id, sitting),
      },
    };
  },
  async send(sent) {
    const { bot, state, values } = sent;
    const now = state.record === null ? null : await bot.registrar.open('answer', state.record);
    const change = answerChange(values, now?.fields.statements ?? []);
    const identity = now ? {} : { areaIds: areasIn(sent), facet: Facet.parse(state.about.column), statements: [] };
    return saved(sent, { kind: 'answer', id: state.record, fields: { ...identity, ...change } });
  },
});

const withdrawButton = (id: string, language: Language) =>
  openButton('withdraw', changeWords[language].withdrawHub, { form: 'withdraw', record: id, about: { kind: 'hub' } });

const hub: AnyRecordForm = recordForm({
  form: hubForm,
  async open(sitting) {
    const no = await refusedHere(sitting, 'hub');
    if (no) return no;
    const areaIds = areasIn(sitting);
    const row = standingRecords(recordsOf(sitting.bot)).hubs.find((each) => isOf(each.areaIds, areaIds));
    const { opened, fresh } = await standing(sitting, 'hub', row?.id ?? null);
    const stored = opened ? hubForm.typed(opened.fields) : {};
    const takingBack: Part[] = opened
      ? [{ kind: 'buttons', name: 'withdraw', buttons: [withdrawButton(opened.id, sitting.state.language)] }]
      : [];
    return {
      kind: 'sheet',
      state: hubForm.opened(fresh, stored),
      showing: { typed: { areaIds, ...stored }, after: [...after('hub', opened?.id, sitting), ...takingBack] },
    };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  send: (sent) => {
    const { record } = sent.state;
    const nothing = { aliases: [], operator: null, location: null, since: null, tel: null, note: null };
    return saved(sent, { kind: 'hub', id: record, fields: record ? sent.values : { ...nothing, ...sent.values } });
  },
});

/** Which scene's 目指す姿: those that there are, or a new one. */
async function choosePlan(sitting: Sitting): Promise<Step> {
  const { bot, state } = sitting;
  const words = changeWords[state.language];
  const no = await refusedHere(sitting, 'plan');
  if (no) return no;
  const plans = standingRecords(recordsOf(bot)).plans.filter((each) => isOf(each.areaIds, areasIn(sitting)));
  const label = (plan: (typeof plans)[number]) =>
    [sceneWords[plan.scene][state.language], plan.period].filter(Boolean).join(' ');
  const about = { own: state.about.own ?? '', areaIds: state.about.areaIds ?? '' };
  return result(
    { kind: 'said', text: plans.length > 0 ? words.choosePlan : words.noPlan },
    {
      kind: 'buttons',
      name: 'plans',
      buttons: [
        ...plans.slice(0, 20).map((plan, at) => openButton(at, label(plan), { form: 'plan', record: plan.id, about })),
        openButton('new', words.addPlan, { form: 'plan', about }),
      ],
    },
  );
}

const plan: AnyRecordForm = recordForm({
  form: planForm,
  async open(sitting) {
    const no = await refusedHere(sitting, 'plan');
    if (no) return no;
    const { opened, fresh } = await standing(sitting, 'plan', sitting.state.record);
    const stored = opened ? planForm.typed(opened.fields) : {};
    return {
      kind: 'sheet',
      state: planForm.opened(fresh, stored),
      showing: { typed: { areaIds: areasIn(sitting), ...stored }, after: after('plan', opened?.id, sitting) },
    };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  send: (sent) => {
    const { record } = sent.state;
    const nothing = record ? {} : { period: null, vision: null, goal: null };
    return saved(sent, { kind: 'plan', id: record, fields: { ...nothing, ...planChange(sent.values) } });
  },
});

export const answerForms: readonly AnyRecordForm[] = [
  ...[choose, columnAnswer, hub, plan],
  ...[...surveyReplyForms, ...surveyHubForms, ...surveyBoardForms, ...surveyOpenForms, ...surveyChangeForms],
];
