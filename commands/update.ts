import type { Fields, Values } from '../src/forms/definition.ts';
import type { Form } from '../src/forms/form.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import {
  addInitiativeForm,
  chooseInitiativeForm,
  confirmSceneForm,
  initiativeDetailsForm,
  initiativeItemForm,
  initiativePlaceForm,
  updateForm,
  withItem,
} from '../src/forms/update.ts';
import { type FieldsOf, NEW_INITIATIVE } from '../src/records/changes.ts';
import { openButton } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import { type Language, sceneWords } from '../src/words/labels.ts';
import { recordButtons, refusal, result, saved, sceneStep } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaChoices, areaName, choosing, initiativeEntries, meant, ownAreas, readLine, typedFor } from './records.ts';
import { historyPairs } from './shown-changes.ts';
import { defineCommand, opensForm } from './slash-command.ts';

type Initiative = FieldsOf<'initiative'>;

export const update = defineCommand({
  name: '/tonari-update',
  alias: '/取組更新',
  description: '取組の状況を記録します（変更なしの確認もできます）',
  usage: '[取組名 日付 状況 人数]',
  run: opensForm('initiative-choose'),
});

/** How many records are offered as buttons. */
const OFFERED = 5;
const LAST_CHANGES = 3;

/** Which initiative: a line names it, or it is looked for; a line without its title attaches to nothing (rules 5.5). */
const choose = recordForm({
  form: chooseInitiativeForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const { own, line, opened } = await choosing(sitting);
    const words = changeWords[state.language];
    const buttons = [
      openButton('add', words.addInitiative, { form: 'initiative-add' }),
      openButton('scene', words.confirmScene, { form: 'scene-confirm' }),
    ];
    if (line === '') return { kind: 'sheet', state: opened, showing: { after: [offered('more', buttons)] } };
    const entries = initiativeEntries(bot);
    const shortcut = readLine(line, entries, { ...sitting, state: opened });
    const typed = typedFor(updateForm.fields, shortcut.typed);
    const id = meant(shortcut, entries, own);
    if (id !== null)
      return editing.open({
        ...sitting,
        state: openedState({ form: 'update', language: state.language, record: id, kept: typed }),
      });
    const small = JSON.stringify(typed).length < 1_000 ? typed : {};
    const fits = shortcut.fits.slice(0, OFFERED).flatMap(({ id: record }, at) => {
      const entry = entries.find((each) => each.id === record);
      return entry
        ? [openButton(at, `${entry.title}（${entry.description}）`, { form: 'update', record, typed: small })]
        : [];
    });
    const add = {
      form: 'initiative-add',
      typed: {
        ...typedFor(addInitiativeForm.fields, small),
        title: shortcut.title.slice(0, 150),
        ...(shortcut.areaIds[0] ? { areaId: shortcut.areaIds[0] } : {}),
        ...(shortcut.scene ? { scene: shortcut.scene } : {}),
      },
    };
    const several = shortcut.fits.some(({ how, here }) => how === 'same' && here);
    const said = several ? words.severalTitles(shortcut.title) : words.noSuchTitle(shortcut.title);
    return {
      kind: 'sheet',
      state: openedState({ ...opened, kept: small }),
      showing: {
        notices: [said],
        before: [
          { kind: 'said', text: words.typedLine(line) },
          offered('fits', [...fits, openButton('add', words.addInitiative, add)]),
        ],
      },
    };
  },
  send: ({ values, state, ...sitting }) =>
    editing.open({
      ...sitting,
      state: openedState({
        form: 'update',
        language: state.language,
        record: values.initiative ?? null,
        kept: state.kept,
      }),
    }),
});

const offered = (name: string, buttons: Extract<Part, { kind: 'buttons' }>['buttons']): Part => ({
  kind: 'buttons',
  name,
  buttons,
});

/** How an initiative stands: filled in with what is recorded, what was typed in its place. */
const editing: AnyRecordForm = recordForm({
  form: updateForm,
  async open(sitting) {
    const opened = await standing(sitting, updateForm);
    if (opened.kind === 'said') return opened;
    const { record, id } = opened;
    const { bot, state } = sitting;
    const changes = await bot.registrar.history('initiative', id, LAST_CHANGES);
    return {
      ...opened.step,
      showing: {
        ...opened.step.showing,
        before: aboutInitiative(sitting, record, await historyPairs(bot, changes, state.language)),
        after: furtherButtons(id, record, state.language),
      },
    };
  },
  send: (sent) => savedInitiative(sent),
});

/** The record that a form is about, as far as this person may change it. */
async function standing<F extends Fields>(
  sitting: Sitting,
  form: Form<F>,
): Promise<
  | Extract<Step, { kind: 'said' }>
  | { kind: 'open'; id: string; record: Initiative; step: Extract<Step, { kind: 'sheet' }> }
> {
  const { bot, state } = sitting;
  const id = state.record ?? '';
  const opened = await bot.registrar.open('initiative', id);
  const no = opened
    ? await refusal(sitting, 'initiative', { id })
    : result({ kind: 'notice', text: changeWords[state.language].gone });
  if (!opened || no) return no as Extract<Step, { kind: 'said' }>;
  const stored = form.typed(opened.fields as unknown as Values<F>);
  const fresh = openedState({
    form: form.id,
    language: state.language,
    record: id,
    version: opened.version,
    about: state.about,
  });
  const step = {
    kind: 'sheet' as const,
    state: form.opened(fresh, stored),
    showing: { typed: { ...stored, ...state.kept } },
  };
  return { kind: 'open', id, record: opened.fields, step };
}

const savedInitiative = (sent: Sent<Partial<Initiative>>) =>
  saved(sent, { kind: 'initiative', id: sent.state.record, fields: sent.values });

function aboutInitiative({ bot, state }: Sitting, record: Initiative, changes: readonly [string, string][]): Part[] {
  const words = changeWords[state.language];
  const scene = sceneWords[record.scene][state.language];
  const pairs: Part[] =
    changes.length > 0
      ? [
          { kind: 'heading', text: words.lastChanges },
          { kind: 'pairs', pairs: changes },
        ]
      : [];
  return [{ kind: 'heading', text: `${record.title}（${areaName(bot)(record.areaId)}・${scene}）` }, ...pairs];
}

function furtherButtons(id: string, { items }: Initiative, language: Language): Part[] {
  const words = changeWords[language];
  const item = (about: string, label: string, at: string) =>
    openButton(at, label, { form: 'initiative-item', record: id, about: { item: about } });
  return [
    offered('more', [
      ...recordButtons('initiative', id, language),
      openButton('details', words.details, { form: 'initiative-details', record: id }),
      openButton('place', words.place, { form: 'initiative-place', record: id }),
      ...items.slice(0, 15).map((each, at) => item(each.id ?? '', each.title, `item-${at}`)),
      item('', words.addItem, 'item-new'),
    ]),
  ];
}

const details = recordForm({
  form: initiativeDetailsForm,
  async open(sitting) {
    const opened = await standing(sitting, initiativeDetailsForm);
    return opened.kind === 'said' ? opened : opened.step;
  },
  send: (sent) => savedInitiative(sent),
});

const place = recordForm({
  form: initiativePlaceForm,
  async open(sitting) {
    const opened = await standing(sitting, initiativePlaceForm);
    if (opened.kind === 'said') return opened;
    const sections = await sitting.bot.members.sections(opened.record.areaId);
    const sectionId = sections.map(({ id, name }) => ({ value: id, label: name }));
    return { ...opened.step, showing: { ...opened.step.showing, choices: { sectionId } } };
  },
  send: (sent) => savedInitiative(sent),
});

const item = recordForm({
  form: initiativeItemForm,
  async open(sitting) {
    const opened = await standing(sitting, initiativeItemForm);
    if (opened.kind === 'said') return opened;
    const found = opened.record.items.find(({ id }) => id === sitting.state.about.item);
    const typed = found ? initiativeItemForm.typed(found) : {};
    return { ...opened.step, showing: { ...opened.step.showing, typed } };
  },
  async send(sent) {
    const { bot, state, values } = sent;
    const now = await bot.registrar.open('initiative', state.record ?? '');
    const items = withItem(now?.fields.items ?? [], state.about.item || null, values);
    // The sub-items are one field: whoever changed another of them meanwhile keeps it.
    return saved(sent, { kind: 'initiative', id: state.record, version: now?.version ?? null, fields: { items } });
  },
});

const add = recordForm({
  form: addInitiativeForm,
  async open(sitting) {
    const own = await ownAreas(sitting);
    const { state } = sitting;
    const opened = openedState({ ...state, about: { own: own.join(',') }, kept: {} });
    return {
      kind: 'sheet',
      state: opened,
      showing: { typed: { ...(own[0] ? { areaId: own[0] } : {}), ...state.kept } },
    };
  },
  choices: (sitting) => ({ areaId: areaChoices(sitting) }),
  send: (sent) =>
    saved(sent, {
      kind: 'initiative',
      id: null,
      version: null,
      fields: { ...NEW_INITIATIVE, ...sent.values },
    }),
});

const scene = recordForm({
  form: confirmSceneForm,
  async open(sitting) {
    const own = await ownAreas(sitting);
    const opened = openedState({ ...sitting.state, about: { own: own.join(',') } });
    return { kind: 'sheet', state: opened, showing: { typed: own[0] ? { areaId: own[0] } : {} } };
  },
  choices: (sitting) => ({ areaId: areaChoices(sitting) }),
  async send(sent) {
    const { bot, who, key, values, state } = sent;
    const { areaId = '', scene: which } = values;
    if (!which) throw new Error('a scene is required');
    const no = await refusal(sent, 'initiative', { areaIds: [areaId] });
    if (no) return no;
    const outcomes = await bot.registrar.confirmScene({ person: who, key, areaId, scene: which });
    return sceneStep(outcomes, state.language);
  },
});

export const updateForms: readonly AnyRecordForm[] = [choose, editing, details, place, item, add, scene];
