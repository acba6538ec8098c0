import { actions, button, fallback, paragraph, richText } from '../src/slack/blocks.ts';
import { type OpeningParts, openButton } from '../src/slack/record-forms.ts';
import type { Message } from '../src/slack/voice.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import { noticeSettingsTalk } from '../src/words/notice-settings.ts';

// The doors to the forms of records beside the commands: on Home, and where somebody asks for a change by talking.

const DOORS = {
  update: 'initiative-choose',
  answer: 'answer-choose',
  share: 'share-choose',
  indicator: 'indicator-choose',
  evaluate: 'evaluation-choose',
  meeting: 'meeting-choose',
  deadline: 'deadline-choose',
  report: 'report',
  calendar: 'calendar',
  admin: 'admin',
  join: 'join',
  notices: 'notice-settings',
} as const;
type Door = keyof typeof DOORS;

/** Doors for everybody; the others open where there is something behind them. */
const COMMON = [
  'update',
  'answer',
  'share',
  'indicator',
  'evaluate',
  'meeting',
  'deadline',
  'report',
  'calendar',
] as const satisfies Door[];

/** What a button holds besides the line. */
const LONGEST_LINE = 1_500;

const doorButton = (door: Door, language: Language, line = '') =>
  button(openButton(door, changeWords[language].entry[door], openingOf({ door, line })));

/** The doors for Home. `manages`: whether there is anything that this person manages. */
export const entryButtons = (language: Language, manages = false) =>
  actions(
    'record',
    [...COMMON, ...(manages ? (['admin'] as const) : [])].map((door) => doorButton(door, language)),
  );

const VERB = '(?:更新|記録|登録|入力|追加|修正|訂正|変更|回答|共有|延期|中止|提出|出力|書き出し|ダウンロード)';
const ASKS = new RegExp(
  `${VERB}(?:を?(?:したい|して(?:ください|下さい|ほしい|欲しい|もらえますか)?|します|する|お願い(?:します)?)|お願い(?:します)?)(?:です|のですが|んですが)?[。！!]?$`,
);
const ASKS_ENGLISH =
  /^(?:please |i want to |i'd like to )?(?:update|record|register|add|enter|change|correct)\b(?!.*\?)/i;

/** 通知の設定, however somebody says it. */
const SETS_NOTICES =
  /^(?:(?:私|わたし|自分)(?:への|の))?(?:通知|お知らせ|リマインド)(?:を(?:減らしたい(?:です)?|減らして(?:ください)?|減らす)|の(?:設定|受け取り方)(?:を?(?:開いて(?:ください)?|開く|変えたい(?:です)?|変える|変更(?:したい(?:です)?|する)?))?)[。！!]?$|^(?:my )?(?:notifications?|notice settings|notification settings)[.!]?$/i;

/** Who says so of oneself asks to be registered; who manages says what. */
const SAYS_SO = /^[^？?]*(?:の|に)?担当(?:者)?(?:です|になりました|になった)[。！!]?$/;
const MANAGES =
  /^(?:となりまちの)?(?:管理|管理画面|管理メニュー|administration)(?:を?(?:開いて(?:ください)?|開く|見せて(?:ください)?|したい(?:です)?))?[。！!]?$/i;
const MANAGED =
  /^メンバー|役割|権限|主担当|代理|課・係|チャンネル|引き?継ぎ?|異動|閉庁日|休庁日|用語|言葉|墨消し|\b(?:member|role|section|handover|closed days?)/i;

/** The word alone, or asked for as a file or to subscribe to. */
const CALENDAR =
  /^(?:会議や?の?|締切の|予定の)?(?:カレンダー|calendar|ics|\.ics)(?:ファイル| file| feed)?(?:を?(?:ください|下さい|ほしい|欲しい|見せて|開いて|開く|登録したい|購読したい))?[。！!]?$/i;

const WORDS: readonly [Door, RegExp][] = [
  ['admin', MANAGED],
  ['report', /調査票|シート|指標表|PDCA表|まとめ|出力|書き出し|ダウンロード|エクセル|excel|csv/i],
  ['indicator', /指標|計画値|実績値|見込み?|indicator|figure/i],
  ['evaluate', /評価|成熟度|evaluat|rating/i],
  ['share', /資料|ツール|アンケート|手引き|共有|tool|document|survey to share/i],
  ['deadline', /締め?切り?|報告期限|提出|deadline/i],
  ['meeting', /会議|日程|(?:延期|中止)(?:を?(?:したい|して|します|する|お願い))|meeting/i],
  ['answer', /調査|回答|連携拠点|目指す姿|目標|answer|hub|vision/i],
];

/** Which form somebody asks for by talking; null where the text is a question. */
export function changeAsked(text: string): { door: Door; line: string } | null {
  const said = text.trim();
  if (MANAGES.test(said)) return { door: 'admin', line: '' };
  if (SETS_NOTICES.test(said)) return { door: 'notices', line: '' };
  if (CALENDAR.test(said)) return { door: 'calendar', line: '' };
  if (SAYS_SO.test(said)) return { door: 'join', line: said };
  if (!ASKS.test(said) && !ASKS_ENGLISH.test(said)) return null;
  const door = WORDS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'update';
  const line = said
    .replace(ASKS, '')
    .replace(ASKS_ENGLISH, '')
    .replace(/[をのに、\s]+$/, '')
    .trim();
  return { door, line: /^(?:取組|指標|評価|資料|調査|状況|会議|会議の予定|締切|報告の締切)?$/.test(line) ? '' : line };
}

/** The form itself, where it can be opened at once. */
export const openingOf = ({ door, line }: { door: Door; line: string }): OpeningParts => ({
  form: DOORS[door],
  about: line === '' || line.length > LONGEST_LINE ? {} : { line },
});

/** The button to the form, where somebody asked for a change. */
export function entryMessage({ door, line }: { door: Door; line: string }, language: Language): Message {
  const { talked } = door === 'notices' ? noticeSettingsTalk[language] : changeWords[language];
  return {
    text: fallback(talked),
    blocks: [richText(paragraph(talked)), actions('record', [doorButton(door, language, line)])],
  };
}
