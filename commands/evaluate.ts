import { chooseEvaluationForm, evaluationChange, evaluationForm, evaluationTyped } from '../src/forms/evaluate.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { FiscalYearLabel, Scene } from '../src/records/vocabulary.ts';
import { changeWords } from '../src/words/changes.ts';
import { evaluationWords } from '../src/words/form-fields.ts';
import { sceneWords } from '../src/words/labels.ts';
import { recordButtons, refusal, saved } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sitting } from './record-form.ts';
import { areaChoices, areaName, ownAreas, readLine, recordsOf } from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';

export const evaluate = defineCommand({
  name: '/tonari-evaluate',
  alias: '/評価入力',
  description: '年度の評価と成熟度を場面ごとに記録します',
  usage: '[市町 場面 年度]',
  run: opensForm('evaluation-choose'),
});

const choose = recordForm({
  form: chooseEvaluationForm,
  async open(sitting) {
    const own = await ownAreas(sitting);
    const { line = '', ...about } = sitting.state.about;
    const opened = openedState({ ...sitting.state, about: { ...about, own: own.join(',') } });
    const { areaIds, scene, typed } = readLine(line, [], { ...sitting, state: opened });
    const areaId = areaIds[0] ?? own[0];
    const { fiscalYear } = typed;
    const filled = {
      ...(areaId ? { areaId } : {}),
      ...(scene ? { scene } : {}),
      ...(fiscalYear ? { fiscalYear } : {}),
    };
    return { kind: 'sheet', state: opened, showing: { typed: filled } };
  },
  choices: (sitting) => ({ areaId: areaChoices(sitting) }),
  send: ({ values, state, ...sitting }) => {
    const about = { areaId: values.areaId ?? '', scene: values.scene ?? '', fiscalYear: values.fiscalYear ?? '' };
    return evaluation.open({ ...sitting, state: openedState({ form: 'evaluation', language: state.language, about }) });
  },
});

/** Which area, scene and year a form is about. */
const identityOf = ({ about }: Sitting['state']) => ({
  areaId: about.areaId ?? '',
  scene: Scene.parse(about.scene),
  fiscalYear: FiscalYearLabel.parse(about.fiscalYear),
});

const NOTHING_SAID = { rating: null, done: null, checked: null, changed: null, nextPlan: null };

const evaluation: AnyRecordForm = recordForm({
  form: evaluationForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const identity = identityOf(state);
    const { areaId, scene, fiscalYear } = identity;
    const no = await refusal(sitting, 'evaluation', { areaIds: [areaId] });
    if (no) return no;
    const all = recordsOf(bot).evaluations.filter((each) => each.areaId === areaId && each.scene === scene);
    const row = all.find((each) => each.fiscalYear === fiscalYear);
    const opened = row ? await bot.registrar.open('evaluation', row.id) : null;
    const start = opened ? null : await bot.registrar.evaluationToStart(identity);
    const words = changeWords[state.language];
    const stored = opened ? evaluationTyped(opened.fields) : {};
    const fresh = openedState({ ...state, record: opened?.id ?? null, version: opened?.version ?? null, kept: {} });
    const rating = evaluationWords.fields.rating.label[state.language];
    const ratings = all.filter((each) => each.fiscalYear !== fiscalYear);
    const before: Part[] = [
      { kind: 'heading', text: `${areaName(bot)(areaId)}・${sceneWords[scene][state.language]}・${fiscalYear}` },
      ...(start ? ([{ kind: 'notice', text: words.lastYear }] satisfies Part[]) : []),
      ...(ratings.length > 0
        ? ([
            {
              kind: 'pairs',
              pairs: ratings.map((each) => [each.fiscalYear, `${rating} ${each.rating?.toFixed(1) ?? words.nothing}`]),
            },
          ] satisfies Part[])
        : []),
    ];
    const after: Part[] = opened
      ? [{ kind: 'buttons', name: 'more', buttons: recordButtons('evaluation', opened.id, state.language) }]
      : [];
    return {
      kind: 'sheet',
      state: evaluationForm.opened(fresh, stored),
      showing: { typed: start ? evaluationTyped(start) : { state: 'draft', ...stored }, before, after },
    };
  },
  send: (sent) => {
    const { record, version } = sent.state;
    const change = evaluationChange(sent.values);
    const fields = record ? change : { ...identityOf(sent.state), ...NOTHING_SAID, ...change };
    return saved(sent, { kind: 'evaluation', id: record, version, fields });
  },
});

export const evaluateForms: readonly AnyRecordForm[] = [choose, evaluation];
