import writeXlsx from 'write-excel-file/node';

/** More than a cell can hold. */
const LONGEST = 32_767;
const CUT = '…（以下略）';
/** Line breaks are folded; control characters have no place in XML. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** Rows as a workbook of one sheet. Text is text, whatever it begins with: nothing is executed. */
export async function xlsxFile(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null || value === '') return null;
      return typeof value === 'number'
        ? { value, type: Number }
        : { value: shortened(value.replace(BREAKS, ' ').trim()), type: String };
    }),
  );
  return writeXlsx(cells).toBuffer();
}

/** Never cut within a character. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const kept = text.slice(0, LONGEST - CUT.length).replace(/[\ud800-\udbff]$/, '');
  return `${kept}${CUT}`;
}
