import { z } from 'zod';
import { chooseSharedForm, surveyForm, toolChange, toolForm, withdrawForm } from '../src/forms/share.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { WITHDRAWABLE } from '../src/registry/press.ts';
import { openButton } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import { pressStep, recordButtons, refusal, result, saved } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sitting } from './record-form.ts';
import { areaChoices, areaName, choosing, meant, ownAreas, readLine, recordsOf, sharedEntries } from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';

export const share = defineCommand({
  name: '/tonari-share',
  alias: '/資料共有',
  description: 'ほかの市町も使える資料・ツール・アンケートを登録します',
  usage: '[資料名]',
  run: opensForm('share-choose'),
});

const choose = recordForm({
  form: chooseSharedForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const { own, line, opened } = await choosing(sitting);
    const words = changeWords[state.language];
    const name = line.slice(0, 150);
    const after: Part = {
      kind: 'buttons',
      name: 'more',
      buttons: [
        openButton('tool', words.addTool, { form: 'tool', typed: line === '' ? {} : { name } }),
        openButton('survey', words.addSurvey, { form: 'survey', typed: line === '' ? {} : { title: name } }),
      ],
    };
    if (line === '') return { kind: 'sheet', state: opened, showing: { after: [after] } };
    const entries = sharedEntries(bot);
    const id = meant(readLine(line, entries, { ...sitting, state: opened }), entries, own);
    if (id) return openShared({ ...sitting, state: opened }, id);
    return {
      kind: 'sheet',
      state: opened,
      showing: { before: [{ kind: 'said', text: words.typedLine(line) }], after: [after] },
    };
  },
  send: ({ values, ...sitting }) => openShared(sitting, values.shared ?? ''),
});

function openShared({ state, ...sitting }: Sitting, id: string) {
  const isTool = recordsOf(sitting.bot).tools.some((each) => each.id === id);
  const one = isTool ? tool : survey;
  return one.open({ ...sitting, state: openedState({ form: one.form.id, language: state.language, record: id }) });
}

type Use = FieldsOf<'tool'>['uses'][number];

/** A tool with one use of it: one's own, or else the first. `about.use`: empty for a new one. */
export const tool: AnyRecordForm = recordForm({
  form: toolForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const own = await ownAreas(sitting);
    const about: Record<string, string> = { ...state.about, own: own.join(',') };
    const words = changeWords[state.language];
    if (state.record === null) {
      const typed = {
        ...(own.length > 0 ? { areaIds: own.slice(0, 1) } : {}),
        role: 'maker',
        status: 'doing',
        ...state.kept,
      };
      return { kind: 'sheet', state: openedState({ ...state, about, kept: {} }), showing: { typed } };
    }
    const opened = await bot.registrar.open('tool', state.record);
    if (!opened) return result({ kind: 'notice', text: words.gone });
    const no = await refusal(sitting, 'tool', { id: state.record });
    if (no) return no;
    const { uses, ...fields } = opened.fields;
    const use = useFor(uses, own, about.use);
    const stored = toolForm.typed({ ...fields, ...(use ?? {}), name: fields.name });
    const started = use ? stored : { ...stored, areaIds: own.slice(0, 1), role: 'user', status: 'doing' };
    const fresh = openedState({
      form: 'tool',
      language: state.language,
      record: opened.id,
      version: opened.version,
      about: { ...about, use: use?.id ?? '' },
    });
    const users = [...new Set(opened.areaIds)].map(areaName(bot)).join('・');
    const buttons = [
      ...recordButtons('tool', opened.id, state.language),
      openButton('use', words.ownUse, { form: 'tool', record: opened.id, about: { use: 'new' } }),
      openButton('withdraw', words.withdraw, { form: 'withdraw', record: opened.id, about: { kind: 'tool' } }),
    ];
    return {
      kind: 'sheet',
      state: toolForm.opened(fresh, stored),
      showing: {
        typed: started,
        before: [{ kind: 'heading', text: `${fields.name}（${users}）` }],
        after: [{ kind: 'buttons', name: 'more', buttons }],
      },
    };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  async send(sent) {
    const { bot, state, values } = sent;
    if (state.record === null) {
      const fields = { aliases: [], note: null, maker: null, ...toolChange(values, [], null) };
      return saved(sent, { kind: 'tool', id: null, version: null, fields });
    }
    const now = await bot.registrar.open('tool', state.record);
    if (!now) return result({ kind: 'notice', text: changeWords[state.language].gone });
    return saved(sent, {
      kind: 'tool',
      id: state.record,
      fields: toolChange(values, now.fields.uses, state.about.use || null),
    });
  },
});

function useFor(uses: readonly Use[], own: readonly string[], wanted: string | undefined): Use | undefined {
  if (wanted === 'new') return undefined;
  return uses.find(({ areaIds }) => areaIds.some((id) => own.includes(id))) ?? uses[0];
}

const NOTHING_SAID = { target: null, method: null, answers: null, questions: null, when: null, next: null, link: null };

const survey: AnyRecordForm = recordForm({
  form: surveyForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const own = await ownAreas(sitting);
    const about: Record<string, string> = { ...state.about, own: own.join(',') };
    if (state.record === null) {
      const typed = { ...(own.length > 0 ? { areaIds: own.slice(0, 1) } : {}), ...state.kept };
      return { kind: 'sheet', state: openedState({ ...state, about, kept: {} }), showing: { typed } };
    }
    const opened = await bot.registrar.open('survey', state.record);
    if (!opened) return result({ kind: 'notice', text: changeWords[state.language].gone });
    const no = await refusal(sitting, 'survey', { id: state.record });
    if (no) return no;
    const stored = surveyForm.typed(opened.fields);
    const fresh = openedState({
      form: 'survey',
      language: state.language,
      record: opened.id,
      version: opened.version,
      about,
    });
    const buttons = [
      ...recordButtons('survey', opened.id, state.language),
      openButton('withdraw', changeWords[state.language].withdraw, {
        form: 'withdraw',
        record: opened.id,
        about: { kind: 'survey' },
      }),
    ];
    return {
      kind: 'sheet',
      state: surveyForm.opened(fresh, stored),
      showing: { typed: stored, after: [{ kind: 'buttons', name: 'more', buttons }] },
    };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  send: (sent) => {
    const { record, version } = sent.state;
    const fields = record ? sent.values : { ...NOTHING_SAID, ...sent.values };
    return saved(sent, { kind: 'survey', id: record, version, fields });
  },
});

const Withdrawn = z.enum(WITHDRAWABLE).catch('tool');

/** Taking back what was shared: asks why; it is kept with its history, and no longer found. */
const withdraw = recordForm({
  form: withdrawForm,
  async open(sitting) {
    const { record, about } = sitting.state;
    const no = await refusal(sitting, Withdrawn.parse(about.kind), { id: record ?? '' });
    return no ?? { kind: 'sheet', state: sitting.state };
  },
  async send({ bot, who, key, state, reason }) {
    const kind = Withdrawn.parse(state.about.kind);
    const outcome = await bot.registrar.withdraw({ person: who, key, kind, id: state.record ?? '', reason });
    return pressStep(bot, outcome, 'withdrawn', state.language);
  },
});

export const shareForms: readonly AnyRecordForm[] = [choose, tool, survey, withdraw];
