import { describe, expect, it } from 'vitest';
import { type FormState, openedState, stateIn } from '../../src/forms/state.ts';
import type { Typed } from '../../src/forms/typed.ts';
import { initiativeDetailsForm, updateForm } from '../../src/forms/update.ts';
import { formView, typedIn } from '../../src/slack/form-view.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import { formWords } from '../../src/words/forms.ts';
import { valuesOf, withIds } from '../../src/workspace/elements.ts';
import { day } from '../calendar/day.ts';

const today = day('2026-11-21');
const state = (parts: Partial<FormState> = {}) =>
  openedState({ form: 'update', language: 'ja', record: 'sakai:initiative-1', version: 3, ...parts });
const read = (typed: Typed, parts: Partial<FormState> = {}) => updateForm.read(typed, state(parts), today);
const { errors } = formWords.ja;

describe('the form of an initiative', () => {
  it('gives the fields of a change', () => {
    const typed = {
      status: '開催済み',
      date: 'R8.7.8',
      fiscalYear: null,
      participants: '３５人',
      location: '市民会館',
      memo: ' 盛況 ',
    };
    expect(read(typed)).toEqual({
      kind: 'values',
      values: {
        status: '開催済み',
        date: 'R8.7.8',
        fiscalYear: null,
        participants: 35,
        location: '市民会館',
        memo: ' 盛況 ',
      },
      reason: null,
      official: false,
    });
  });

  it('leaves alone what it did not ask', () => {
    expect(read({ status: '予定' })).toMatchObject({ kind: 'values' });
    expect(read({ status: '予定' })).toHaveProperty('values', { status: '予定' });
  });

  it('says all that is wrong at once, at its fields', () => {
    const typed = { status: null, date: '2/30', fiscalYear: '8', participants: '約35', memo: '80代男性、独居' };
    expect(read(typed)).toEqual({
      kind: 'errors',
      errors: {
        status: errors.missing('状況'),
        date: errors.impossible['no-such-day']('2/30'),
        fiscalYear: errors.fiscalYear,
        participants: errors.number.about,
        memo: errors.personal['one-case'],
      },
    });
  });

  it('takes no held date from the future', () => {
    expect(read({ status: '開催済み', date: 'R8.11.22' })).toEqual({ kind: 'errors', errors: { date: errors.future } });
    expect(read({ status: '予定', date: 'R8.11.22' })).toMatchObject({ kind: 'values' });
    expect(read({ status: '開催済み', date: 'R8.11.21' })).toMatchObject({ kind: 'values' });
  });

  it('names the right year where date and fiscal year disagree', () => {
    expect(read({ status: '予定', date: 'R9.3.31', fiscalYear: 'R9' })).toEqual({
      kind: 'errors',
      errors: { fiscalYear: errors.otherFiscalYear('R8') },
    });
    expect(read({ status: '予定', date: 'R9.4.1', fiscalYear: 'R9' })).toMatchObject({ kind: 'values' });
  });

  it('asks back a day without its year, by the status, and takes a yes for this day only', () => {
    const typed = { status: '開催済み', date: '7/8' };
    const asked = read(typed);
    expect(asked).toMatchObject({ kind: 'ask', submit: 'はい、保存する', state: { agreed: ['date:R8.7.8'] } });
    if (asked.kind !== 'ask') throw new Error('not asked back');
    expect(asked.notices.join()).toContain('令和8年7月8日（水）');
    expect(read(typed, asked.state)).toMatchObject({ kind: 'values', values: { date: 'R8.7.8' } });
    expect(read({ ...typed, date: '7/9' }, asked.state)).toMatchObject({ kind: 'ask' });
  });

  it('asks about a number that looks like a personal one: 公用の番号です', () => {
    expect(read({ status: '予定', memo: '整理番号 123456789012' })).toMatchObject({
      kind: 'ask',
      submit: '公用の番号です',
    });
  });

  it('does not judge what the record said before', () => {
    const stored = { status: '予定', date: '夏ごろ', memo: '80代男性、独居' };
    const opened = updateForm.opened(state(), stored);
    expect(read(stored, opened)).toHaveProperty('values', { status: '予定' });
    expect(read({ ...stored, date: '秋ごろ' }, opened)).toEqual({ kind: 'errors', errors: { date: errors.date } });
  });

  it('says whether a number was called an official one, and gives the reason beside the fields', () => {
    const typed = { status: '予定', memo: '整理番号 123456789012', reason: '誤りのため' };
    const asked = read(typed);
    if (asked.kind !== 'ask') throw new Error('not asked back');
    expect(read(typed, asked.state)).toEqual({
      kind: 'values',
      values: { status: '予定', memo: '整理番号 123456789012' },
      reason: '誤りのため',
      official: true,
    });
  });

  it('asks for a reason where one is needed', () => {
    const needed = { needed: ['reason'] };
    expect(read({ status: '予定' }, needed)).toEqual({
      kind: 'errors',
      errors: { reason: errors.missing('変更の理由') },
    });
  });

  it('asks for a reason in any form that has none of its own', () => {
    const needed = openedState({ form: 'initiative-details', language: 'ja', needed: ['reason'] });
    const names = initiativeDetailsForm
      .sheet(needed)
      .parts.flatMap((part) => (part.kind === 'input' ? [part.name] : []));
    expect(names.at(-1)).toBe('reason');
    expect(initiativeDetailsForm.read({ host: 'x', reason: null }, needed, today)).toMatchObject({
      errors: { reason: errors.missing('変更の理由') },
    });
    expect(initiativeDetailsForm.read({ host: 'x', reason: '代理入力' }, needed, today)).toMatchObject({
      values: { host: 'x' },
      reason: '代理入力',
    });
  });

  it('shows a text beyond 3,000 characters and leaves it alone unless it is replaced', () => {
    const memo = 'あ'.repeat(3_500);
    const opened = updateForm.opened(state(), updateForm.typed({ memo }));
    expect(opened.tooLong).toEqual(['memo']);
    const view = formView(updateForm.sheet(opened, { typed: { memo } }));
    expect(faultsOf('modal', view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('あ'.repeat(250));
    expect(JSON.stringify(view)).toContain('全文を読む');
    expect(read({ status: '予定', memo: null }, opened)).toHaveProperty('values', { status: '予定' });
    expect(read({ status: '予定', memo: '短く' }, opened)).toMatchObject({ values: { memo: '短く' } });
  });

  it('comes back with what was typed, and knows what it is about', () => {
    const typed = {
      status: '予定',
      date: '2/30',
      fiscalYear: '８',
      participants: '<35>',
      location: ' *x* ',
      memo: 'a\nb',
      leads: '当日',
      reason: null,
    };
    const view = formView(updateForm.sheet(state(), { typed }));
    expect(typedIn(valuesOf(withIds(view.blocks as never), {}))).toEqual(typed);
    expect(stateIn(view.private_metadata ?? '')).toEqual(state());
    expect(view.callback_id).toBe('form.update');
  });
});
