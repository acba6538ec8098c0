import { adminAreaForm } from '../src/forms/admin.ts';
import { openedState } from '../src/forms/state.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import { ADMIN, goButton, ReadFormValue } from '../src/slack/record-forms.ts';
import { type AdminPlace, adminWords } from '../src/words/admin.ts';
import {
  adminHistoryStep,
  allAreas,
  buttonsPart,
  managedAreas,
  page,
  plainForm,
  refusedStep,
  undoneStep,
} from './admin-acting.ts';
import { blackOutForms } from './admin-black-out.ts';
import { areaClosedDays, closedDaysForms } from './admin-closed-days.ts';
import { handoverForms, handoverPage } from './admin-handover.ts';
import { joinForms } from './admin-joining.ts';
import { memberForms, membersPage } from './admin-members.ts';
import { areaOfficeSettings, officeSettingsForms } from './admin-office-settings.ts';
import { sectionForms, sectionsPage } from './admin-sections.ts';
import { lexiconForms } from './admin-words.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { type AnyRecordForm, type RecordForms, recordForm, type Sitting, type Step } from './record-form.ts';
import { readLine } from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';

export const admin = defineCommand({
  name: '/tonari-admin',
  alias: '/となりまち管理',
  description: 'メンバー・課・チャンネル・引継ぎ・言葉を管理します',
  usage: '[メンバー 市町]',
  run: opensForm('admin'),
});

/** Which part a line names. */
const SPOKEN: readonly [AdminPlace, RegExp][] = [
  ['handover', /引(き)?継ぎ?|異動|handover/i],
  ['requests', /申(し)?込み?|申請|依頼|request/i],
  ['channel', /チャンネル|channel|お知らせ先/i],
  ['sections', /課・?係|主担当|課を|係を|^課$|section/i],
  ['unanswered', /質問|unanswered/i],
  ['black-out', /墨消し|black/i],
  ['word-choose', /言葉|用語|同義語|辞書|word/i],
  ['closed-days', /閉庁日|休庁日|closed? days?/i],
  ['office-settings', /役所の設定|設定|office settings?|settings?/i],
  ['members', /メンバー|担当|役割|権限|代理|member|role/i],
];

const FORM_OF: Partial<Record<AdminPlace, string>> = {
  'closed-days': 'closed-days-list',
  'office-settings': 'office-settings-list',
};

const OF_AN_AREA: readonly AdminPlace[] = ['members', 'sections', 'channel', 'handover'];

/** What this person may manage; a line goes straight to the part that it names. */
const menu: AnyRecordForm = recordForm({
  form: plainForm('admin'),
  async open(sitting) {
    const { bot, who, state } = sitting;
    const { language } = state;
    const words = adminWords[language];
    const rights = await bot.registrar.rights(who);
    const managed = managedAreas(bot, rights);
    const own = [...new Set(rights.memberships.map(({ areaId }) => areaId))];
    const mayWrite = own.length > 0 && !rights.deactivated && rights.memberships.some(({ role }) => role !== 'viewer');
    if (managed.length === 0 && !rights.mayAdminister && !mayWrite) {
      const because = rights.deactivated ? 'deactivated' : own.length > 0 ? 'viewer' : 'not-registered';
      await bot.registrar.refused(who, 'member', null, because);
      const names = own.map((id) => bot.lookup.lookup.records.areas.find((area) => area.id === id)?.name ?? id);
      return refusedStep(sitting, because, own, names.join('・'));
    }
    const { line = '' } = state.about;
    const named = SPOKEN.find(([, pattern]) => pattern.test(line))?.[0];
    const ids = managed.map(({ id }) => id);
    const areaIds = readLine(line, [], { ...sitting, state: openedState({ ...state, about: {} }) }).areaIds;
    const areaId = areaIds[0] ?? (own.length === 1 ? own[0] : undefined);
    const about = {
      managed: ids.length > 40 ? '' : ids.join(','),
      ...(areaId === undefined ? {} : { areaId }),
    };
    if (named) return shown(sitting, formOf(named), { ...about, place: named });
    const waiting = managed.length > 0 ? (await bot.members.requests(ids)).length : 0;
    const places: AdminPlace[] = [
      ...(managed.length > 0
        ? (['members', 'sections', 'channel', 'closed-days', 'office-settings', 'requests'] as const)
        : []),
      'handover',
      ...(rights.mayAdminister ? (['word-choose', 'unanswered', 'black-out'] as const) : []),
    ];
    const open = rights.mayAdminister ? (await bot.questions.unanswered(0, 1)).count : 0;
    const buttons = places.map((place) =>
      goButton(place, words.place[place](place === 'unanswered' ? open : waiting), {
        form: formOf(place),
        about: { ...about, place },
      }),
    );
    return page({ kind: 'said', text: words.menu }, ...buttonsPart('menu', buttons));
  },
  send: async (sent) => menu.open(sent),
});

const formOf = (place: AdminPlace): string => (OF_AN_AREA.includes(place) ? 'admin-area' : (FORM_OF[place] ?? place));

/** Another form or page of administration, in the same view. */
function shown(sitting: Sitting, form: string, about: Record<string, string>): Promise<Step> {
  const one = adminForms.find((each) => each.form.id === form) ?? menu;
  return one.open({ ...sitting, state: openedState({ form, language: sitting.state.language, about }) });
}

/** Which area: asked where it does not follow, then the part that `about.place` names. */
const area: AnyRecordForm = recordForm({
  form: adminAreaForm,
  async open(sitting) {
    const { bot, state, who } = sitting;
    if (state.about.areaId) return partOf(sitting);
    const rights = await bot.registrar.rights(who);
    const managed = managedAreas(bot, rights);
    const about = { ...state.about, managed: managed.length > 40 ? '' : managed.map(({ id }) => id).join(',') };
    const [only] = managed;
    if (managed.length === 1 && only)
      return partOf({ ...sitting, state: { ...state, about: { ...about, areaId: only.id } } });
    return { kind: 'sheet', state: openedState({ ...state, about, kept: {} }) };
  },
  choices: (sitting) => ({ areaId: allAreas(sitting) }),
  send: ({ values, state, ...sitting }) => {
    const about = { place: state.about.place ?? 'members', areaId: values.areaId ?? '' };
    return partOf({ ...sitting, state: openedState({ form: 'admin-area', language: state.language, about }) });
  },
});

function partOf(sitting: Sitting): Promise<Step> {
  const { state } = sitting;
  switch (state.about.place) {
    case 'sections':
      return sectionsPage(sitting);
    case 'handover':
      return handoverPage(sitting);
    case 'closed-days':
      return areaClosedDays(sitting);
    case 'office-settings':
      return areaOfficeSettings(sitting);
    case 'channel':
      return shown(sitting, 'channel', { areaId: state.about.areaId ?? '' });
    default:
      return membersPage(sitting);
  }
}

export const adminForms: readonly AnyRecordForm[] = [
  menu,
  area,
  ...memberForms,
  ...sectionForms,
  ...handoverForms,
  ...closedDaysForms,
  ...officeSettingsForms,
  ...joinForms,
  ...lexiconForms,
  ...blackOutForms,
];

const HISTORY = { ja: adminWords.ja.history, en: adminWords.en.history };

/** What is pressed around the forms of administration. */
export function adminButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  listeners.action(ADMIN.undo, {
    lazy: (call) =>
      forms.pressed(call, async (language) => {
        const entry = ReadFormValue.entry.parse(chosen(call));
        return undoneStep(bot, await bot.members.undo(call.who, call.key, entry), language);
      }),
  });
  listeners.action(ADMIN.history, {
    lazy: (call) =>
      forms.above(call, HISTORY, (language) =>
        adminHistoryStep(bot, ReadFormValue.adminNamed.parse(chosen(call)), language),
      ),
  });
}
