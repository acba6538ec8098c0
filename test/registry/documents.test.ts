import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROUND_COLUMNS } from '../../src/records/survey-round.ts';
import { KEN, newKey, OWASE, openRegistry, SATO, type TestRegistry } from './open-registry.ts';
import { DocumentTaker, surveySheet } from './take-document.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const prisma = () => registry.database.prisma;

const { take, takeText } = new DocumentTaker(() => registry);
const sheet = surveySheet;

async function openRound() {
  const round = {
    ...{ fiscalYear: 'R8', title: '市町調査', referenceDate: '令和8年11月1日', columns: [...ROUND_COLUMNS] },
    ...{ groups: [['suzuka'], ['owase', 'kihoku']], slots: [] },
  };
  const due = {
    date: 'R8.12.4',
    event: null,
    dueTime: null,
    confirmed: true,
    submissionYear: 'R8',
    recipient: '三重県',
  };
  const { saved } = await registry
    .at()
    .openRound({ person: KEN, key: newKey(), round, due: { ...due, leads: [{ unit: 'business-days', count: 7 }] } });
  expect(saved).toBe(true);
}
const reply = async () =>
  (await prisma().surveyReply.findFirst({ where: { areas: { some: { id: 'suzuka' } } } })) ?? null;
const counts = async () =>
  Promise.all([
    prisma().source.count(),
    prisma().history.count(),
    prisma().statement.count(),
    prisma().initiative.count(),
  ]);

describe('a filled survey sheet', () => {
  it('becomes the reply of its town in the open round: what goes on, what is new, what is planned, what there is not', async () => {
    await openRound();
    const report = await take('survey', await sheet(), { reason: 'メールで受領' });
    expect(report).toMatchObject({ problems: [], asked: [], saved: true });
    const cells = (await reply())?.cells as Record<string, { stated: string; statements: object[] }>;
    expect(await reply()).toMatchObject({ status: 'answered', way: 'in-stead' });
    expect(cells.ict?.statements).toMatchObject([
      { from: 'survey.ict-1', status: 'doing', tools: ['suzu-net'] },
      { from: null, text: '登録のしかたを案内する。', status: 'planned' },
    ]);
    expect(cells.bcp).toMatchObject({ stated: 'none' });
    expect(cells.acp).toMatchObject({ stated: 'blank' });
    const entry = await prisma().history.findFirst({ where: { kind: 'surveyReply' }, orderBy: { seq: 'desc' } });
    expect(entry).toMatchObject({ via: 'import', reason: 'メールで受領' });
  });

  it('keeps of a hub what the sheet does not ask for: its number, where it is, since when, its other names', async () => {
    await openRound();
    const stands = { tel: '059-382-0001', location: '保健センター', since: 'H30', aliases: ['すずらん'] };
    await prisma().hub.updateMany({ data: { location: stands.location } });
    await take('survey', await sheet());
    expect((await reply())?.cells).toMatchObject({
      hub: { stated: 'yes', hubs: [{ from: 'survey.hub-1', ...stands }] },
    });
    const said = 'すずらん支援センター（すずらん医師会） 電話 059-382-0009';
    await take('survey', await sheet({ hub: said, mode: '委託' }));
    const hub = { ...stands, tel: '059-382-0009', mode: 'contracted', operator: 'すずらん医師会' };
    expect((await reply())?.cells).toMatchObject({ hub: { hubs: [hub] } });
  });

  it('goes on with each statement of last year once', async () => {
    await openRound();
    const twice = '情報共有システム「すずらんネット」を運用してい';
    await take('survey', await sheet({ ict: `・${twice}るところである。\n・${twice}る。` }));
    const cells = (await reply())?.cells as Record<string, { statements: object[] }>;
    expect(cells.ict?.statements).toMatchObject([{ from: null }, { from: 'survey.ict-1' }]);
  });

  it('of several towns binds to one of them what names it at its head', async () => {
    await openRound();
    const ict = '・尾鷲市では、会議を開く。\n・紀北町：訪問している。\n・両市町で会議を開く。';
    expect(await take('survey', await sheet({ areas: '尾鷲市・紀北町', ict }))).toMatchObject({
      problems: [],
      saved: true,
    });
    const joint = await prisma().surveyReply.findFirstOrThrow({ where: { areas: { some: { id: 'owase' } } } });
    const cells = joint.cells as Record<string, { statements: object[] }>;
    expect(cells.ict?.statements).toMatchObject([{ areaIds: ['owase'] }, { areaIds: ['kihoku'] }, { areaIds: null }]);
  });

  it('changes nothing when it comes a second time', async () => {
    await openRound();
    const file = await sheet();
    await take('survey', file);
    const before = await counts();
    expect(await take('survey', file)).toMatchObject({ saved: false, records: [{ state: 'same' }] });
    expect(await counts()).toEqual(before);
  });

  it('is only looked at with a dry run', async () => {
    await openRound();
    const before = await counts();
    const report = await take('survey', await sheet(), { dryRun: true });
    expect(report).toMatchObject({ saved: false, records: [{ state: 'changed' }] });
    expect(await counts()).toEqual(before);
    expect(await reply()).toMatchObject({ status: 'none' });
  });

  it('is found again wherever its rows were moved to', async () => {
    await openRound();
    const zip = unzipSync(await sheet());
    const move = (xml: string) =>
      xml
        .replace(/(<row[^>]* r=")(\d+)"/g, (_, head: string, row: string) => `${head}${Number(row) + 3}"`)
        .replace(/(<c r="[A-Z]+)(\d+)"/g, (_, head: string, row: string) => `${head}${Number(row) + 3}"`)
        .replace(
          /ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
          (_, a: string, b: string, c: string, d: string) => `ref="${a}${Number(b) + 3}:${c}${Number(d) + 3}"`,
        );
    zip['xl/worksheets/sheet1.xml'] = strToU8(move(strFromU8(zip['xl/worksheets/sheet1.xml'] as Uint8Array)));
    // The names stay behind, as in a program that does not move them: then the headings say where things stand.
    const names = strFromU8(zip['xl/workbook.xml'] as Uint8Array).replace(
      /<definedName [^>]*tonari_ict[^<]*<\/definedName>/,
      '',
    );
    zip['xl/workbook.xml'] = strToU8(names);
    expect(await take('survey', Buffer.from(zipSync(zip)))).toMatchObject({ problems: [], saved: true });
    const cells = (await reply())?.cells as Record<string, { stated: string; statements: object[] }>;
    expect(cells.ict?.statements).toHaveLength(2);
    expect(cells.bcp).toMatchObject({ stated: 'none' });
  });

  it.each([
    ['another town than the one that was said', {}, { area: '尾鷲市' }, { code: 'other-area', value: '鈴鹿市' }],
    ['another year', { year: '令和7年度' }, { fiscalYear: 'R8' }, { code: 'other-year', value: 'R7' }],
    ['a town that nobody knows', { areas: '架空市' }, {}, { code: 'unknown-area', value: '架空市' }],
    [
      'personal data',
      { acp: '・氏名：鈴木花子さん、昭和15年3月2日生まれの方を支援した。' },
      {},
      { code: 'personal-data' },
    ],
  ] as const)('is refused as a whole where it is of %s', async (_, more, options, problem) => {
    await openRound();
    const before = await counts();
    const report = await take('survey', await sheet(more), options);
    expect(report).toMatchObject({ saved: false, problems: [problem] });
    expect(JSON.stringify(report.problems)).not.toContain('花子');
    expect(await counts()).toEqual(before);
  });

  it('is refused where a cell that is wanted holds a formula or no text, and says which', async () => {
    const rows = [
      ['在宅医療・介護連携の取組(鈴鹿市)'],
      ['①a', '②b', '③c', '④d', '⑤e', '⑥f'],
      ['x', true, new Date(), null, 'y', null],
    ];
    const cells = new Map([['2,4', { formula: '1+1', formulaResult: 2 }]]);
    const file = Buffer.from(await writeXlsx({ sheets: [{ name: '票', rows, cells } as never] }));
    const report = await take('survey', file);
    expect(report.problems).toMatchObject([
      { at: '「票」シートのB3', code: 'wrong-type' },
      { at: '「票」シートのE3', code: 'formula', value: null },
    ]);
    expect(report.saved).toBe(false);
  });

  it('changes the records themselves where no round is open, and asks where words speak for two states', async () => {
    const unsure = { ict: '・情報共有の意見交換会を検討中(3月に開催予定)' };
    const asked = await take('survey', await sheet(unsure));
    expect(asked).toMatchObject({ saved: false, asked: [{ text: '情報共有の意見交換会を検討中(3月に開催予定)' }] });
    const id = asked.asked[0]?.id ?? '';
    expect(await take('survey', await sheet(unsure), { answers: { [id]: 'planned' } })).toMatchObject({ saved: true });
    const statements = await prisma().statement.findMany({
      where: { facet: 'ict', areas: { some: { id: 'suzuka' } } },
    });
    const added = statements.find(({ status }) => status === 'planned');
    expect(added).toMatchObject({ asOf: '令和8年11月1日', place: '(2)④ICT' });
    expect(added?.sourceId).toMatch(/^document-/);
    // It counts among the survey's towns as before, and its wording is quoted with its place.
    const answer = await registry.ask('意見交換会を開く市町は？');
    expect(answer).toContain('情報共有の意見交換会を検討中(3月に開催予定)');
    expect(answer).toContain('原文: (2)④ICT');
    expect(answer).toContain('3市町のうち');
    expect(await registry.ask('紀北ノートを配布している市町は？')).not.toContain('原文');
  });
});

describe('a sheet without a round', () => {
  it('changes of a hub what it says, and of its number and place nothing that it leaves open', async () => {
    const hub = () => prisma().hub.findUniqueOrThrow({ where: { id: 'survey.hub-1' } });
    expect(await take('survey', await sheet())).toMatchObject({ problems: [], saved: true });
    expect(await hub()).toMatchObject({ tel: '059-382-0001', since: 'H30' });
    const said = 'すずらん支援センター（電話 059-382-0009、所在地：鈴鹿市神戸一丁目1番1号）';
    expect(await take('survey', await sheet({ hub: said }))).toMatchObject({ problems: [], saved: true });
    expect(await hub()).toMatchObject({ tel: '059-382-0009', location: '鈴鹿市神戸一丁目1番1号', since: 'H30' });
  });

  it('that has a new line before one of last year changes nothing when it comes a second time', async () => {
    const file = await sheet({ ict: '・会議を開く。\n・情報共有システム「すずらんネット」を運用している。' });
    expect(await take('survey', file)).toMatchObject({ problems: [], saved: true });
    const report = await take('survey', file);
    expect(report.records.filter(({ state }) => state !== 'same')).toEqual([]);
    expect(report.saved).toBe(false);
  });
});

const SCENES = [
  '鈴鹿市における在宅医療・介護連携推進事業',
  '①看取り',
  '※取組状況は令和8年10月31日時点',
  '目指す姿\t望む場所で最期を迎えられる',
  '目標\t話し合う人が増える',
  '取組\t<p>①事例検討会の開催</p>',
  '取組状況\t<p>①事例検討会の開催：令和8年10月6日（火）市役所にて開催済み</p>',
];

describe('a document of another kind', () => {
  it('gives initiatives with the state, the day and the wording of its source, found by the next question', async () => {
    expect(await takeText('scenes', SCENES, { asOf: null })).toMatchObject({ problems: [], warnings: [], saved: true });
    const [row] = await prisma().initiative.findMany({ where: { title: '事例検討会の開催' } });
    expect(row).toMatchObject({
      ...{ areaId: 'suzuka', scene: '看取り', status: '開催済み', date: 'R8.10.6', location: '市役所' },
      ...{ sourceText: '令和8年10月6日（火）市役所にて開催済み', asOf: '令和8年10月31日' },
    });
    expect(await prisma().source.findUnique({ where: { id: row?.sourceId ?? '' } })).toMatchObject({
      ...{ title: '資料', publisher: '鈴鹿市', kind: 'imported-scenes' },
    });
    expect(await registry.ask('鈴鹿市の事例検討会の開催')).toContain('事例検討会の開催');
    expect(await takeText('scenes', SCENES, { asOf: null })).toMatchObject({ saved: false });
  });

  it('is taken whole or not at all: one bad figure keeps everything out', async () => {
    const plan = (figure: string) => [
      '1 普及啓発',
      '出前講座を開催しています。',
      '▶出前講座',
      '区分\t実績値\t\t計画値',
      '\tR6年度\tR7年度\tR8年度',
      `開催回数（回）\t中止\t${figure}\t1,200`,
      '※ 令和7年度は9月末現在',
    ];
    const before = await counts();
    const bad = await takeText('plan', plan('多数'), { area: '鈴鹿市' });
    expect(bad).toMatchObject({ saved: false, problems: [{ at: '6行目の3列目', code: 'no-number', value: '多数' }] });
    expect(await counts()).toEqual(before);
    expect(await takeText('plan', plan('6'), { area: '鈴鹿市' })).toMatchObject({ problems: [], saved: true });
    const values = await prisma().indicatorValue.findMany({
      where: { indicator: { title: '出前講座', sourceId: { startsWith: 'document-' } } },
      orderBy: { fiscalYear: 'asc' },
    });
    expect(values.map(({ fiscalYear, kind, value, state }) => [fiscalYear, kind, value, state])).toEqual([
      ['R6', 'actual', null, '中止'],
      ['R7', 'partial', 6, null],
      ['R8', 'planned', 1200, null],
    ]);
  });

  it('keeps out what could be saved where the registry refuses one record of it', async () => {
    const before = await counts();
    const report = await takeText(
      'scenes',
      SCENES.map((line) => line.replace('令和8年10月6日（火）', '令和9年10月6日')),
      { asOf: null },
    );
    expect(report).toMatchObject({ saved: false, problems: [{ at: '7行目の2列目', code: 'future' }] });
    expect(await counts()).toEqual(before);
  });

  it('that names no area or no date is asked for them; nothing in it is an error, too', async () => {
    const nameless = SCENES.slice(1).filter((line) => !line.startsWith('※'));
    expect((await takeText('scenes', nameless, { asOf: null })).problems.map(({ code }) => code)).toEqual([
      'no-as-of',
      'no-area',
    ]);
    expect((await takeText('pdca', SCENES)).problems.map(({ code }) => code)).toEqual(['nothing']);
  });

  it('is refused to whoever may not change the area, and its source does not stay', async () => {
    const before = await counts();
    const refused = await takeText('scenes', SCENES, { person: OWASE, asOf: null });
    expect(refused).toMatchObject({ saved: false, problems: [{ code: 'refused', value: '鈴鹿市' }] });
    expect(await counts()).toEqual(before);
    expect(await takeText('scenes', SCENES, { person: SATO, asOf: null })).toMatchObject({ saved: true });
  });
});
