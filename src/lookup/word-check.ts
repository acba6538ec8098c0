import type { LexiconRow, RegistryRecords } from '../records/rows.ts';
import { formsOf } from './area-names.ts';
import { normalize } from './normalize.ts';

// What keeps a word out of the lexicon: the rules of the shipped one (CONTRIBUTING, "Add a word"), for words that an
// administrator teaches.

export type TaughtWord = Pick<LexiconRow, 'id' | 'label' | 'members' | 'asked' | 'english' | 'except'>;

export interface WordFault {
  field: 'members' | 'asked' | 'english' | 'except';
  word: string;
  /** `taken`: another entry, a town or a tool (`of`) has the word. `grammar`: it occurs inside ordinary sentences. */
  code: 'short' | 'short-kana' | 'taken' | 'grammar' | 'except-apart';
  of?: string;
}

const SHORTEST = 2;
const SHORTEST_KANA = 3;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const FIELDS = ['members', 'asked', 'english'] as const;

/** What is wrong with the words of an entry; what stood in it before (`former`) is not judged anew. */
export function wordFaults(
  entry: TaughtWord,
  former: TaughtWord | null,
  records: Pick<RegistryRecords, 'lexicon' | 'areas' | 'tools'>,
): WordFault[] {
  const stood = new Set(FIELDS.flatMap((field) => former?.[field] ?? []).map(normalize));
  const others = owners(records, entry.id);
  const grammar = grammarOf(records.lexicon);
  const faults = FIELDS.flatMap((field) =>
    entry[field].flatMap((word) => {
      const form = normalize(word);
      const fault = stood.has(form) ? null : faultOf(form, others, grammar);
      return fault ? [{ field, word, ...fault }] : [];
    }),
  );
  const members = entry.members.map(normalize);
  const apart = entry.except.filter((longer) => !members.some((member) => normalize(longer).includes(member)));
  return [...faults, ...apart.map((word) => ({ field: 'except', word, code: 'except-apart' }) as const)];
}

function faultOf(
  form: string,
  others: ReadonlyMap<string, string>,
  grammar: readonly string[],
): Pick<WordFault, 'code' | 'of'> | null {
  const length = [...form].length;
  if (length < SHORTEST) return { code: 'short' };
  if (KANA.test(form) && length < SHORTEST_KANA) return { code: 'short-kana' };
  const of = others.get(form);
  if (of !== undefined) return { code: 'taken', of };
  return /^\p{Script=Hiragana}+$/u.test(form) && grammar.some((phrase) => phrase.includes(form))
    ? { code: 'grammar' }
    : null;
}

/** Every word that something has already, with what it is called. */
function owners({ lexicon, areas, tools }: Pick<RegistryRecords, 'lexicon' | 'areas' | 'tools'>, own: string) {
  const found = new Map<string, string>();
  for (const tool of tools) for (const name of [tool.name, ...tool.aliases]) found.set(normalize(name), tool.name);
  for (const { id, label, members, asked, english } of lexicon) {
    if (id !== own) for (const word of [...members, ...asked, ...english]) found.set(normalize(word), label);
  }
  for (const area of areas) for (const form of formsOf(area)) found.set(form, area.name);
  return found;
}

/** Phrases of which ordinary questions are made. */
const grammarOf = (lexicon: readonly LexiconRow[]): string[] =>
  lexicon
    .filter(({ kind }) => kind === 'operator' || kind === 'filler')
    .flatMap(({ asked, members }) => [...asked, ...members])
    .map(normalize);
