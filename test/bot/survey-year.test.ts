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
const PEOPLE = [
  { user: 'U0AKIYAMA', areaId: 'tsu', role: 'prefecture' },
  { user: 'U0MORINO', areaId: 'inabe', role: 'staff', lead: true },
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff', lead: true },
  { user: 'U0OGURA', areaId: 'suzuka', role: 'hub', lead: false },
  { user: 'U0HIRATA', areaId: 'iga', role: 'staff', lead: true },
];
const ROUND = '市町取組状況調査（令和8年度）';
const AREAS: Record<string, string> = { いなべ市: 'inabe', 鈴鹿市: 'suzuka', 伊賀市: 'iga' };
const KEYS: Record<string, 'acp' | 'ict'> = { ACP: 'acp', ICT: 'ict' };
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
    await office.database.prisma.membership.createMany({ data: [...staff, ...PEOPLE] });
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

  const special = ['inabe', 'suzuka', 'iga', 'taiki', 'komono', 'asahi'];

  it('the other towns answer, each reply once for all its towns', async () => {
    for (const reply of await replies()) {
      if (!reply.areaIds.some((id) => special.includes(id))) expect((await send(reply)).outcome).toBe('saved');
    }
    await office.quiet();
  }, 60_000);

  /** Opens `/tonari-answer` anew and presses the button whose label begins so. */
  async function through(user: string, label: string, shows: string) {
    const actor = at(user);
    while (actor.topView()) await actor.close();
    await actor.command('/tonari-answer');
    await actor.waitForView(label);
    await actor.click(label);
    await actor.waitForView(shows);
    return actor;
  }
  const seen = (user: string) => textOfView(at(user).topView() ?? fail());
  const told = (user: string) => at(user).messages().map(textOfMessage);
  const of = async (area: string) => (await replies()).find(({ areaIds }) => areaIds.includes(area)) ?? fail();
  const submission = (areaId: string) =>
    prisma().submission.findFirstOrThrow({ where: { areaId, deadline: { surveyRounds: { some: {} } } } });

  /** Writes lines into a column of one's own reply; `edit` gets those that stand there. */
  async function write(user: string, town: string, column: string, edit: (lines: string[]) => string[]) {
    const actor = await through(user, `${ROUND}: ${town}`, '欄を選ぶと');
    await actor.click(column);
    await actor.waitForView('この欄の答え');
    const before = lastAnswers(await records(), (await of(AREAS[town] ?? '')).areaIds);
    const now = (await of(AREAS[town] ?? ''))[KEYS[column] ?? 'acp'] ?? before[KEYS[column] ?? 'acp'];
    const lines = (now?.statements ?? []).map(({ text }) => text);
    await actor.fill({ この欄の答え: '内容あり', 内容: edit(lines).join('\n') });
    await actor.submit();
    await actor.waitForView('保存しました');
  }

  async function sendIn(user: string, town: string, button: string, shows: string) {
    const actor = await through(user, `${ROUND}: ${town}`, '欄を選ぶと');
    await actor.click(button);
    await actor.waitForView('送った後も');
    await actor.submit();
    await actor.waitForView(shows);
    await office.quiet();
  }

  /** What the prefecture's board says of a town. */
  async function onBoard(town: string): Promise<string> {
    await through('U0AKIYAMA', `調査の進み具合: ${ROUND}`, '29市町のうち');
    const lines = seen('U0AKIYAMA').split('\n');
    return lines[lines.findIndex((line) => line.trim() === town) + 1] ?? '';
  }

  it('what the prefecture returns comes to the town with its reason and day; the town mends it and sends it again', async () => {
    await write('U0MORINO', 'いなべ市', 'ACP', (lines) => [...lines.slice(1), 'ACPの講座を小学校でも開いている。']);
    await sendIn('U0MORINO', 'いなべ市', '確かめて送る', '保存しました');
    // What was sent as it was last time is named, not repeated.
    expect(seen('U0MORINO')).toMatch(/前回のままの欄　\n連携拠点、目指す姿/);
    expect(seen('U0MORINO')).not.toContain('いなべ地域ケアネット');
    const akiyama = await through('U0AKIYAMA', `調査の進み具合: ${ROUND}`, '29市町のうち');
    await akiyama.fill({ 回答を見る市町: 'いなべ市' });
    await akiyama.submit();
    await akiyama.waitForView('差し戻す');
    expect(seen('U0AKIYAMA')).toContain('（前回のまま）');
    await akiyama.click('差し戻す');
    await akiyama.waitForView('再提出の期限');
    await akiyama.fill({ 再提出の期限: 'R8.12.1', 差戻しの理由: '講座の回数を書いてください' });
    await akiyama.submit();
    await akiyama.waitForView('保存しました');
    await office.quiet();
    expect(await onBoard('いなべ市')).toMatch(/^差戻し.*期限 令和8年12月1日（火）/);
    expect(await submission('inabe')).toMatchObject({ status: 'returned', ownDay: '2026-12-01' });
    const back = told('U0MORINO').filter((text) => text.includes('差戻しになりました'));
    expect(back).toHaveLength(1);
    expect(back[0]).toContain('講座の回数を書いてください');
    expect(told('U0HIRATA').join()).not.toContain('差戻し');
    await through('U0MORINO', `${ROUND}: いなべ市`, '理由: 講座の回数を書いてください');
    await write('U0MORINO', 'いなべ市', 'ACP', (lines) => [
      ...lines.slice(0, -1),
      'ACPの講座を小学校でも年2回開いている。',
    ]);
    await sendIn('U0MORINO', 'いなべ市', 'もう一度送る', '保存しました');
    expect(await onBoard('いなべ市')).toMatch(/^回答済み.*森野 拓　チャット$/);
    expect(await submission('inabe')).toMatchObject({ status: 'submitted', lateDays: null });
  }, 120_000);

  it('what the hub sends waits for its town, which sees what the hub wrote beside what was said last time', async () => {
    await write('U0OGURA', '鈴鹿市', 'ICT', (lines) => [...lines, '情報共有システムの研修を開いている。']);
    await sendIn('U0OGURA', '鈴鹿市', '確かめて送る', '案として預かりました');
    expect(await onBoard('鈴鹿市')).toMatch(/^下書き/);
    expect(await submission('suzuka')).toMatchObject({ status: 'open' });
    const tsuji = at('U0TSUJI');
    while (tsuji.topView()) await tsuji.close();
    const arrived = told('U0TSUJI').at(-1) ?? '';
    expect(arrived).toContain('追加: 情報共有システムの研修を開いている。');
    expect(arrived).toContain('前回のままの欄');
    expect(arrived).not.toContain('わたしの人生ノート');
    await tsuji.click('確かめて決める');
    await tsuji.waitForView('この案を');
    expect(seen('U0TSUJI')).toContain('追加: 情報共有システムの研修を開いている。');
    await tsuji.fill({ この案を: '承認する（記録に反映する）' });
    await tsuji.submit();
    await tsuji.waitForView('承認しました');
    await office.quiet();
    expect(told('U0OGURA').at(-1)).toContain('案を承認しました');
    expect(await onBoard('鈴鹿市')).toMatch(/^回答済み/);
    expect(await submission('suzuka')).toMatchObject({ status: 'submitted', way: 'チャット' });
  }, 120_000);

  it('who is late is reminded of the answer itself, and what is sent after the day shows how late it is', async () => {
    await at('U0AKIYAMA').advance(14 * 86_400_000);
    await office.quiet();
    expect(await onBoard('伊賀市')).toBe('未着手　4日（2開庁日）過ぎています');
    const hirata = at('U0HIRATA');
    while (hirata.topView()) await hirata.close();
    const overdue = told('U0HIRATA').at(-1) ?? '';
    expect(overdue).toContain('期限を過ぎています');
    expect(overdue).not.toMatch(/提出済み|該当なし/);
    // Nobody says that it was submitted beside the answer: that is what the button opens.
    await hirata.click('回答を書く');
    await hirata.waitForView('欄を選ぶと');
    expect(seen('U0HIRATA')).toContain('4日（2開庁日）過ぎています');
    await sendIn('U0HIRATA', '伊賀市', '確かめて送る', '保存しました');
    expect(await onBoard('伊賀市')).toMatch(/^回答済み　令和8年12月8日（火）.*遅延4日（2開庁日）$/);
    const submissions = await prisma().submission.findMany({ where: { deadline: { surveyRounds: { some: {} } } } });
    expect(submissions).toHaveLength(29);
    expect(submissions.filter(({ status }) => status === 'submitted')).toHaveLength(28);
    const late = submissions.filter(({ lateDays }) => lateDays !== null);
    expect(late).toMatchObject([{ areaId: 'iga', lateDays: 4, lateBusinessDays: 2 }]);
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
    await tsuji.say('いなべ市のACPは去年と何が変わった？');
    const message = textOfMessage(await tsuji.waitFor('新しい記載が1件'));
    expect(message).toContain('小学校でも年2回開いている');
    expect(message).toContain('なくなった記載が');
    await tsuji.say('鈴鹿市のICTは？');
    await tsuji.waitFor('情報共有システムの研修を開いている');
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
    // The prefecture brought it in the town's stead: the answer says so, in both languages, and of no other town.
    expect(komono.groups[0]?.rows[0]?.place).toContain('・県が代理入力');
    const english = await ask('What does Komono do about ICT?');
    expect(english.groups[0]?.rows[0]?.place).toContain("entered by the prefecture on the town's behalf");
    expect(JSON.stringify(await ask('鈴鹿市のICTは？'))).not.toContain('代理入力');
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
