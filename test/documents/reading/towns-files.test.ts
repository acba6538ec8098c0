import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { asShiftJis } from '../../../src/documents/csv.ts';
import { readDocument } from '../../../src/documents/reading/read-document.ts';
import { understand } from '../../../src/documents/reading/understand.ts';
import type { DocumentKind, Understood, UnderstoodKind, UnderstoodRecord } from '../../../src/records/understood.ts';

// Files as towns send them: each is understood, or refused by its cell.

type Value = string | number | null;

async function workbook(kind: DocumentKind, ...sheets: { name: string; rows: Value[][] }[]): Promise<Understood> {
  const file = Buffer.from(await writeXlsx({ sheets: sheets as never }));
  return understand(kind, await readDocument('資料.xlsx', file));
}
const text = async (kind: DocumentKind, lines: readonly string[], name = '資料.txt'): Promise<Understood> =>
  understand(kind, await readDocument(name, Buffer.from(lines.join('\n'))));

const of = <K extends UnderstoodKind>({ parts }: Understood, kind: K): UnderstoodRecord<K>['fields'][] =>
  parts.flatMap(({ records }) =>
    records.flatMap((record) => (record.kind === kind ? [record.fields] : [])),
  ) as UnderstoodRecord<K>['fields'][];

const COLUMNS = ['①状況', '②取組', '③工夫', '④困難', '⑤部局間連携', '⑥身寄り'];
const survey = (area: string, cells: Value[], before: Value[] = []): Value[][] => [
  [...before, `在宅医療・介護連携に関する課題と令和8年度の取組（${area}）`],
  [...before, ...COLUMNS],
  [...before, ...cells],
];
const CELLS = ['連携している。', '・研修会を開く。', null, null, 'なし', '-'];
const stated = (document: Understood) => of(document, 'answer').map(({ facet, stated: said }) => `${facet} ${said}`);
const READ = [
  ...['situation yes', 'initiative yes', 'practice blank', 'difficulty blank', 'crossDepartment none'],
  'withoutRelatives none',
];

describe("a town's file", () => {
  it('whose table begins a column further right is read by its headings', async () => {
    const read = await workbook('survey', { name: '票', rows: survey('鈴鹿市', CELLS, [null, null]) });
    expect(stated(read).slice(0, 6)).toEqual(READ);
    expect(read.parts[0]).toMatchObject({ areas: ['鈴鹿市'], fiscalYear: 'R8' });
  });

  it('with merged cells is read: a heading over two columns holds what stands in either', async () => {
    const wide = (values: Value[]) => values.flatMap((value) => [value, null]);
    const rows = [['在宅医療・介護連携の取組（鈴鹿市）'], wide(COLUMNS), wide(CELLS), [null, 'ここにも続く。']];
    const read = await workbook('survey', { name: '票', rows });
    expect(stated(read).slice(0, 6)).toEqual(READ);
    expect(of(read, 'answer')[0]?.text).toBe('連携している。\nここにも続く。');
  });

  it('gives the official number of a hub and where it is, where its line says so, and takes neither for its name or its operator', async () => {
    const hubs = async (...lines: string[]) => {
      const [heading = [], ...table] = survey('鈴鹿市', CELLS);
      const rows = [heading, ['●連携拠点名称', lines.join('\n')], ...table];
      return of(await workbook('survey', { name: '票', rows }), 'hub');
    };
    expect(
      await hubs(
        'すみれ相談センター（委託先：すみれ医師会） 電話：０５９-３８２-０００２、所在地：保健センター2階',
        '別館窓口（TEL 059-382-0003）',
        '夜間窓口（090-1234-5678）',
      ),
    ).toMatchObject([
      {
        ...{ name: 'すみれ相談センター', mode: 'contracted', operator: 'すみれ医師会' },
        ...{ tel: '059-382-0002', location: '保健センター2階' },
      },
      { name: '別館窓口', operator: null, tel: '059-382-0003', location: null },
      { name: '夜間窓口', tel: null },
    ]);
  });

  it('with a tab for each town gives a part for each, and an empty tab gives none', async () => {
    const read = await workbook(
      'survey',
      { name: '鈴鹿市', rows: survey('鈴鹿市', CELLS) },
      { name: '白紙', rows: [] },
      { name: '尾鷲市', rows: survey('尾鷲市', CELLS) },
    );
    expect(read.parts.map(({ areas }) => areas)).toEqual([['鈴鹿市'], ['尾鷲市']]);
  });

  it('that is empty, or of another kind than was said, gives nothing', async () => {
    for (const kind of ['survey', 'scenes', 'centre', 'pdca', 'plan'] as const) {
      expect((await workbook(kind, { name: '白紙', rows: [] })).parts, kind).toEqual([]);
    }
    expect((await text('pdca', ['研修の案内', '6月に開きます。'])).parts).toEqual([]);
  });

  const figures = (head: string[], years: string[], values: string[]) => [
    '1 普及啓発',
    '▶出前講座',
    head.join('\t'),
    years.join('\t'),
    values.join('\t'),
  ];
  const valuesOf = (read: Understood) =>
    of(read, 'indicator').flatMap(({ values }) =>
      values.map(({ fiscalYear, kind, value }) => [fiscalYear, kind, value]),
    );

  it.each([
    ['R6年度', 'R7年度', 'R8年度'],
    ['令和6年度', '令和７年度', '令和八年度'],
    ['2024年度', '２０２５年度', '2026年度'],
    ['R6', 'R7', 'R8'],
  ])('names fiscal years as it likes (%s, %s, %s)', async (...years) => {
    const head = ['区分', '実績値', '', '計画値'];
    const read = await text('plan', figures(head, ['', ...years], ['回数（回）', '１２', '1,400回', '18']));
    expect(read.problems).toEqual([]);
    expect(valuesOf(read)).toEqual([
      ['R6', 'actual', 12],
      ['R7', 'actual', 1400],
      ['R8', 'planned', 18],
    ]);
  });

  it('with calendar years above its figures is refused by the cell: no figure is lost unsaid', async () => {
    const head = ['区分', '実績値', '計画値'];
    const read = await text('plan', figures(head, ['', '令和7年度', '令和8年'], ['回数（回）', '10', '18']));
    expect(read.problems).toEqual([{ at: '4行目の3列目', code: 'no-fiscal-year', value: '令和8年' }]);
  });

  it('with a figure that is none is refused by its cell', async () => {
    const head = ['区分', '実績値', '計画値'];
    const read = await text('plan', figures(head, ['', 'R7年度', 'R8年度'], ['回数（回）', '約10', '18']));
    expect(read.problems).toEqual([{ at: '5行目の2列目', code: 'no-number', value: '約10' }]);
  });

  it('out of Excel as CSV in Shift_JIS, with line breaks in its cells, is read', async () => {
    const csv = '①看取り\r\n目指す姿,"望む場所で\r\n最期を迎える"\r\n取組,"①研修会の開催\r\n②講演会の開催"\r\n';
    const read = understand('scenes', await readDocument('資料.csv', asShiftJis(csv)));
    expect(of(read, 'initiative').map(({ title }) => title)).toEqual(['研修会の開催', '講演会の開催']);
    expect(of(read, 'plan')[0]?.vision).toBe('望む場所で\n最期を迎える');
  });

  it('as text of a PDF is read without its page numbers and running heads', async () => {
    const read = await text('plan', [
      '第9期介護保険事業計画',
      '施策の柱4 在宅医療・介護連携の推進',
      '1 相談支援',
      '相談を受け付けています。',
      '- 52 -',
      '第9期介護保険事業計画',
      '53',
      '引き続き支援しています。',
      '【今後の方針】',
      '53 / 120 ページ',
      '窓口を広げていきます。',
    ]);
    const [initiative] = of(read, 'initiative');
    expect(initiative).toMatchObject({
      title: '相談支援',
      content: '相談を受け付けています。\n引き続き支援しています。',
      memo: '今後の方針：窓口を広げていきます。',
    });
  });

  it('with a rating in full-width digits is read, and one out of five is refused by its cell', async () => {
    const table = (rating: string) => [
      '令和8年度 鈴鹿市在宅医療・介護連携推進事業',
      ['4つの場面', '目指すべき姿', '令和7年度主な事務事業 (D)', '評価 (C)', '改善 (A)', '次年度計画', '段階評価'].join(
        '\t',
      ),
      ['看取り', '望む場所で過ごす', '・研修会', '・開いた', '・続ける', '・続ける', rating].join('\t'),
    ];
    expect(of(await text('pdca', table('３．５')), 'evaluation')).toMatchObject([{ rating: 3.5, fiscalYear: 'R7' }]);
    expect((await text('pdca', table('8'))).problems).toMatchObject([{ at: '3行目の7列目', code: 'no-number' }]);
  });
});
