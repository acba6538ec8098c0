import type { FieldChanges } from '../src/records/changes.ts';
import { idsIn, type NamedIds } from '../src/registry/members/names.ts';
import type { Bot } from './bot.ts';
import { areaName } from './records.ts';

// What the ids are called that records and their changes hold.

/** What an area, a person or a section of this id is called; the id itself where nobody knows. */
export type NameOf = (id: string) => string;

/** So many people are asked for at once. */
const MOST_ASKED = 30;

/** Names of areas and people; whom nobody met yet is asked for at Slack, once. */
export const namesFor = (bot: Bot, team: string, users: readonly (string | null)[]): Promise<NameOf> =>
  namesOf(bot, team, { people: users.filter((user) => user !== null), sections: [] });

/** Names of areas, and of all whom these changes name. Where they name nobody, nothing is read. */
export const namesIn = (
  bot: Bot,
  team: string,
  changes: readonly FieldChanges[],
  users: readonly string[] = [],
): Promise<NameOf> => {
  const { people, sections } = idsIn(changes);
  return namesOf(bot, team, { people: [...users, ...people], sections });
};

async function namesOf(bot: Bot, team: string, ids: NamedIds): Promise<NameOf> {
  const area = areaName(bot);
  if (ids.people.length + ids.sections.length === 0) return area;
  const names = await bot.members.names(ids.people, ids.sections);
  const unknown = [...new Set(ids.people)].filter((user) => /^[UW][A-Z0-9]+$/.test(user) && !names.has(user));
  await Promise.allSettled(
    unknown.slice(0, MOST_ASKED).map(async (user) => {
      const profile = await bot.voice.profileOf(user);
      await bot.members.met({ team, user, ...profile });
      if (profile.name) names.set(user, profile.name);
    }),
  );
  return (id) => names.get(id) ?? area(id);
}
