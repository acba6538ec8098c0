import {
  addIndicatorForm,
  chooseIndicatorForm,
  type Figures,
  figureChanges,
  figuresAbout,
  figuresForm,
} from '../src/forms/indicator.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { IndicatorRow } from '../src/records/rows.ts';
import { ValueKind } from '../src/records/vocabulary.ts';
import { openButton } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import { type Language, valueKindWords } from '../src/words/labels.ts';
import { outcomesStep, refusal, requestOf, result, saved } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sitting } from './record-form.ts';
import {
  areaChoices,
  areaName,
  choosing,
  indicatorEntries,
  meant,
  ownAreas,
  readLine,
  recordsOf,
  typedFor,
} from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';

export const indicator = defineCommand({
  name: '/tonari-indicator',
  alias: '/指標入力',
  description: '指標の計画値・実績値・見込・年度途中の値を記録します',
  usage: '[指標名 年度 実績 値]',
  run: opensForm('indicator-choose'),
});

const choose = recordForm({
  form: chooseIndicatorForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const { own, line, opened } = await choosing(sitting);
    const words = changeWords[state.language];
    const add: Part = {
      kind: 'buttons',
      name: 'more',
      buttons: [openButton('add', words.addIndicator, { form: 'indicator-add' })],
    };
    if (line === '') return { kind: 'sheet', state: opened, showing: { after: [add] } };
    const entries = indicatorEntries(bot);
    const shortcut = readLine(line, entries, { ...sitting, state: opened });
    const id = meant(shortcut, entries, own);
    const entry = entries.find((each) => each.id === id);
    const typed = { ...typedFor(chooseIndicatorForm.fields, shortcut.typed), ...(id ? { indicator: id } : {}) };
    return {
      kind: 'sheet',
      state: { ...opened, kept: typedFor(figuresForm.fields, shortcut.typed) },
      showing: {
        typed,
        before: [{ kind: 'said', text: words.typedLine(line) }],
        after: [add],
        ...(entry ? { choices: { indicator: [{ value: entry.id, label: entry.title }] } } : {}),
      },
    };
  },
  send: ({ values, state, ...sitting }) => {
    const about = { fiscalYear: values.fiscalYear ?? '' };
    const record = values.indicator ?? null;
    const kept = typedFor(figuresForm.fields, state.kept);
    return figures.open({
      ...sitting,
      state: openedState({ form: 'figures', language: state.language, record, about, kept }),
    });
  },
});

/** The ids and versions of a year's figures, which travel with the form. */
const VERSION = (kind: ValueKind) => `${kind}Version`;

const figures: AnyRecordForm = recordForm({
  form: figuresForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const { fiscalYear = '' } = state.about;
    const row = recordsOf(bot).indicators.find(({ id }) => id === state.record);
    if (!row) return result({ kind: 'notice', text: changeWords[state.language].noIndicator });
    const no = await refusal(sitting, 'indicator', { id: row.id });
    if (no) return no;
    const { figures: now, ids, versions } = await figuresOf(sitting, row, fiscalYear);
    const stored = figuresForm.typed(typedFigures(now));
    const about = { fiscalYear, ...figuresAbout(now), ...ids, ...versions };
    const opened = openedState({ form: 'figures', language: state.language, record: row.id, about });
    return {
      kind: 'sheet',
      state: figuresForm.opened(opened, stored),
      showing: { typed: { ...stored, ...state.kept }, before: earlier(sitting, row, fiscalYear, state.language) },
    };
  },
  async send(sent) {
    const { bot, state, values } = sent;
    const { about } = state;
    const row = recordsOf(bot).indicators.find(({ id }) => id === state.record);
    if (!row) return result({ kind: 'notice', text: changeWords[state.language].noIndicator });
    const { figures: now } = await figuresOf(sent, row, about.fiscalYear ?? '');
    const changes = Object.entries(figureChanges(values, now));
    if (changes.length === 0)
      return outcomesStep(sent, 'value', [{ outcome: 'unchanged', record: row.id, version: 0 }]);
    const requests = changes.map(([name, fields]) => {
      const kind = ValueKind.parse(name);
      const id = about[`${kind}Id`] || null;
      const version = id ? Number(about[VERSION(kind)]) : null;
      const identity = id ? {} : { indicatorId: row.id, fiscalYear: about.fiscalYear ?? '', kind };
      return requestOf(sent, { kind: 'value', id, version, fields: { ...identity, ...fields } }, kind);
    });
    const { outcomes } = await bot.registrar.saveAll(requests);
    const step = await outcomesStep(sent, 'value', outcomes);
    const last = outcomes.at(-1);
    const kind = changes[outcomes.length - 1]?.[0];
    if (step.kind === 'said' || last?.outcome !== 'conflict' || !kind) return step;
    // Told of what somebody else entered, the person may send this figure again.
    const seen = { ...about, [VERSION(ValueKind.parse(kind))]: String(last.version) };
    return { ...step, state: { ...step.state, about: seen } };
  },
});

const typedFigures = (now: Figures) =>
  Object.fromEntries(ValueKind.options.flatMap((kind) => (now[kind] ? [[kind, now[kind]]] : [])));

/** What a year holds, with the id and version of each figure. */
async function figuresOf({ bot }: Sitting, row: IndicatorRow, fiscalYear: string) {
  const figures: Figures = {};
  const ids: Record<string, string> = {};
  const versions: Record<string, string> = {};
  for (const value of row.values.filter((each) => each.fiscalYear === fiscalYear)) {
    const opened = await bot.registrar.open('value', value.id);
    if (!opened) continue;
    figures[value.kind] = opened.fields;
    ids[`${value.kind}Id`] = value.id;
    versions[VERSION(value.kind)] = String(opened.version);
  }
  return { figures, ids, versions };
}

/** The figures of other years, side by side. */
function earlier({ bot }: Sitting, row: IndicatorRow, fiscalYear: string, language: Language): Part[] {
  const years = [...new Set(row.values.map((value) => value.fiscalYear))].filter((year) => year !== fiscalYear);
  const shown = (year: string) =>
    ValueKind.options
      .flatMap((kind) => row.values.filter((value) => value.fiscalYear === year && value.kind === kind))
      .map(
        ({ kind, value, state }) =>
          `${valueKindWords[kind][language]} ${state ?? value ?? '－'}${value === null ? '' : row.unit}`,
      )
      .join('、');
  const title = `${row.title} ${row.measure}（${areaName(bot)(row.areaId)}・${fiscalYear}）`;
  if (years.length === 0) return [{ kind: 'heading', text: title }];
  return [
    { kind: 'heading', text: title },
    { kind: 'pairs', pairs: years.slice(-6).map((year) => [year, shown(year)]) },
  ];
}

const add = recordForm({
  form: addIndicatorForm,
  async open(sitting) {
    const own = await ownAreas(sitting);
    const opened = openedState({ ...sitting.state, about: { own: own.join(',') }, kept: {} });
    return { kind: 'sheet', state: opened, showing: { typed: own[0] ? { areaId: own[0] } : {} } };
  },
  choices: (sitting) => ({ areaId: areaChoices(sitting) }),
  send: (sent) => saved(sent, { kind: 'indicator', id: null, version: null, fields: sent.values }),
});

export const indicatorForms: readonly AnyRecordForm[] = [choose, figures, add];
