const DIGITS = '〇一二三四五六七八九';

/** A pattern for whole numbers below 100 as dates have them: digits or kanji, each group standing by itself. */
export const SMALL_NUMBER =
  '(?:(?<!\\d)\\d{1,2}(?!\\d)|(?<![〇一二三四五六七八九十])[〇一二三四五六七八九十]{1,3}(?![〇一二三四五六七八九十]))';

/** The value of digits, kanji numerals (二十五, 二五) or 元; NaN for anything else. */
export function numeralValue(text: string): number {
  if (text === '元') return 1;
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (tens !== undefined)
    return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + Math.max(0, DIGITS.indexOf(ones || '〇'));
  const digits = [...text].map((character) => DIGITS.indexOf(character));
  return digits.length === 0 || digits.includes(-1) ? Number.NaN : Number(digits.join(''));
}
