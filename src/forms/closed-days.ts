import { closedDaysWords, recipientClosedDaysWords } from '../words/closed-days.ts';
import { optional, optionalList } from './field.ts';
import { dayLines, shortText, turnOfYear, yearlyDayLines } from './fields.ts';
import { defineForm } from './form.ts';

/** When an office is closed. */
export const closedDaysForm = defineForm({
  id: 'closed-days',
  words: closedDaysWords,
  fields: {
    days: optionalList(dayLines(closedDaysWords.fields.days)),
    yearly: optionalList(yearlyDayLines(closedDaysWords.fields.yearly)),
    yearEnd: optional(turnOfYear(closedDaysWords.fields.yearEnd)),
  },
});

/** The same for a recipient of reports, which is named here. */
export const recipientClosedDaysForm = defineForm({
  id: 'closed-days-recipient',
  words: recipientClosedDaysWords,
  fields: {
    recipient: shortText(recipientClosedDaysWords.fields.recipient),
    days: optionalList(dayLines(recipientClosedDaysWords.fields.days)),
    yearly: optionalList(yearlyDayLines(recipientClosedDaysWords.fields.yearly)),
    yearEnd: optional(turnOfYear(recipientClosedDaysWords.fields.yearEnd)),
  },
});
