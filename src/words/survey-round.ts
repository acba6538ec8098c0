import { z } from 'zod';
import { parseIso } from '../calendar/calendar-date.ts';
import { formatDate } from '../calendar/wareki.ts';
import {
  HearingSlot,
  ReplyCell,
  ReplyHub,
  type ReplyStatus,
  ReplyVision,
  type ReplyWay,
  RoundColumn,
  type RoundState,
} from '../records/survey-round.ts';
import { statedWords } from './form-choices.ts';
import { facetWords, type Language, modeWords, sceneWords, statusWords } from './labels.ts';

// The prefecture's survey: what its states, its ways and its fields are called.

type Both = Record<Language, string>;
type Labels = Readonly<Record<string, { label: Both }>>;

const both = (ja: string, en: string): Both => ({ ja, en });
const label = (ja: string, en: string) => ({ label: both(ja, en) });

export const replyStatusWords: Record<ReplyStatus, Both> = {
  none: both('未着手', 'not begun'),
  draft: both('下書き', 'draft'),
  answered: both('回答済み', 'answered'),
  returned: both('差戻し', 'returned'),
  accepted: both('受理', 'accepted'),
};

export const replyWayWords: Record<ReplyWay, Both> = {
  chat: both('チャット', 'in chat'),
  sheet: both('調査票', 'by sheet'),
  'in-stead': both('代理入力', 'entered by the prefecture'),
};

export const roundStateWords: Record<RoundState, Both> = {
  open: both('回答受付中', 'open'),
  closed: both('締切済み・公表', 'closed and published'),
};

const columnLabels = Object.fromEntries(
  Object.entries(facetWords).map(([column, words]) => [column, { label: words }]),
) as Record<RoundColumn, { label: Both }>;

/** By kind of record: what its fields are called. */
export const surveyFieldWords = {
  surveyRound: {
    fiscalYear: label('年度', 'Fiscal year'),
    title: label('調査名', 'Title'),
    referenceDate: label('基準日（時点）', 'As of'),
    columns: label('調査する欄', 'Columns'),
    groups: label('回答する市町', 'Who answers'),
    deadlineId: label('回答期限', 'Deadline'),
    slots: label('ヒアリング枠', 'Hearings'),
    state: label('状態', 'State'),
  },
  surveyReply: {
    roundId: label('調査', 'Survey'),
    areaIds: label('市町・地区', 'Municipalities'),
    status: label('回答状況', 'Status'),
    way: label('回答方法', 'By'),
    reason: label('差戻しの理由', 'Reason for returning'),
    ownDay: label('再提出の期限', 'To be sent again by'),
    slot: label('ヒアリング', 'Hearing'),
    ...columnLabels,
  },
} as const satisfies Record<string, Labels>;

/** Columns in a row. */
export const columnsText = (columns: readonly RoundColumn[], language: Language): string =>
  columns.map((column) => facetWords[column][language]).join(language === 'ja' ? '、' : ', ');

const Slots = z.array(HearingSlot);
const Groups = z.array(z.array(z.string()));
const Columns = z.array(RoundColumn);

/** What stands in a field that is more than a text, in short; null where it is one. */
export function surveyValue(
  field: string,
  value: unknown,
  language: Language,
  nameOf: (id: string) => string,
): string | null {
  const separator = language === 'ja' ? '、' : ', ';
  switch (field) {
    case 'columns':
      return columnsText(Columns.parse(value), language);
    case 'groups':
      return Groups.parse(value)
        .map((areaIds) => areaIds.map(nameOf).join('・'))
        .join(separator);
    case 'slots':
      return (
        Slots.parse(value)
          .map((slot) => slotText(slot, language))
          .join(separator) || null
      );
    case 'slot':
      return slotIdText(String(value), language);
    case 'ownDay':
      return dayText(String(value), language);
    default:
      return cellText(field, value, language);
  }
}

const dayText = (text: string, language: Language): string => {
  const day = parseIso(text);
  return day ? formatDate(day, language) : text;
};

/** When a hearing is held. */
export const slotText = ({ day, time }: HearingSlot, language: Language): string =>
  `${formatDate(day, language)} ${time}`;

/** The same of a slot as a reply names it. */
export function slotIdText(slot: string, language: Language): string {
  const [day = '', time = ''] = slot.split('T');
  return `${dayText(day, language)} ${time}`;
}

/** A hub with what is said of it. */
function hubText({ name, mode, operator, location, tel, note }: ReplyHub['hubs'][number], language: Language): string {
  const run = mode === 'not-stated' ? null : modeWords[mode][language];
  const details = [run, operator, location, tel, note].filter((text) => text !== null);
  return details.length > 0 ? `${name}（${details.join('、')}）` : name;
}

/** What is answered in a column, statement by statement. */
function cellText(field: string, value: unknown, language: Language): string | null {
  const column = RoundColumn.safeParse(field);
  if (!column.success) return null;
  if (column.data === 'hub') {
    const { stated, hubs } = ReplyHub.parse(value);
    return hubs.length > 0 ? hubs.map((each) => hubText(each, language)).join('\n') : statedWords[stated][language];
  }
  if (column.data === 'vision')
    return z
      .array(ReplyVision)
      .parse(value)
      .map((each) => visionText(each, language))
      .join('\n');
  const { stated, statements } = ReplyCell.parse(value);
  const lines = statements.map(({ text, status }) =>
    status === 'doing' ? text : `【${statusWords[status][language]}】${text}`,
  );
  return lines.length > 0 ? lines.join('\n') : statedWords[stated][language];
}

/** What is answered in a column, as lines of their own. */
export const surveyLines = (column: RoundColumn, value: unknown, language: Language): string[] =>
  (cellText(column, value, language) ?? '').split('\n').filter((line) => line !== '');

const visionText = ({ scene, stated, vision, goal }: ReplyVision, language: Language): string =>
  `${sceneWords[scene][language]}: ${[vision, goal].filter(Boolean).join(' ／ ') || statedWords[stated][language]}`;

export const surveyChoices: Readonly<Record<string, Readonly<Record<string, Both>>>> = {
  'surveyReply.status': replyStatusWords,
  'surveyReply.way': replyWayWords,
  'surveyRound.state': roundStateWords,
};
