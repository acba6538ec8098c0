import { noticeSettingsForm } from '../src/forms/notice-settings.ts';
import { NoticePreference } from '../src/records/notice-preference.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import type { Language } from '../src/words/labels.ts';
import { noticeChoiceWords, noticeSettingsTalk, noticeSettingsWords } from '../src/words/notice-settings.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { result } from './outcomes.ts';
import { type AnyRecordForm, type RecordForms, recordForm, type Step } from './record-form.ts';

// 通知の設定: everybody chooses for himself, so nobody is asked whether he may.

const UNDO = 'notice-settings.undo';

export const noticeSettingsForms: readonly AnyRecordForm[] = [
  recordForm({
    form: noticeSettingsForm,
    async open({ bot, who, state }) {
      const typed = noticeSettingsForm.typed(await bot.notices.of(who));
      return { kind: 'sheet', state: noticeSettingsForm.opened(state, typed), showing: { typed } };
    },
    async send({ bot, who, values, state }) {
      const wanted = NoticePreference.parse({ ...(await bot.notices.of(who)), ...values });
      return savedStep(await bot.notices.choose(who, wanted), wanted, state.language);
    },
  }),
];

/** 取り消す: brings back what held before, for the person who presses. */
export function noticeSettingsButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  listeners.action(UNDO, {
    lazy: (call) =>
      forms.pressed(call, async (language) => {
        const wanted = NoticePreference.parse(JSON.parse(chosen(call)));
        const former = await bot.notices.choose(call.who, wanted);
        const text = noticeSettingsTalk[language].undone;
        return result({ kind: 'said', text }, { kind: 'pairs', pairs: pairsOf(former, wanted, language) });
      }),
  });
}

function savedStep(former: NoticePreference, wanted: NoticePreference, language: Language): Step {
  const words = noticeSettingsTalk[language];
  const pairs = pairsOf(former, wanted, language);
  if (JSON.stringify(former) === JSON.stringify(wanted)) {
    return result({ kind: 'said', text: words.unchanged }, { kind: 'pairs', pairs });
  }
  const undo = { action: UNDO, label: words.undo, value: JSON.stringify(former) };
  return result(
    { kind: 'said', text: words.saved },
    { kind: 'pairs', pairs },
    { kind: 'buttons', name: 'saved', buttons: [undo] },
  );
}

/** Every setting as it is now; what changed with what it was. */
function pairsOf(former: NoticePreference, wanted: NoticePreference, language: Language): [string, string][] {
  const shown = <Name extends keyof NoticePreference>(name: Name): [string, string] => {
    const words: Record<string, Record<Language, string>> = noticeChoiceWords[name];
    const [was, is] = [words[former[name]]?.[language] ?? '', words[wanted[name]]?.[language] ?? ''];
    return [noticeSettingsWords.fields[name].label[language], was === is ? is : `${was} → ${is}`];
  };
  return (['way', 'digest', 'scope', 'meetings'] as const).map(shown);
}
