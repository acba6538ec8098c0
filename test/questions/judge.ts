import { normalize as nfkc } from '../../src/lookup/normalize.ts';

/** A question with what a right answer holds; the format of the shared samples. */
export interface QuestionItem {
  id: string;
  question: string;
  context?: string[];
  type: string;
  category?: string | null;
  expect: {
    municipalities?: string[];
    areas?: string[];
    acceptable_extra?: string[];
    must_mention?: (string | string[])[];
    must_not_mention?: (string | string[])[];
    number?: number | null;
  };
}

export interface Given {
  areas: string[];
  number: number | null;
  text: string;
}

const fold = (text: string): string =>
  nfkc(text).replace(/\s+/gu, '').replaceAll('菟', '菰').replaceAll('名質', '名賀');

function figureIn(text: string, wanted: number): boolean {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/g, '');
  return [...plain.matchAll(/\d+(?:\.\d+)?/g)].some((match) => Math.abs(Number(match[0]) - wanted) < 1e-9);
}

/** Why an answer is wrong; empty when it passes. The rules of the shared scorer. */
export function faults(item: QuestionItem, given: Given): string[] {
  const { expect, type } = item;
  const why: string[] = [];
  const text = fold(given.text);
  const got = new Set(given.areas.map(fold));
  const ignored = new Set((expect.acceptable_extra ?? []).map(fold));
  const wanted = new Set((expect.municipalities ?? (type === 'which-areas' ? (expect.areas ?? []) : [])).map(fold));
  if (wanted.size > 0) {
    const missing = [...wanted].filter((name) => !got.has(name));
    const extra = [...got].filter((name) => !wanted.has(name) && !ignored.has(name));
    if (missing.length > 0) why.push(`missing ${missing.join('、')}`);
    if (extra.length > 0) why.push(`extra ${extra.join('、')}`);
  } else if (type === 'unanswerable' || type === 'out-of-scope') {
    const neutral = new Set([...ignored, ...(expect.areas ?? []).map(fold)]);
    const extra = [...got].filter((name) => !neutral.has(name));
    if (extra.length > 0) why.push(`areas should be empty, has ${extra.join('、')}`);
  }
  for (const mention of expect.must_mention ?? []) {
    const any = Array.isArray(mention) ? mention : [mention];
    if (!any.some((word) => text.includes(fold(word)))) why.push(`does not mention ${any.slice(0, 3).join(' | ')}`);
  }
  for (const mention of expect.must_not_mention ?? []) {
    for (const word of Array.isArray(mention) ? mention : [mention]) {
      if (text.includes(fold(word))) why.push(`mentions ${word}`);
    }
  }
  const { number } = expect;
  if (number !== null && number !== undefined) {
    const right = given.number === null ? figureIn(given.text, number) : Math.abs(given.number - number) < 1e-9;
    if (!right) why.push(`number ${given.number ?? 'none'}, expected ${number}`);
  }
  return why;
}
