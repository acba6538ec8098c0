import { parseIso } from '../calendar/calendar-date.ts';
import { formatDate } from '../calendar/wareki.ts';
import type { HistoryKind } from '../records/changes.ts';
import { changeWords } from './changes.ts';
import { closedDaysValue, closedDaysWords } from './closed-days.ts';
import { evaluationStateWords, memberRoleWords, statedWords, weightWords } from './form-choices.ts';
import {
  addIndicatorWords,
  addInitiativeWords,
  answerWords,
  channelWords,
  evaluationWords,
  figuresWords,
  hubWords,
  initiativeDetailsWords,
  initiativePlaceWords,
  memberWords,
  planWords,
  sectionWords,
  surveyWords,
  toolWords,
  updateWords,
  wordWords,
} from './form-fields.ts';
import type { FieldWords } from './form-parts.ts';
import {
  accessWords,
  facetWords,
  type Language,
  meetingKindWords,
  meetingStatusWords,
  modeWords,
  roleWords,
  sceneWords,
  statusWords,
  toolKindWords,
  valueKindWords,
} from './labels.ts';
import { askNeighboursWords } from './neighbours.ts';
import { officeSettingsTalk, officeSettingValue, prefectureSettingsWords } from './office-settings.ts';
import { plannedChoices, plannedFieldWords, plannedValue } from './planned.ts';
import { surveyChoices, surveyFieldWords, surveyValue } from './survey-round.ts';

// A record's fields and what stands in them, as people read them: in confirmations, in history, in conflicts.

type Both = Record<Language, string>;
const LONGEST = 200;

const other: Record<string, Both> = {
  items: { ja: '小項目', en: 'Sub-items' },
  uses: { ja: '利用', en: 'Uses' },
  aliases: { ja: '別名', en: 'Other names' },
  facet: { ja: '調査票の欄', en: 'Column' },
  scene: { ja: '場面', en: 'Scene' },
  fiscalYear: { ja: '年度', en: 'Fiscal year' },
  value: { ja: '値', en: 'Figure' },
  kind: { ja: '種類', en: 'Kind' },
  state: { ja: '状態', en: 'State' },
  draft: evaluationWords.fields.state.label,
  indicatorId: { ja: '指標', en: 'Indicator' },
  withdrawn: { ja: '取りやめ', en: 'Withdrawn' },
  note: { ja: '備考', en: 'Note' },
  asOf: { ja: '時点', en: 'As of' },
  lead: { ja: '主担当', en: 'In charge' },
  approved: { ja: '承認', en: 'Approved' },
  '': { ja: '名称', en: 'Title' },
};

/** No form asks for these: documents tell them. */
const describedMeetingFields: Readonly<Record<string, FieldWords>> = {
  title: { label: { ja: '会議・研修の名称', en: 'Title' } },
  perYear: { label: { ja: '年の回数', en: 'Times a year' } },
  frequency: { label: { ja: '頻度', en: 'How often' } },
  dates: { label: { ja: '開催日', en: 'Dates' } },
  time: { label: { ja: '時刻', en: 'Time' } },
  host: { label: { ja: '主催', en: 'Host' } },
  members: { label: { ja: '参加者', en: 'Who takes part' } },
  theme: { label: { ja: 'テーマ', en: 'Theme' } },
  location: { label: { ja: '会場', en: 'Place' } },
};

const fieldsOf: Record<HistoryKind, Readonly<Record<string, FieldWords>>> = {
  initiative: {
    ...addInitiativeWords.fields,
    ...updateWords.fields,
    ...initiativeDetailsWords.fields,
    ...initiativePlaceWords.fields,
  },
  answer: { areaIds: planWords.fields.areaIds, ...answerWords.fields },
  hub: hubWords.fields,
  plan: planWords.fields,
  tool: toolWords.fields,
  survey: surveyWords.fields,
  meeting: { ...surveyWords.fields, ...describedMeetingFields },
  indicator: addIndicatorWords.fields,
  value: figuresWords.fields,
  evaluation: { areaId: addInitiativeWords.fields.areaId, ...evaluationWords.fields },
  member: memberWords.fields,
  section: sectionWords.fields,
  area: channelWords.fields,
  word: wordWords.fields,
  closedDays: closedDaysWords.fields,
  officeSettings: prefectureSettingsWords.fields,
  text: {},
  neighbourRequest: askNeighboursWords.fields,
  ...plannedFieldWords,
  ...surveyFieldWords,
};

/** What a field of a record is called. */
export const fieldLabel = (kind: HistoryKind, field: string, language: Language): string =>
  (fieldsOf[kind][field]?.label ?? other[field])?.[language] ?? field;

type Choices = Readonly<Record<string, Both>>;

const choices: Readonly<Record<string, Choices>> = {
  'initiative.scene': sceneWords,
  'plan.scene': sceneWords,
  'indicator.scene': sceneWords,
  'evaluation.scene': sceneWords,
  'answer.stated': statedWords,
  'answer.facet': facetWords,
  'plan.stated': statedWords,
  'hub.mode': modeWords,
  'tool.kind': toolKindWords,
  'survey.status': meetingStatusWords,
  'meeting.kind': meetingKindWords,
  'meeting.status': meetingStatusWords,
  'value.kind': valueKindWords,
  'member.role': memberRoleWords,
  'word.weight': weightWords,
  ...plannedChoices,
  ...surveyChoices,
};

/** Fields that hold the id of a person, a channel or a section. */
const NAMED = new Set(['user', 'deputyOf', 'channel', 'inCharge', 'sectionId']);

/** What stands in a field, in short. `nameOf`: what an area, a person, a channel or a section of this id is called. */
export function shownValue(
  kind: HistoryKind,
  field: string,
  value: unknown,
  language: Language,
  nameOf: (id: string) => string,
): string {
  const words = changeWords[language];
  if (field === 'leads' && value === null) return officeSettingsTalk[language].byOffice;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (field === 'draft') return evaluationStateWords[value === true ? 'draft' : 'final'][language];
  if (field === 'areaId' || field === 'areaIds' || field === 'ownerId')
    return [value].flat().map(String).map(nameOf).join('・');
  const day = kind === 'member' && (field === 'from' || field === 'until') ? parseIso(String(value)) : null;
  if (day) return formatDate(day, language);
  if (NAMED.has(field)) return nameOf(String(value));
  const closed = kind === 'closedDays' ? closedDaysValue(field, value, language) : null;
  if (closed) return closed;
  const set = kind === 'officeSettings' ? officeSettingValue(field, value, language) : null;
  if (set) return set;
  const isPlanned = kind in plannedFieldWords || (kind === 'initiative' && field === 'leads');
  const planned = isPlanned ? plannedValue(field, value, language, nameOf) : null;
  if (planned) return planned;
  const surveyed = kind in surveyFieldWords ? surveyValue(field, value, language, nameOf) : null;
  if (surveyed) return cut(surveyed);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : cut(value.map((each) => partOf(each, language, nameOf)).join('\n'));
  const chosen = choices[`${kind}.${field}`]?.[String(value)];
  return chosen ? chosen[language] : cut(String(value));
}

interface Part {
  title?: string;
  text?: string;
  name?: string;
  status?: string;
  role?: keyof typeof roleWords;
  ways?: (keyof typeof accessWords)[];
  areaIds?: string[] | null;
  [further: string]: unknown;
}

/** What else can be changed of a part, and so must be seen where old stands beside new. */
const FURTHER = ['access', 'contact', 'link', 'terms', 'since', 'purpose', 'when', 'memo', 'asOf'] as const;

/** A sub-item, a statement or a use, on one line. */
function partOf(part: unknown, language: Language, areaName: (id: string) => string): string {
  if (typeof part !== 'object' || part === null) return String(part);
  const { title, text, name, status, role, ways, areaIds, ...more } = part as Part;
  const shown = status && status in statusWords ? statusWords[status as keyof typeof statusWords][language] : status;
  const rest = [
    (areaIds ?? []).map(areaName).join('・'),
    role && roleWords[role][language],
    shown,
    (ways ?? []).map((way) => accessWords[way][language]).join('・'),
    ...FURTHER.map((field) => more[field]),
  ].filter(Boolean);
  return `${title ?? text ?? name ?? ''}${rest.length > 0 ? `（${rest.join('、')}）` : ''}`;
}

/** Never within a character. */
const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
