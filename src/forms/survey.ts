import { type ReplyCell, type ReplyVision, ROUND_COLUMNS, RoundColumn } from '../records/survey-round.ts';
import { Stated } from '../records/vocabulary.ts';
import { statedWords } from '../words/form-choices.ts';
import { facetWords } from '../words/labels.ts';
import {
  acceptSurveyWords,
  changeSurveyWords,
  closeSurveyWords,
  openSurveyWords,
  returnSurveyWords,
  sendSurveyWords,
  surveyBoardWords,
  surveyColumnWords,
  surveySlotWords,
  surveyVisionWords,
} from '../words/survey-forms.ts';
import { checkStated } from './answer.ts';
import { checkDay } from './deadline.ts';
import type { Values } from './definition.ts';
import { optional, optionalList } from './field.ts';
import {
  choice,
  choices,
  dateText,
  dayText,
  dueText,
  fiscalYear,
  hearingSlots,
  leadTimes,
  longText,
  multiSelect,
  nameLines,
  radio,
  shortText,
  statementLines,
} from './fields.ts';
import { defineForm } from './form.ts';
import { type StatementLine, statementsFrom } from './readings/statements.ts';

// The forms of the prefecture's survey: opening a round, answering it column by column, sending in, returning, closing.

const open = openSurveyWords.fields;

/** What can be changed of a round while it is open. */
const changeable = (words: typeof changeSurveyWords.fields) => ({
  title: shortText(words.title),
  columns: multiSelect(words.columns, RoundColumn, ROUND_COLUMNS, facetWords),
  due: dueText(words.due),
  leads: optional(leadTimes(words.leads)),
  areaIds: choices(words.areaIds),
  joint: optionalList(nameLines(words.joint)),
  slots: optionalList(hearingSlots(words.slots)),
});

export const openSurveyForm = defineForm({
  id: 'survey-open',
  words: openSurveyWords,
  steps: [
    ['fiscalYear', 'title', 'referenceDate', 'columns', 'due', 'leads'],
    ['areaIds', 'joint', 'slots'],
  ],
  fields: {
    fiscalYear: fiscalYear(open.fiscalYear),
    referenceDate: dateText(open.referenceDate, () => 'latest'),
    ...changeable(open),
  },
  check: ({ due }, about) => checkDay(due, about),
});

/** A round that is open, as far as it can be changed. */
export const changeSurveyForm = defineForm({
  id: 'survey-change',
  words: changeSurveyWords,
  steps: [
    ['title', 'columns', 'due', 'leads'],
    ['areaIds', 'joint', 'slots'],
  ],
  fields: {
    ...changeable(changeSurveyWords.fields),
  },
  check: ({ due }, about) => checkDay(due, about),
});

const ground = optional(longText(surveyColumnWords.fields.reason));

/** One of the twelve columns. */
export const surveyColumnForm = defineForm({
  id: 'survey-column',
  words: surveyColumnWords,
  fields: {
    stated: radio(surveyColumnWords.fields.stated, Stated, Stated.options, statedWords),
    statements: optional(statementLines(surveyColumnWords.fields.statements)),
    reason: ground,
  },
  check: checkStated,
});

/** What stands in the form for a cell. */
export const cellTyped = ({ stated, statements }: ReplyCell) => surveyColumnForm.typed({ stated, statements });

/** A cell after its lines were edited; a line that was left alone or corrected keeps what it continues. */
export function cellChange(
  { stated, statements }: { stated?: Stated; statements?: StatementLine[] | null },
  now: ReplyCell,
): ReplyCell {
  const numbered = now.statements.map(({ text, status, areaIds, scenes, when }, at) => ({
    ...{ id: String(at), text, status, areaIds, scenes, when },
  }));
  const lines = statements === undefined ? numbered : statementsFrom(statements ?? [], numbered);
  return {
    stated: stated ?? now.stated,
    text: null,
    statements: lines.map(({ id, ...line }) => {
      const { from = null, topics = [], tools = [] } = (id === null ? null : now.statements[Number(id)]) ?? {};
      return { from, topics, tools, ...line };
    }),
  };
}

const vision = surveyVisionWords.fields;

/** By scene, the field that holds its vision. */
export const VISION_FIELDS = {
  日常の療養支援: 'everyday',
  入退院支援: 'discharge',
  急変時の対応: 'sudden',
  看取り: 'endOfLife',
} as const;

export const surveyVisionForm = defineForm({
  id: 'survey-vision',
  words: surveyVisionWords,
  fields: {
    everyday: optional(longText(vision.everyday)),
    discharge: optional(longText(vision.discharge)),
    sudden: optional(longText(vision.sudden)),
    endOfLife: optional(longText(vision.endOfLife)),
    reason: ground,
  },
});

type VisionValues = Omit<Values<(typeof surveyVisionForm)['fields']>, 'reason'>;

/** The visions after they were edited; a text that was left alone, or is too long for its field, stays. */
export const visionChange = (values: VisionValues, now: readonly ReplyVision[]): ReplyVision[] =>
  now.map((each) => {
    const text = values[VISION_FIELDS[each.scene]];
    if (text === undefined) return each;
    const stated = text === null && each.goal === null ? (each.stated === 'none' ? 'none' : 'blank') : 'yes';
    return { ...each, vision: text, stated };
  });

export const surveySlotForm = defineForm({
  id: 'survey-slot',
  words: surveySlotWords,
  fields: { slot: choice(surveySlotWords.fields.slot), reason: ground },
});

export const sendSurveyForm = defineForm({
  id: 'survey-send',
  words: sendSurveyWords,
  fields: { reason: ground },
});

export const acceptSurveyForm = defineForm({
  id: 'survey-accept',
  words: acceptSurveyWords,
  fields: { reason: ground },
});

export const returnSurveyForm = defineForm({
  id: 'survey-return',
  words: returnSurveyWords,
  fields: { ownDay: dayText(returnSurveyWords.fields.ownDay), reason: longText(returnSurveyWords.fields.reason) },
});

export const closeSurveyForm = defineForm({
  id: 'survey-close',
  words: closeSurveyWords,
  fields: { reason: ground },
});

export const surveyBoardForm = defineForm({
  id: 'survey-board',
  words: surveyBoardWords,
  fields: { reply: choice(surveyBoardWords.fields.reply) },
});
