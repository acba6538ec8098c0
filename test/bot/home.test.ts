import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfBlocks, textOfMessage } from '../../src/workspace/seen-text.ts';
import { TRANSPORTS } from '../workspace/open-workspace.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';

describe.each(TRANSPORTS)('Home by %s', (transport) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(transport, { records: 'shipped' });
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  it('teaches what it will show until a town is chosen, then leads with what differs around it', async () => {
    const tsuji = office.as('U0TSUJI');
    await tsuji.openHome();
    await tsuji.waitForHome('担当の市町を選んでください');
    await tsuji.choose('担当の市町', '菰野町');
    const home = textOfBlocks((await tsuji.waitForHome('菰野町と、ほかの市町の違い')).blocks);
    expect(home.indexOf('菰野町と')).toBe(0);
    expect(home).toMatch(/「ICT」: ほかの28市町のうち\d+市町に記載があります。こちらは記載なしです。/);
    expect(home).toContain('三泗地域のほかの市町');
  });

  it('remembers the town, for this person alone', async () => {
    const kuze = office.as('U0KUZE');
    await kuze.openHome();
    await kuze.waitForHome('担当の市町');
    await kuze.choose('担当の市町', '伊賀市');
    await kuze.waitForHome('伊賀市と');
    await office.restart();
    await kuze.openHome();
    await kuze.waitForHome('伊賀市と');
    const hirata = office.as('U0HIRATA');
    await hirata.openHome();
    await hirata.waitForHome('担当の市町を選んでください');
  });

  it('shows what the records stand on, each document with its as-of date', async () => {
    const ogura = office.as('U0OGURA');
    await ogura.openHome();
    const home = textOfBlocks((await ogura.waitForHome('記録の状態')).blocks);
    expect(home).toContain('在宅医療・介護連携に関する市町取組状況調査（令和7年度）（令和7年11月～12月）');
    expect(home).toMatch(/案）/);
  });

  it('answers what is pressed there in the direct messages, where it can be followed', async () => {
    const morino = office.as('U0MORINO');
    await morino.openHome();
    await morino.waitForHome('担当の市町');
    await morino.choose('担当の市町', 'いなべ市');
    await morino.waitForHome('いなべ市と');
    await morino.click('いなべ市の記録を見る');
    morino.in('bot');
    const answer = await morino.waitFor('いなべ市の取組');
    await office.quiet();
    await morino.say('では東員町は？', { thread: answer.ts });
    await morino.waitFor((sight) => sight && textOfMessage(morino.lastMessage() ?? answer).includes('東員町の取組'));
  });

  it('speaks the language of the person', async () => {
    const grant = office.as('U0GRANT');
    await grant.openHome();
    await grant.waitForHome('Choose your municipality');
    await grant.choose('Your municipality', 'Suzuka');
    await grant.waitForHome('Suzuka beside the others');
  });

  it('suggests what to ask beside the direct messages', async () => {
    const nakai = office.as('U0NAKAI').in('bot');
    await nakai.look();
    await nakai.waitFor(({ prompts }) => prompts.prompts.some(({ message }) => message === '使い方') && prompts.title);
    expect(nakai.sight.prompts.title).toBe('たとえば、このように尋ねられます');
  });
});
