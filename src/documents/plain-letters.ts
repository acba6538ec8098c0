/** Signs that not every machine has (機種依存文字): circled and Roman numerals, units and abbreviations in one sign, half-width kana. */
const DEPENDENT = /[\u2100-\u214f\u2160-\u217f\u2460-\u24ff\u3200-\u33ff\uff61-\uff9f]+/g;
const CIRCLED = /[\u2460-\u2473]/g;

/** Text as every machine reads it: such signs are written out, ① as (1), ㈱ as (株), ㎡ as m2. */
export const plainLetters = (text: string): string =>
  text.replace(CIRCLED, (sign) => `(${sign.normalize('NFKC')})`).replace(DEPENDENT, (signs) => signs.normalize('NFKC'));
