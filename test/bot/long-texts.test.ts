import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfView } from '../../src/workspace/seen-text.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

const RECORD = 'survey.i-1';
/** Each character is a pair of units, or several of them, so that a cut at a wrong place breaks one. */
const LINE = '𠮷野家👨‍👩‍👧‍👦の辻󠄀さんの「葛󠄀城」を書く。';
const LONG = Array.from({ length: 900 }, (_, at) => `${at}: ${LINE}`).join('\n');

describe('a text that is longer than an input holds (3.4)', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('socket');
    await office.database.prisma.membership.create({ data: { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' } });
    await office.database.prisma.initiative.update({ where: { id: RECORD }, data: { memo: LONG } });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const stored = () => office.database.prisma.initiative.findUniqueOrThrow({ where: { id: RECORD } });

  async function opened() {
    const tsuji = office.as('U0TSUJI').in('bot');
    while (tsuji.topView()) await tsuji.close();
    await tsuji.command('/tonari-update 看取り研修');
    await tsuji.waitForView('参加人数');
    return tsuji;
  }

  it('is shown shortened, with how it can be changed', async () => {
    const tsuji = await opened();
    const view = textOfView(tsuji.topView() ?? fail());
    expect(view).toContain('メモは3,000字を超えるため');
    expect(view).toContain('全体が置き換わります');
    expect(view).toContain(`0: ${LINE}`);
    expect(view).not.toContain('100: ');
  });

  it('can be read to its end, page by page, without a character lost or cut', async () => {
    const tsuji = await opened();
    await tsuji.click('全文を読む');
    const pages = Number(/メモ（1／(\d+)）/.exec(textOfView(await tsuji.waitForView('メモ（1／')))?.[1]);
    expect(pages).toBeGreaterThan(1);
    let read = '';
    for (let page = 1; page <= pages; page += 1) {
      const view = await tsuji.waitForView(`メモ（${page}／${pages}）`);
      const blocks = view.view.blocks as { type: string; text?: { text: string } }[];
      read += blocks.flatMap(({ type, text }) => (type === 'section' ? [text?.text ?? ''] : [])).join('\n');
      if (page < pages) {
        read += '\n';
        await tsuji.click('次へ');
      }
    }
    const squeezed = (text: string) => text.replace(/\s/g, '');
    expect(squeezed(read)).toBe(squeezed(LONG));
    expect(tsuji.sight.views).toHaveLength(2);
    await tsuji.click('前へ');
    await tsuji.waitForView(`メモ（${pages - 1}／${pages}）`);
  });

  it('stays as it is where another field is edited, also after an error', async () => {
    const tsuji = await opened();
    await tsuji.fill({ 参加人数: '約35' });
    await tsuji.submit();
    expect(tsuji.errors()).toEqual({ participants: expect.any(String) });
    await tsuji.fill({ 参加人数: '35' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await stored()).toMatchObject({ memo: LONG, participants: 35 });
  });

  it('stays as it is, and is still explained, in a form that comes back with a question', async () => {
    const tsuji = await opened();
    await tsuji.fill({ 参加人数: '99999' });
    await tsuji.submit();
    const view = textOfView(await tsuji.waitForView('ふだんより大きい'));
    expect(view).toContain('メモは3,000字を超えるため');
    await tsuji.click('全文を読む');
    await tsuji.waitForView('メモ（1／');
    await tsuji.close();
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await stored()).toMatchObject({ memo: LONG, participants: 99_999 });
  });

  it('is replaced by what is written there', async () => {
    const tsuji = await opened();
    await tsuji.fill({ メモ: '短くした' });
    await tsuji.submit();
    await tsuji.waitForView('保存しました');
    expect(await stored()).toMatchObject({ memo: '短くした' });
  });
});

function fail(): never {
  throw new Error('there is nothing');
}
