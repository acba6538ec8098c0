import type { MultiSelect, PlainTextOption, Select } from '@slack/types';
import { plainText } from '../blocks/text.ts';
import { conversations, state } from '../state.ts';
import type { ElementState } from './element-state.ts';

export type SelectElement = Select | MultiSelect;

/** What can be chosen, whatever it is: an option of the bot, a person, a conversation. */
export interface Offer {
  id: string;
  label: string;
  note: string;
  group: string;
  option: PlainTextOption | null;
}

export const isMulti = (element: SelectElement): element is MultiSelect => element.type.startsWith('multi_');
export const isExternal = ({ type }: SelectElement): boolean => type.endsWith('external_select');

/** The part of Slack's state in which the choice stands. */
export function stateName({ type }: SelectElement): string {
  const kind = type.replace('multi_', '');
  const name = { users_select: 'user', conversations_select: 'conversation', channels_select: 'channel' }[kind];
  return `selected_${name ?? 'option'}${type.startsWith('multi_') ? 's' : ''}`;
}

const ofOption = (option: PlainTextOption, group = ''): Offer => ({
  id: option.value ?? option.text.text,
  label: plainText(option.text.text),
  note: plainText(option.description?.text ?? ''),
  group,
  option,
});

type Group = { label: { text: string }; options: PlainTextOption[] };

/** Options or groups of them, as the bot gives them. */
export function offersFrom(list: readonly unknown[]): Offer[] {
  return (list as (PlainTextOption | Group)[]).flatMap((entry) =>
    'options' in entry ? entry.options.map((option) => ofOption(option, entry.label.text)) : [ofOption(entry)],
  );
}

/** Everything that an element offers by itself; an external one offers what the bot answered. */
export function allOffers(element: SelectElement, answered: readonly unknown[] | null): Offer[] {
  if ('options' in element && element.options) return offersFrom(element.options);
  if ('option_groups' in element && element.option_groups) return offersFrom(element.option_groups);
  if (isExternal(element)) return offersFrom(answered ?? []);
  if (element.type.endsWith('users_select')) return people();
  return channels(element);
}

const people = (): Offer[] =>
  (state.sight?.people ?? [])
    .filter(({ deleted }) => !deleted)
    .map(({ id, name, title }) => ({ id, label: name, note: title, group: '', option: null }));

function channels(element: SelectElement): Offer[] {
  const include = 'filter' in element ? element.filter?.include : undefined;
  const hasDms = element.type.endsWith('conversations_select') && (!include || include.includes('im'));
  const hasChannels = !include || include.some((kind) => kind === 'public' || kind === 'private');
  return conversations()
    .filter(({ kind }) => (kind === 'dm' ? hasDms : hasChannels))
    .map(({ id, name, kind, topic }) => ({
      id,
      label: kind === 'dm' ? name : `#${name}`,
      note: topic,
      group: '',
      option: null,
    }));
}

/** What is chosen now, as offers. */
export function picked(element: SelectElement, current: ElementState): Offer[] {
  const value = current[stateName(element)];
  const list = (Array.isArray(value) ? value : value == null ? [] : [value]) as (string | PlainTextOption)[];
  const known = allOffers(element, null);
  return list.map((entry) => {
    if (typeof entry !== 'string') return ofOption(entry);
    return known.find(({ id }) => id === entry) ?? { id: entry, label: entry, note: '', group: '', option: null };
  });
}

/** Slack's state for a choice. */
export function stateFor(element: SelectElement, offers: readonly Offer[]): ElementState {
  const values = offers.map(({ id, option }) => option ?? id);
  return { type: element.type, [stateName(element)]: isMulti(element) ? values : (values[0] ?? null) };
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** The offers that hold what was typed. */
export function matching(offers: readonly Offer[], query: string): Offer[] {
  const wanted = plain(query.trim());
  return offers.filter(({ label, note }) => plain(`${label} ${note}`).includes(wanted));
}
