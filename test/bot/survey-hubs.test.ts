import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ReplyHub, SurveyReplyRow } from '../../src/records/survey-round.ts';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { newKey } from '../registry/open-registry.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

// The hubs of a survey's reply, in the chat form: each on a page of its own, added and taken out.

const TEAM = 'T0MIE';
const PEOPLE = [
  { user: 'U0AKIYAMA', areaId: 'suzuka', role: 'prefecture' },
  { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
  { user: 'U0MORINO', areaId: 'suzuka', role: 'staff' },
  { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
];
const NOTHING = { from: null, aliases: [], operator: null, location: null, since: null, tel: null, note: null };
const FIRST: ReplyHub['hubs'][number] = {
  ...{ ...NOTHING, from: 'mie-survey-2025.09-suzuka.hub-1', name: 'すずらん支援センター', aliases: ['すずらん'] },
  ...{ mode: 'in-house', since: 'H30', tel: '059-382-0001' },
};
const SECOND: ReplyHub['hubs'][number] = {
  ...{ ...NOTHING, name: '白子連携室', aliases: ['白子'], mode: 'contracted', operator: '鈴鹿市医師会' },
  ...{ since: 'R3', note: '平日のみ' },
};
let rounds = 0;

describe('the hubs of a survey’s reply', () => {
  let office: Office;
  let roundId: string;
  let title: string;
  beforeAll(async () => {
    office = await openOffice('socket');
    await prisma().area.updateMany({ data: { channel: null } });
    await prisma().membership.createMany({ data: PEOPLE });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });
  beforeEach(async () => {
    rounds += 1;
    title = `第${rounds}回調査`;
    roundId = await open();
  });

  const prisma = () => office.database.prisma;
  const registrar = () => office.app.registrar(async () => ({ ids: [], named: true }));
  const at = (user: string) => office.as(user).in('bot');
  const seen = (user: string) => textOfView(at(user).topView() ?? fail());
  const save = (hub: ReplyHub, sent = false) =>
    registrar().saveReply({
      ...{ person: { team: TEAM, user: 'U0TSUJI' }, key: newKey(), roundId, areaId: 'suzuka', version: null },
      ...{ answers: { hub }, way: 'chat', sent },
    });
  const written = async (area = 'suzuka'): Promise<SurveyReplyRow['hub']> => {
    await office.app.lookup.refresh();
    const rows = office.app.lookup.lookup.records.surveyReplies;
    return SurveyReplyRow.parse(rows.find(({ id }) => id === `${roundId}.${area}`)).hub;
  };
  const names = async () => (await written())?.hubs.map(({ name }) => name);

  async function open(): Promise<string> {
    const { outcomes } = await registrar().openRound({
      ...{ person: { team: TEAM, user: 'U0AKIYAMA' }, key: newKey() },
      round: {
        ...{ fiscalYear: 'R8', title, referenceDate: '令和8年11月1日', columns: ['hub', 'acp'] },
        ...{ groups: [['suzuka'], ['owase']], slots: [] },
      },
      due: {
        ...{ date: 'R8.12.4', event: null, dueTime: null, confirmed: true, submissionYear: 'R8', recipient: '三重県' },
        leads: [],
      },
    });
    const last = outcomes.at(-1);
    if (last?.outcome !== 'saved') throw new Error(JSON.stringify(last));
    await office.quiet();
    return last.entry.record;
  }

  /** Opens the hubs of one's own reply. */
  async function hubs(user: string, shows: string, area = '鈴鹿市') {
    const actor = at(user);
    while (actor.topView()) await actor.close();
    await actor.command('/tonari-answer');
    await actor.waitForView(`${title}: ${area}`);
    await actor.click(`${title}: ${area}`);
    await actor.waitForView('欄を選ぶと');
    await actor.click('連携拠点');
    await actor.waitForView(shows);
    return actor;
  }

  async function page(user: string, label: string) {
    const actor = await hubs(user, '拠点を加える');
    await actor.click(label);
    await actor.waitForView('連携拠点の名称');
    return actor;
  }

  it('a town edits the second of two hubs, adds a third and takes out the first: just that is sent in and published', async () => {
    await save({ stated: 'yes', hubs: [FIRST, SECOND] });
    const tsuji = await page('U0TSUJI', '2. 白子連携室');
    await tsuji.fill({ '電話番号（公用）': '059-386-0002' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    // What was saved says what changed of it.
    expect(seen('U0TSUJI')).toContain('059-386-0002、平日のみ）');
    const edited = { ...SECOND, tel: '059-386-0002' };
    expect(await written()).toEqual({ stated: 'yes', hubs: [FIRST, edited] });

    await tsuji.click('連携拠点の一覧へ');
    await tsuji.waitForView('連携拠点は2か所です');
    await tsuji.click('拠点を加える');
    await tsuji.waitForView('連携拠点の名称');
    await tsuji.fill({ 連携拠点の名称: '亀鈴サポートデスク', 運営: '共同設置' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    const third = { ...NOTHING, name: '亀鈴サポートデスク', mode: 'joint' };
    expect(await written()).toEqual({ stated: 'yes', hubs: [FIRST, edited, third] });

    await tsuji.click('連携拠点の一覧へ');
    await tsuji.waitForView('連携拠点は3か所です');
    await tsuji.click('1. すずらん支援センター');
    await tsuji.waitForView('この拠点を外す');
    await tsuji.click('この拠点を外す');
    await tsuji.waitForView('ほかの拠点は残ります');
    expect(seen('U0TSUJI')).toContain('すずらん支援センター');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await written()).toEqual({ stated: 'yes', hubs: [edited, third] });

    await tsuji.click('回答に戻る');
    await tsuji.waitForView('欄を選ぶと');
    await tsuji.click('確かめて送る');
    await tsuji.waitForView('送った後も');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    const closing = { kind: 'surveyRound', id: roundId, version: null, via: 'form', key: newKey() } as const;
    const person = { team: TEAM, user: 'U0AKIYAMA' };
    const closed = await registrar().save({ ...closing, person, fields: { state: 'closed' } });
    if (closed.outcome !== 'saved') throw new Error(closed.outcome);
    const { answer } = await office.app.ask([{ question: '鈴鹿市の連携拠点は？' }]);
    const text = JSON.stringify(answer);
    expect(text).toContain('059-386-0002');
    expect(text).toContain('亀鈴サポートデスク');
    expect(text).not.toContain('すずらん支援センター');
    await registrar().undo({ person, key: newKey(), entry: closed.entry.id });
  });

  it('last time’s hub is kept as it is when a further one is added', async () => {
    const tsuji = await page('U0TSUJI', '拠点を加える');
    await tsuji.fill({ 連携拠点の名称: '白子連携室' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    const [first, second] = (await written())?.hubs ?? [];
    expect(first).toMatchObject({ name: 'すずらん支援センター', aliases: ['すずらん'], since: 'H30' });
    expect(first?.from).not.toBeNull();
    expect(second).toEqual({ ...NOTHING, name: '白子連携室', mode: 'not-stated' });
  });

  it('a hub without a name is not saved: what to do is said at the field', async () => {
    const tsuji = await page('U0TSUJI', '1. すずらん支援センター');
    await tsuji.fill({ 連携拠点の名称: null });
    await tsuji.submit();
    await tsuji.waitForView('この拠点を外す」で外せます');
    const again = await page('U0TSUJI', '拠点を加える');
    await again.submit();
    await again.waitForView('加える連携拠点の名称を書いてください');
    expect(await written()).toBeNull();
  });

  it('without its last hub a town says that there is none, and so does one that never had any', async () => {
    const tsuji = await page('U0TSUJI', '1. すずらん支援センター');
    await tsuji.click('この拠点を外す');
    await tsuji.waitForView('ほかの拠点は残ります');
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await written()).toEqual({ stated: 'none', hubs: [] });
    const hirata = await hubs('U0HIRATA', '拠点が1つもなければ空欄に', '尾鷲市');
    await hirata.submit();
    await hirata.waitForView('保存しました');
    expect(await written('owase')).toEqual({ stated: 'none', hubs: [] });
  });

  it('two people at different hubs: the second is told of the first, and both changes stand in the end (5.2)', async () => {
    await save({ stated: 'yes', hubs: [FIRST, SECOND] });
    const tsuji = await page('U0TSUJI', '2. 白子連携室');
    const morino = await page('U0MORINO', '1. すずらん支援センター');
    await morino.click('この拠点を外す');
    await morino.waitForView('ほかの拠点は残ります');
    await morino.submit();
    await morino.waitForView('保存しました');
    await tsuji.fill({ '電話番号（公用）': '059-386-0002' });
    await tsuji.submit();
    await tsuji.waitForView('森野 拓');
    expect(await names()).toEqual(['白子連携室']);
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await written()).toEqual({ stated: 'yes', hubs: [{ ...SECOND, tel: '059-386-0002' }] });
  });

  it('a hub that somebody else took out meanwhile does not come back unasked, and no other one is overwritten', async () => {
    await save({ stated: 'yes', hubs: [FIRST, SECOND] });
    const tsuji = await page('U0TSUJI', '1. すずらん支援センター');
    await save({ stated: 'yes', hubs: [SECOND] });
    await tsuji.fill({ メモ: '書きかけのメモ' });
    await tsuji.submit();
    await tsuji.waitForView('ほかの人が回答から外したか');
    expect(seen('U0TSUJI')).toContain('書きかけのメモ');
    expect(await written()).toEqual({ stated: 'yes', hubs: [SECOND] });
    await tsuji.click('連携拠点の一覧へ');
    await tsuji.waitForView('連携拠点は1か所です');
  });
});

function fail(): never {
  throw new Error('there is no form');
}
