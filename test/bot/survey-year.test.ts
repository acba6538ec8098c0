import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetGroups } from '../../src/documents/sheets/survey-answers.ts';
import { lastAnswers } from '../../src/records/survey-prefill.ts';
import { ROUND_COLUMNS, type SurveyReplyRow } from '../../src/records/survey-round.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

// A whole year's survey of 29 towns on the shipped records, from its opening to the comparison with the year before: with
// joint replies, one that is late, one that was returned, one that the hub wrote, and one town that never answers.

const TEAM = 'T0MIE';
const KEN = { team: TEAM, user: 'U0AKIYAMA' };
let turns = 0;
const turn = () => {
  turns += 1;
  return turns;
};

describe('a whole survey of 29 towns', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('socket', { records: 'shipped' });
    const towns = await office.database.prisma.area.findMany({ where: { kind: 'municipality', prefecture: '三重県' } });
    const staff = towns.map(({ id }) => ({ user: `U_${id}`, areaId: id, role: 'staff' }));
    const people = [
      { user: 'U0AKIYAMA', areaId: 'tsu', role: 'prefecture' },
      { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
      { user: 'U0OGURA', areaId: 'suzuka', role: 'hub' },
    ];
    await office.database.prisma.membership.createMany({ data: [...staff, ...people] });
  }, 60_000);
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const prisma = () => office.database.prisma;
  const registrar = () => office.app.registrar(async () => ({ ids: [], named: true }));
  const records = async () => {
    await office.app.lookup.refresh();
    return office.app.lookup.lookup.records;
  };
  const replies = async (): Promise<SurveyReplyRow[]> => (await records()).surveyReplies;
  const at = (user: string) => office.as(user).in('bot');
  const ask = async (question: string) => {
    const { answer } = await office.app.ask([{ question }]);
    return answer;
  };
  const send = async (reply: SurveyReplyRow, user = `U_${reply.areaIds[0]}`, changed: Partial<SurveyReplyRow> = {}) => {
    const answers = { ...lastAnswers(await records(), reply.areaIds) };
    for (const column of ROUND_COLUMNS)
      if (changed[column] !== undefined) Object.assign(answers, { [column]: changed[column] });
    return registrar().saveReply({
      ...{ person: { team: TEAM, user }, key: `${user}:${reply.id}:${turn()}`, roundId: reply.roundId },
      ...{ areaId: reply.areaIds[0] ?? '', version: null, answers, way: 'chat', sent: true },
    });
  };

  it('is opened through the form for all 29, jointly as they answered last time', async () => {
    const akiyama = at('U0AKIYAMA');
    await akiyama.command('/tonari-answer');
    await akiyama.waitForView('調査を始める');
    await akiyama.click('調査を始める');
    await akiyama.waitForView('調査する欄');
    await akiyama.fill({ 調査名: '市町取組状況調査（令和8年度）', '基準日（時点）': 'R8.11.1', 回答期限: 'R8.12.4' });
    await akiyama.submit();
    await akiyama.waitForView('共同で回答する市町');
    await akiyama.submit();
    await akiyama.waitForView('29市町に知らせます');
    const all = await replies();
    const groups = sheetGroups(
      await records(),
      all.flatMap(({ areaIds }) => areaIds),
    );
    expect(all.flatMap(({ areaIds }) => areaIds)).toHaveLength(29);
    expect(
      all
        .filter(({ areaIds }) => areaIds.length > 1)
        .map(({ areaIds }) => areaIds.length)
        .sort(),
    ).toEqual(groups.flatMap((group) => (group.length > 1 ? [group.length] : [])).sort());
  });

  /** The survey sheet of a town as `/tonari-report` gives it, with one of its columns filled in anew. */
  async function filledSheet(town: string, column: string, text: string) {
    const akiyama = at('U0AKIYAMA');
    while (akiyama.topView()) await akiyama.close();
    const before = akiyama.messages().length;
    await akiyama.command(`/tonari-report 調査票 ${town} R8年度`);
    await akiyama.waitForView('書き出すもの ※必須');
    await akiyama.submit();
    await akiyama.waitForView('DMにお送りしました');
    const message = await akiyama.waitFor(() =>
      akiyama
        .messages()
        .slice(before)
        .find(({ files }) => files.length === 1),
    );
    const href = new URL(message.files[0]?.href ?? '', office.origin);
    const book = await readXlsx(Buffer.from(await (await fetch(href)).arrayBuffer()));
    const place = book.namedRanges?.find(({ name }) => name === `tonari_${column}`)?.range ?? fail();
    const [, letters = '', digits = ''] = /!\$([A-Z]+)\$(\d+)/.exec(place) ?? [];
    const [sheet] = book.sheets;
    const row = sheet?.rows[Number(digits) - 1] ?? fail();
    row[letters.charCodeAt(0) - 65] = text;
    const bytes = await writeXlsx({
      sheets: book.sheets.map(({ name, rows }) => ({ name, rows })),
      ...(book.namedRanges ? { namedRanges: book.namedRanges } : {}),
    });
    return { name: `${town}.xlsx`, bytes };
  }

  it('two towns send the filled sheet by mail: the prefecture brings both to the form, answers what is unclear, and saves them', async () => {
    const sheets = [
      await filledSheet('菰野町', 'ict', '・多職種の情報共有ネットを検討中(来年度に開始予定)'),
      await filledSheet('朝日町', 'bcp', '・【予定】町の地域BCPを作る。'),
    ];
    const akiyama = at('U0AKIYAMA');
    while (akiyama.topView()) await akiyama.close();
    await akiyama.command('/tonari-answer');
    await akiyama.waitForView('記入済みの調査票を取り込む');
    await akiyama.click('記入済みの調査票を取り込む');
    await akiyama.waitForView('文書の種類');
    for (const sheet of sheets) await akiyama.attach('ファイル', sheet);
    await akiyama.fill({ '理由・連絡': '11月20日にメールで受領' });
    await akiyama.submit();
    await akiyama.waitForView('菰野町・朝日町の代理入力です');
    expect(textOfView(akiyama.topView() ?? fail())).toContain('町の地域BCPを作る。（予定）');
    await akiyama.click('判断できない記載に答える（1件）');
    await akiyama.waitForView('実施・予定・検討中・なしのどれですか');
    await akiyama.fill({ 状態: '検討中' });
    await akiyama.submit();
    await akiyama.waitForView('1件の変更を控えました');
    await akiyama.submit();
    await akiyama.waitForView('2件の文書を取り込み、2件の記録を保存しました');
    const answered = (await replies()).filter(({ areaIds }) => areaIds.some((id) => ['komono', 'asahi'].includes(id)));
    expect(answered).toMatchObject([
      { status: 'answered', way: 'in-stead' },
      { status: 'answered', way: 'in-stead' },
    ]);
  }, 60_000);

  it('towns answer, each reply once for all its towns; one is returned, one comes from its hub, one is late', async () => {
    const all = await replies();
    const of = (area: string) => all.find(({ areaIds }) => areaIds.includes(area)) ?? fail();
    const [kuwana, suzuka, late, silent] = [of('kuwana'), of('suzuka'), of('nabari'), of('taiki')];
    const bySheet = [of('komono'), of('asahi')];
    const special = new Set([kuwana, suzuka, late, silent, ...bySheet].map(({ id }) => id));
    for (const reply of all) if (!special.has(reply.id)) expect((await send(reply)).outcome).toBe('saved');
    const said = lastAnswers(await records(), kuwana.areaIds).acp ?? fail();
    const added = {
      from: null,
      text: 'ACPの講座を小学校でも開いている。',
      status: 'doing',
      areaIds: null,
      scenes: [],
      when: null,
    };
    const acp = {
      ...said,
      stated: 'yes' as const,
      statements: [...said.statements.slice(1), { ...added, topics: ['ACP'], tools: [] } as never],
    };
    await send(kuwana, 'U_kuwana', { acp });
    const back = { status: 'returned', reason: '回数を書いてください', ownDay: '2026-12-10' } as const;
    const returned = {
      person: KEN,
      key: 'return',
      via: 'form',
      kind: 'surveyReply',
      id: kuwana.id,
      version: null,
    } as const;
    expect((await registrar().save({ ...returned, fields: back as never })).outcome).toBe('saved');
    await send(kuwana, 'U_kuwana', { acp });
    const drafted = await send(suzuka, 'U0OGURA');
    if (drafted.outcome !== 'drafted') throw new Error(drafted.outcome);
    const decision = { person: { team: TEAM, user: 'U0TSUJI' }, id: drafted.draft, approve: true };
    expect((await registrar().decideDraft(decision)).outcome).toBe('saved');
    await at('U0AKIYAMA').advance(12 * 86_400_000);
    await office.quiet();
    expect((await send(late)).outcome).toBe('saved');
    const submissions = await prisma().submission.findMany({ where: { deadline: { surveyRounds: { some: {} } } } });
    expect(submissions).toHaveLength(29);
    expect(submissions.filter(({ status }) => status === 'submitted')).toHaveLength(28);
    expect(submissions.find(({ areaId }) => areaId === 'nabari')).toMatchObject({ lateDays: 2 });
  }, 120_000);

  it('is closed through the board, which names who keeps the former answers', async () => {
    const akiyama = at('U0AKIYAMA');
    while (akiyama.topView()) await akiyama.close();
    await akiyama.command('/tonari-answer');
    await akiyama.waitForView('調査の進み具合');
    await akiyama.click('調査の進み具合: 市町取組状況調査（令和8年度）');
    await akiyama.waitForView('29市町のうち 28市町が回答');
    await akiyama.click('締め切って公表');
    await akiyama.waitForView('28市町の回答を公表します');
    expect(textOfView(akiyama.topView() ?? fail())).toContain('大紀町');
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    expect((await records()).sources.filter(({ kind }) => kind === 'survey')).toHaveLength(2);
  }, 60_000);

  it('every town answers as before from the new survey, and who did not answer from the former one', async () => {
    const which = await ask('バイタルリンクを使っている市町は？');
    expect(which.groups[0]?.rows[0]?.source).toBe('市町取組状況調査（令和8年度）');
    expect(new Set(which.areas).size).toBe(which.areas.length);
    const taiki = await ask('大紀町の連携拠点は？');
    expect(taiki.groups[0]?.rows[0]?.source).toContain('令和7年度');
  });

  it('a town’s column is compared with last year’s', async () => {
    const tsuji = at('U0TSUJI');
    await tsuji.say('桑名市のACPは去年と何が変わった？');
    const message = textOfMessage(await tsuji.waitFor('新しい記載が1件'));
    expect(message).toContain('小学校でも開いている');
    // The statement that was left out, and the tool of which it alone spoke.
    expect(message).toContain('なくなった記載が2件');
  });

  it('towns are counted in both years, each of its own survey’s towns', async () => {
    const answer = await ask('入退院の手引きを共有する市町は令和7年度と比べて増えた？');
    expect(answer.intent).toBe('compare');
    expect(answer.headline).toMatch(/令和7年度 29市町中 \d+市町 → 令和8年度 28市町中 \d+市町/);
    const { picture } = answer;
    if (picture?.kind !== 'towns') return fail();
    expect([picture.scale, picture.about]).toEqual(['years', expect.stringContaining('令和7年度 → 令和8年度')]);
    const added = picture.states.filter(({ state }) => state === 'added').map(({ areaId }) => areaId);
    expect(added.sort()).toEqual([...answer.areas].sort());
    expect(picture.states.filter(({ state }) => state === 'stayed').length).toBeGreaterThan(0);
  });

  it('what came by sheet is answered as what was confirmed', async () => {
    const komono = await ask('菰野町のICTは？');
    expect(JSON.stringify(komono)).toContain('多職種の情報共有ネットを検討中');
    expect(komono.groups[0]?.rows[0]?.source).toBe('市町取組状況調査（令和8年度）');
    expect((await ask('地域BCPを作る予定の市町は？')).areas).toContain('asahi');
  });

  it('a year without a survey is said to have none', async () => {
    const answer = await ask('桑名市のACPは令和3年度と何が変わった？');
    expect(answer.headline).toContain('令和7年度・令和8年度');
    expect(answer.found).toBe(false);
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
