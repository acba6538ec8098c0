import { fingerprint } from '../src/forms/fingerprint.ts';
import { areaSettingsForm, prefectureSettingsForm } from '../src/forms/office-settings.ts';
import { openedState } from '../src/forms/state.ts';
import { officeId, officeOfId } from '../src/records/office-calendars.ts';
import {
  AREA_SETTINGS,
  type Holding,
  NO_SETTINGS,
  OfficeSettings,
  SETTINGS,
  type SettingName,
} from '../src/records/office-settings.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { officeWords } from '../src/words/closed-days.ts';
import type { Language } from '../src/words/labels.ts';
import { officeSettingsTalk, officeSettingValue, prefectureSettingsWords } from '../src/words/office-settings.ts';
import { buttonsPart, historyButton, plainPage } from './admin-acting.ts';
import { officeListPage, officeRefusal, officeSavedStep } from './admin-offices.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaName, recordsOf, rulesIn } from './records.ts';

// 役所の設定: what an office sets of the rules (⚙). A form shows what holds, wherever it comes from; what is left as it
// was stays where it comes from, and what is emptied falls back.

const labels = prefectureSettingsWords.fields;

const list = plainPage('office-settings-list', listPage, prefectureSettingsWords);

function listPage(sitting: Sitting): Promise<Step> {
  const { language } = sitting.state;
  return officeListPage(sitting, {
    form: 'office-settings-list',
    entry: 'office-settings',
    place: 'office-settings',
    words: officeSettingsTalk[language],
    rows: recordsOf(sitting.bot).officeSettings,
    line: (row) =>
      SETTINGS.flatMap((name) =>
        row[name] === null
          ? []
          : [`${labels[name].label[language]}: ${officeSettingValue(name, row[name], language) ?? ''}`],
      ).join(' ／ '),
  });
}

/** The settings of an area, by its form. */
export const areaOfficeSettings = (sitting: Sitting): Promise<Step> =>
  entry.open({
    ...sitting,
    state: openedState({
      form: 'office-settings',
      language: sitting.state.language,
      record: officeId('area', sitting.state.about.areaId ?? ''),
    }),
  });

const isArea = (id: string): boolean => officeOfId(id)?.kind === 'area';

/** Leads to the form of an area, or of a prefecture. */
const entry = plainPage('office-settings', opened, prefectureSettingsWords);

async function opened(sitting: Sitting): Promise<Step> {
  const { state } = sitting;
  const id = state.record ?? '';
  const of = isArea(id) ? ofArea : ofPrefecture;
  return of.open({ ...sitting, state: openedState({ ...state, form: of.form.id }) });
}

const ofArea: AnyRecordForm = recordForm({
  form: areaSettingsForm,
  open: (sitting) => formStep(sitting, AREA_SETTINGS, areaSettingsForm),
  send: (sent) => saved(sent, AREA_SETTINGS, sent.values),
});

const ofPrefecture: AnyRecordForm = recordForm({
  form: prefectureSettingsForm,
  open: (sitting) => formStep(sitting, SETTINGS, prefectureSettingsForm),
  send: (sent) => saved(sent, SETTINGS, sent.values),
});

async function formStep(
  sitting: Sitting,
  names: readonly SettingName[],
  form: typeof areaSettingsForm | typeof prefectureSettingsForm,
): Promise<Step> {
  const { bot, state } = sitting;
  const { language } = state;
  const id = state.record ?? '';
  const no = await officeRefusal(sitting, id, 'officeSettings');
  if (no) return no;
  const words = officeSettingsTalk[language];
  const version = (await bot.settings.get(id))?.version ?? null;
  const holding = rulesIn(bot).of(id);
  const typed = form.typed(holding.rules);
  return {
    kind: 'sheet',
    state: form.opened(openedState({ ...state, version, about: {}, kept: {} }), typed),
    showing: {
      typed: { ...typed, ...state.kept },
      before: [
        { kind: 'heading', text: words.of(officeWords(id, areaName(bot), language)) },
        { kind: 'said', text: words.follows },
        { kind: 'pairs', pairs: holdingPairs(holding, names, language) },
      ],
      after: buttonsPart('more', [historyButton('officeSettings', id, language), toList(language)]),
    },
  };
}

/** What holds now, and where each value comes from. */
const holdingPairs = ({ rules, from }: Holding, names: readonly SettingName[], language: Language) =>
  names.map((name) => {
    const words = officeSettingsTalk[language];
    const value = officeSettingValue(name, rules[name], language) ?? '';
    return [labels[name].label[language], words.holds(value, words.from[from[name]])] as const;
  });

const toList = (language: Language) =>
  goButton('list', `← ${officeSettingsTalk[language].list}`, { form: 'office-settings-list' });

async function saved(sent: Sent<unknown>, names: readonly SettingName[], values: object): Promise<Step> {
  const { bot, who, key, state } = sent;
  const id = state.record ?? '';
  const { version: _version, ...stored } = (await bot.settings.get(id)) ?? { ...NO_SETTINGS, version: null };
  const wanted = OfficeSettings.parse({ ...stored, ...changedIn(sent, names, values) });
  const outcome = await bot.settings.save(who, key, id, wanted, state.version);
  await bot.lookup.refresh();
  bot.delivery.nudge();
  return officeSavedStep(sent, outcome, bot.settings, buttonsPart('back', [toList(state.language)]));
}

/** What was changed: an emptied field falls back, and what is as it stood stays as it is kept. */
function changedIn({ state, typed }: Sent<unknown>, names: readonly SettingName[], values: object) {
  const changed = names.filter((name) => state.stood[name] !== fingerprint(JSON.stringify(typed[name] ?? null)));
  const given = values as Partial<Record<SettingName, unknown>>;
  const kept = changed.map((name) => {
    const value = given[name] ?? null;
    const isNothing = value === 'unset' || (name === 'chain' && Array.isArray(value) && value.length === 0);
    return [name, isNothing ? null : value];
  });
  return Object.fromEntries(kept) as object;
}

export const officeSettingsForms: readonly AnyRecordForm[] = [list, entry, ofArea, ofPrefecture];
