import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Language } from '../words/labels.ts';
import { matchWords } from '../words/matches.ts';
import { ANSWER, AnswerValue } from './answer-actions.ts';
import { actions, bold, button, header, paragraph, richText, text } from './blocks.ts';
import { shorten } from './escape.ts';

export const MATCH = { useless: 'match.useless' } as const;

export const MatchValue = z.object({ difficulty: z.string(), practice: z.string() });

/** A difficulty of one's own area, and what a neighbour recorded that may help. */
export interface MatchLine extends z.infer<typeof MatchValue> {
  own: string;
  areas: string;
  /** The first of them, to ask after. */
  area: string;
  told: string;
  /** Which document says so, where in it, as of when. */
  source: string;
}

/** In a digest there is little room beside what is due. */
const LONGEST = 200;
const LONGEST_NAMES = 60;
const LONGEST_SOURCE = 120;

/** The matches with their heading, in few blocks: Home has no room for more. Nothing where there are none. */
export function matchBlocks(lines: readonly MatchLine[], language: Language): KnownBlock[] {
  if (lines.length === 0) return [];
  const number = (at: number) => (lines.length === 1 ? '' : `${NUMBERS[at] ?? at + 1} `);
  return [
    header(matchWords[language].title),
    richText(...lines.flatMap((line, at) => paragraphsOf(line, `${at === 0 ? '' : '\n'}${number(at)}`, language))),
    actions(
      'matches',
      lines.flatMap((line, at) => buttonsOf(line, number(at), at, language)),
    ),
  ];
}

const NUMBERS = ['①', '②', '③'];

/** `begins`: what stands before a difficulty: its number, and an empty line where another one stands above. */
function paragraphsOf({ own, areas, told, source }: MatchLine, begins: string, language: Language) {
  const from = text(`　［${shorten(source, LONGEST_SOURCE)}］`, { italic: true });
  return [
    paragraph([bold(`${begins}${matchWords[language].own}　`), shorten(own, LONGEST)]),
    paragraph([bold(`${shorten(areas, LONGEST_NAMES)}　`), shorten(told, LONGEST), from]),
  ];
}

function buttonsOf({ areas, area, difficulty, practice }: MatchLine, number: string, at: number, language: Language) {
  const words = matchWords[language];
  const name = shorten(area, LONGEST_NAMES);
  const ask = AnswerValue.question({ question: words.question(name), after: null });
  const value = JSON.stringify({ difficulty, practice } satisfies z.infer<typeof MatchValue>);
  const spoken = words.uselessSpoken(shorten(areas, LONGEST_NAMES));
  return [
    button({ action: `${ANSWER.ask}.${at}`, label: `${number}${words.look(name)}`, value: ask }),
    button({ action: `${MATCH.useless}.${at}`, label: `${number}${words.useless}`, spoken, value }),
  ];
}
