import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { exportRows } from '../../src/registry/files/export-rows.ts';
import type { Actor } from '../../src/workspace/driver.ts';
import { interactives } from '../../src/workspace/elements.ts';
import type { Block } from '../../src/workspace/state.ts';
import { type Office, openOffice } from './open-office.ts';

// This is care data: what people write, in a message, in a line after a command or in any form, reaches no log, at no
// level, whatever becomes of it.

const MARK = 'しるし印';

let office: Office;
let tsuji: Actor;
beforeAll(async () => {
  office = await openOffice('socket');
  await office.database.prisma.membership.createMany({
    data: [
      { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
      { user: 'U0TSUJI', areaId: 'owase', role: 'staff' },
      { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
    ],
  });
});
beforeEach(async () => {
  tsuji = office.as('U0TSUJI').in('bot');
  while (tsuji.topView()) await tsuji.close();
});
afterAll(() => office.close());

/** The ids of the fields into which something can be typed. */
const typable = (person: Actor): string[] =>
  interactives((person.topView()?.view.blocks ?? []) as Block[])
    .filter(({ element }) => element.type === 'plain_text_input')
    .map(({ blockId }) => blockId);

/** Types the mark into every field and sends; once more where the first time led to another step or a question back. */
async function typeEverywhere(person = tsuji): Promise<number> {
  let typed = 0;
  for (let round = 0; round < 2; round += 1) {
    const fields = typable(person);
    for (const field of fields) await person.fill({ [field]: `${MARK}${round}` });
    typed += fields.length;
    if (fields.length > 0) await person.submit();
    await office.quiet();
  }
  return typed;
}

/** Nothing of it was logged, while something was. */
function expectSilence(): void {
  expect(office.logged.length).toBeGreaterThan(0);
  expect(office.logged.filter((line) => line.includes(MARK))).toEqual([]);
}

type Way = [line: string, shows: string, ...further: [press: string, shows: string][]];

const FORMS: Record<string, Way> = {
  'an initiative': ['/tonari-update 看取り研修', '状況'],
  'its details': ['/tonari-update 看取り研修', '状況', ['主催・方法など', '共催']],
  'a sub-item': ['/tonari-update 看取り研修', '状況', ['会場の予約', '小項目の名称']],
  'a new initiative': ['/tonari-update', '名称の一部', ['取組を追加', '市町・地区']],
  'a tool': ['/tonari-share 紀北ノート', '使っている市町 ※必須'],
  'a new tool': ['/tonari-share 新しいノート', '資料・ツール・アンケート ※必須', ['資料・ツールを登録', '種類 ※必須']],
  'a new survey': ['/tonari-share', '資料・ツール・アンケート ※必須', ['アンケートを登録', 'アンケートの名称']],
  'a withdrawal': ['/tonari-share 紀北ノート', '使っている市町 ※必須', ['共有を取りやめる', '取りやめる理由']],
  'a new indicator': ['/tonari-indicator', '指標 ※必須', ['指標を追加', '測るもの']],
  'a meeting': ['/tonari-meeting 講演会 R8.12.4', '日程 ※必須'],
  'a deadline': ['/tonari-deadline 実績報告 R8.12.4', '期限 ※必須'],
};

/** What an administrator fills in. */
const ADMINISTRATION: Record<string, Way> = {
  'a member': ['/tonari-admin', '何を管理しますか', ['メンバー', 'メンバーを追加'], ['メンバーを追加', '役割 ※必須']],
  'a closed day': ['/tonari-admin 閉庁日', 'まだ入力されていません', ['鈴鹿市の閉庁日を入力', '毎年の閉庁日']],
  'office settings': ['/tonari-admin 役所の設定', 'まだ設定はありません', ['鈴鹿市の設定を入力', '時刻']],
  'a new word': ['/tonari-admin 言葉', '言葉 ※必須', ['新しい言葉を登録', '表示する名称']],
  'blacking out': ['/tonari-admin 墨消し', '消す文字'],
};

it.each(Object.entries(FORMS))('the form of %s', async (_name, [line, shows, ...further]) => {
  await tsuji.command(line);
  await tsuji.waitForView(shows);
  for (const [press, until] of further) {
    await tsuji.click(press);
    await tsuji.waitForView(until);
  }
  expect(await typeEverywhere()).toBeGreaterThan(0);
  expectSilence();
});

it.each(Object.entries(ADMINISTRATION))('the form of %s', async (_name, [line, shows, ...further]) => {
  const akiyama = office.as('U0AKIYAMA').in('bot');
  while (akiyama.topView()) await akiyama.close();
  await akiyama.command(line);
  await akiyama.waitForView(shows);
  for (const [press, until] of further) {
    await akiyama.click(press);
    await akiyama.waitForView(until);
  }
  expect(await typeEverywhere(akiyama)).toBeGreaterThan(0);
  expectSilence();
});

const STEPS: Record<string, { line: string; shows: string; column?: string; press?: string; until: string }> = {
  'a column of the survey': { line: '/tonari-answer 鈴鹿市', shows: '調査票の欄 ※必須', column: 'ICT', until: '時点' },
  'a hub': { line: '/tonari-answer 鈴鹿市', shows: '調査票の欄 ※必須', column: '連携拠点', until: '連携拠点の名称' },
  目指す姿: {
    line: '/tonari-answer 鈴鹿市',
    shows: '調査票の欄 ※必須',
    column: '目指す姿',
    press: '看取り',
    until: '時点 ※必須',
  },
  figures: { line: '/tonari-indicator 訪問診療 利用者数 R6年度', shows: '指標 ※必須', until: '計画値' },
  'an evaluation': { line: '/tonari-evaluate 鈴鹿市 看取り R7年度', shows: '場面 ※必須', until: '成熟度評価' },
};

it.each(Object.entries(STEPS))('the form of %s', async (_name, { line, shows, column, press, until }) => {
  await tsuji.command(line);
  await tsuji.waitForView(shows);
  if (column) await tsuji.fill({ 調査票の欄: column });
  await tsuji.submit();
  if (press) {
    await tsuji.waitForView('どの場面の');
    await tsuji.click(press);
  }
  await tsuji.waitForView(until);
  expect(await typeEverywhere()).toBeGreaterThan(0);
  expectSilence();
});

it('a message, a mention, a line after a command', async () => {
  await tsuji.say(`${MARK}の研修はどこの市町`);
  await tsuji.waitFor('違う');
  for (const command of [
    'tonari',
    'tonari-update',
    'tonari-answer',
    'tonari-share',
    'tonari-indicator',
    'tonari-evaluate',
    'tonari-meeting',
    'tonari-deadline',
    'tonari-report',
    'tonari-admin',
  ]) {
    await tsuji.command(`/${command} ${MARK}`);
    await office.quiet();
    while (tsuji.topView()) await tsuji.close();
  }
  tsuji.in('鈴鹿市-在宅医療');
  await tsuji.mention(`${MARK}は？`);
  await office.quiet();
  expectSilence();
});

it('a form that cannot be saved, since the database fails', async () => {
  await tsuji.command('/tonari-update 看取り研修');
  await tsuji.waitForView('状況');
  await tsuji.fill({ メモ: `${MARK}消えない文` });
  await office.database.pool.query('ALTER TABLE "History" RENAME TO "Hidden"');
  try {
    await tsuji.submit();
    await tsuji.waitForView('処理できませんでした');
  } finally {
    await office.database.pool.query('ALTER TABLE "Hidden" RENAME TO "History"');
  }
  await office.quiet();
  expect(office.logged.join('\n')).toContain('slack.failed');
  expectSilence();
});

it('every change and every refusal is in the exports of history and audit, once each', async () => {
  const { prisma } = office.database;
  const [changes, refusals] = [await prisma.history.count(), await prisma.refusal.count()];
  await tsuji.command('/tonari-update 看取り研修');
  await tsuji.waitForView('状況');
  await tsuji.fill({ 参加人数: '41' });
  await tsuji.submit();
  await tsuji.waitForView('保存しました');
  const hirata = office.as('U0HIRATA').in('bot');
  for (const line of ['/tonari-update 看取り研修', '/tonari-evaluate 鈴鹿市 看取り R7年度']) {
    await hirata.command(line);
    await hirata.waitForView(line.includes('evaluate') ? '場面 ※必須' : '登録されていない');
    if (line.includes('evaluate')) await hirata.submit();
    await hirata.waitForView('登録されていない');
    await hirata.close();
  }
  const history = (await exportRows(prisma, 'history')).rows;
  expect(history).toHaveLength(changes + 1);
  expect(history.at(-1)).toMatchObject({ user: 'U0TSUJI', user_name: '辻 文香', via: 'form', action: 'update' });
  expect(JSON.stringify(history.at(-1))).toContain('41');
  const audit = (await exportRows(prisma, 'audit')).rows;
  expect(await prisma.refusal.count()).toBe(refusals + 2);
  const his = audit.filter(({ user }) => user === 'U0HIRATA');
  expect(his.map(({ action }) => action).sort()).toEqual(['evaluation create', 'initiative update']);
  expect(his.every(({ result }) => result !== 'saved')).toBe(true);
});

it('the form that gives an initiative another title', async () => {
  await tsuji.command('/tonari-update 看取り研修');
  await tsuji.waitForView('状況');
  await tsuji.click('題名・場面・担当');
  await tsuji.waitForView('ほかにあてはまる場面');
  expect(await typeEverywhere()).toBeGreaterThan(0);
  expectSilence();
});
