import type { KnownBlock } from '@slack/types';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { formatDate } from '../calendar/wareki.ts';
import { dueWords } from '../words/due.ts';
import type { Language } from '../words/labels.ts';
import { noticeSettingsTalk } from '../words/notice-settings.ts';
import { actions, bold, button, context, fallback, paragraph, richText, section } from './blocks.ts';
import { dueButton, dueDetails, dueTitle, type ShownDue } from './due-view.ts';
import { type MatchLine, matchBlocks } from './match-view.ts';
import { openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

/** Shown of each kind; the rest stands on Home. */
const MOST = 8;
const KINDS = ['overdue', 'asked', 'week'] as const;

export const digestHeadline = (day: CalendarDate, language: Language): string =>
  dueWords[language].digest.headline(formatDate(day, language));

/** What is late, what is asked and what is due in the next days, each with its button (rules 9.6). */
export function digestMessage(
  lines: readonly ShownDue[],
  matches: readonly MatchLine[],
  day: CalendarDate,
  language: Language,
): Message {
  const words = dueWords[language];
  const kinds = KINDS.map((urgency) => ({ urgency, due: lines.filter((line) => line.urgency === urgency) })).filter(
    ({ due }) => due.length > 0,
  );
  const titles = kinds.map(({ urgency, due }) => words.withCount(words.urgency[urgency], due.length));
  const first = `${digestHeadline(day, language)}: ${words.digest.counts(titles)}`;
  const change = openButton('notices', noticeSettingsTalk[language].change, { form: 'notice-settings' });
  return {
    text: fallback(
      [first, ...lines.map((line) => `${dueTitle(line, language)} ${dueDetails(line, language)}`)].join('\n'),
    ),
    blocks: [
      richText(paragraph([bold(first)])),
      ...kinds.flatMap(({ urgency, due }) => kindBlocks(urgency, due, language)),
      ...matchBlocks(matches, language),
      actions('digest', [button(change)]),
    ],
  };
}

function kindBlocks(urgency: (typeof KINDS)[number], due: readonly ShownDue[], language: Language): KnownBlock[] {
  const words = dueWords[language];
  return [
    richText(paragraph([bold(words.urgency[urgency])])),
    ...due.slice(0, MOST).map((line, at) => {
      const open = dueButton(line, language);
      const text = `${dueTitle(line, language)}\n${dueDetails(line, language)}`;
      return { ...section(text, open ? button(open) : undefined), block_id: `${urgency}.${at}` };
    }),
    ...(due.length > MOST ? [context(words.more(due.length - MOST))] : []),
  ];
}
