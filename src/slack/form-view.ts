import type { InputBlockElement, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Choice, Input, InputPart, Part, Sheet } from '../forms/sheet.ts';
import { type ChosenFile, idsOf, type Typed, type TypedValue } from '../forms/typed.ts';
import {
  actions,
  bold,
  button,
  fallback,
  INPUT_ACTION,
  input,
  list,
  option,
  paragraph,
  plain,
  richText,
  section,
} from './blocks.ts';
import { shorten, split } from './escape.ts';
import { LIMITS } from './limits.ts';
import { FORM, FormValue } from './record-forms.ts';
import type { Message } from './voice.ts';

// Between the forms and Slack: a sheet becomes a view, and what stands in a view becomes what was typed.

/** Below the limit of a text, with room for a character that must not be cut. */
const PART = 2_900;
/** A view has 250 KB; what is longer than any input takes is read by pages (`wholeParts`), and ends here with 「…」. */
const LONGEST = 50_000;

/** A form as Slack shows it. Its `callback_id` says which form it is. */
export function formView({ title, submit, close, parts, state }: Sheet): ModalView {
  return {
    type: 'modal',
    title: plain(title, LIMITS.modalTitle),
    close: plain(close, LIMITS.modalTitle),
    ...(submit === null ? {} : { submit: plain(submit, LIMITS.modalTitle) }),
    ...(state === null ? {} : { callback_id: callbackOf(state.form), private_metadata: JSON.stringify(state) }),
    blocks: parts.flatMap(blocksOf).slice(0, LIMITS.viewBlocks),
  };
}

/** All text of a message's blocks together has a limit; below it, with room for a part. */
const MESSAGE = LIMITS.messageCharacters - PART;

/** The parts of a sheet as messages, for somebody whose form is not there any more; inputs are left out. */
export function partMessages(parts: readonly Part[], text: string): Message[] {
  const blocks = parts.filter(({ kind }) => kind !== 'input').flatMap(blocksOf);
  const messages: KnownBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    const length = JSON.stringify(block).length;
    const last = messages.at(-1);
    if (last && length <= room && last.length < LIMITS.messageBlocks) last.push(block);
    else messages.push([block]);
    room = (last && last === messages.at(-1) ? room : MESSAGE) - length;
  }
  return messages.map((each) => ({ text: fallback(text), blocks: each }));
}

/** The `callback_id` of a form. */
export const callbackOf = (form: string): string => `form.${form}`;

/** The blocks of some parts. */
export const partBlocks = (parts: readonly Part[]): KnownBlock[] => parts.flatMap(blocksOf);

function blocksOf(part: Part): KnownBlock[] {
  switch (part.kind) {
    case 'input':
      return [inputBlock(part)];
    case 'notice':
    case 'heading':
      return [richText(paragraph(bold(shorten(part.text, PART))))];
    case 'long':
      return [longBlock(part)];
    case 'said':
      // However unevenly it falls into parts, all of them are shown.
      return split(shorten(part.text, LONGEST), PART).map((text) => section(text));
    case 'pairs':
      return [richText(list(part.pairs.map(([name, value]) => [bold(`${name}　`), shorten(value, PART)])))];
    case 'buttons':
      return [actions(part.name, part.buttons.map(button))];
  }
}

/** How much of a long text stands above its input. */
const BEGINNING = 300;

function longBlock({ name, intro, text, read, of }: Extract<Part, { kind: 'long' }>): KnownBlock {
  const { form, record, about } = of;
  const value = FormValue.whole({ form, record, about, field: name, page: 1 });
  const said = text === null ? intro : `${intro}\n\n${shorten(text, BEGINNING)}`;
  return { ...section(said, button({ action: FORM.whole, label: read, value })), block_id: `long.${name}` };
}

function inputBlock({ name, label, hint, example, required, input: kind, initial }: InputPart): KnownBlock {
  return input({
    name,
    label,
    element: element(kind, initial, example),
    optional: !required,
    ...(hint ? { hint } : {}),
  });
}

function element(kind: Input, initial: TypedValue, example: string | undefined): InputBlockElement {
  const placeholder = example ? { placeholder: plain(example, LIMITS.placeholder) } : {};
  const [text, ids] = [typeof initial === 'string' ? initial : '', idsOf(initial)];
  switch (kind.kind) {
    case 'line':
    case 'lines':
      return {
        type: 'plain_text_input',
        // A stored line break would be lost in an input of one line.
        multiline: kind.kind === 'lines' || text.includes('\n'),
        max_length: kind.most,
        ...(text === '' ? {} : { initial_value: text }),
        ...placeholder,
      };
    case 'one':
      return { type: 'static_select', ...oneOf(kind.choices, text), ...placeholder };
    case 'radio':
      return { type: 'radio_buttons', ...oneOf(kind.choices, text) };
    case 'some':
      return { type: 'multi_static_select', ...someOf(kind.choices, ids), ...placeholder };
    case 'checks':
      return { type: 'checkboxes', ...someOf(kind.choices, ids) };
    case 'search': {
      const chosen = optionsOf(kind.known, [text]).find(({ value }) => value === text);
      return {
        type: 'external_select',
        min_query_length: 0,
        ...(chosen ? { initial_option: chosen } : {}),
        ...placeholder,
      };
    }
    case 'person':
      return { type: 'users_select', ...(text === '' ? {} : { initial_user: text }) };
    case 'channel':
      return { type: 'conversations_select', ...(text === '' ? {} : { initial_conversation: text }) };
    case 'files':
      return { type: 'file_input', filetypes: [...kind.types], max_files: kind.upTo };
  }
}

function oneOf(choices: readonly Choice[], chosen: string) {
  const options = optionsOf(choices, [chosen]);
  const initial = options.find(({ value }) => value === chosen);
  return { options, ...(initial ? { initial_option: initial } : {}) };
}

function someOf(choices: readonly Choice[], chosen: readonly string[]) {
  const options = optionsOf(choices, chosen);
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  return { options, ...(initial.length > 0 ? { initial_options: initial } : {}) };
}

/** Each choice once. Where there are more than Slack takes, what was chosen is among them. */
function optionsOf(choices: readonly Choice[], chosen: readonly string[]): PlainTextOption[] {
  const each = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  const isChosen = ({ value }: Choice) => chosen.includes(value);
  const kept =
    each.length > LIMITS.options ? [...each.filter(isChosen), ...each.filter((choice) => !isChosen(choice))] : each;
  return kept.slice(0, LIMITS.options).map(({ value, label, description }) => option(value, label, description));
}

/* ---- back from Slack ---- */

const Chosen = z.object({ value: z.string() });

/** A file as Slack describes it; one that is gone meanwhile has no address. */
const SlackFile = z
  .object({
    id: z.string(),
    name: z.string().nullish(),
    size: z.number().nullish(),
    url_private: z.string().nullish(),
    url_private_download: z.string().nullish(),
  })
  .transform(({ id, name, size, url_private: shown, url_private_download: download }): ChosenFile => {
    const filetype = /\.([^.]+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
    return { id, name: name ?? '', size: size ?? 0, filetype, address: download ?? shown ?? '' };
  });

/** One entry of `view.state.values`, by the kind of its element; all others are none of a form's. */
const State = z.union([
  z
    .object({ type: z.literal('plain_text_input'), value: z.string().nullish() })
    .transform(({ value }) => value ?? null),
  z
    .object({ type: z.enum(['static_select', 'radio_buttons', 'external_select']), selected_option: Chosen.nullish() })
    .transform(({ selected_option: chosen }) => chosen?.value ?? null),
  z
    .object({ type: z.enum(['multi_static_select', 'checkboxes']), selected_options: Chosen.array() })
    .transform(({ selected_options: chosen }) => chosen.map(({ value }) => value)),
  z
    .object({ type: z.literal('users_select'), selected_user: z.string().nullish() })
    .transform(({ selected_user: user }) => user ?? null),
  z
    .object({ type: z.literal('conversations_select'), selected_conversation: z.string().nullish() })
    .transform(({ selected_conversation: channel }) => channel ?? null),
  z.object({ type: z.literal('file_input'), files: SlackFile.array().nullish() }).transform(({ files }) => files ?? []),
]);

const StateValues = z.record(z.string(), z.object({ [INPUT_ACTION]: State.optional() }));

/** What stands in a form: its `view.state.values`, read by the kinds of its elements. Throws where they are no form's. */
export function typedIn(values: unknown): Typed {
  const entries = Object.entries(StateValues.parse(values));
  return Object.fromEntries(entries.map(([name, state]) => [name, state[INPUT_ACTION] ?? null]));
}
