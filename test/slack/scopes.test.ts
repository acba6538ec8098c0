import { afterAll, beforeAll, expect, it } from 'vitest';
import { readManifest } from '../../src/slack/manifest.ts';
import { SCOPE_OF_METHOD } from '../../src/slack/scopes.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';

let running: RunningWorkspace;
beforeAll(async () => {
  const manifest = structuredClone(readManifest());
  manifest.oauth_config.scopes.bot = [];
  running = await startWorkspace({ manifest });
});
afterAll(() => running.close());

it.each(Object.entries(SCOPE_OF_METHOD))('the local workspace asks for the scope of %s: %s', async (method, scope) => {
  const { botToken, appToken } = running.secrets;
  const token = method.startsWith('apps.') ? appToken : botToken;
  const response = await fetch(`${running.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const { error, needed } = (await response.json()) as { error?: string; needed?: string };
  expect(error).not.toBe('unknown_method');
  if (scope === null) expect(error).not.toBe('missing_scope');
  else expect({ error, needed }).toEqual({ error: 'missing_scope', needed: [scope].flat()[0] });
});
