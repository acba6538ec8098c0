import { beforeAll, describe, expect, it } from 'vitest';
import { answerChange, answerForm, hubForm, planForm } from '../../src/forms/answer.ts';
import type { Fields, Values } from '../../src/forms/definition.ts';
import { evaluationForm, evaluationTyped } from '../../src/forms/evaluate.ts';
import type { Form } from '../../src/forms/form.ts';
import { type Figures, figureChanges, figuresAbout, figuresForm } from '../../src/forms/indicator.ts';
import { surveyForm, toolForm } from '../../src/forms/share.ts';
import { openedState } from '../../src/forms/state.ts';
import type { Typed } from '../../src/forms/typed.ts';
import { initiativeDetailsForm, initiativePlaceForm, updateForm } from '../../src/forms/update.ts';
import type { RegistryRecords } from '../../src/records/rows.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';
import { formView } from '../../src/slack/form-view.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import { day } from '../calendar/day.ts';

// Everything that the five documents hold opens in its form, and sending the form as it is changes nothing.

const today = day('2026-11-21');
let records: RegistryRecords;
beforeAll(async () => {
  records = await readShippedRecords();
});

/** Opens a form with what a record says, draws it, and sends it untouched. */
function sentUntouched<F extends Fields>(form: Form<F>, typed: Typed, about: Record<string, string> = {}) {
  const step = form.steps.length - 1;
  const state = form.opened(openedState({ form: form.id, language: 'ja', about, kept: typed, step }), typed);
  const choices = Object.fromEntries(
    Object.entries(typed).map(([name, chosen]) => [
      name,
      [chosen ?? ''].flat().map((id) => ({ value: String(id) || '-', label: String(id) || '-' })),
    ]),
  );
  for (const at of form.steps.keys()) {
    const view = formView(form.sheet({ ...state, step: at, kept: {} }, { typed, choices }));
    expect(faultsOf('modal', view)).toEqual([]);
  }
  const outcome = form.read(typed, state, today);
  if (outcome.kind !== 'values') throw new Error(JSON.stringify(outcome));
  return outcome.values;
}

/** The fields that came back are those of the record. */
function unchanged<F extends Fields>(form: Form<F>, row: Values<F>): void {
  expect(row).toMatchObject(sentUntouched(form, form.typed(row)));
}

describe('what is shipped', () => {
  it('initiatives', () => {
    for (const row of records.initiatives) {
      const fields = { ...row, alsoScenes: [] };
      unchanged(updateForm, fields as never);
      unchanged(initiativeDetailsForm, fields as never);
      unchanged(initiativePlaceForm, { ...fields, sectionId: null } as never);
    }
  });

  it('answers of the survey with their statements', () => {
    const cells = records.answers.filter(({ facet }) => facet !== 'vision' && facet !== 'hub');
    expect(cells.length).toBeGreaterThan(300);
    for (const cell of cells) {
      const former = records.statements
        .filter((row) => row.sourceId === cell.sourceId && row.facet === cell.facet)
        .filter((row) => row.areaIds.every((area) => cell.areaIds.includes(area)))
        .map(({ id, text, status, scenes, when }) => ({ id, text, status, scenes, when, areaIds: null }));
      const typed = answerForm.typed({ stated: cell.stated, statements: former, asOf: '令和7年11月' });
      const values = sentUntouched(answerForm, typed);
      if (values.statements) expect(answerChange(values, former).statements).toEqual(former);
    }
  });

  it('hubs, plans, uses of tools and surveys', () => {
    const asOf = '令和7年11月';
    for (const row of records.hubs) unchanged(hubForm, { ...row, asOf });
    for (const row of records.plans) unchanged(planForm, { ...row, asOf });
    for (const use of records.toolUses) {
      const kind = records.tools.find(({ id }) => id === use.toolId)?.kind ?? 'other';
      unchanged(toolForm, { ...use, kind, link: null, asOf });
    }
    for (const row of records.surveys) unchanged(surveyForm, { ...row, link: null, asOf });
  });

  it('evaluations', () => {
    const text = (bullets: readonly { text: string }[]) => bullets.map((bullet) => bullet.text).join('\n') || null;
    for (const { rating, draft, done, checked, changed, nextPlan } of records.evaluations) {
      const texts = {
        rating,
        done: text(done),
        checked: text(checked),
        changed: text(changed),
        nextPlan: text(nextPlan),
      };
      const values = sentUntouched(evaluationForm, evaluationTyped({ ...texts, draft }));
      expect(values).toEqual({ ...texts, state: draft ? 'draft' : 'final' });
    }
  });

  it('figures', () => {
    for (const { values } of records.indicators) {
      for (const year of new Set(values.map(({ fiscalYear }) => fiscalYear))) {
        const of = values.filter(({ fiscalYear }) => fiscalYear === year);
        const former: Figures = Object.fromEntries(of.map((row) => [row.kind, row]));
        const typed = figuresForm.typed(former as never);
        expect(figureChanges(sentUntouched(figuresForm, typed, figuresAbout(former)), former)).toEqual({});
      }
    }
  });
});
