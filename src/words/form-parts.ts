import type { Language } from './labels.ts';

// What the words of every form are made of.

export type Both = Record<Language, string>;

export interface FieldWords {
  label: Both;
  hint?: Both;
  example?: Both;
}

export interface FormTitle {
  /** At most 24 characters, as the submit word, which is a verb. */
  title: Both;
  submit: Both;
}

interface WordsOfForm<Name extends string> extends FormTitle {
  fields: Record<Name, FieldWords>;
}

export const both = (ja: string, en: string): Both => ({ ja, en });
export const form = <Name extends string>(words: WordsOfForm<Name>): WordsOfForm<Name> => words;

export const save = both('保存する', 'Save');
export const add = both('登録する', 'Add');
export const next = both('次へ', 'Next');
