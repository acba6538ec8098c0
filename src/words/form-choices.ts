import type { Role } from '../records/roles.ts';
import type { LexiconWeight } from '../records/rows.ts';
import type { InitiativeStatus, ProjectItem, Stated } from '../records/vocabulary.ts';
import type { Language } from './labels.ts';

// What can be chosen in forms and has no words elsewhere.

type Both = Record<Language, string>;
const both = (ja: string, en: string): Both => ({ ja, en });

/** The statuses stay Japanese in the records; an English form says what they mean. */
export const initiativeStatusWords: Record<InitiativeStatus, Both> = {
  予定: both('予定', '予定 (planned)'),
  検討中: both('検討中', '検討中 (under consideration)'),
  協議中: both('協議中', '協議中 (under discussion)'),
  実施中: both('実施中', '実施中 (under way)'),
  開催済み: both('開催済み', '開催済み (held)'),
  実施済み: both('実施済み', '実施済み (done)'),
  公表済み: both('公表済み', '公表済み (published)'),
  未着手: both('未着手', '未着手 (not begun)'),
  未実施: both('未実施', '未実施 (not done)'),
  '延期（日程未定）': both('延期（日程未定）', '延期（日程未定）(postponed, date open)'),
  中止: both('中止', '中止 (cancelled)'),
  記載なし: both('記載なし', '記載なし (not stated)'),
};

export const draftDecisionWords: Record<'approve' | 'send-back', Both> = {
  approve: both('承認する（記録に反映する）', 'Approve: it goes into the records'),
  'send-back': both('差し戻す', 'Send it back'),
};

export const statedWords: Record<Stated, Both> = {
  yes: both('内容あり', 'Something is said'),
  none: both('なし（取り組んでいない）', 'None (なし)'),
  blank: both('記載なし（答えない）', 'Not stated (記載なし)'),
};

/** 事業項目 ア〜ク of 地域支援事業実施要綱 別記3. */
export const projectItemWords: Record<ProjectItem, Both> = {
  ア: both('ア 地域の医療・介護の資源の把握', 'ア resources of the area'),
  イ: both('イ 課題の抽出と対応策の検討', 'イ problems and answers to them'),
  ウ: both('ウ 切れ目のない提供体制の構築推進', 'ウ seamless services'),
  エ: both('エ 医療・介護関係者の情報共有の支援', 'エ sharing of information'),
  オ: both('オ 在宅医療・介護連携に関する相談支援', 'オ advice'),
  カ: both('カ 医療・介護関係者の研修', 'カ training'),
  キ: both('キ 地域住民への普及啓発', 'キ outreach to residents'),
  ク: both('ク 関係市区町村の連携', 'ク cooperation of municipalities'),
};

/** 案 or 確定. */
export const evaluationStateWords = { draft: both('案', 'Draft (案)'), final: both('確定', 'Final (確定)') };

/** What a person may do; the values are those of the import. */
export const memberRoleWords: Record<Role, Both> = {
  staff: both('市町担当', 'Staff (市町担当)'),
  manager: both('管理職', 'Manager (管理職)'),
  hub: both('連携拠点', 'Hub (連携拠点)'),
  prefecture: both('県管理者', 'Prefecture (県管理者)'),
  viewer: both('閲覧', 'Viewer (閲覧)'),
};

export const weightWords: Record<LexiconWeight, Both> = {
  strong: both('強い（記録にこの言葉があるものだけ）', 'Strong: only records that speak of it'),
  medium: both('中くらい（残るかぎり絞る）', 'Medium: narrows while something is left'),
  weak: both('弱い（並べる順だけ）', 'Weak: only ranks'),
};
