import type { Conversation, Person, State } from './state.ts';

// The people and channels of a fresh workspace. All names are invented.

export const TEAM = { id: 'T0MIE', name: '三重県 在宅医療・介護連携', domain: 'tonarimachi-local' } as const;
export const BOT = { userId: 'U0TONARI', botId: 'B0TONARI', appId: 'A0TONARI' } as const;
const GENERAL = 'C0ZENTAI';
/** As whom someone sees the workspace who has not chosen yet. */
export const FIRST_VISITOR = 'U0MORINO';

const person = (
  id: string,
  handle: string,
  name: string,
  title: string,
  more: Partial<Pick<Person, 'locale' | 'deleted' | 'isAdmin'>> = {},
): Person => ({
  id,
  handle,
  name,
  title,
  email: `${handle}@example.jp`,
  locale: 'ja-JP',
  deleted: false,
  isAdmin: false,
  isBot: false,
  ...more,
});

const PEOPLE: Person[] = [
  person('U0AKIYAMA', 'akiyama', '秋山 景子', '三重県 長寿介護課（管理者）', { isAdmin: true }),
  person('U0MORINO', 'morino', '森野 拓', 'いなべ市 長寿福祉課'),
  person('U0NAKAI', 'nakai', '中井 志保', 'いなべ市 長寿福祉課 係長'),
  person('U0TSUJI', 'tsuji', '辻 文香', '鈴鹿市 長寿社会課'),
  person('U0HIRATA', 'hirata', '平田 昇', '伊賀市 地域包括支援課'),
  person('U0KUZE', 'kuze', '久世 みどり', '菰野町 健康福祉課'),
  person('U0OGURA', 'ogura', '小倉 里奈', '在宅医療・介護連携支援センター（閲覧のみ）'),
  person('U0GRANT', 'grant', 'Emily Grant', 'Suzuka City, Longevity Division', { locale: 'en-US' }),
  person('U0YONEDA', 'yoneda', '米田 浩', '菰野町 健康福祉課（異動済み）', { deleted: true }),
];

/** For whom the people work; the administrator is an administrator of the workspace, and one is there to read. */
export const STAFF: readonly { user: string; town: string; role: 'staff' | 'manager' | 'viewer' }[] = [
  { user: 'U0MORINO', town: 'いなべ市', role: 'staff' },
  { user: 'U0NAKAI', town: 'いなべ市', role: 'manager' },
  { user: 'U0TSUJI', town: '鈴鹿市', role: 'staff' },
  { user: 'U0GRANT', town: '鈴鹿市', role: 'staff' },
  { user: 'U0HIRATA', town: '伊賀市', role: 'staff' },
  { user: 'U0KUZE', town: '菰野町', role: 'staff' },
  { user: 'U0OGURA', town: '鈴鹿市', role: 'viewer' },
];

const channel = (id: string, name: string, topic: string, members: string[], archived = false): Conversation => ({
  id,
  name,
  kind: 'public',
  topic,
  purpose: topic,
  members,
  archived,
  created: 0,
});

/** The people of one channel; the administrator is in all of them, the bot in those that are said to have it. */
const town = (id: string, name: string, members: string[]) =>
  channel(id, `${name}-在宅医療`, `${name}の在宅医療・介護連携`, [BOT.userId, 'U0AKIYAMA', ...members]);

/** A new workspace: nobody has said anything yet. */
export function freshState(botName: string): State {
  const bot: Person = { ...person(BOT.userId, 'tonarimachi', botName, ''), email: '', isBot: true };
  const active = PEOPLE.filter(({ deleted }) => !deleted);
  const everybody = active.map(({ id }) => id);
  return {
    version: 1,
    aheadMs: 0,
    people: [...PEOPLE, bot],
    conversations: [
      channel(GENERAL, '全体-在宅医療介護連携', '市町と県の連絡', [BOT.userId, ...everybody]),
      town('C0INABE', 'いなべ市', ['U0MORINO', 'U0NAKAI']),
      town('C0SUZUKA', '鈴鹿市', ['U0TSUJI', 'U0GRANT', 'U0OGURA']),
      town('C0IGA', '伊賀市', ['U0HIRATA']),
      town('C0KOMONO', '菰野町', ['U0KUZE']),
      // The bot is no member here, so that what it does then can be seen.
      channel('C0ZATSUDAN', '雑談', 'ボットのいないチャンネル', everybody),
      channel('C0KYU', '旧-連絡用', '使われていません', [BOT.userId, ...everybody], true),
      ...PEOPLE.map(({ id }) => directMessage(id)),
    ],
    messages: [],
    files: [],
    homes: {},
    read: {},
    marks: [],
    prompts: {},
    threadTitles: {},
  };
}

/** The conversation of a person with the bot. */
export const directMessageId = (person: string) => `D${person.slice(1)}`;

const directMessage = (person: string): Conversation => ({
  id: directMessageId(person),
  name: '',
  kind: 'im',
  topic: '',
  purpose: '',
  members: [BOT.userId, person],
  archived: false,
  created: 0,
});
