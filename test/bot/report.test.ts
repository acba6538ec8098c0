import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvRows, textOfFile } from '../../src/documents/csv.ts';
import { textOfMessage, textOfView } from '../../src/workspace/seen-text.ts';
import { yearlyReport } from '../registry/planned-records.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

describe.each(TRANSPORTS)('/tonari-report, by %s,', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { records: 'shipped' });
    await office.database.prisma.membership.createMany({
      data: [
        { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff' },
        { user: 'U0HIRATA', areaId: 'sakai', role: 'staff' },
      ],
    });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  async function opened(command: string, person = 'U0TSUJI') {
    const actor = office.as(person).in('bot');
    while (actor.topView()) await actor.close();
    await actor.command(command);
    await actor.waitForView('書き出すもの ※必須');
    return actor;
  }

  /** Sends the form and fetches the file that arrives in the direct messages, by the workspace. */
  async function received(actor: Awaited<ReturnType<typeof opened>>, name: RegExp): Promise<Buffer> {
    const before = actor.messages().length;
    await actor.submit();
    await actor.waitForView('DMにお送りしました');
    const message = await actor.waitFor(
      (sight) =>
        sight &&
        actor
          .messages()
          .slice(before)
          .find((each) => each.files.length === 1),
    );
    const [file] = message.files;
    expect(file?.name).toMatch(name);
    return Buffer.from(await (await fetch(new URL(file?.href ?? '', office.origin))).arrayBuffer());
  }

  const textsOf = async (file: Buffer) =>
    (await readXlsxFile(file)).map(({ sheet, data }) => ({
      sheet,
      texts: data
        .flat()
        .filter((cell) => cell !== null)
        .map(String),
    }));

  const tablesOf = (zip: Buffer) =>
    Object.fromEntries(
      Object.entries(unzipSync(zip)).map(([name, bytes]) => [
        name,
        csvRows(textOfFile(Buffer.from(bytes)))?.map(({ cells }) => cells) ?? [],
      ]),
    );

  it('fills the form from the line after it, and sends the survey sheet with the last answers', async () => {
    const tsuji = await opened('/tonari-report 調査票 桑名市 R8年度');
    const file = await received(tsuji, /^tonarimachi-survey-2026-11-24\.xlsx$/);
    const [sheet, ...others] = await textsOf(file);
    expect(others).toEqual([]);
    expect(sheet?.sheet).toBe('桑名市');
    expect(sheet?.texts).toContain('令和8年度');
    expect(sheet?.texts.join()).toContain('くわな入退院の手引き');
  });

  it('offers one’s own town where the line names none, and all 29 in 26 sheets where none is chosen', async () => {
    const tsuji = await opened('/書き出し');
    expect(textOfView(await tsuji.waitForView('書き出すもの'))).toContain('鈴鹿市');
    await tsuji.fill({ 市町: [] });
    const tabs = await textsOf(await received(tsuji, /survey/));
    expect(tabs).toHaveLength(26);
    expect(tabs.map(({ sheet }) => sheet)).toContain('熊野市・御浜町・紀宝町');
  });

  it('has plan, actual and rate, and says where no rate can be computed (6.1)', async () => {
    const indicator = await office.database.prisma.indicator.findFirstOrThrow({
      where: { areaId: 'unnamed-city', title: '出前講座', measure: '開催回数' },
    });
    await office.database.prisma.indicatorValue.create({
      data: { id: 'test-actual', indicatorId: indicator.id, fiscalYear: 'R6', kind: 'actual', value: 9, position: 99 },
    });
    await office.restart();
    const tsuji = await opened('/tonari-report 指標表 市名記載なし');
    const [sheet] = await textsOf(await received(tsuji, /indicators/));
    expect(sheet?.texts).toContain('50');
    expect(sheet?.texts).toContain('算出不可');
    expect(sheet?.texts).toContain('中止');
  });

  it('shows the four scenes as they stood on a day, and as they stand today (issue 7)', async () => {
    const hirata = office.as('U0HIRATA').in('bot');
    await hirata.command('/tonari-update 坂井地区 入退院支援 顔の見える連携会の開催');
    await hirata.waitForView('状況 ※必須');
    await hirata.fill({ メモ: '会場を変えた', 場所: '三国病院' });
    await hirata.submit();
    await hirata.waitForView('保存しました');
    const then = await received(
      await opened('/tonari-report 4場面シート 坂井地区 令和8年3月31日', 'U0HIRATA'),
      /scenes/,
    );
    const now = await received(await opened('/tonari-report 4場面シート 坂井地区', 'U0HIRATA'), /scenes/);
    const [before, after] = [(await textsOf(then))[0]?.texts.join(), (await textsOf(now))[0]?.texts.join()];
    expect(before).toContain('令和8年3月31日（火）時点');
    expect(before).not.toContain('三国病院');
    expect(after).toContain('三国病院');
    expect(before).toContain('連携会');
  });

  it('says that nothing was recorded before the first as-of date, and keeps what was chosen', async () => {
    const hirata = await opened('/tonari-report 4場面シート 坂井地区 令和7年3月31日', 'U0HIRATA');
    await hirata.submit();
    const view = textOfView(await hirata.waitForView('記録がありません'));
    expect(view).toContain('坂井地区');
  });

  it('refuses a day to come at its field', async () => {
    const hirata = await opened('/tonari-report 4場面シート 坂井地区 令和9年3月31日', 'U0HIRATA');
    await hirata.submit();
    expect(textOfView(await hirata.waitForView('今日までの日'))).toContain('令和9年3月31日');
  });

  it('has the PDCA table with its ratings', async () => {
    const [sheet] = await textsOf(await received(await opened('/tonari-report PDCA表 北上市'), /evaluations/));
    expect(sheet?.texts).toContain('3.5');
    expect(sheet?.texts[0]).toContain('（案）');
  });

  it('gathers a town’s dossier; submissions are for the town itself (1.6)', async () => {
    const person = { team: 'T0TONARI', user: 'U0TSUJI' };
    const registrar = office.app.registrar(async () => ({ ids: ['U0TSUJI'], named: true }));
    const fields = yearlyReport({ areaIds: ['suzuka', 'kuwana'] });
    expect(
      await registrar.save({ person, via: 'form', key: 'd', kind: 'deadline', id: null, version: null, fields }),
    ).toEqual(expect.objectContaining({ outcome: 'saved' }));
    await office.restart();
    const own = await textsOf(await received(await opened('/tonari-report まとめ 鈴鹿市'), /dossier/));
    expect(own.map(({ sheet }) => sheet)).toContain('まとめ');
    expect(JSON.stringify(own)).toContain('事業実績報告');
    const other = await textsOf(await received(await opened('/tonari-report まとめ 桑名市'), /dossier/));
    expect(JSON.stringify(other)).not.toContain('事業実績報告');
    expect(JSON.stringify(other)).toContain('くわな入退院の手引き');
  });

  it('is tables for machines in UTF-8 and in Shift_JIS, with definitions, codes and updates', async () => {
    const utf8 = tablesOf(
      await received(await opened('/tonari-report 4場面シート 坂井地区 csv'), /scenes-2026-11-24\.zip$/),
    );
    const shiftJis = tablesOf(
      await received(await opened('/tonari-report 4場面シート 坂井地区 SJIS'), /scenes-2026-11-24-sjis\.zip$/),
    );
    expect(Object.keys(utf8).sort()).toEqual(
      ['codes.csv', 'dataset.csv', 'definitions.csv', 'initiatives.csv', 'updates.csv', 'visions.csv'].sort(),
    );
    expect(utf8['updates.csv']?.map((row) => row[1])).toContain('変更');
    expect(shiftJis['visions.csv']).toEqual(utf8['visions.csv']);
  });

  it('is a picture of each area’s ratings, sent with its text where they are few', async () => {
    const tsuji = await opened('/tonari-report PDCA 北上市 図');
    const before = tsuji.messages().length;
    await tsuji.submit();
    await tsuji.waitForView('（図1枚）をDMにお送りしました');
    const sent = await tsuji.waitFor(
      (sight) =>
        sight &&
        tsuji
          .messages()
          .slice(before)
          .find(({ files }) => files.length > 0),
    );
    expect(sent.files.map(({ name, alt }) => [name, alt?.includes('折れ線グラフ')])).toEqual([
      ['tonarimachi-ratings-2026-11-24-1.png', true],
    ]);
    expect(textOfMessage(sent)).toContain('・日常の療養支援：令和7年度 3.5案');
  });

  it('is one zip of pictures, with all that they say as text, where they are many', async () => {
    const zip = unzipSync(
      await received(await opened('/tonari-report 指標表 桑名市 図'), /^tonarimachi-indicators-2026-11-24-png\.zip$/),
    );
    const texts = textOfFile(Buffer.from(zip['図の内容.txt'] ?? [])) ?? '';
    const pictures = Object.keys(zip).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(13);
    for (const name of pictures) expect(texts).toContain(`${name}\r\n桑名市　`);
    expect(texts).toContain('桑名市　ゆめはまネットの推移');
  });

  it('says at its field which documents have pictures, and keeps what was chosen', async () => {
    const tsuji = await opened('/tonari-report 4場面シート 坂井地区 png');
    await tsuji.submit();
    await tsuji.waitForView('図があるのは、調査票（欄ごとの地図）、指標表、PDCA表です');
    await tsuji.close();
  });

  it('is a map a column of the survey, which tells a blank cell from 「なし」', async () => {
    const zip = unzipSync(
      await received(
        await opened('/tonari-report 調査票 鈴鹿市・朝日町・菰野町 図'),
        /^tonarimachi-survey-2026-11-24-png\.zip$/,
      ),
    );
    expect(Object.keys(zip).filter((name) => name.endsWith('.png'))).toHaveLength(12);
    const texts = textOfFile(Buffer.from(zip['図の内容.txt'] ?? [])) ?? '';
    const ict = texts.slice(texts.indexOf('ICT：'));
    expect(ict.slice(0, ict.indexOf('.png'))).toMatch(
      /三重県3市町の状況[\s\S]*記載あり 1市町：鈴鹿市[\s\S]*なし 1市町：朝日町[\s\S]*記載なし 1市町：菰野町/,
    );
  });

  it('asks for more than one town where a map is wanted', async () => {
    const tsuji = await opened('/tonari-report 調査票 鈴鹿市 図');
    await tsuji.submit();
    await tsuji.waitForView('地図は2市町以上で作ります');
    await tsuji.close();
  });

  it('arrives once, though the form is delivered twice (5.3)', async () => {
    const tsuji = await opened('/tonari-report 調査票 津市');
    const before = tsuji.messages().length;
    office.workspace.faults.onDelivery('view_submission', 'duplicate');
    await tsuji.submit();
    await tsuji.waitForView('DM');
    await office.quiet();
    expect(
      tsuji
        .messages()
        .slice(before)
        .filter(({ files }) => files.length > 0),
    ).toHaveLength(1);
  });
});
