import table from '../../emoji.txt';

const characters = new Map<string, string>();
for (const line of table.split('\n')) {
  const [character = '', ...names] = line.split(' ');
  for (const name of names) characters.set(name, character);
}

/** The character of an emoji's name; null where there is none, as for the `30` of 10:30:45. */
export const emoji = (name: string): string | null => characters.get(name) ?? null;
