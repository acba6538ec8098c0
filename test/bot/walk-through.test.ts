import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExportName, exportRows } from '../../src/registry/files/export-rows.ts';
import type { Actor } from '../../src/workspace/driver.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

// One update of each of the five documents, and one of each kind of record, as its staff make it: the form is opened,
// changed, sent; old and new are confirmed; the database holds it, the next question finds it, the export shows it;
// 取り消す brings back what was.

const AREAS = ['sakai', 'suzuka', 'owase', 'unnamed-city', 'kuwana', 'kitakami'];

let office: Office;
let staff: Actor;
beforeAll(async () => {
  office = await openOffice('socket', { records: 'shipped' });
  await office.database.prisma.membership.createMany({
    data: AREAS.map((areaId) => ({ user: 'U0TSUJI', areaId, role: 'staff' })),
  });
  staff = office.as('U0TSUJI').in('bot');
}, 120_000);
afterAll(async () => {
  expect(faultsOn(office)).toEqual([]);
  await office.close();
});

interface Walk {
  /** The way to the form with its fields. */
  open: () => Promise<unknown>;
  fill: Record<string, string | string[]>;
  /** Where the form has a second step. */
  next?: { shows: string; fill: Record<string, string | string[]> };
  /** What the confirmation says was and is; the new value alone of what is added. */
  confirms: string;
  /** What of the record the database holds. */
  stored: () => Promise<unknown>;
  becomes: unknown;
  /** A question whose answer says what was stored, and what it says. */
  ask: string;
  finds: string;
  exported?: [ExportName, string];
}

async function closeAll(): Promise<void> {
  while (staff.topView()) await staff.close();
}

async function command(line: string, shows: string): Promise<void> {
  await closeAll();
  await staff.command(line);
  await staff.waitForView(shows);
}

async function answerTo(question: string, finds: string): Promise<string> {
  const asked = staff.messages().length;
  await staff.say(question);
  const answered = await staff.waitFor(
    () =>
      staff
        .messages()
        .slice(asked)
        .find((message) => message.author.isBot && textOfMessage(message).includes(finds)),
    `an answer with ${finds}`,
  );
  return textOfMessage(answered);
}

async function walk({ open, fill, next, confirms, stored, becomes, ask, finds, exported }: Walk): Promise<void> {
  const { prisma } = office.database;
  const before = await stored();
  expect(before).not.toEqual(becomes);
  await open();
  await staff.fill(fill);
  await staff.submit();
  if (next) {
    await staff.waitForView(next.shows);
    await staff.fill(next.fill);
    await staff.submit();
  }
  expect(textOfView(await staff.waitForView('保存しました'))).toContain(confirms);
  expect(await stored()).toEqual(becomes);
  const entry = await prisma.history.findFirstOrThrow({ orderBy: { seq: 'desc' } });
  expect(entry).toMatchObject({ user: 'U0TSUJI', via: 'form' });
  const history = await exportRows(prisma, 'history');
  expect(history.rows.at(-1)).toMatchObject({ record: entry.record, action: entry.action });
  if (exported) expect(JSON.stringify((await exportRows(prisma, exported[0])).rows)).toContain(exported[1]);
  await office.quiet();
  const confirmation = staff.topView();
  await answerTo(ask, finds);
  expect(staff.topView()?.id).toBe(confirmation?.id);
  await staff.click('取り消す');
  await staff.waitForView('取り消しました');
  expect(await stored()).toEqual(before);
  if (exported) expect(JSON.stringify((await exportRows(prisma, exported[0])).rows)).not.toContain(exported[1]);
  await closeAll();
}

describe('the five documents are kept up to date by the forms:', () => {
  it('the sheet of the four scenes with its as-of date (坂井地区)', () => {
    const where = { id: 'sakai-2026.records.initiative-3' };
    return walk({
      open: () => command('/tonari-update 介護関係者（特にケアマネジャー）⇔Drの効率的な連携促進', '状況'),
      fill: { 場所: 'みくに集いの館', 参加人数: '27' },
      confirms: 'みくに集いの館',
      stored: () =>
        office.database.prisma.initiative.findUniqueOrThrow({
          where,
          select: { location: true, participants: true, asOf: true },
        }),
      becomes: { location: 'みくに集いの館', participants: 27, asOf: '令和8年11月24日' },
      ask: '坂井地区のみくに集いの館の取組は？',
      finds: 'みくに集いの館',
      exported: ['initiatives', 'みくに集いの館'],
    });
  });

  it('the prefecture’s survey: what two towns answer jointly (三重県)', () => {
    const statements = { where: { id: { startsWith: 'mie-survey-2025.owase-kihoku.ict-' } } };
    return walk({
      open: async () => {
        await command('/tonari-answer 尾鷲市', '調査票の欄 ※必須');
        await staff.fill({ 調査票の欄: 'ICT' });
        await staff.submit();
        await staff.waitForView('尾鷲市・紀北町');
      },
      fill: { この欄の答え: '内容あり', 内容: '情報共有の道具「くまのネット」を試している。', 時点: 'R8.11.1' },
      confirms: 'くまのネット',
      stored: async () =>
        (
          await office.database.prisma.statement.findMany({
            ...statements,
            select: { text: true, asOf: true, areas: { select: { id: true }, orderBy: { id: 'asc' } } },
          })
        ).map(({ areas, ...statement }) => ({ ...statement, areas: areas.map(({ id }) => id) })),
      becomes: [
        { text: '情報共有の道具「くまのネット」を試している。', asOf: '令和8年11月1日', areas: ['kihoku', 'owase'] },
      ],
      ask: '紀北町のICTは？',
      finds: 'くまのネット',
      exported: ['statements', 'くまのネット'],
    });
  });

  it('the prefecture’s survey: a hub', () => {
    const where = { id: 'mie-survey-2025.kuwana.hub-1' };
    return walk({
      open: async () => {
        await command('/tonari-answer 桑名市', '調査票の欄 ※必須');
        await staff.fill({ 調査票の欄: '連携拠点' });
        await staff.submit();
        await staff.waitForView('連携拠点の名称');
      },
      fill: {},
      next: { shows: '電話番号', fill: { '電話番号（公用）': '0594-22-8299', 時点: 'R8.11.1' } },
      confirms: '0594-22-8200 → 0594-22-8299',
      stored: () => office.database.prisma.hub.findUniqueOrThrow({ where, select: { tel: true } }),
      becomes: { tel: '0594-22-8299' },
      ask: '桑名市の連携拠点の電話番号は？',
      finds: '0594-22-8299',
    });
  });

  it('the prefecture’s survey: 目指す姿 and 目標 of a scene', () => {
    const where = { id: 'mie-survey-2025.suzuka.vision-4' };
    return walk({
      open: async () => {
        await command('/tonari-answer 鈴鹿市', '調査票の欄 ※必須');
        await staff.fill({ 調査票の欄: '目指す姿' });
        await staff.submit();
        await staff.waitForView('どの場面の');
        await staff.click('看取り');
        await staff.waitForView('時点 ※必須');
      },
      fill: { 目標: 'すずらんの語らいを年2回開く' },
      confirms: 'すずらんの語らいを年2回開く',
      stored: () => office.database.prisma.scenePlan.findUniqueOrThrow({ where, select: { goal: true } }),
      becomes: { goal: 'すずらんの語らいを年2回開く' },
      ask: '鈴鹿市の看取りの目標は？',
      finds: 'すずらんの語らい',
      exported: ['plans', 'すずらんの語らい'],
    });
  });

  it('the plan’s indicators (第9期, 市名記載なし)', () => {
    const where = { indicatorId: 'unnamed-city-plan-9.records.indicator-1', fiscalYear: 'R6' };
    return walk({
      open: async () => {
        await command('/tonari-indicator 出前講座 開催回数 R6年度 実績 17', '指標 ※必須');
        await staff.submit();
        await staff.waitForView('計画値');
      },
      fill: {},
      confirms: '17',
      stored: () =>
        office.database.prisma.indicatorValue.findMany({
          where,
          select: { kind: true, value: true },
          orderBy: { kind: 'asc' },
        }),
      becomes: [
        { kind: 'actual', value: 17 },
        { kind: 'planned', value: 18 },
      ],
      ask: '市名記載なしの出前講座の開催回数の令和6年度の実績は？',
      finds: '17',
      exported: ['indicators', '"kind":"actual","value":17'],
    });
  });

  it('the centre’s initiatives (桑名)', () => {
    const where = { id: 'kuwana-centre-2021.records.initiative-4' };
    return walk({
      open: () => command('/tonari-update 桑名市 市民向け講演会', '状況'),
      fill: {
        状況: '開催済み',
        '日付（予定・実施）': 'R8.10.3',
        年度: 'R8',
        参加人数: '８２人',
        場所: 'はまぐりプラザ',
      },
      confirms: '記載なし → 開催済み',
      stored: () =>
        office.database.prisma.initiative.findUniqueOrThrow({
          where,
          select: { status: true, date: true, participants: true, location: true },
        }),
      becomes: { status: '開催済み', date: 'R8.10.3', participants: 82, location: 'はまぐりプラザ' },
      ask: '桑名市の市民向け講演会はどこで開かれた？',
      finds: 'はまぐりプラザ',
      exported: ['initiatives', 'はまぐりプラザ'],
    });
  });

  it('the centre’s surveys (桑名)', () => {
    const where = { id: 'mie-survey-2025.kuwana.survey-1' };
    return walk({
      open: () => command('/tonari-share 研修会等の後のアンケート', 'アンケートの名称'),
      fill: { 実施時期: '令和8年10月' },
      next: { shows: '回収', fill: { 回収: '61件（74.4%）', 時点: 'R8.11.1' } },
      confirms: '61件（74.4%）',
      stored: () => office.database.prisma.survey.findUniqueOrThrow({ where, select: { when: true, answers: true } }),
      becomes: { when: '令和8年10月', answers: '61件（74.4%）' },
      ask: '桑名市の研修会等の後のアンケートは？',
      finds: '61件',
    });
  });

  it('the table of plan, do, check and act with its ratings (北上)', () => {
    const where = { id: 'kitakami-2026.records.evaluation-4' };
    return walk({
      open: async () => {
        await command('/tonari-evaluate 北上市 看取り R7年度', '場面 ※必須');
        await staff.submit();
        await staff.waitForView('成熟度評価');
      },
      fill: { 成熟度評価: '3.4' },
      confirms: '3.1 → 3.4',
      stored: () => office.database.prisma.evaluation.findUniqueOrThrow({ where, select: { rating: true } }),
      becomes: { rating: 3.4 },
      ask: '北上市の看取りの令和7年度の成熟度評価は？',
      finds: '3.4',
      exported: ['evaluations', '"rating":3.4'],
    });
  });
});

describe('the kinds that no document’s update was about:', () => {
  it('a tool', () => {
    const where = { id: 'kitakami-discharge-handbook' };
    return walk({
      open: () => command('/tonari-share 入退院支援ハンドブック', '使っている市町 ※必須'),
      fill: {},
      next: { shows: '入手方法', fill: { 問合せ先: '北上市長寿介護課', 時点: 'R8.11.1' } },
      confirms: '北上市長寿介護課',
      stored: () =>
        office.database.prisma.toolUse.findFirstOrThrow({
          where: { toolId: where.id, areas: { some: { id: 'kitakami' } } },
          select: { contact: true },
        }),
      becomes: { contact: '北上市長寿介護課' },
      ask: '北上市の入退院支援ハンドブックの問合せ先は？',
      finds: '長寿介護課',
    });
  });

  it('an indicator', () => {
    const where = { title: 'くわな介護談話室' };
    return walk({
      open: async () => {
        await command('/tonari-indicator', '指標 ※必須');
        await staff.click('指標を追加');
        await staff.waitForView('測るもの');
      },
      fill: { '市町・地区': '桑名市', 指標の名称: where.title, 測るもの: '開催回数', 単位: '回' },
      confirms: where.title,
      stored: () => office.database.prisma.indicator.count({ where }),
      becomes: 1,
      ask: 'くわな介護談話室の開催回数は？',
      finds: where.title,
    });
  });
});
