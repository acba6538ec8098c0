import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { asShiftJis, csvText } from '../../../src/documents/csv.ts';
import { readDocument } from '../../../src/documents/reading/read-document.ts';
import { ExpectedError } from '../../../src/records/expected-error.ts';

const MIB = 1024 * 1024;

/** What the person is told, or the cells where there is nothing to tell. */
async function read(file: Uint8Array, name = '調査票.xlsx'): Promise<string | string[]> {
  try {
    const { sheets } = await readDocument(name, Buffer.from(file));
    return sheets.flatMap((sheet) =>
      sheet.rows.flatMap(({ cells }) => cells.map(({ text, kind }) => (kind === 'text' ? text : `${kind}:${text}`))),
    );
  } catch (error) {
    if (error instanceof ExpectedError) return error.say.ja;
    throw error;
  }
}

const book = (rows: (string | number | boolean | Date | null)[][]) => writeXlsx({ sheets: [{ name: '票', rows }] });

/** A workbook with some of its parts changed, or with further ones. */
async function changed(parts: Record<string, (xml: string) => string>, more: Record<string, Uint8Array> = {}) {
  const zip = unzipSync(await book([['本文']]));
  for (const [name, change] of Object.entries(parts)) zip[name] = strToU8(change(strFromU8(zip[name] as Uint8Array)));
  return zipSync({ ...zip, ...more });
}
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a workbook from outside', () => {
  it('is read with the place of each cell, a number and a date as what they are', async () => {
    const file = await book([
      ['題', null],
      [3, new Date('2026-11-01T00:00:00Z')],
      [true, null],
    ]);
    expect(await read(file)).toEqual(['題', '', 'number:3', 'date:2026-11-01', 'boolean:true', '']);
    const { sheets } = await readDocument('a.xlsx', Buffer.from(file));
    expect(sheets[0]?.rows[1]?.cells[1]?.place).toBe('「票」シートのB2');
  });

  it('has its formulas marked and never worked out', async () => {
    const formula = '<c r="A2"><f>HYPERLINK("https://example.com","x")</f><v>12</v></c>';
    const file = await changed({
      [SHEET]: (xml) => xml.replace('</sheetData>', `<row r="2">${formula}</row></sheetData>`),
    });
    expect(await read(file)).toEqual(['本文', 'formula:12']);
  });

  it('has its macros and links to other files left alone', async () => {
    const file = await changed(
      {},
      {
        'xl/vbaProject.bin': strToU8('macro'),
        'xl/externalLinks/externalLink1.xml': strToU8('<externalLink><externalBook/></externalLink>'),
      },
    );
    expect(await read(file)).toEqual(['本文']);
  });

  it('is not opened where it would unpack to far more than it is', async () => {
    const bomb = await changed({}, { 'xl/media/image1.xml': new Uint8Array(20 * MIB) });
    expect(bomb.length).toBeLessThan(MIB);
    expect(await read(bomb)).toContain('ブックの中身が大きすぎるため、開きませんでした');
  });

  it('is not opened where it says less of itself than it unpacks to', async () => {
    const file = Buffer.from(await changed({}, { 'xl/media/image1.xml': new Uint8Array(MIB) }));
    const name = file.lastIndexOf('xl/media/image1.xml');
    file.writeUInt32LE(100, name - 46 + 24);
    expect(await read(file)).toContain('ブックの中身が大きすぎるため、開きませんでした');
  });

  it('is not opened with far too many parts, sheets, rows or columns', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 1_100 }, (_, at) => [`xl/media/${at}.bin`, new Uint8Array(1)]),
    );
    expect(await read(await changed({}, parts))).toContain('大きすぎる');
    const sheets = Array.from({ length: 61 }, (_, at) => ({ name: `票${at}`, rows: [['x']] }));
    expect(await read(await writeXlsx({ sheets }))).toContain('シートが多すぎます（60枚まで）');
    const far = (at: string) =>
      changed({
        [SHEET]: (xml) =>
          xml.replace('</sheetData>', `<row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>1</v></c></row></sheetData>`),
      });
    expect(await read(await far('B1048576'))).toContain('行か列が多すぎるシートがあります');
    expect(await read(await far('XFD2'))).toContain('行か列が多すぎるシートがあります');
  });

  it('is not opened where it declares entities', async () => {
    const file = await changed({
      [SHEET]: (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'),
    });
    expect(await read(file)).toContain('使えない宣言');
  });

  it('that has a password, or is one of the old kind, is to be saved anew', async () => {
    const secret = await writeXlsx({
      sheets: [{ name: '票', rows: [['x']] }],
      encryption: { password: 'p', spinCount: 1 },
    });
    expect(await read(secret)).toContain('パスワードを外し');
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await read(old, '調査票.xlsx')).toContain('パスワードを外し');
  });

  it('that is damaged is told so, wherever it breaks off', async () => {
    const file = await book([['本文', '続き']]);
    for (const length of [10, 100, Math.floor(file.length / 2), file.length - 5]) {
      expect(await read(file.slice(0, length)), String(length)).toContain('Excelブック（.xlsx）として読めません');
    }
    const broken = await changed({ [SHEET]: () => '<worksheet><sheetData><row r="1"><c r="A1"' });
    expect(await read(broken)).toContain('Excelブック（.xlsx）として読めません');
  });
});

describe('a file that is no workbook', () => {
  it('of nothing, however much of it, is refused', async () => {
    expect(await read(new Uint8Array(0))).toBe('ファイルが空です。');
    expect(await read(new Uint8Array(10 * MIB))).toContain('読める種類のファイルではありません');
    expect(await read(new Uint8Array(10 * MIB + 1))).toContain('ファイルが大きすぎます（10 MBまで）');
    expect(await read(Buffer.from(' \n\t\n'), 'a.txt')).toBe('ファイルが空です。');
  });

  it('is read as CSV in UTF-8 and in Shift_JIS, and as text', async () => {
    const text = csvText([
      ['市町', '状況'],
      ['鈴鹿市', '実施、"済"'],
    ]);
    const cells = ['市町', '状況', '鈴鹿市', '実施、"済"'];
    expect(await read(Buffer.from(text), 'a.csv')).toEqual(cells);
    expect(await read(asShiftJis(text), 'a.CSV')).toEqual(cells);
    expect(await read(Buffer.from('a,"b\n'), 'a.csv')).toContain('引用符が閉じていません');
    expect(await read(Buffer.from('目標\t<p>一つ目</p> <ul><li>・項目</li></ul>\n'), 'a.txt')).toEqual([
      '目標',
      '一つ目\n・項目',
      '',
    ]);
  });
});
