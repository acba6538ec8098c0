// Text as one cell of a spreadsheet can hold it.

/** More than a cell can hold. */
const LONGEST = 32_767;
const CUT = '…（以下略）';
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Control characters have no place in XML; the line break alone means something. */
const CONTROL = /(?!\n)\p{Cc}/gu;

/** On one line; what is too long is cut visibly. */
export const onOneLine = (text: string): string => shortened(text.replace(BREAKS, ' ').trim());

/** With its line breaks; what is too long is cut visibly. */
export const inLines = (text: string): string =>
  shortened(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(CONTROL, ' '));

/** Never cut within a character. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const kept = text.slice(0, LONGEST - CUT.length).replace(/[\ud800-\udbff]$/, '');
  return `${kept}${CUT}`;
}
