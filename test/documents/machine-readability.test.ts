import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import { csvRows, textOfFile } from '../../src/documents/csv.ts';
import { reportFile } from '../../src/documents/reports/report.ts';
import { REPORTS, type ReportFormat, type ReportKind } from '../../src/records/reports.ts';
import type { RegistryRecords } from '../../src/records/rows.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';

// 「行政データにおける機械可読性に関するルール」（令和8年3月31日）, rule by rule, on every CSV file of every report of all
// areas. Not applicable: L1-10 to L1-13 and L2-06, which are about Excel.

interface File {
  report: ReportKind;
  name: string;
  bytes: Buffer;
  text: string;
  header: string[];
  rows: string[][];
}

let records: RegistryRecords;
let files: File[];
let shiftJis: File[];

const made = async (report: ReportKind, format: ReportFormat, areaIds: string[], fiscalYear: number | null = null) =>
  reportFile(
    {
      records,
      now: new Date('2026-11-24T00:00:00Z'),
      updates: async ([record = '']) => [{ at: new Date('2026-11-20T00:00:00Z'), action: 'update', record }],
    },
    { report, format, areaIds, fiscalYear, day: '2026-11-24' as CalendarDate, submissionsOf: [] },
  );

async function filesOf(
  report: ReportKind,
  format: ReportFormat,
  ...more: [string[], (number | null)?]
): Promise<File[]> {
  const zip = await made(report, format, ...more);
  return Object.entries(unzipSync(zip?.content ?? Buffer.alloc(0))).map(([name, content]) => {
    const bytes = Buffer.from(content);
    const text = textOfFile(bytes).replace(/^\ufeff/, '');
    const [header = [], ...rows] = (csvRows(text) ?? []).map(({ cells }) => cells);
    return { report, name, bytes, text, header, rows };
  });
}

beforeAll(async () => {
  records = await readShippedRecords();
  // What staff really type: signs that not every machine has, breaks, blanks that arrange, a formula.
  const [statement] = records.statements.filter(({ areaIds }) => areaIds.includes('kuwana'));
  if (statement) statement.text = '①　ＡＣＰの\n㈱  Ⅲ ㎡ ｶﾅ, "引用"\u0007';
  const areas = records.areas.filter(({ kind }) => kind !== 'prefecture').map(({ id }) => id);
  files = (await Promise.all(REPORTS.map((report) => filesOf(report, 'csv', areas)))).flat();
  shiftJis = (await Promise.all(REPORTS.map((report) => filesOf(report, 'csv-sjis', areas)))).flat();
});

const column = ({ header, rows }: File, name: string): string[] =>
  header.includes(name) ? rows.map((row) => row[header.indexOf(name)] ?? '') : [];

/** A companion file of the same zip. */
const beside = ({ report }: File, name: string): File => {
  const found = files.find((file) => file.report === report && file.name === name);
  if (!found) throw new Error(`no ${name} beside ${report}`);
  return found;
};

/** Columns with their data type, as the definitions beside them say. */
const typed = (file: File) => {
  const definitions = beside(file, 'definitions.csv');
  return definitions.rows
    .filter(([name]) => name === file.name)
    .map((row) => ({
      name: row[1] ?? '',
      ja: row[2] ?? '',
      type: row[4] ?? '',
      unit: row[5] ?? '',
      note: row[6] ?? '',
    }));
};

const codesOf = (file: File, name: string): string[] =>
  beside(file, 'codes.csv')
    .rows.filter((row) => row[0] === file.name && row[1] === name)
    .map((row) => row[2] ?? '');

/** Of every file: what is wrong, which is nothing. */
const wrong = (check: (file: File) => unknown[]): string[] =>
  files.flatMap((file) => check(file).map((what) => `${file.report}/${file.name}: ${JSON.stringify(what)}`));

const NUMBERS = ['integer', 'number', 'fiscal-year'];

describe('the CSV files of every report', () => {
  it('are all there: nine tables and four companions a zip', () => {
    const names = new Set(files.map(({ name }) => name));
    expect(names.size).toBe(9 + 4);
    expect(files.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(3_000);
  });

  it('L1-01 are CSV', () => {
    expect(wrong(({ name }) => (name.endsWith('.csv') ? [] : [name]))).toEqual([]);
  });

  it('L1-02 hold one table each: every row has the columns of the header', () => {
    expect(wrong(({ header, rows }) => rows.filter((row) => row.length !== header.length))).toEqual([]);
  });

  it('L1-03 are not divided by empty rows or columns', () => {
    expect(wrong(({ header }) => header.filter((name) => name === ''))).toEqual([]);
    expect(
      wrong(({ text }) =>
        text
          .split('\r\n')
          .slice(0, -1)
          .filter((line) => /^[",]*$/.test(line)),
      ),
    ).toEqual([]);
  });

  it('L1-04 have nothing beside the table', () => {
    expect(
      wrong(({ text, header }) =>
        text.startsWith(header.map((name) => `"${name}"`).join()) ? [] : [text.slice(0, 80)],
      ),
    ).toEqual([]);
  });

  it('L1-05 have a name for every column that tells what it is, and say it in Japanese in the definitions', () => {
    expect(
      wrong((file) => file.header.filter((name) => !typed(file).some((each) => each.name === name && each.ja !== ''))),
    ).toEqual([]);
  });

  it('L1-06 arrange nothing by blanks or breaks', () => {
    expect(wrong(({ rows }) => rows.flat().filter((cell) => /^\s|\s$|\s\s|\u3000|[\r\n]/.test(cell)))).toEqual([]);
  });

  it('L1-07 hold one datum a cell', () => {
    const single: Record<string, RegExp> = { code: /^(\d{5})?$/, date: /^(\d{4}-\d{2}-\d{2})?$/, id: /^[^\s、・]*$/ };
    expect(
      wrong((file) =>
        typed(file).flatMap(({ name, type }) => column(file, name).filter((cell) => !(single[type] ?? /^/).test(cell))),
      ),
    ).toEqual([]);
  });

  it('L1-08 use no signs that only some machines have', () => {
    expect(
      wrong(({ text }) => text.match(/[\u2100-\u214f\u2160-\u217f\u2460-\u24ff\u3200-\u33ff\uff61-\uff9f]/g) ?? []),
    ).toEqual([]);
    expect(files.flatMap((file) => column(file, 'item_text'))).toContain('(1) ＡＣＰの (株) III m2 カナ, "引用"');
  });

  it('L1-09 tell a missing value from 0', () => {
    const values = files.filter(({ name }) => name === 'indicator_values.csv');
    expect(values).toHaveLength(2);
    for (const file of values) {
      const states = column(file, 'value_state');
      expect(column(file, 'value').map((value) => value === '')).toEqual(states.map((state) => state !== '値あり'));
      expect(states).toContain('中止');
    }
  });

  it('L1-14 have one row a line', () => {
    expect(wrong(({ text, rows }) => (text.split('\r\n').length - 2 === rows.length ? [] : [rows.length]))).toEqual([]);
    expect(wrong(({ text }) => text.replaceAll('\r\n', '').match(/[\r\n]/g) ?? [])).toEqual([]);
  });

  it('L1-15 quote every cell', () => {
    expect(
      wrong(({ text }) =>
        text
          .split('\r\n')
          .slice(0, -1)
          .filter((line) => !/^"([^"]|"")*"(,"([^"]|"")*")*$/.test(line)),
      ),
    ).toEqual([]);
  });

  it('L2-01 and L3-03 have nothing but numbers in columns of numbers', () => {
    expect(
      wrong((file) =>
        typed(file)
          .filter(({ type }) => NUMBERS.includes(type))
          .flatMap(({ name }) => column(file, name).filter((cell) => !/^(\d+(\.\d+)?)?$/.test(cell))),
      ),
    ).toEqual([]);
  });

  it('L2-02 leave out nothing that stood in the row above', () => {
    const always = [
      'record_id',
      'area_name',
      'scene',
      'survey_column',
      'status',
      'indicator_title',
      'value_kind',
      'source_title',
    ];
    const data = (file: File) => file.name !== 'updates.csv';
    expect(
      wrong((file) => (data(file) ? always.flatMap((name) => column(file, name).filter((cell) => cell === '')) : [])),
    ).toEqual([]);
  });

  it('L2-03 name each column once', () => {
    expect(wrong(({ header }) => header.filter((name, at) => header.indexOf(name) !== at))).toEqual([]);
  });

  it('L2-04, L2-05 and L3-02 hold in columns of choices what the code table explains, and nothing more', () => {
    expect(
      wrong((file) =>
        typed(file)
          .filter(({ type }) => type === 'choice')
          .flatMap(({ name }) => {
            const known = codesOf(file, name);
            return column(file, name).filter((cell) => cell !== '' && !known.includes(cell));
          }),
      ),
    ).toEqual([]);
    expect(
      wrong((file) => (file.name === 'codes.csv' ? column(file, 'choice_meaning').filter((cell) => cell === '') : [])),
    ).toEqual([]);
  });

  it('L3-01 begin with the header', () => {
    expect(wrong(({ header }) => header.filter((name) => !/^[a-z]/.test(name)))).toEqual([]);
  });

  it('L3-04 say the unit of every measured number', () => {
    const measured = (file: File) =>
      typed(file).filter(({ name, type }) => type === 'number' || name === 'participants');
    expect(wrong((file) => measured(file).filter(({ unit, note }) => unit === '' && !note.includes('unit列')))).toEqual(
      [],
    );
  });

  it('L3-05 write days and fiscal years in the western calendar', () => {
    expect(
      wrong((file) =>
        typed(file).flatMap(({ name, type }) =>
          column(file, name).filter((cell) => {
            if (type === 'fiscal-year') return cell !== '' && !/^(19|20)\d\d$/.test(cell);
            if (type === 'date') return cell !== '' && Number.isNaN(Date.parse(cell));
            return type === 'datetime' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/.test(cell);
          }),
        ),
      ),
    ).toEqual([]);
  });

  it('L3-06 name areas by standard area code and official name', () => {
    const codes = new Map(records.areas.map(({ name, code }) => [name, code?.slice(0, 5) ?? '']));
    expect(
      wrong((file) => {
        const named = column(file, 'area_name');
        return column(file, 'area_code').filter((code, at) => codes.get(named[at] ?? '') !== code);
      }),
    ).toEqual([]);
    expect(files.flatMap((file) => column(file, 'area_name'))).toContain('菰野町');
  });

  it('L3-07 have the same columns in every year and for every area', async () => {
    for (const report of REPORTS) {
      const other = await filesOf(
        report,
        'csv',
        [report === 'evaluations' ? 'kitakami' : 'kuwana'],
        report === 'scenes' ? null : report === 'indicators' ? 2021 : 2025,
      );
      for (const { name, header } of other) {
        expect(header).toEqual(files.find((file) => file.report === report && file.name === name)?.header);
      }
    }
  });

  it('L3-08 come with definitions, updates and what they are, under ASCII names, in the encoding that they declare', () => {
    expect(wrong(({ header }) => header.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name)))).toEqual([]);
    for (const file of files) {
      expect(file.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(beside(file, 'dataset.csv').rows.find(([item]) => item === '文字コード')?.[1]).toContain(
        'UTF-8（BOMあり）',
      );
      expect(column(beside(file, 'updates.csv'), 'update_action')).toEqual(['変更', 'このファイルの作成']);
    }
    for (const file of shiftJis.filter(({ name }) => name === 'dataset.csv')) {
      expect(file.rows.find(([item]) => item === '文字コード')?.[1]).toContain('Shift_JIS');
      expect(file.bytes.subarray(0, 3)).not.toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    }
    expect(shiftJis.map(({ name, rows }) => `${name} ${rows.length}`)).toEqual(
      files.map(({ name, rows }) => `${name} ${rows.length}`),
    );
  });

  it('L3-09 are long: no column is named after a year', () => {
    expect(wrong(({ header }) => header.filter((name) => /\d{4}|[hr]\d/.test(name)))).toEqual([]);
  });

  it('execute nothing in a spreadsheet', () => {
    expect(wrong(({ rows }) => rows.flat().filter((cell) => /^[=+\-@＝＋－＠]/.test(cell)))).toEqual([]);
  });
});
