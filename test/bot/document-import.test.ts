import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SurveySheet, surveyPage } from '../../src/documents/sheets/survey-sheet.ts';
import { workbookFile } from '../../src/documents/workbook.ts';
import { ROUND_COLUMNS } from '../../src/records/survey-round.ts';
import { DocumentSittings } from '../../src/registry/documents/sittings.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

// Documents come in by chat: files are brought to a form, shown beside what is recorded, and saved whole or not at all.

const PEOPLE = [
  { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'hub' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'viewer' },
];
const NOW = '2026-11-24T09:00:00+09:00';
const SHEET: SurveySheet = {
  areas: '鈴鹿市',
  year: '令和8年度',
  asOf: '令和8年11月1日',
  hub: 'すずらん支援センター',
  mode: '直営',
  vision4: '望む場所で最期を迎えられる。',
  ict: '・情報共有システム「すずらんネット」を運用している。\n・【予定】「すずらんネット」の登録のしかたを案内する。',
  bcp: '【なし】',
};

describe('documents by chat', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('socket', { now: NOW });
    await prisma().area.update({ where: { id: 'suzuka' }, data: { channel: null } });
    await prisma().membership.createMany({ data: PEOPLE });
    await openRound();
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  const prisma = () => office.database.prisma;
  const registrar = () => office.app.registrar(async () => ({ ids: [], named: true }));
  const at = (user: string) => office.as(user).in('bot');
  const seen = (user: string) => textOfView(at(user).topView() ?? fail());
  const reply = (areaId = 'suzuka') =>
    prisma().surveyReply.findFirstOrThrow({ where: { areas: { some: { id: areaId } } } });
  const sheet = (more: SurveySheet = {}) =>
    workbookFile([surveyPage({ ...SHEET, ...more })], { title: '調査票', at: new Date(NOW) });
  const counts = () =>
    Promise.all([
      prisma().source.count(),
      prisma().history.count(),
      prisma().statement.count(),
      prisma().draft.count(),
    ]);

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
    const person = { team: 'T0MIE', user: 'U0AKIYAMA' };
    const leads = [{ unit: 'business-days', count: 7 } as const];
    const { saved } = await registrar().openRound({ person, key: 'round', round, due: { ...due, leads } });
    expect(saved).toBe(true);
    await office.app.lookup.refresh();
  }

  type Brought = readonly { name: string; bytes: Uint8Array }[];

  /** The form, with these files in it. */
  async function bringing(user: string, files: Brought, fields: Record<string, string> = {}) {
    const actor = at(user);
    while (actor.topView()) await actor.close();
    await actor.command('/tonari-report');
    await actor.waitForView('文書を取り込む');
    await actor.click('文書を取り込む');
    await actor.waitForView('文書の種類');
    await actor.fill({ 文書の種類: '調査票（記入済み）', ...fields });
    for (const file of files) await actor.attach('ファイル', file);
    return actor;
  }

  async function read(user: string, files: Brought, shows: string, fields: Record<string, string> = {}) {
    const actor = await bringing(user, files, fields);
    await actor.submit();
    await actor.waitForView(shows);
    return actor;
  }

  const own = async (more: SurveySheet = {}): Promise<Brought> => [{ name: '鈴鹿市.xlsx', bytes: await sheet(more) }];
  /** Takes back what was saved last. */
  async function undone(user: string) {
    const actor = at(user);
    await actor.click('取り込みを取り消す');
    await actor.waitForView('取り消しました');
    await office.quiet();
  }

  const REASON = { '理由・連絡': '11月20日にメールで受領' };

  it('a town brings its sheet from /tonari-answer, sees what is new and what is as before, and saves it as its reply', async () => {
    const tsuji = at('U0TSUJI');
    await tsuji.command('/tonari-answer');
    await tsuji.waitForView('記入済みの調査票を取り込む');
    await tsuji.click('記入済みの調査票を取り込む');
    await tsuji.waitForView('文書の種類');
    const [file] = await own();
    await tsuji.attach('ファイル', file ?? fail());
    await tsuji.submit();
    await tsuji.waitForView('新規 1件');
    expect(seen('U0TSUJI')).toContain('「市町調査」への回答になります');
    expect(seen('U0TSUJI')).toContain('登録のしかたを案内する。（予定）');
    expect(seen('U0TSUJI')).toContain('まだ何も保存していません');
    expect(await reply()).toMatchObject({ status: 'none' });
    await tsuji.click('変更なし 3');
    await tsuji.waitForView('を運用している。（実施）');
    await tsuji.submit();
    await tsuji.waitForView('1件の文書を取り込み、1件の記録を保存しました');
    expect(await reply()).toMatchObject({ status: 'answered', way: 'sheet' });
    const [entry] = await prisma().history.findMany({ where: { kind: 'surveyReply' } });
    expect(entry).toMatchObject({ via: 'import', inStead: false, user: 'U0TSUJI' });
  });

  it('is taken back as a whole, and what was read is kept nowhere', async () => {
    await undone('U0TSUJI');
    expect(await reply()).toMatchObject({ status: 'none', way: null });
    const kept = JSON.stringify(await prisma().documentSitting.findMany(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(kept).not.toContain('すずらん');
  });

  it('the same submission arriving twice reads once and saves once', async () => {
    office.workspace.faults.onDelivery('view_submission', 'duplicate');
    const tsuji = await read('U0TSUJI', await own(), '新規 1件');
    await office.quiet();
    const before = await counts();
    expect(await prisma().documentSitting.count({ where: { savedAt: null } })).toBe(1);
    office.workspace.faults.onDelivery('view_submission', 'duplicate');
    await tsuji.submit();
    await office.quiet();
    expect(seen('U0TSUJI')).toMatch(/保存しました|保存済みです/);
    expect((await counts()).map((count, index) => count - (before[index] ?? 0))).toEqual([0, 1, 0, 0]);
    await undone('U0TSUJI');
  });

  it('the prefecture says on what ground it writes in a town’s stead, which history and the board show, and the town hears of it once', async () => {
    const akiyama = await read('U0AKIYAMA', await own(), '根拠を書いてください');
    await akiyama.fill(REASON);
    await akiyama.submit();
    await akiyama.waitForView('鈴鹿市の代理入力です');
    await akiyama.submit();
    await akiyama.waitForView('鈴鹿市に代理入力をお知らせします');
    await office.quiet();
    const told = at('U0TSUJI')
      .messages()
      .map(textOfMessage)
      .filter((text) => text.includes('代理入力しました'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('11月20日にメールで受領');
    const [entry] = await prisma().history.findMany({ where: { kind: 'surveyReply', user: 'U0AKIYAMA' } });
    expect(entry).toMatchObject({ via: 'import', inStead: true, reason: '11月20日にメールで受領' });
    await akiyama.click('回答を確かめる');
    await akiyama.waitForView('欄を選ぶと');
    await akiyama.click('履歴を見る');
    await akiyama.waitForView('代理入力');
    await akiyama.close();
    await akiyama.click('調査の進み具合');
    await akiyama.waitForView('3市町のうち 1市町が回答');
    expect(seen('U0AKIYAMA')).toContain('代理入力');
  });

  it('what somebody saved meanwhile is a conflict that says who changed what; saving again puts the sheet in its place', async () => {
    const akiyama = await read('U0AKIYAMA', await own({ ict: '・すべての病院で運用している。' }), '変更', REASON);
    expect(seen('U0AKIYAMA')).toContain('鈴鹿市はすでに回答しています');
    const { id } = await reply();
    const opened = await registrar().open('surveyReply', id);
    const ict = opened?.fields.ict ?? fail();
    const changed = { ...ict, statements: [{ ...(ict.statements[0] ?? fail()), text: '全域で運用している。' }] };
    const by = { person: { team: 'T0MIE', user: 'U0TSUJI' }, key: 'meanwhile', via: 'form', version: null } as const;
    const saved = await registrar().save({ ...by, kind: 'surveyReply', id, fields: { ict: changed } });
    expect(saved.outcome).toBe('saved');
    await akiyama.submit();
    await akiyama.waitForView('ほかの人が同じところ（ICT');
    expect(seen('U0AKIYAMA')).toContain('全域で運用している');
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    expect(JSON.stringify((await reply()).cells)).toContain('すべての病院で運用している');
  });

  it('is refused to viewers, and to a town the sheet of another one', async () => {
    const hirata = at('U0HIRATA');
    await hirata.command('/tonari-report');
    await hirata.waitForView('文書を取り込む');
    await hirata.click('文書を取り込む');
    await hirata.waitForView('閲覧の役割のため');
    const before = await counts();
    await read('U0TSUJI', await own({ areas: '尾鷲市・紀北町' }), '尾鷲市・紀北町の担当者と県');
    expect(await counts()).toEqual(before);
    const refusals = await prisma().refusal.findMany({ where: { user: 'U0TSUJI' } });
    expect(refusals).toMatchObject([{ result: 'not-your-area' }]);
    const tsuji = await read('U0TSUJI', await own({ areas: '尾鷲市・紀北町' }), '選んだ市町と違う', { 市町: '鈴鹿市' });
    expect(textOfView(tsuji.topView() ?? fail())).toContain('尾鷲市');
  });

  it('personal data is refused by its cell, and stands nowhere afterwards', async () => {
    await read('U0TSUJI', await own({ acp: '個人番号は1234 5678 9018です。' }), '個人情報にあたる記載');
    expect(seen('U0TSUJI')).toMatch(/鈴鹿市\.xlsx 「鈴鹿市」シートの[A-Z]+\d+/);
    expect(seen('U0TSUJI')).not.toContain('1234 5678');
    const rows = await prisma().documentSitting.findMany({ select: { files: true, about: true, said: true } });
    expect(JSON.stringify(rows)).not.toContain('1234 5678');
    expect(office.logged.join()).not.toContain('1234 5678');
  });

  it('a number that only looks personal is asked back at the form', async () => {
    const tsuji = await read('U0TSUJI', await own({ acp: '・届出番号123456789012で登録している。' }), '公用の番号です');
    await tsuji.fill({ 個人番号などに似た数字: '公用の番号です' });
    await tsuji.submit();
    await tsuji.waitForView('まだ何も保存していません');
  });

  it('damaged and hostile files are named with what is wrong, all at once, and the other fields keep what was typed', async () => {
    const zip = unzipSync(await writeXlsx({ sheets: [{ name: '票', rows: [['本文']] }] }));
    const bomb = zipSync({ ...zip, 'xl/media/image1.xml': new Uint8Array(20 * 1024 * 1024) });
    const files = [
      { name: '爆弾.xlsx', bytes: bomb },
      { name: '旧形式.xlsx', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]) },
      { name: '写真.xlsx', bytes: Uint8Array.from([0x89, 0x50, 0, 0, 1]) },
      { name: '途中まで.xlsx', bytes: (await sheet()).subarray(0, 900) },
    ];
    const tsuji = await read('U0TSUJI', files, '4か所を直す必要がある', { ...REASON, 時点: '令和8年11月1日' });
    expect(seen('U0TSUJI')).toContain('爆弾.xlsx ブックの中身が大きすぎる');
    expect(seen('U0TSUJI')).toContain('旧形式.xlsx パスワードのかかったExcelか、古い形式');
    expect(seen('U0TSUJI')).toContain('写真.xlsx 読める種類のファイルではありません');
    expect(seen('U0TSUJI')).toContain('途中まで.xlsx Excelブック（.xlsx）として読めません');
    expect(JSON.stringify(tsuji.topView())).toContain('11月20日にメールで受領');
  });

  it('a formula is never worked out, but refused by its cell', async () => {
    const formula = unzipSync(await sheet({ ict: '式' }));
    const name = 'xl/worksheets/sheet1.xml';
    const xml = Buffer.from(formula[name] ?? fail()).toString();
    const shared = Buffer.from(formula['xl/sharedStrings.xml'] ?? new Uint8Array()).toString();
    const index = shared.split('<si>').findIndex((each) => each.includes('>式<')) - 1;
    const cell = new RegExp(`<c r="([A-Z]+\\d+)"([^>]*) t="s"([^>]*)><v>${index}</v></c>`);
    const at = cell.exec(xml)?.[1] ?? fail();
    formula[name] = strToU8(xml.replace(cell, '<c r="$1"$2$3><f>1+1</f><v>2</v></c>'));
    await read('U0TSUJI', [{ name: '式.xlsx', bytes: zipSync(formula) }], '式が入っています');
    expect(seen('U0TSUJI')).toContain(`式.xlsx 「鈴鹿市」シートの${at} 式が入っています`);
  });

  it('what words leave open is asked and never guessed; a proposed tool is taken away, and all else stays as proposed', async () => {
    const unsure =
      '・「すずらんネット」の意見交換会を検討中(3月に開催予定)\n・情報共有システム「すずらんネット」を運用している。';
    const tsuji = await read('U0TSUJI', await own({ ict: unsure }), '判断できない記載が1件');
    await tsuji.submit();
    await tsuji.waitForView('先に、判断できない記載に答えてください');
    await tsuji.click('判断できない記載に答える（1件）');
    await tsuji.waitForView('実施・予定・検討中・なしのどれですか');
    await tsuji.fill({ 状態: '検討中' });
    await tsuji.submit();
    await tsuji.waitForView('1件の変更を控えました');
    await tsuji.click('状態・話題・ツールを確かめる（2件）');
    await tsuji.waitForView('変えずに進んだ記載は、提案のまま保存します');
    expect(seen('U0TSUJI')).toContain('ツール: すずらんネット');
    await tsuji.fill({ '話題・ツール（外すと付きません）': [] });
    await tsuji.submit();
    await tsuji.waitForView('1件の変更を控えました');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    const cells = (await reply()).cells as Record<string, { statements: object[] }>;
    expect(cells.ict?.statements).toMatchObject([
      { status: 'considering', tools: [], topics: [] },
      { status: 'doing', tools: ['suzu-net'] },
    ]);
  });

  it('a hub’s sheet waits for its town as one draft', async () => {
    const ogura = await read(
      'U0OGURA',
      await own({ acp: '・人生会議の講座を開いている。' }),
      '連携拠点の方の取り込みです',
    );
    await ogura.submit();
    await ogura.waitForView('鈴鹿市の案として預かりました');
    expect(await prisma().draft.findMany()).toMatchObject([{ kind: 'surveyReply', user: 'U0OGURA', decidedAt: null }]);
    expect(JSON.stringify((await reply()).cells)).not.toContain('人生会議の講座');
    await office.quiet();
    const tsuji = at('U0TSUJI');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.click('確かめて決める');
    await tsuji.waitForView('この案を');
    await tsuji.fill({ この案を: '承認する（記録に反映する）' });
    await tsuji.submit();
    await tsuji.waitForView('承認しました');
    expect(JSON.stringify((await reply()).cells)).toContain('人生会議の講座');
  });

  it('ten documents are read one after another, saved together and taken back together; a hub brings no such', async () => {
    const scenes = (title: string) =>
      Buffer.from(
        [
          '鈴鹿市における在宅医療・介護連携推進事業',
          '①看取り',
          '※取組状況は令和8年10月31日時点',
          `取組\t<p>①${title}の配布</p>`,
          `取組状況\t<p>①${title}の配布：令和8年10月6日（火）実施済み</p>`,
        ].join('\n'),
      );
    const names = ['事例', '看護', '薬局', '救急', '歯科', '栄養', '介護', '施設', '家族', '住民'];
    const files = names.map((name) => ({ name: `${name}.txt`, bytes: scenes(`${name}の手引き`) }));
    const kind = { 文書の種類: '4つの場面の整理表' };
    const views = () =>
      office.workspace.wire.entries.filter(({ name }) => name === 'views.update').map((entry) => JSON.stringify(entry));
    const tsuji = await read('U0TSUJI', files, '新規 10件', kind);
    expect(views().join()).toContain('読み取っています（10件中 7件目）: 介護.txt');
    await tsuji.submit();
    await tsuji.waitForView('10件の文書を取り込み、10件の記録を保存しました');
    const added = () => prisma().initiative.count({ where: { title: { endsWith: 'の手引きの配布' } } });
    expect(await added()).toBe(10);
    await undone('U0TSUJI');
    expect(await added()).toBe(0);
    await read('U0OGURA', files.slice(0, 1), '回答を受け付けている調査の調査票だけです', kind);
  });

  it('one bad document among several keeps all of them out', async () => {
    const before = await counts();
    const [good] = await own();
    const bad = {
      name: '悪い.xlsx',
      bytes: await sheet({ areas: '尾鷲市・紀北町', acp: '個人番号は1234 5678 9018です。' }),
    };
    await read('U0AKIYAMA', [good ?? fail(), bad], '悪い.xlsx 「尾鷲市', REASON);
    await read(
      'U0AKIYAMA',
      [good ?? fail(), { ...(good ?? fail()), name: '写し.xlsx' }],
      '鈴鹿市の調査票が2つあります',
      REASON,
    );
    expect(await counts()).toEqual(before);
  });

  it('what nobody saved within a day is gone, and the form says what to do', async () => {
    const tsuji = await read('U0TSUJI', await own({ acp: '・別の講座を開いている。' }), 'まだ何も保存していません');
    await tsuji.advance(86_400_000 + 60_000);
    await new DocumentSittings({
      prisma: prisma(),
      clock: office.workspace.clock,
      administrators: async () => ({ ids: [], named: true }),
    }).tidy();
    expect(await prisma().documentSitting.count({ where: { savedAt: null } })).toBe(0);
    await tsuji.submit();
    await tsuji.waitForView('もう一度ファイルを添付してください');
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
