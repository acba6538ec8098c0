import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { register, SURFACE } from '../../commands/all.ts';
import { Listeners } from '../../src/slack/listeners.ts';
import { readManifest } from '../../src/slack/manifest.ts';
import { SCOPE_OF_ELEMENT, SCOPE_OF_EVENT, SCOPE_OF_METHOD } from '../../src/slack/scopes.ts';

const manifest = readManifest();
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** What is registered, by kind, when all entries are. */
function registered() {
  const nothing = () => {};
  const app = { command: nothing, event: nothing, action: nothing, view: nothing, options: nothing };
  const anything = {} as never; // used only when something arrives
  const listeners = new Listeners(app as never, anything, anything, anything);
  register(listeners, anything);
  return { ...listeners.names, shortcut: [] as string[] };
}

function sourcesIn(folder: string): string[] {
  const url = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, url), 'utf8'));
}

/** The methods of the Web API that the code calls, by reading it. */
function called(): string[] {
  const calls = ['src/slack', 'commands', 'src']
    .flatMap(sourcesIn)
    .flatMap((code) => [...code.matchAll(/\bclient\.([a-z]+(?:\.\w+)+)\(|(?:paginate|call|send)\('([\w.]+)'/g)]);
  return calls
    .map((call) => call[1] ?? call[2] ?? '')
    .flatMap((name) =>
      name === 'files.uploadV2' ? ['files.getUploadURLExternal', 'files.completeUploadExternal'] : name,
    );
}

describe('manifest.yml and the registered app say the same', () => {
  it('commands with their aliases, descriptions and hints, and shortcuts', () => {
    const { slash_commands: commands, shortcuts } = manifest.features;
    const declared = commands.map(({ command, description, usage_hint: usage }) => ({ command, description, usage }));
    const defined = SURFACE.commands.flatMap(({ name, alias, description, usage }) =>
      [name, alias].map((command) => ({ command, description, usage })),
    );
    expect(declared).toEqual(defined);
    expect(sorted(registered().command)).toEqual(sorted(declared.map(({ command }) => command)));
    expect(sorted(registered().shortcut)).toEqual(sorted(shortcuts.map(({ callback_id: id }) => id)));
    expect(sorted(SURFACE.shortcuts)).toEqual(sorted(shortcuts.map(({ callback_id: id }) => id)));
  });

  it('events', () => {
    const { bot_events: events } = manifest.settings.event_subscriptions;
    expect(sorted(SURFACE.events)).toEqual(sorted(events));
    // Bolt knows `message.im` and its like as `message`.
    expect(sorted(registered().event)).toEqual(sorted(events.map((event) => event.split('.')[0] ?? '')));
  });

  it('scopes: what methods, events, elements of forms and commands need, and nothing more', () => {
    const needed = [
      ...(SURFACE.commands.length > 0 ? ['commands'] : []),
      ...SURFACE.methods.flatMap((method) => SCOPE_OF_METHOD[method]),
      ...SURFACE.events.map((event) => SCOPE_OF_EVENT[event]),
      ...SURFACE.elements.map((element) => SCOPE_OF_ELEMENT[element]),
    ];
    expect(needed).not.toContain(undefined);
    expect(manifest.oauth_config.scopes.bot).toEqual(sorted(needed.filter((scope) => typeof scope === 'string')));
  });

  it('the methods that are declared are those that the code calls', () => {
    // Bolt opens the socket.
    expect(sorted(SURFACE.methods)).toEqual(sorted(['apps.connections.open', ...called()]));
  });

  it('the elements that are declared are those that forms draw', () => {
    const code = ['src/slack', 'commands'].flatMap(sourcesIn).join('\n');
    const drawn = Object.keys(SCOPE_OF_ELEMENT).filter((element) => code.includes(`{ type: '${element}'`));
    expect(sorted(SURFACE.elements)).toEqual(sorted(drawn));
  });

  it('buttons and forms need interactivity; direct messages an open messages tab', () => {
    const { action, view } = registered();
    expect(manifest.settings.interactivity.is_enabled).toBe(action.length + view.length > 0);
    expect(manifest.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});
