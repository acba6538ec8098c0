import { describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms/forms.ts';
import type { InputPart, Sheet } from '../../src/forms/sheet.ts';
import { type FormState, openedState, STATE_LENGTH } from '../../src/forms/state.ts';
import type { Typed, TypedValue } from '../../src/forms/typed.ts';
import { formView, typedIn } from '../../src/slack/form-view.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import type { Language } from '../../src/words/labels.ts';
import { valuesOf, withIds } from '../../src/workspace/elements.ts';
import type { Block } from '../../src/workspace/state.ts';
import { day } from '../calendar/day.ts';

type AnyForm = (typeof FORMS)[number];

const LANGUAGES = ['ja', 'en'] as const;
const LONG = 'かな漢字👨‍👩‍👧‍👦'.repeat(2_000);
const HOSTILE = '<!channel> *太字* `x` =1+1 &amp; <@U1>\n{{"\\';
const today = day('2026-11-21');

const stateOf = (form: AnyForm, language: Language, parts: Partial<FormState> = {}): FormState =>
  openedState({ form: form.id, language, record: 'mie-survey-2025:initiative-1', version: 12, ...parts });

/** As many choices as Slack takes, and more. */
const choicesFor = (label: string) =>
  Array.from({ length: 120 }, (_, at) => ({ value: `area-${at}`, label: `${at}${label}` }));
const everyChoice = (form: AnyForm, label: string) =>
  Object.fromEntries(Object.keys(form.fields).map((name) => [name, choicesFor(label)]));

/** Fields that no step has: they are asked where something needs them. */
const ASKED_WHERE_NEEDED: Readonly<Record<string, readonly string[]>> = { document: ['official'] };

const inputsOf = (sheet: Sheet): InputPart[] => sheet.parts.filter((part) => part.kind === 'input');

/** Something that the field takes. */
function typical({ name, input }: InputPart): TypedValue {
  if ('choices' in input) {
    const value = input.choices[0]?.value ?? '';
    return input.kind === 'some' || input.kind === 'checks' ? [value] : value;
  }
  if (input.kind === 'search') return 'area-3';
  // Slack never fills these beforehand.
  if (input.kind === 'files') return [];
  if (input.kind === 'person') return ['deputyOf', 'deputy', 'successor'].includes(name) ? 'U2' : 'U1';
  if (input.kind === 'channel') return 'C1';
  if (name === 'link') return 'https://www.town.example/guide';
  if (name === 'rating') return '3.5';
  if (name === 'fiscalYear') return 'R8';
  if (name === 'from' || name === 'until') return 'R9.4.1';
  if (name === 'when') return '毎月第3水曜 R8.12.1から';
  if (name === 'due') return 'R8.12.18 17:00';
  if (name === 'ownDay') return 'R8.12.25';
  if (name === 'targetYear' || name === 'submissionYear') return name === 'targetYear' ? 'R7' : 'R8';
  if (name === 'referenceDate') return 'R8.11.1';
  if (name === 'slots') return 'R8.12.8 10:00';
  if (name === 'chain') return '委託先 5, 起案 3';
  if (name === 'time') return '19:00';
  if (name === 'deliveryTime' || name === 'dueTime') return '8:30';
  if (/Days$/.test(name)) return '3';
  if (/leads$/i.test(name)) return '7開庁日前, 1開庁日前';
  if (['date', 'asOf'].includes(name)) return 'R8.4.1';
  return ['participants', 'planned', 'actual', 'forecast', 'partial'].includes(name) ? '12' : '市民会館で開催';
}

/** What fills a field to the brim: the longest text, every choice. */
function extreme({ input }: InputPart): TypedValue {
  if ('most' in input) return LONG.slice(0, input.most - 1).replace(/[\ud800-\udbff]$/, '');
  if ('choices' in input)
    return input.kind === 'some' || input.kind === 'checks'
      ? input.choices.map(({ value }) => value)
      : (input.choices.at(-1)?.value ?? '');
  if (input.kind === 'files') return [];
  return input.kind === 'search' ? 'area-3' : 'U0123456789A';
}

const filled = (form: AnyForm, fill: (part: InputPart) => TypedValue): Typed =>
  Object.fromEntries(
    form.steps.flatMap((_, step) =>
      inputsOf(form.sheet(stateOf(form, 'ja', { step }), { choices: everyChoice(form, '町') })).map((part) => [
        part.name,
        fill(part),
      ]),
    ),
  );

const typedBack = (sheet: Sheet): Typed => typedIn(valuesOf(withIds(formView(sheet).blocks as Block[]), {}));

describe.each(FORMS.map((form) => [form.id, form] as const))('the form %s', (_, form) => {
  const cases = LANGUAGES.flatMap((language) => form.steps.map((names, step) => ({ language, step, names })));

  it.each(cases)('is taken by Slack, empty and filled to the brim ($language, step $step)', ({ language, step }) => {
    const cases: [Typed, string][] = [
      [{}, '町'],
      [filled(form, typical), '町'],
      [filled(form, () => HOSTILE), HOSTILE],
      [filled(form, () => LONG), '町'],
      [filled(form, extreme), LONG],
    ];
    for (const [typed, label] of cases) {
      const showing = {
        typed,
        choices: everyChoice(form, label),
        notices: [LONG, HOSTILE],
        before: [{ kind: 'pairs' as const, pairs: [['令和7年度', LONG.slice(0, 3_000)] as const] }],
      };
      const state = form.opened(stateOf(form, language, { step }), typed);
      expect(faultsOf('modal', formView(form.sheet(state, showing)))).toEqual([]);
    }
    for (const note of ['loading', 'saving'] as const) {
      expect(faultsOf('modal', formView(form.note(language, note)))).toEqual([]);
    }
  });

  it.each(cases)(
    'asks about six things a step, says what is 必須 and leaves 任意 to Slack, and sends with a verb ($language, step $step)',
    ({ language, step }) => {
      const sheet = form.sheet(stateOf(form, language, { step }), { choices: everyChoice(form, '町') });
      const inputs = inputsOf(sheet);
      expect(inputs.length).toBeGreaterThan(0);
      // A new meeting or deadline, and the state of an initiative, are sent at once, with reminders and reason.
      const most = ['meeting', 'deadline', 'update'].includes(form.id) ? 8 : 7;
      expect(inputs.length).toBeLessThanOrEqual(most);
      for (const { label, required } of inputs) {
        expect(/ (?:※必須|\(required\))$/.test(label)).toBe(required);
        expect(label).not.toMatch(/任意|optional/);
      }
      for (const words of [sheet.title, sheet.submit ?? '', sheet.close]) {
        expect(words.length).toBeLessThanOrEqual(LIMITS.modalTitle);
      }
      for (const { example } of inputs) expect((example ?? '').length).toBeLessThanOrEqual(LIMITS.placeholder);
    },
  );

  it.each(cases)('says so where there is nothing to choose from ($language, step $step)', ({ language, step }) => {
    const sheet = form.sheet(stateOf(form, language, { step }));
    expect(faultsOf('modal', formView(sheet))).toEqual([]);
    if (sheet.submit === null) expect(inputsOf(sheet)).toEqual([]);
    else expect(inputsOf(sheet).length).toBeGreaterThan(0);
  });

  it('has each field in one step, under one name', () => {
    const names: string[] = [...form.steps.flat(), ...(ASKED_WHERE_NEEDED[form.id] ?? [])];
    expect([...names].sort()).toEqual(Object.keys(form.fields).sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(LANGUAGES)('gives back unchanged what was typed (%s)', (language) => {
    for (const fill of [typical, extreme, (part: InputPart) => ('most' in part.input ? HOSTILE : typical(part))]) {
      const typed = filled(form, fill);
      form.steps.forEach((names, step) => {
        const again = typedBack(
          form.sheet(stateOf(form, language, { step }), { typed, choices: everyChoice(form, '町') }),
        );
        for (const name of names) {
          const offered = typed[name];
          expect(again[name]).toEqual(Array.isArray(offered) ? offered.slice(0, LIMITS.options) : offered);
        }
      });
    }
  });

  it.each(LANGUAGES)('takes what is typical, through all its steps (%s)', (language) => {
    const typed = filled(form, typical);
    const end = form.steps.reduce(
      (state, names, step) => {
        const outcome = form.read(Object.fromEntries(names.map((name) => [name, typed[name] ?? null])), state, today);
        if (step === form.steps.length - 1) expect(outcome.kind).toBe('values');
        return outcome.kind === 'next' ? outcome.state : state;
      },
      stateOf(form, language),
    );
    expect(end.step).toBe(form.steps.length - 1);
  });

  it.each(cases)(
    'says at each field that must be filled in that it is empty ($language, step $step)',
    ({ language, step, names }) => {
      const empty = Object.fromEntries(names.map((name) => [name, null]));
      const outcome = form.read(empty, stateOf(form, language, { step, kept: filled(form, typical) }), today);
      const required = names.filter((name) => (form.fields as Record<string, { required: boolean }>)[name]?.required);
      if (outcome.kind === 'errors') expect(Object.keys(outcome.errors)).toEqual(expect.arrayContaining(required));
      else expect(required).toEqual([]);
    },
  );

  it.each(cases)(
    'answers anything with values, errors at its own fields, or a question ($language, step $step)',
    ({ language, step, names }) => {
      const kept = filled(form, typical);
      for (const nonsense of [
        HOSTILE,
        LONG,
        '\ud83d',
        ' ',
        '０',
        '-1',
        '1e9',
        '2/30',
        'マイナンバー 123456789012',
        [],
        ['x'],
        [LONG],
      ]) {
        const outcome = form.read(
          Object.fromEntries(names.map((name) => [name, nonsense])),
          stateOf(form, language, { step, kept }),
          today,
        );
        if (outcome.kind !== 'errors') continue;
        expect(names).toEqual(expect.arrayContaining(Object.keys(outcome.errors)));
        for (const words of Object.values(outcome.errors)) {
          expect(words.length).toBeLessThan(300);
          expect(words).not.toContain('123456789012');
        }
      }
    },
  );

  it('carries what it knows within what Slack carries', () => {
    const kept = form.steps.slice(0, -1).flat();
    const brim = filled(form, extreme);
    const state = stateOf(form, 'ja', {
      step: form.steps.length - 1,
      kept: Object.fromEntries(
        kept.map((name) => [name, Array.isArray(brim[name]) ? brim[name].slice(0, 33) : (brim[name] ?? null)]),
      ),
      agreed: Object.keys(form.fields).map((name) => `${name}:R8.12.28〜R9.1.15`),
      tooLong: Object.keys(form.fields),
      stood: form.opened(stateOf(form, 'ja'), brim).stood,
      needed: ['reason'],
      about: { area: 'mie-kuwana-shi', indicator: 'unnamed-city-plan-9:indicator-12', from: 'home' },
    });
    expect(JSON.stringify(state).length).toBeLessThanOrEqual(STATE_LENGTH);
  });
});

it('no two forms have one id', () => {
  expect(new Set(FORMS.map(({ id }) => id)).size).toBe(FORMS.length);
});
