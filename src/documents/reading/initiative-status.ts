import type { InitiativeStatus } from '../../records/vocabulary.ts';

// How an initiative stands, by the words that documents close with.

const WORDS: readonly (readonly [RegExp, InitiativeStatus])[] = [
  [/延期/, '延期（日程未定）'],
  [/中止/, '中止'],
  [/未着手/, '未着手'],
  [/実施できな|未実施|開催できな/, '未実施'],
  [/公表済み?/, '公表済み'],
  [/開催済み?|開催した/, '開催済み'],
  [/実施済み?/, '実施済み'],
  [/(開催|実施)?予定/, '予定'],
  [/協議(を実施)?中/, '協議中'],
  [/検討中|検討する/, '検討中'],
  [/実施中|作成中|継続中/, '実施中'],
];

/** Null where no word says it: nothing is guessed. */
export function initiativeStatusOf(text: string): InitiativeStatus | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const found = WORDS.filter(([word]) => word.test(plain)).map(([, status]) => status);
  return found[0] ?? null;
}
