import { NoticePreference } from '../records/notice-preference.ts';
import { noticeChoiceWords, noticeSettingsWords } from '../words/notice-settings.ts';
import { radio } from './fields.ts';
import { defineForm } from './form.ts';

const { way, scope, digest, meetings } = NoticePreference.shape;
const { fields: words } = noticeSettingsWords;

/** 通知の設定: concerns whoever sends it alone (rules 9.5 and 9.6). */
export const noticeSettingsForm = defineForm({
  id: 'notice-settings',
  words: noticeSettingsWords,
  fields: {
    way: radio(words.way, way, way.options, noticeChoiceWords.way),
    digest: radio(words.digest, digest, digest.options, noticeChoiceWords.digest),
    scope: radio(words.scope, scope, scope.options, noticeChoiceWords.scope),
    meetings: radio(words.meetings, meetings, meetings.options, noticeChoiceWords.meetings),
  },
});
