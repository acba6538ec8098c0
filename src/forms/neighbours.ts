import { REQUEST_COLUMNS, RequestColumn } from '../records/neighbour-request.ts';
import { askNeighboursWords, neighbourTalk, requestColumnWords } from '../words/neighbours.ts';
import type { Errors, Reader } from './definition.ts';
import { optional, optionalList } from './field.ts';
import { choice, choices, dayText, select, shortText } from './fields.ts';
import { defineForm } from './form.ts';

/** As long as others read it in a message with more of them. */
const QUESTION = { most: 300 };

/** 他市町へ聞く: one short question. */
export const askNeighboursForm = defineForm({
  id: 'neighbours-ask',
  words: askNeighboursWords,
  fields: {
    question: shortText(askNeighboursWords.fields.question, QUESTION),
    column: select(askNeighboursWords.fields.column, RequestColumn, REQUEST_COLUMNS, requestColumnWords),
    purpose: optional(shortText(askNeighboursWords.fields.purpose)),
    until: dayText(askNeighboursWords.fields.until),
    areaIds: optionalList(choices(askNeighboursWords.fields.areaIds)),
    areaId: choice(askNeighboursWords.fields.areaId),
  },
  check: ({ until }, { today, language }: Reader): Errors =>
    until !== undefined && until <= today ? { until: neighbourTalk[language].untilPast } : {},
});
