import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Row } from '../lookup/answer.ts';
import type { Language } from '../words/labels.ts';
import { slackWords } from '../words/slack.ts';
import { INPUT_ACTION, input, option, plain, preformatted, richText, section } from './blocks.ts';
import { split } from './escape.ts';
import { LIMITS } from './limits.ts';

// The small forms at an answer.

export const WRONG = 'answer.wrong';
const COMMENT_LENGTH = 1_000;
/** Below the limit of a text, with room for a character that must not be cut. */
const PART = 2_900;

const titled = (title: string, language: Language, blocks: KnownBlock[]): ModalView => ({
  type: 'modal',
  title: plain(title, LIMITS.modalTitle),
  close: plain(slackWords[language].close, LIMITS.modalTitle),
  blocks,
});

/** What stands there while something is fetched. */
export const loadingForm = (title: string, language: Language): ModalView =>
  titled(title, language, [section(slackWords[language].loading)]);

/** One sentence, and nothing to do but close. */
export const saidForm = (title: string, language: Language, words: string): ModalView =>
  titled(title, language, [section(words)]);

/** The answer as letters, to be copied into a mail or another chat. */
export function copyForm(words: string, language: Language): ModalView {
  const { copyTitle, copyHint } = slackWords[language];
  const parts = split(words, PART).map((part) => richText(preformatted(part)));
  return titled(copyTitle, language, [section(copyHint), ...parts.slice(0, LIMITS.viewBlocks - 1)]);
}

/** 「記載が違う」: which of the answer's records, and how. */
export function wrongForm(rows: readonly Row[], about: WrongAbout): ModalView {
  const { language } = about;
  const words = slackWords[language];
  const distinct = [...new Map(rows.map((row) => [row.recordId, row])).values()].slice(0, LIMITS.options);
  const options = distinct.map((row) => option(row.recordId, `${row.areas.join('・')}: ${row.text}`));
  return {
    ...titled(words.wrongTitle, language, [
      section(words.wrongIntro),
      input({ name: 'record', label: words.wrongRecord, element: { type: 'static_select', options } }),
      input({
        name: 'comment',
        label: words.wrongComment,
        hint: words.wrongHint,
        element: { type: 'plain_text_input', multiline: true, max_length: COMMENT_LENGTH },
      }),
    ]),
    callback_id: WRONG,
    private_metadata: JSON.stringify(about),
    submit: plain(words.wrongSend, LIMITS.modalTitle),
  };
}

/** Which answer the form is about, and in which language it speaks. */
export const WrongAbout = z.object({ answer: z.uuid(), language: z.enum(['ja', 'en']) });
export type WrongAbout = z.infer<typeof WrongAbout>;

export const wrongAbout = (metadata: string): WrongAbout => WrongAbout.parse(JSON.parse(metadata));

const value = <T extends z.ZodType>(inner: T) => z.object({ [INPUT_ACTION]: inner });

/** What the form was filled with. */
export const WrongValues = z
  .object({
    record: value(z.object({ selected_option: z.object({ value: z.string().max(LIMITS.optionValue) }) })),
    comment: value(z.object({ value: z.string().max(COMMENT_LENGTH) })),
  })
  .transform(({ record, comment }) => ({
    record: record[INPUT_ACTION]?.selected_option.value ?? '',
    comment: comment[INPUT_ACTION]?.value ?? '',
  }));
