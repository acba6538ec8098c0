import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sight, WireEntry } from '../../src/workspace/sight.ts';
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/start.ts';
import { TEST_MANIFEST } from './open-workspace.ts';

let office: RunningWorkspace;
beforeEach(async () => {
  office = await startWorkspace({ manifest: TEST_MANIFEST });
});
afterEach(() => office.close());

/** A request with headers that `fetch` would not let us set. */
function ask(path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(office.origin + path, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The events of a stream, one by one; leaving the loop ends it. */
async function* events<T>(path: string): AsyncGenerator<T, void> {
  const response = await fetch(office.origin + path);
  let rest = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    const parts = (rest + new TextDecoder().decode(chunk)).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = part.split('\n').find((line) => line.startsWith('data: '));
      if (data) yield JSON.parse(data.slice(6)) as T;
    }
  }
}

/** The next event. */
async function next<T>(stream: AsyncGenerator<T, void>): Promise<T> {
  const { value } = await stream.next();
  if (value === undefined) throw new Error('the stream has ended');
  return value;
}

describe('who may come in', () => {
  it('another name that leads here is refused, and another site’s page', async () => {
    const { host } = new URL(office.origin);
    expect(await ask('/', { host })).toBe(200);
    expect(await ask('/', { host, origin: office.origin })).toBe(200);
    expect(await ask('/', { host: 'rebound.example' })).toBe(403);
    expect(await ask('/', { host, origin: 'http://evil.example' })).toBe(403);
    expect(await ask('/', { host, origin: 'null' })).toBe(403);
    expect(await ask('/workspace/sight', { host, 'sec-fetch-site': 'cross-site' })).toBe(403);
    const upgrade = { host, connection: 'upgrade', upgrade: 'websocket', origin: 'http://evil.example' };
    expect(await ask('/link/?ticket=x', upgrade)).toBe(403);
    expect(await ask('/link/?ticket=x', { ...upgrade, origin: office.origin })).toBe(403);
  });

  it('an act comes as JSON only, as a form of another site cannot send it', async () => {
    const act = JSON.stringify({ act: 'say', channel: 'C0INABE', text: 'x' });
    const { host } = new URL(office.origin);
    expect(await ask('/workspace/act?as=U0MORINO', { host, 'content-type': 'text/plain' }, 'POST', act)).toBe(415);
    expect(await ask('/workspace/act?as=U0MORINO', { host, 'content-type': 'application/json' }, 'POST', act)).toBe(
      200,
    );
    expect(await ask('/workspace/act?as=U0NOBODY', { host, 'content-type': 'application/json' }, 'POST', act)).toBe(
      404,
    );
    expect(office.as('U0MORINO').in('C0INABE').messages()).toHaveLength(1);
  });
});

describe('what the page is told', () => {
  it('what a person sees: at once, then after each change, changes together told together', async () => {
    const stream = events<Sight>('/workspace/sight?as=U0MORINO');
    const said = (sight: Sight) => sight.conversations.find(({ id }) => id === 'C0INABE')?.messages.length;
    const first = await next(stream);
    expect([first.me.id, said(first)]).toEqual(['U0MORINO', 0]);
    const nakai = office.as('U0NAKAI').in('C0INABE');
    await nakai.say('一');
    await nakai.say('二');
    expect(said(await next(stream))).toBe(2);
    await stream.return();
  });

  it('who has not said whom they are looks as staff of a town; others see only their own', async () => {
    const stream = events<Sight>('/workspace/sight');
    const sight = await next(stream);
    await stream.return();
    expect(sight.me.id).toBe('U0MORINO');
    expect(sight.conversations.map(({ name }) => name)).toEqual([
      '全体-在宅医療介護連携',
      'いなべ市-在宅医療',
      '雑談',
      'となりまち',
    ]);
  });

  it('what went over the wire, without tokens', async () => {
    await fetch(`${office.apiUrl}auth.test`, {
      method: 'POST',
      body: new URLSearchParams({ token: office.secrets.botToken, blocks: '[{"type":"divider"}]' }),
    });
    const stream = events<WireEntry>('/workspace/wire');
    const entry = await next(stream);
    await stream.return();
    expect(entry).toMatchObject({ name: 'auth.test', outcome: 'ok', payload: { blocks: [{ type: 'divider' }] } });
    expect(JSON.stringify(entry)).not.toContain(office.secrets.botToken);
  });
});
