import type { FieldChanges } from '../src/records/changes.ts';
import { lastAnswers } from '../src/records/survey-prefill.ts';
import { ROUND_COLUMNS, RoundColumn, type SurveyReplyRow } from '../src/records/survey-round.ts';
import { fieldLabel } from '../src/words/change-values.ts';
import type { Language } from '../src/words/labels.ts';
import { columnsText, surveyLines } from '../src/words/survey-round.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import type { Bot } from './bot.ts';
import { recordsOf } from './records.ts';

// What changed of a reply to a survey: a column line by line, beside what was said last time where nobody had written in it.

/**
 * The columns among these changes, and what is left of them. Nothing is told in lines once a round is closed: what was said
 * last time is then what it published.
 */
export function replyPairs(
  bot: Pick<Bot, 'lookup'>,
  record: string | null,
  changes: FieldChanges,
  language: Language,
): { pairs: [string, string][]; rest: FieldChanges } {
  const reply = replyOf(bot, record);
  const rounds = recordsOf(bot).surveyRounds;
  const isOpen = reply && rounds.find(({ id }) => id === reply.roundId)?.state === 'open';
  if (!isOpen) return { pairs: [], rest: changes };
  const last = lastAnswers(recordsOf(bot), reply.areaIds);
  const pairs: [string, string][] = [];
  const same: RoundColumn[] = [];
  const rest: FieldChanges = {};
  const inOrder = ROUND_COLUMNS.filter((column) => column in changes);
  for (const field of [...inOrder, ...Object.keys(changes).filter((each) => !isColumn(each))]) {
    const [old, now] = changes[field] ?? [null, null];
    const { data: column } = RoundColumn.safeParse(field);
    if (column === undefined || now === null) rest[field] = [old, now];
    else if (isSame(column, old ?? last[column], now)) same.push(column);
    else
      pairs.push([fieldLabel('surveyReply', column, language), difference(column, old ?? last[column], now, language)]);
  }
  if (same.length > 0) pairs.push([surveyTalk[language].sameColumns, columnsText(same, language)]);
  return { pairs, rest };
}

/**
 * Of a reply that is to be sent in, each column beside what was said last time: what its hub wrote stands in the reply
 * already, and whoever approves it is to see that.
 */
export function wholeReplyPairs(
  bot: Pick<Bot, 'lookup'>,
  record: string | null,
  fields: Record<string, unknown>,
  changes: FieldChanges,
  language: Language,
): { pairs: [string, string][]; rest: FieldChanges } {
  const reply = replyOf(bot, record);
  const written = ROUND_COLUMNS.flatMap((column) => {
    const now = fields[column] ?? reply?.[column] ?? null;
    return now === null ? [] : [[column, [null, now]] as [string, [unknown, unknown]]];
  });
  return replyPairs(bot, record, { ...changes, ...Object.fromEntries(written) }, language);
}

const isColumn = (field: string): boolean => RoundColumn.safeParse(field).success;

/** What came in, what went, and how much stayed. */
function difference(column: RoundColumn, old: unknown, now: unknown, language: Language): string {
  const words = surveyTalk[language];
  const [was, is] = [old === null ? [] : surveyLines(column, old, language), surveyLines(column, now, language)];
  const added = is.filter((line) => !was.includes(line)).map(words.lineIn);
  const gone = was.filter((line) => !is.includes(line)).map(words.lineOut);
  const stayed = is.filter((line) => was.includes(line)).length;
  return [...added, ...gone, ...(stayed > 0 ? [words.linesSame(stayed)] : [])].join('\n');
}

/** Whether two answers of a column read the same, by whichever way each came. */
export function isSame(column: RoundColumn, one: unknown, other: unknown): boolean {
  if (one === null || other === null) return one === other;
  return surveyLines(column, one, 'ja').join('\n') === surveyLines(column, other, 'ja').join('\n');
}

const replyOf = (bot: Pick<Bot, 'lookup'>, record: string | null): SurveyReplyRow | undefined =>
  recordsOf(bot).surveyReplies.find(({ id }) => id === record);
