import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates } from '../../calendar/date-text.ts';
import type { AnyUnderstood, UnderstoodFields, UnderstoodPart } from '../../records/understood.ts';
import {
  FINISHED_STATUSES,
  type InitiativeStatus,
  type MeetingKind,
  type MeetingStatus,
  type StatementStatus,
} from '../../records/vocabulary.ts';
import { writtenDate } from '../../records/written-dates.ts';

// Meetings and enquiries that a document's texts name: 「多職種合同研修会（年2回）」, 「実態調査を行った」. What a body or a
// meeting is called ends with one of some words; what stands before it up to a particle is its name.

const MEETINGS: readonly (readonly [string, MeetingKind])[] = [
  ['事例検討会|ケース検討会|症例検討会|検討会', 'case-study'],
  ['意見交換会|交流会|連携会|懇談会|座談会|情報交換会|集い|つどい|カフェ', 'exchange'],
  ['研修会|勉強会|学習会|練習会|研究会|養成講座|ワークショップ|研修|講習会?|訓練|家族介護教室', 'training'],
  ['講演会|講話|市民公開講座|公開講座|出前講座|講座|セミナー|フォーラム|シンポジウム', 'lecture'],
  ['フェスタ|フェス|フェア|上映会|イベント', 'event'],
  [
    '(?<!社会福祉|専門員|ステーション|サービス)協議会|推進会議|連絡会議|(?<!人生)会議|定例会|説明会|分科会|委員会|専門部会|作業部会|部会|連絡会|カンファレンス',
    'conference',
  ],
];
const ENQUIRIES = 'アンケート調査|アンケート|ヒアリング|(?<!国勢)調査';

const WORDS = MEETINGS.map(([words]) => words).join('|');
/** Whom one meets: 「医師会と合同研修会」, and not 「冊子と講演会」, which are two things. */
const WITH =
  '(?<=[会所部局課者員師職院校市町村県]|センター|拠点|団体|支部)と(?:の|(?=合同|共同|勉強会|研修|意見交換会|会議))';
const NAME = `(?:[\\p{Script=Han}\\p{Script=Katakana}ー々A-Za-z0-9@＠・&＆]|「[^」]{1,30}」|の(?!開催|実施|参加|際|中|場)|向け|による|のための|に関する|に係る|についての?|における|に向けた|を対象とした|をテーマにした|に対する|を対象に|について、(?=アンケート|ヒアリング)|見える|など|等|${WITH})*`;
const MEETING = new RegExp(
  `(?<=「)[^「」、。・]{2,30}(?:${WORDS})(?=」)|${NAME}?(?:${WORDS})(?!の?(?:設置|資料|事務局)|場|長|員|修了|受講)`,
  'gu',
);
const ENQUIRY = new RegExp(
  `(?:${NAME}?(?:${WORDS})(?:等|など)?の?(?:終了)?後には?、?|${NAME}?)(?:${ENQUIRIES})(?!結果|票|員|項目|で)`,
  'gu',
);

interface Said {
  text: string;
  status: StatementStatus | 'held';
  at: string;
  place: string;
  /** A list's item, which is no sentence: what ends with a word for a meeting is a name as a whole. */
  isItem?: boolean;
}

/** The meetings and enquiries that a part names, each by its name once. */
export function eventsIn({ records }: Pick<UnderstoodPart, 'records'>): AnyUnderstood[] {
  const events = new Map<string, AnyUnderstood>();
  for (const said of records.flatMap(saidIn)) {
    if (said.status === 'none') continue;
    for (const title of said.isItem ? itemNamesIn(said.text) : namesIn(said.text, MEETING))
      put(events, meetingOf(title, said));
    for (const title of namesIn(said.text, ENQUIRY)) put(events, enquiryOf(title, said));
  }
  return [...events.values()];
}

function put(events: Map<string, AnyUnderstood>, event: AnyUnderstood): void {
  const title = event.kind === 'meeting' || event.kind === 'survey' ? event.fields.title : '';
  const key = `${event.kind} ${title.replace(/\s/g, '')}`;
  if (!events.has(key)) events.set(key, event);
}

function saidIn({ kind, fields, at, place }: AnyUnderstood): Said[] {
  if (kind === 'answer' && fields.facet !== 'difficulty') {
    return fields.statements.map(({ text, status }) => ({ text, status: status ?? 'planned', at, place }));
  }
  if (kind === 'evaluation') {
    const points = [fields.checked, fields.nextPlan].flatMap((text, index) =>
      (text?.split('\n') ?? []).map((point) => ({ text: point, status: index === 0 ? 'doing' : 'planned' }) as const),
    );
    return points.map((point) => ({ ...point, at, place }));
  }
  if (kind !== 'initiative') return [];
  const status = STATES[fields.status] ?? (FINISHED_STATUSES.includes(fields.status) ? 'held' : 'doing');
  // A section's heading says what it is about, and names no training.
  const title = fields.content !== null && /研修$/.test(fields.title) ? null : fields.title;
  return [title, fields.content, ...fields.items.map(({ title }) => title)].flatMap((text) =>
    text === null ? [] : [{ text, status, at, place, isItem: text !== fields.content }],
  );
}

const STATES: Partial<Record<InitiativeStatus, StatementStatus>> = {
  予定: 'planned',
  検討中: 'considering',
  協議中: 'considering',
};

/** Said by itself, such a word names no one meeting. */
const BARE =
  /^(?:各.{0,6}|他.{0,4}の?)?(?:オンライン|合同|対面|市民|実態|利用)?(?:会議|研修会?|勉強会|部会|委員会|講座|講演会|意見交換会|交流会|検討会|協議会|連絡会|イベント|セミナー|シンポジウム|フォーラム|カンファレンス|ワークショップ|カフェ|訓練|講習会?|説明会|定例会|調査|アンケート(?:調査)?|ヒアリング)$/u;

/** The names that a text says in full: not a 「会議」 or 「研修会」 alone. */
function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.normalize('NFKC').matchAll(pattern)]
    .map(([name]) => name.replace(/^(?:の|・|と|等|など|向け|による|のための|に関する|を対象に|(?:年|月)?\d+回)+/u, ''))
    .map(called)
    .filter((name) => name.length >= 4 && name.length <= 40 && !BARE.test(name));
}

/** As a name says what a sentence tells: 「研修会後に、アンケートを」 is of 研修会後のアンケート. */
const called = (name: string): string =>
  name
    .replace(/を対象に/gu, 'を対象とした')
    .replace(/について、/gu, 'についての')
    .replace(/後には?、?(?=アンケート|ヒアリング|調査)/gu, '後の')
    .replace(/と(?=(?:合同|共同|勉強会|研修|意見交換会|会議))/gu, 'との');

/** Of 「心がまえ勉強会、出前講座」 both. */
function itemNamesIn(item: string): string[] {
  return item
    .normalize('NFKC')
    .split('、')
    .flatMap((part) => {
      const name = part.replace(/^.*(?:対象に|向けに|として|において|[:：])/u, '').trim();
      const isName = ENDS_WITH_WORD.test(name) && name.length >= 4 && name.length <= 40 && !BARE.test(name);
      return isName && !/[「」]/.test(name) ? [called(name)] : namesIn(part, MEETING);
    });
}

const ENDS_WITH_WORD = new RegExp(`(?:${WORDS})$`, 'u');

const NO_DAY = '2024-01-01' as CalendarDate;

function meetingOf(title: string, { text, status, at, place }: Said): AnyUnderstood {
  const plain = text.normalize('NFKC');
  const kind = MEETINGS.find(([words]) => new RegExp(`(?:${words})$`, 'u').test(title))?.[1] ?? 'other';
  const fields: UnderstoodFields['meeting'] = {
    title,
    kind,
    status: statusOf(plain, status),
    ...rhythmIn(plain),
    dates: datesIn(plain),
    time: /\d{1,2}[:時]\d{0,2}分?\s*[~～〜-]\s*\d{1,2}[:時]\d{0,2}分?/.exec(plain)?.[0] ?? null,
    method: /ハイブリッド|オンライン|Zoom|書面|対面/.exec(plain)?.[0] ?? null,
    host: null,
    members: null,
    theme: null,
    location: null,
  };
  return { kind: 'meeting', place, at, source: text, fields };
}

function enquiryOf(title: string, { text, status, at, place }: Said): AnyUnderstood {
  const plain = text.normalize('NFKC');
  const nothing = { target: null, method: null, answers: null, questions: null, next: null, link: null } as const;
  const fields: UnderstoodFields['survey'] = {
    ...nothing,
    title,
    when: datesIn(plain)[0] ?? null,
    status: statusOf(plain, status),
  };
  return { kind: 'survey', place, at, source: text, fields };
}

const HELD = /(?:開催|実施)(?:した|済み?|しました)|行った|行いました/;

function statusOf(text: string, status: Said['status']): MeetingStatus {
  if (status === 'planned' || status === 'considering' || status === 'held') return status;
  return HELD.test(text) ? 'held' : 'ongoing';
}

const datesIn = (text: string): string[] =>
  findDates(text, NO_DAY)
    .filter(({ yearGiven }) => yearGiven)
    .map(writtenDate);

const RHYTHMS: readonly (readonly [RegExp, (count: number) => number])[] = [
  [/年(?:に|間)?(\d{1,2})回|(\d{1,2})回\/年/, (count) => count],
  [/毎月|月(?:に)?(\d)回/, (count) => count * 12],
  [/隔月|(?:2|二)か?[カヶケ]?月に1回/, () => 6],
];

/** How often, in the document's words and, where they say it, in times a year. */
function rhythmIn(text: string): { frequency: string | null; perYear: number | null } {
  for (const [words, perYear] of RHYTHMS) {
    const found = words.exec(text);
    if (found) return { frequency: found[0], perYear: perYear(Number(found[1] ?? found[2] ?? 1)) };
  }
  return { frequency: /隔週|毎週|随時/.exec(text)?.[0] ?? null, perYear: null };
}
