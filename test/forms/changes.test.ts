import { describe, expect, it } from 'vitest';
import { blackOutForm, memberForm, wordForm } from '../../src/forms/admin.ts';
import { answerChange, answerForm, hubForm, planChange, planForm } from '../../src/forms/answer.ts';
import type { Fields, Values } from '../../src/forms/definition.ts';
import { evaluationChange, evaluationForm, evaluationTyped } from '../../src/forms/evaluate.ts';
import type { Form } from '../../src/forms/form.ts';
import { addIndicatorForm, type Figures, figureChanges, figuresAbout, figuresForm } from '../../src/forms/indicator.ts';
import { surveyForm, toolChange, toolForm } from '../../src/forms/share.ts';
import { type FormState, openedState } from '../../src/forms/state.ts';
import type { Typed } from '../../src/forms/typed.ts';
import {
  addInitiativeForm,
  initiativeDetailsForm,
  initiativePlaceForm,
  updateForm,
  withItem,
} from '../../src/forms/update.ts';
import {
  EvaluationFields,
  HubFields,
  IndicatorFields,
  InitiativeFields,
  PlanFields,
  SurveyFields,
  ToolFields,
  ValueFields,
} from '../../src/records/changes.ts';
import { formWords } from '../../src/words/forms.ts';
import { day } from '../calendar/day.ts';

// What the forms read is what the records take.

const today = day('2026-11-21');
const { errors } = formWords.ja;

/** What a form makes of what was typed, all its steps at once. */
function outcome<F extends Fields>(form: Form<F>, typed: Typed, parts: Partial<FormState> = {}) {
  const all = Object.fromEntries(form.steps.flat().map((name) => [name, typed[name] ?? null]));
  const state = openedState({ form: form.id, language: 'ja', step: form.steps.length - 1, ...parts });
  return form.read(all, state, today);
}

function values<F extends Fields>(form: Form<F>, typed: Typed): Omit<Values<F>, 'reason'> {
  const read = outcome(form, typed);
  if (read.kind !== 'values') throw new Error(JSON.stringify(read));
  return read.values;
}

describe('an initiative', () => {
  it('is changed by what its forms read', () => {
    const state = values(updateForm, { status: '開催済み', date: 'R8年1~2月', participants: '0' });
    expect(InitiativeFields.partial().parse(state)).toMatchObject({ date: 'R8年1~2月', participants: 0, memo: null });
    const details = values(initiativeDetailsForm, { host: '高齢福祉課', method: 'オンライン' });
    expect(InitiativeFields.partial().parse(details)).toMatchObject({ host: '高齢福祉課', coHost: null });
    const place = values(initiativePlaceForm, { title: '事例検討会', scene: '看取り', projectItems: ['ウ', 'カ'] });
    expect(InitiativeFields.partial().parse(place)).toMatchObject({ projectItems: ['ウ', 'カ'], alsoScenes: [] });
    const added = values(addInitiativeForm, { areaId: 'suzuka', scene: '看取り', title: '市民講座', status: '予定' });
    expect(InitiativeFields.partial().parse(added)).toMatchObject({ areaId: 'suzuka', title: '市民講座' });
  });

  it('keeps its other sub-items when one is changed or added', () => {
    const items = [
      { id: 'a', title: '部会', status: '予定', memo: 'x' },
      { id: 'b', title: '研修', status: '予定', memo: null },
    ] as const;
    expect(withItem(items, 'b', { status: '開催済み' })).toEqual([items[0], { ...items[1], status: '開催済み' }]);
    expect(withItem(items, null, { title: '講演', status: '予定' })).toEqual([
      ...items,
      { id: null, title: '講演', status: '予定', memo: null },
    ]);
  });
});

describe('an answer to the survey', () => {
  const former = [
    {
      id: 's1',
      text: '多職種研修会を年2回開く。',
      status: 'doing',
      areaIds: ['kumano'],
      scenes: ['看取り'],
      when: 'R7',
    },
    { id: 's2', text: 'ACPの手引きを配る。', status: 'planned', areaIds: null, scenes: [], when: null },
    { id: 's3', text: '1行目\n2行目', status: 'none', areaIds: null, scenes: [], when: null },
  ] as const satisfies Parameters<typeof answerChange>[1];

  it('begins with what was answered, and gives it back untouched', () => {
    const typed = answerForm.typed({ statements: [...former], stated: 'yes', asOf: 'R7.11.30' });
    expect(typed.statements).toBe('多職種研修会を年2回開く。\n【予定】ACPの手引きを配る。\n【なし】1行目 2行目');
    expect(answerChange(values(answerForm, typed), [...former])).toEqual({
      stated: 'yes',
      asOf: 'R7.11.30',
      statements: former,
    });
  });

  it('keeps what a corrected line is, takes a new one as new and drops what is gone', () => {
    const typed = {
      stated: 'yes',
      asOf: 'R8.11.1',
      statements: '多職種研修会を年3回開く。\n【検討中】住民向けの劇を上演する',
    };
    expect(answerChange(values(answerForm, typed), [...former]).statements).toEqual([
      { ...former[0], text: '多職種研修会を年3回開く。' },
      { id: null, text: '住民向けの劇を上演する', status: 'considering', areaIds: null, scenes: [], when: null },
    ]);
  });

  it('takes 内容あり only with content and 記載なし only without', () => {
    const read = (stated: string, statements: string | null) => outcome(answerForm, { stated, statements, asOf: 'R8' });
    expect(read('yes', null)).toEqual({ kind: 'errors', errors: { statements: errors.statedYes } });
    expect(read('blank', 'x')).toEqual({ kind: 'errors', errors: { statements: errors.statedBlank } });
    expect(read('yes', '【予定】')).toEqual({ kind: 'errors', errors: { statements: errors.emptyStatement } });
    expect(read('blank', null)).toMatchObject({ kind: 'values' });
    expect(read('none', null)).toMatchObject({ kind: 'values' });
    expect(read('none', '【なし】設定していない')).toMatchObject({ kind: 'values' });
  });
});

describe('other records', () => {
  it('a hub is what its form reads', () => {
    const hub = values(hubForm, {
      areaIds: ['ise', 'tamaki'],
      name: 'つながり',
      mode: 'joint',
      asOf: '令和8年3月31日',
    });
    expect(HubFields.omit({ aliases: true }).parse(hub)).toMatchObject({ areaIds: ['ise', 'tamaki'], mode: 'joint' });
  });

  it('目指す姿 without a word is 記載なし', () => {
    const typed = { areaIds: ['tsu'], scene: '看取り', asOf: 'R8年度' };
    expect(PlanFields.parse(planChange(values(planForm, typed)))).toMatchObject({ stated: 'blank', vision: null });
    expect(planChange(values(planForm, { ...typed, goal: '年2回' }))).toMatchObject({ stated: 'yes', goal: '年2回' });
  });

  it('a tool keeps the uses of others', () => {
    const typed = {
      name: '手引き',
      kind: 'guide',
      areaIds: ['tsu'],
      role: 'user',
      status: 'doing',
      ways: ['website'],
      asOf: 'R8',
    };
    const use = { ...toolChange(values(toolForm, typed), [], null).uses?.[0], id: 'u1' } as never;
    const changed = toolChange(values(toolForm, { ...typed, areaIds: ['suzuka'], role: 'maker' }), [use], null);
    expect(ToolFields.omit({ aliases: true, note: true }).parse(changed).uses).toEqual([
      use,
      expect.objectContaining({ id: null, areaIds: ['suzuka'], role: 'maker', name: '手引き' }),
    ]);
    const corrected = toolChange(values(toolForm, { ...typed, contact: '高齢福祉課' }), [use], 'u1');
    expect(corrected.uses).toEqual([expect.objectContaining({ id: 'u1', contact: '高齢福祉課' })]);
  });

  it('a survey is what its form reads', () => {
    const typed = { areaIds: ['iga'], title: '市民アンケート', status: 'held', answers: '1,024件', asOf: '令和7年9月' };
    expect(SurveyFields.parse(values(surveyForm, typed))).toMatchObject({ answers: '1,024件', link: null });
  });

  it('an evaluation begins with what stands there and is 案 or 確定', () => {
    const typed = evaluationTyped({
      rating: 3.5,
      done: 'a\nb',
      checked: null,
      changed: null,
      nextPlan: 'c',
      draft: true,
    });
    expect(typed).toMatchObject({ rating: '3.5', done: 'a\nb', state: 'draft' });
    expect(
      EvaluationFields.partial().parse(evaluationChange(values(evaluationForm, { ...typed, state: 'final' }))),
    ).toEqual({ rating: 3.5, done: 'a\nb', checked: null, changed: null, nextPlan: 'c', draft: false });
  });

  it('an indicator without a unit has an empty one', () => {
    const typed = { areaId: 'tsu', title: '研修会', measure: '満足度' };
    expect(IndicatorFields.parse(values(addIndicatorForm, typed))).toMatchObject({ unit: '', scene: null });
  });

  it('a membership begins and ends on days, in order; nobody is their own deputy', () => {
    const typed = { user: 'U1', areaId: 'tsu', role: 'staff', from: 'R9.4.1', until: 'R9.3.31', deputyOf: 'U1' };
    expect(outcome(memberForm, typed)).toEqual({
      kind: 'errors',
      errors: { until: errors.endsEarlier, deputyOf: errors.ownDeputy },
    });
    expect(outcome(memberForm, { ...typed, from: 'R9年度', until: null, deputyOf: null })).toEqual({
      kind: 'errors',
      errors: { from: errors.dayNeeded },
    });
    expect(values(memberForm, { ...typed, until: 'R10.3.31', deputyOf: 'U2' })).toEqual({
      user: 'U1',
      areaId: 'tsu',
      role: 'staff',
      section: null,
      from: '2027-04-01',
      until: '2028-03-31',
      deputyOf: 'U2',
    });
  });

  it('a word has its forms one a line', () => {
    const typed = { label: '医師会', members: '医師会\n 三師会 \n\n', weight: 'strong' };
    expect(values(wordForm, typed)).toMatchObject({ members: ['医師会', '三師会'], asked: [] });
  });

  it('a passage to be blacked out is taken as it is, its reason is not', () => {
    const passage = '80代男性、独居 1234-5678-9012';
    expect(values(blackOutForm, { passage, reason: '個人情報のため' })).toMatchObject({ passage });
    expect(outcome(blackOutForm, { passage, reason: passage })).toMatchObject({
      errors: { reason: expect.any(String) },
    });
  });
});

describe('figures', () => {
  const former: Figures = {
    planned: { value: 4, state: null, note: null, asOf: null },
    actual: { value: 2, state: null, note: '9月末', asOf: 'R7.9.30' },
  };
  const typed = { planned: '4', actual: '2' };

  it('live side by side: entering one never changes another', () => {
    const changes = figureChanges(values(figuresForm, { ...typed, forecast: '3件', note: '年度末の見込' }), former);
    expect(changes).toEqual({ forecast: { value: 3, state: null, note: '年度末の見込', asOf: null } });
    const value = { indicatorId: 'i', fiscalYear: 'R7', kind: 'forecast', ...changes.forecast };
    expect(ValueFields.parse(value)).toMatchObject({ value: 3 });
  });

  it('0 is a value, empty is none, 中止 is a state', () => {
    expect(figureChanges(values(figuresForm, { planned: '0', actual: '中止' }), former)).toEqual({
      planned: { value: 0, state: null, note: null, asOf: null },
      actual: { value: null, state: '中止', note: null, asOf: null },
    });
    expect(figureChanges(values(figuresForm, { actual: '2' }), former)).toMatchObject({ planned: { value: null } });
  });

  it('a note belongs to what was changed or chosen, never to a value by guess', () => {
    const read = (more: Typed) => outcome(figuresForm, { ...typed, ...more }, { about: figuresAbout(former) });
    expect(read({ note: '速報' })).toEqual({ kind: 'errors', errors: { noteFor: errors.noteFor } });
    expect(read({ note: '速報', actual: '3' })).toMatchObject({ kind: 'values' });
    const chosen = read({ note: '速報', noteFor: ['actual'] });
    if (chosen.kind !== 'values') throw new Error('refused');
    expect(figureChanges(chosen.values, former)).toEqual({ actual: { ...former.actual, note: '速報' } });
  });
});
