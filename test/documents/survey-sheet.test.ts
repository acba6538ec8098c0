import { readXlsx } from 'hucre';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetGroups, surveySheetOf } from '../../src/documents/sheets/survey-answers.ts';
import {
  SURVEY_PLACES,
  type SurveySheet,
  surveyCellName,
  surveyPage,
} from '../../src/documents/sheets/survey-sheet.ts';
import { workbookFile } from '../../src/documents/workbook.ts';
import type { RegistryRecords } from '../../src/records/rows.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';

const ABOUT = { title: '調査票', at: new Date('2026-11-24T00:00:00Z') };
let records: RegistryRecords;

beforeAll(async () => {
  records = await readShippedRecords();
});

const sheetOf = (...areaIds: string[]) => surveySheetOf(records, { areaIds, fiscalYear: 2026, asOf: null });
const fileOf = (...sheets: SurveySheet[]) =>
  workbookFile(
    sheets.map((sheet) => surveyPage(sheet)),
    ABOUT,
  );

/** The texts of a tab, read by a library that wrote none of them. */
async function textsOf(file: Buffer, tab = 0): Promise<string[]> {
  const sheets = await readXlsxFile(file);
  return (sheets[tab]?.data ?? [])
    .flat()
    .filter((cell) => cell !== null)
    .map(String);
}

describe('a survey sheet', () => {
  it('begins with what the town answered last', async () => {
    const texts = await textsOf(await fileOf(sheetOf('kuwana')));
    expect(texts).toContain('桑名市');
    expect(texts).toContain('令和8年度');
    expect(texts).toContain('桑名市在宅医療・介護連携支援センター（桑名医師会）');
    expect(texts).toContain('委託');
    expect(texts.find((text) => text.includes('くわな入退院の手引き'))).toMatch(/^・/);
  });

  it('has all twelve columns, the hub and four 目指すべき姿, each under its label', async () => {
    const texts = await textsOf(await fileOf(sheetOf('tsu')));
    for (const { label } of SURVEY_PLACES) expect(texts).toContain(label);
    expect(SURVEY_PLACES).toHaveLength(21);
  });

  it('says 【なし】 where a town said so, and leaves empty what was not stated', () => {
    expect(sheetOf('asahi').ict).toMatch(/【なし】/);
    expect(sheetOf('suzuka').discharge).toBe('');
  });

  it('is one sheet for towns that answer jointly, with the town where a line is about one of them', () => {
    const towns = records.areas.filter(({ kind, prefecture }) => kind === 'municipality' && prefecture === '三重県');
    const groups = sheetGroups(
      records,
      towns.map(({ id }) => id),
    );
    expect(groups).toHaveLength(26);
    expect(groups.flat()).toHaveLength(29);
    expect(sheetGroups(records, ['kiho'])).toEqual([['kumano', 'mihama', 'kiho']]);
    const joint = sheetOf('kumano', 'mihama', 'kiho');
    expect(joint.areas).toBe('熊野市・御浜町・紀宝町');
    expect(joint.acp).toContain('紀宝町');
  });

  it('knows nothing of a year before the first answers', () => {
    const former = surveySheetOf(records, { areaIds: ['kuwana'], fiscalYear: 2020, asOf: null });
    expect(former.acp).toBe('');
    expect(former.hub).toBe('');
  });

  it('names every cell, so that an answer is found wherever its row was moved', async () => {
    const file = await fileOf(sheetOf('kuwana'), sheetOf('tsu'));
    const { namedRanges = [], sheets } = await readXlsx(file);
    expect(namedRanges).toHaveLength(2 * SURVEY_PLACES.length);
    const acp = namedRanges.find(({ name, scope }) => name === surveyCellName('acp') && scope === '津市');
    const [, column = '', row = ''] = /!\$([A-Z]+)\$(\d+)$/.exec(acp?.range ?? '') ?? [];
    const sheet = sheets.find(({ name }) => name === '津市');
    expect(sheet?.rows[Number(row) - 1]?.[column.charCodeAt(0) - 65]).toBe(sheetOf('tsu').acp);
  });

  it('prints on A4, as wide as the paper, with the town at the top of each sheet of paper', async () => {
    const { sheets } = await readXlsx(await fileOf(sheetOf('kuwana')));
    expect(sheets[0]?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '$1:$2',
    });
  });

  it('executes nothing, cuts visibly what no cell can hold, and leaves out what no file can hold', async () => {
    const hostile = {
      areas: "='A'!A1",
      acp: '=HYPERLINK("http://example.com")',
      ict: `${'長'.repeat(40_000)}`,
      bcp: 'a\u0007b\nc',
    };
    const file = await fileOf(hostile);
    const texts = await textsOf(file);
    expect(texts).toContain('=HYPERLINK("http://example.com")');
    expect(texts).toContain('a b\nc');
    const long = texts.find((text) => text.startsWith('長')) ?? '';
    expect(long).toHaveLength(32_767);
    expect(long).toMatch(/…（以下略）$/);
    const { sheets } = await readXlsx(file);
    const formulas = [...(sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined);
    expect(formulas).toEqual([]);
  });

  it('gives tabs names that a workbook can have, no two alike', async () => {
    const { sheets } = await readXlsx(await fileOf({ areas: 'A/B' }, { areas: 'A/B' }, { areas: 'あ'.repeat(40) }, {}));
    expect(sheets.map(({ name }) => name)).toEqual(['A B', 'A B (2)', 'あ'.repeat(31), '-']);
  });
});
