// What is said of a file that cannot be read. Each says what is wrong, where, and what to do.

interface Said {
  ja: string;
  en: string;
}

export const readingWords = {
  empty: { ja: 'ファイルが空です。', en: 'The file is empty.' },
  tooLarge: (limit: string): Said => ({
    ja: `ファイルが大きすぎます（${limit}まで）。シートを分けてお送りください。`,
    en: `The file is too large (${limit} at most). Please send it in parts.`,
  }),
  encrypted: {
    ja: 'パスワードのかかったExcelか、古い形式のExcel（.xls）です。パスワードを外し、Excelブック（.xlsx）として保存し直してください。',
    en: 'This is a protected workbook or one of the old kind (.xls). Please remove the password and save it as .xlsx.',
  },
  damaged: {
    ja: 'Excelブック（.xlsx）として読めません。Excelで開いて保存し直してください。',
    en: 'This cannot be read as a workbook (.xlsx). Please open it in Excel and save it again.',
  },
  notText: {
    ja: '読める種類のファイルではありません。Excel（.xlsx）、CSV、テキストのいずれかでお送りください。',
    en: 'This is no file that can be read. Please send Excel (.xlsx), CSV or text.',
  },
  unpacksTooLarge: (entry: string): Said => ({
    ja: `ブックの中身が大きすぎるため、開きませんでした（${entry}）。`,
    en: `The workbook was not opened: what it holds is too large (${entry}).`,
  }),
  tooManySheets: (limit: number): Said => ({
    ja: `シートが多すぎます（${limit}枚まで）。分けてお送りください。`,
    en: `There are too many sheets (${limit} at most). Please send them in parts.`,
  }),
  tooManyCells: (entry: string): Said => ({
    ja: `行か列が多すぎるシートがあります（${entry}）。不要な行と列を削除してください。`,
    en: `A sheet has too many rows or columns (${entry}). Please delete those that are not needed.`,
  }),
  declaresEntities: (entry: string): Said => ({
    ja: `ブックに使えない宣言が含まれているため、開きませんでした（${entry}）。`,
    en: `The workbook was not opened: it holds a declaration that is not allowed (${entry}).`,
  }),
  openQuote: { ja: 'CSVの引用符が閉じていません。', en: 'A quoted cell of the CSV file never ends.' },
  inSheet: (sheet: string, cell: string): string => `「${sheet}」シートの${cell}`,
  inLine: (line: number): string => `${line}行目`,
  inLineCell: (line: number, column: number): string => `${line}行目の${column}列目`,
};
