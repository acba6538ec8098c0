import { describe, expect, it } from 'vitest';
import { Manifest, readManifest } from '../../src/slack/manifest.ts';

const manifest = readManifest();
const [command] = manifest.features.slash_commands;
const many = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));

/** The manifest with one value replaced. */
function withValue(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(manifest);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  at[last] = value;
  return copy;
}

describe('manifest.yml', () => {
  it('is what Slack takes', () => {
    expect(manifest.display_information.name).toBe('となりまち');
    expect(Manifest.safeParse(withValue('features.shortcuts', [])).success).toBe(true);
  });

  it.each([
    ['a name of 36 characters', 'display_information.name', 'あ'.repeat(36)],
    ['a description of 141', 'display_information.description', 'あ'.repeat(141)],
    ['a long description below 175', 'display_information.long_description', 'あ'.repeat(174)],
    ['a command without a slash', 'features.slash_commands.0.command', 'tonari'],
    ['a command with a blank', 'features.slash_commands.0.command', '/to nari'],
    ['a command with a capital', 'features.slash_commands.0.command', '/Tonari'],
    ['a command of 33 characters', 'features.slash_commands.0.command', `/${'a'.repeat(32)}`],
    ['a command twice', 'features.slash_commands', [command, command]],
    ['51 commands', 'features.slash_commands', many(51, (at) => ({ ...command, command: `/c${at}` }))],
    ['a command whose people arrive as bare words', 'features.slash_commands.0.should_escape', false],
    ['five suggested prompts', 'features.agent_view.suggested_prompts', many(5, () => ({ title: 'a', message: 'b' }))],
    ['an agent description of 301', 'features.agent_view.agent_description', 'あ'.repeat(301)],
    ['11 shortcuts', 'features.shortcuts', many(11, (at) => shortcut(`s${at}`))],
    ['a shortcut whose name has 25 characters', 'features.shortcuts', [shortcut('あ'.repeat(25))]],
    ['an event that is misspelt', 'settings.event_subscriptions.bot_events', ['app_mentioned']],
    ['an event twice', 'settings.event_subscriptions.bot_events', ['app_mention', 'app_mention']],
    ['a scope that is misspelt', 'oauth_config.scopes.bot', ['chat:wite']],
    ['a key that nobody knows', 'settings.sockets', true],
    ['the container that Slack withdraws', 'features.assistant_view', { assistant_description: 'x' }],
    ['tokens that expire', 'settings.token_rotation_enabled', true],
  ])('%s is refused', (_, path, value) => {
    expect(Manifest.safeParse(withValue(path, value)).success).toBe(false);
  });
});

function shortcut(name: string) {
  return { type: 'global', name, callback_id: name, description: 'x' };
}
