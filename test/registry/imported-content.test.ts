import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRegistry, type TestRegistry } from './open-registry.ts';
import { DocumentTaker, surveySheet } from './take-document.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const prisma = () => registry.database.prisma;
const { take, takeText } = new DocumentTaker(() => registry);

const uses = (area: string, toolId: string) =>
  prisma().toolUse.findMany({
    where: { toolId, areas: { some: { id: area } } },
    include: { statements: { include: { statement: true } }, areas: true },
  });

describe('a tool that an imported document names', () => {
  it('becomes a use of its area, citing the statement that names it, and is found by the next question', async () => {
    const ict = '・情報共有システム「すずらんネット」を運用している。\n・「紀北ノート」をホームページに掲載している。';
    const report = await take('survey', await surveySheet({ ict }));
    expect(report).toMatchObject({ problems: [], saved: true });
    expect(report.proposals).toMatchObject([
      { kind: 'tool', id: 'tool:suzu-net@suzuka', name: 'すずらんネット', areas: ['鈴鹿市'], taken: true },
      { kind: 'tool', id: 'tool:kihoku-note@suzuka', name: '紀北ノート', areas: ['鈴鹿市'], taken: true },
    ]);
    const [use] = await uses('suzuka', 'kihoku-note');
    expect(use).toMatchObject({ name: '紀北ノート', role: 'user', ways: ['website'], asOf: '令和8年11月1日' });
    expect(use?.sourceId).toMatch(/^document-/);
    expect(use?.statements.map(({ statement }) => statement.text)).toEqual([
      '「紀北ノート」をホームページに掲載している。',
    ]);
    expect(await registry.ask('紀北ノートを使っている市町は？')).toContain('鈴鹿市');
    // The town that made it keeps its own entry.
    expect(await uses('owase', 'kihoku-note')).toMatchObject([{ id: 'survey.tool-1', ways: ['counter'] }]);
  });

  it('is entered once, however often the document comes', async () => {
    const file = await surveySheet();
    await take('survey', file);
    const report = await take('survey', file);
    expect(report.saved).toBe(false);
    expect(await uses('suzuka', 'suzu-net')).toHaveLength(1);
  });

  it.each(['tool:suzu-net@suzuka', 'すずらんネット'])('is left out where somebody says so (%s)', async (without) => {
    const report = await take('survey', await surveySheet(), { without: [without] });
    expect(report.proposals).toMatchObject([{ name: 'すずらんネット', taken: false }]);
    expect(report.saved).toBe(true);
    expect(await uses('suzuka', 'suzu-net')).toEqual([]);
  });

  it('is no use where the document says that it is not used', async () => {
    const report = await take('survey', await surveySheet({ ict: '・すずらんネットは活用していない。' }));
    expect(report.proposals).toEqual([]);
  });

  it('of a document of another kind is entered as well', async () => {
    const lines = ['鈴鹿市における在宅医療・介護連携推進事業', '①看取り', '取組\t①「紀北ノート」の活用'];
    expect(await takeText('scenes', lines)).toMatchObject({ problems: [], saved: true });
    expect(await uses('suzuka', 'kihoku-note')).toMatchObject([{ place: '看取り', statements: [] }]);
  });

  it('of one town of a joint sheet is that town’s alone', async () => {
    const ict = '・尾鷲市では、すずらんネットを使っている。';
    expect(await take('survey', await surveySheet({ areas: '尾鷲市・紀北町', ict }))).toMatchObject({ saved: true });
    const [use] = await uses('owase', 'suzu-net');
    expect(use?.areas.map(({ id }) => id)).toEqual(['owase']);
  });
});

describe('a meeting or an enquiry that an imported document names', () => {
  const PLAN = [
    '1 医療・介護関係者の研修',
    '多職種合同研修会を年2回、オンラインで開催しています。',
    '2 実態の把握',
    '令和8年6月に介護事業所実態調査を実施しました。身寄り支援検討会の設置を検討しています。',
  ];
  const meetings = () => prisma().meeting.findMany({ where: { sourceId: { startsWith: 'document-' } } });
  const enquiries = () => prisma().survey.findMany({ where: { sourceId: { startsWith: 'document-' } } });

  it('is proposed and becomes a record, with how often and how it is held, found by the next question', async () => {
    const report = await takeText('plan', PLAN, { area: '鈴鹿市' });
    expect(report).toMatchObject({ problems: [], saved: true });
    expect(report.proposals.map(({ kind, name, taken }) => [kind, name, taken])).toEqual([
      ['meeting', '多職種合同研修会', true],
      ['survey', '介護事業所実態調査', true],
    ]);
    expect(await meetings()).toMatchObject([
      { title: '多職種合同研修会', kind: 'training', status: 'ongoing', perYear: 2, method: 'オンライン' },
    ]);
    expect(await enquiries()).toMatchObject([{ title: '介護事業所実態調査', status: 'held', when: 'R8.6' }]);
    expect(await registry.ask('鈴鹿市の多職種合同研修会')).toContain('多職種合同研修会');
  });

  it('is entered once, and left out where somebody says so', async () => {
    const without = ['介護事業所実態調査'];
    const report = await takeText('plan', PLAN, { area: '鈴鹿市', without });
    expect(report.proposals.at(-1)).toMatchObject({ kind: 'survey', taken: false });
    expect(await enquiries()).toEqual([]);
    expect(await takeText('plan', PLAN, { area: '鈴鹿市', without })).toMatchObject({ saved: false });
    expect(await meetings()).toHaveLength(1);
  });

  it('is not entered anew where it stands under that name', async () => {
    await takeText('plan', ['1 会議', '運営委員会を毎月開いています。'], { area: '鈴鹿市' });
    expect(await meetings()).toEqual([]);
  });
});

describe('what a new edition of a document no longer has', () => {
  const statementsOf = (facet: string, area: string) =>
    prisma().statement.findMany({
      where: { facet, areas: { some: { id: area } } },
      orderBy: { position: 'asc' },
    });

  it('is told in the preview, and stands with its own day after the import', async () => {
    const file = await surveySheet({ ict: '・連絡会をオンラインで開く。', hub: '別の支援センター', vision4: '' });
    const preview = await take('survey', file, { dryRun: true });
    expect(preview.gone.map(({ kind, name, asOf }) => [kind, name, asOf])).toEqual([
      ['statement', '情報共有システム「すずらんネット」を運用している。', '令和7年11月'],
      ['hub', 'すずらん支援センター', '令和7年11月'],
      ['plan', '望む場所で最期を迎えられる。', '令和7年11月'],
      ['initiative', '看取り研修', '令和7年11月'],
      ['indicator', '訪問診療 利用者数', '令和7年11月'],
      ['meeting', '運営委員会', '令和7年11月'],
    ]);
    expect(await take('survey', file)).toMatchObject({ saved: true });
    expect((await statementsOf('ict', 'suzuka')).map(({ text, asOf }) => [text, asOf])).toEqual([
      ['情報共有システム「すずらんネット」を運用している。', '令和7年11月'],
      ['連絡会をオンラインで開く。', '令和8年11月1日'],
    ]);
    expect(await prisma().scenePlan.findFirst({ where: { id: 'survey.vision-1' } })).toMatchObject({
      vision: '望む場所で最期を迎えられる。',
    });
  });

  it('names what only that document gave: not what another document says, nor what is finished', async () => {
    const first = ['鈴鹿市における在宅医療・介護連携推進事業', '①看取り', '取組\t①事例検討会の開催', '取組\t②住民講座'];
    const states = '取組状況\t<p>②住民講座：開催済み</p>';
    await takeText('scenes', [...first, states]);
    const next = [...first.slice(0, 2), '取組\t①研修会の開催'];
    const { gone } = await takeText('scenes', next, { dryRun: true });
    expect(gone.map(({ kind, name }) => [kind, name])).toEqual([
      ['initiative', '事例検討会の開催'],
      ['meeting', '事例検討会'],
    ]);
  });

  it('is taken out only where the document itself says that there is nothing', async () => {
    await take('survey', await surveySheet({ ict: '【なし】' }));
    expect(await statementsOf('ict', 'suzuka')).toEqual([]);
    expect(await prisma().surveyAnswer.findUnique({ where: { id: 'survey.answer-ict' } })).toMatchObject({
      stated: 'none',
    });
  });

  it('an empty cell leaves what stands', async () => {
    await take('survey', await surveySheet({ ict: '' }));
    expect(await statementsOf('ict', 'suzuka')).toHaveLength(1);
  });
});
