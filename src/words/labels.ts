import type {
  AccessWay,
  Facet,
  HubMode,
  MeetingKind,
  MeetingStatus,
  Scene,
  StatementStatus,
  ToolKind,
  ToolRole,
  ValueKind,
} from '../records/vocabulary.ts';

export type Language = 'ja' | 'en';
type Words<K extends string> = Record<K, Record<Language, string>>;

const pair = (ja: string, en: string): Record<Language, string> => ({ ja, en });

export const facetWords: Words<Facet | 'vision'> = {
  situation: pair('在宅医療・介護連携の状況', 'situation'),
  initiative: pair('取組', 'initiatives'),
  practice: pair('工夫', 'practices'),
  difficulty: pair('困難に感じていること', 'difficulties'),
  crossDepartment: pair('部局間・事業間連携', 'cross-department work'),
  withoutRelatives: pair('身寄りのない方への支援', 'support for people without relatives'),
  discharge: pair('入退院支援', 'hospital admission and discharge'),
  acp: pair('ACP', 'ACP'),
  emergency: pair('救急との連携', 'emergency'),
  ict: pair('ICT', 'ICT'),
  outreach: pair('普及啓発・研修資料', 'outreach and training'),
  bcp: pair('地域BCP', 'BCP'),
  hub: pair('連携拠点', 'hub'),
  vision: pair('目指す姿', 'vision'),
  policy: pair('方針', 'policy'),
};

export const sceneWords: Words<Scene> = {
  日常の療養支援: pair('日常の療養支援', 'everyday care'),
  入退院支援: pair('入退院支援', 'admission and discharge'),
  急変時の対応: pair('急変時の対応', 'sudden change'),
  看取り: pair('看取り', 'end of life'),
  '4場面共通': pair('4場面共通', 'all scenes'),
  全体: pair('全体', 'overall'),
};

export const statusWords: Words<StatementStatus | 'blank'> = {
  doing: pair('実施', 'doing'),
  planned: pair('予定', 'planned'),
  considering: pair('検討中', 'under consideration'),
  none: pair('なし', 'none'),
  blank: pair('記載なし', 'not stated'),
};

export const modeWords: Words<HubMode> = {
  'in-house': pair('直営', 'run by the municipality itself'),
  contracted: pair('委託', 'contracted out'),
  joint: pair('共同設置', 'run jointly'),
  'not-stated': pair('直営・委託の別は記載なし', 'in-house or contracted: not stated'),
};

export const roleWords: Words<ToolRole> = {
  maker: pair('作成', 'made here'),
  user: pair('利用', 'used here'),
};

export const accessWords: Words<AccessWay> = {
  website: pair('ホームページ', 'website'),
  'members-site': pair('会員サイト', 'members’ site'),
  counter: pair('窓口', 'counter'),
  library: pair('図書館', 'library'),
  contact: pair('要連絡', 'on request'),
  distributed: pair('配布', 'handed out'),
  shop: pair('市販', 'on sale'),
  app: pair('アプリ', 'app'),
  broadcast: pair('放送', 'broadcast'),
  none: pair('公表の予定なし', 'not published'),
  unknown: pair('入手先の記載なし', 'access not stated'),
};

export const toolKindWords: Words<ToolKind> = {
  sheet: pair('シート', 'sheet'),
  note: pair('ノート', 'note'),
  guide: pair('手引き', 'guide'),
  manual: pair('マニュアル', 'manual'),
  guideline: pair('ガイドライン', 'guideline'),
  form: pair('様式', 'form'),
  leaflet: pair('パンフレット・チラシ', 'leaflet'),
  booklet: pair('冊子', 'booklet'),
  map: pair('マップ', 'map'),
  list: pair('一覧', 'list'),
  film: pair('映画', 'film'),
  video: pair('動画', 'video'),
  kit: pair('キット', 'kit'),
  card: pair('カード', 'card'),
  ict: pair('ICT・情報共有システム', 'ICT system'),
  website: pair('ホームページ', 'website'),
  newsletter: pair('たより', 'newsletter'),
  material: pair('資料', 'material'),
  'survey-result': pair('調査結果', 'survey result'),
  game: pair('ゲーム', 'game'),
  book: pair('本', 'book'),
  other: pair('その他', 'other'),
};

export const meetingKindWords: Words<MeetingKind> = {
  conference: pair('会議', 'conference'),
  training: pair('研修', 'training'),
  lecture: pair('講演会', 'lecture'),
  'case-study': pair('事例検討', 'case study'),
  exchange: pair('意見交換', 'exchange'),
  event: pair('催し', 'event'),
  'survey-hearing': pair('ヒアリング', 'hearing'),
  other: pair('その他', 'other'),
};

export const meetingStatusWords: Words<MeetingStatus> = {
  ongoing: pair('実施', 'held regularly'),
  held: pair('開催済み', 'held'),
  planned: pair('予定', 'planned'),
  considering: pair('検討中', 'under consideration'),
};

export const valueKindWords: Words<ValueKind> = {
  planned: pair('計画値', 'planned'),
  actual: pair('実績値', 'actual'),
  forecast: pair('見込', 'forecast'),
  partial: pair('年度途中', 'part-year'),
};
