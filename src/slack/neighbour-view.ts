import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { NeighbourReply } from '../records/neighbour-request.ts';
import type { Language } from '../words/labels.ts';
import { neighbourTalk } from '../words/neighbours.ts';
import {
  actions,
  bold,
  button,
  context,
  fallback,
  header,
  list,
  paragraph,
  person,
  richText,
  section,
} from './blocks.ts';
import { shorten } from './escape.ts';
import { FORM, FormValue, type Named, openButton } from './record-forms.ts';
import type { Message } from './voice.ts';

/** The buttons at a neighbour's question. */
export const NEIGHBOURS = { nothing: 'neighbours.nothing', later: 'neighbours.later' } as const;

/** Which question, put to which area. */
export const PutTo = z.object({ request: z.string(), area: z.string() });
type PutTo = z.infer<typeof PutTo>;

/** Of all texts in a message there is little room. */
const LONGEST = 300;
/** Questions on Home. */
const MOST = 3;

/** A question as those read it who are asked. */
export interface ShownQuestion extends PutTo {
  question: string;
  purpose: string | null;
  column: string;
  until: string;
  from: string;
  /** Who is in charge of it there, by user id. */
  by: string | null;
}

/** What neighbours ask, each question with its buttons. `mention`: who is in charge here. */
export function askedMessage(
  { questions, mention }: { questions: readonly ShownQuestion[]; mention: string | null },
  language: Language,
): Message {
  const words = neighbourTalk[language];
  const headline = words.headline(questions.length);
  return {
    text: fallback([headline, ...questions.map(({ from, question }) => `${from}: ${question}`)].join('\n')),
    blocks: [
      richText(paragraph([...(mention === null ? [] : [person(mention), ' ']), bold(headline)])),
      ...questions.flatMap((question, at) => questionBlocks(question, at, language)),
      context(words.how),
    ],
  };
}

function questionBlocks(asked: ShownQuestion, at: number, language: Language): KnownBlock[] {
  const words = neighbourTalk[language];
  const { request, area, question, purpose, column, until, from, by } = asked;
  const value = JSON.stringify({ request, area } satisfies PutTo);
  const answer = openButton(`neighbours.${at}`, words.answer, { form: 'neighbours-answer', about: { request, area } });
  return [
    richText(
      list([
        [bold(`${words.question}　`), shorten(question, LONGEST)],
        [bold(`${words.about}　`), column],
        ...(purpose === null ? [] : [[bold(`${words.purpose}　`), shorten(purpose, LONGEST)]]),
        [bold(`${words.from}　`), from, ...(by === null ? [] : ['　', person(by)])],
        [bold(`${words.until}　`), until],
      ]),
    ),
    actions(`neighbours.${at}`, [
      button({ ...answer, style: 'primary', spoken: `${words.answer}: ${shorten(question, 60)}` }),
      button({ action: NEIGHBOURS.nothing, label: words.nothing, value }),
      button({ action: NEIGHBOURS.later, label: words.later, value }),
    ]),
  ];
}

/** An answer, for whoever asked: the record is one press away. */
export function answeredMessage(
  { areas, question, title, record }: { areas: string; question: string; title: string; record: Named },
  language: Language,
): Message {
  const words = neighbourTalk[language];
  const said = words.answered(areas, shorten(question, LONGEST));
  const look = { action: FORM.look, label: words.look, spoken: words.lookSpoken(title) };
  return {
    text: fallback(said),
    blocks: [
      richText(paragraph([bold(said), `\n${title}\n${words.findable}`])),
      actions('neighbours', [button({ ...look, value: FormValue.named(record) })]),
    ],
  };
}

/** What came of a question, when its time is over. */
export function endedMessage(question: string, replies: readonly string[], language: Language): Message {
  const said = neighbourTalk[language].ended(shorten(question, LONGEST));
  return { text: fallback(said), blocks: [richText(paragraph(bold(said)), list([...replies]))] };
}

/** An own question on Home. */
export interface OwnRequestLine {
  id: string;
  question: string;
  until: string;
  counts: Record<NeighbourReply | 'open', number>;
}

/** What one's own area asks its neighbours, with what came so far. */
export function ownRequestBlocks(lines: readonly OwnRequestLine[], language: Language): KnownBlock[] {
  if (lines.length === 0) return [];
  const words = neighbourTalk[language];
  return [
    header(words.own),
    ...lines.slice(0, MOST).map(({ id, question, until, counts }) => {
      const open = openButton('neighbours', words.show, { form: 'neighbours-request', about: { request: id } });
      return {
        ...section(
          `${shorten(question, LONGEST)}\n${words.ownLine(counts, until)}`,
          button({ ...open, spoken: words.showSpoken(shorten(question, 60)) }),
        ),
        block_id: `neighbours.${id}`,
      };
    }),
    ...(lines.length > MOST ? [context(words.more(lines.length - MOST))] : []),
  ];
}
