import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../src/workspace/seen-text.ts';
import { caseMeeting, isoDay } from '../registry/planned-records.ts';
import { faultsOn, type Office, openOffice } from './open-office.ts';
import { remindedIn } from './reminded.ts';

// 「去年の今ごろ何してた？」: what was saved in the registry a year before, beside what was planned then.

const QUESTION = '/tonari 去年の今ごろ何してた？';
const WEEKS = '昨年の今ごろ（令和7年11月17日（月）〜令和7年12月7日（日）';

describe('what was saved a year ago', () => {
  let office: Office;
  const { save } = remindedIn(() => office);
  beforeAll(async () => {
    office = await openOffice('socket', { records: 'shipped' });
    const { prisma } = office.database;
    await prisma.membership.createMany({
      data: [
        { user: 'U0TSUJI', areaId: 'suzuka', role: 'staff', name: '辻 文香' },
        { user: 'U0HIRATA', areaId: 'owase', role: 'staff' },
        { user: 'U0AKIYAMA', areaId: 'kihoku', role: 'prefecture' },
        { user: 'U0NAKAI', areaId: 'tsu', role: 'viewer' },
      ],
    });
    const recurrence = { rhythm: 'dates' as const, days: [isoDay('2026-12-15')] };
    const meeting = (title: string) => ({
      ...caseMeeting({ title, recurrence, from: isoDay('2026-12-15'), leads: [] }),
    });
    for (const number of [1, 2, 3, 4, 5, 6]) await save('meetingPlan', null, meeting(`昨年の会 ${number}`), 'U0TSUJI');
    const last = await save('meetingPlan', null, meeting('昨年の会 7'), 'U0TSUJI');
    await save('meetingPlan', last, { title: '改めた会' }, 'U0TSUJI');
    await save('meetingPlan', null, { ...meeting('尾鷲の会'), areaIds: ['owase'], ownerId: 'owase' }, 'U0HIRATA');
    // All that was just done was done a year ago.
    await prisma.$executeRaw`UPDATE "History" SET "at" = "at" - interval '1 year'`;
    await save('meetingPlan', null, meeting('今年の会'), 'U0TSUJI');
  });
  afterAll(async () => {
    expect(faultsOn(office)).toEqual([]);
    await office.close();
  });

  const asks = async (user: string, words: string, question = QUESTION) => {
    const person = office.as(user).in('bot');
    await person.command(question);
    return textOfMessage(await person.waitFor(words));
  };
  const counted = (count: number) => `この時期に登録・更新した記録は、${count}件です。`;

  it('is counted and told with who saved it, of one’s own area, the last first, each record once', async () => {
    const text = await asks('U0TSUJI', counted(7));
    expect(text).toContain(WEEKS);
    expect(text).toContain('となりまちへの登録・更新（7件）');
    expect(text).toContain('会議「改めた会」 令和7年11月24日（月）に更新（辻 文香）');
    expect(text).toContain('会議「昨年の会 2」 令和7年11月24日（月）に追加（辻 文香）');
    // Six are named.
    expect(text).not.toContain('昨年の会 1」');
    expect(text).not.toContain('今年の会');
    expect(text).not.toContain('尾鷲の会');
  });

  it('is that of the place that is named, and of all for the prefecture', async () => {
    const named = await asks('U0TSUJI', counted(1), '/tonari 去年の今ごろ尾鷲市は何してた？');
    expect(named).toContain('会議「尾鷲の会」');
    await asks('U0AKIYAMA', counted(8));
  });

  it('is not told of who has submitted, nor what was taken back', async () => {
    const { prisma } = office.database;
    await prisma.history.updateMany({ where: { action: 'update' }, data: { kind: 'submission' } });
    const first = await prisma.history.findFirstOrThrow({ orderBy: { seq: 'asc' } });
    const { seq: _seq, before: _before, changes: _changes, key: _key, ...entry } = first;
    await prisma.history.create({ data: { ...entry, key: null, action: 'undo', changes: {} } });
    await asks('U0TSUJI', counted(6));
  });

  it('is nothing where nothing was saved', async () => {
    expect(await asks('U0NAKAI', WEEKS)).not.toContain('登録・更新');
  });
});
