import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, MockAgent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { downloadFile, FileNotFetched } from '../../src/slack/files.ts';

const TOKEN = 'xoxb-secret';
const MOST = 1_000;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A host of files, and what it was shown. */
async function host(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const shown: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, shown };
}

const partsFor = (origin: string) => ({ token: TOKEN, apiUrl: `${origin}/api/`, dispatcher: new Agent() });
const from = (origin: string, address = `${origin}/files-pri/T1-F1/download/a.csv`, size = 3) =>
  downloadFile(partsFor(origin), { address, size }, MOST);
const why = async (fetching: Promise<Buffer>) => {
  const error = await fetching.catch((caught: unknown) => caught);
  return error instanceof FileNotFetched ? error.why : error;
};

describe('fetching a file that somebody brought', () => {
  it('shows the token to the host of the files', async () => {
    const { origin, shown } = await host((_, response) => response.end('a,b'));
    expect((await from(origin)).toString()).toBe('a,b');
    expect(shown).toEqual([`Bearer ${TOKEN}`]);
  });

  it('never shows it to another host, whatever the address or a redirection says', async () => {
    const other = await host((_, response) => response.end('a,b'));
    const { origin } = await host((_, response) => response.writeHead(302, { location: `${other.origin}/x` }).end());
    for (const address of [`${other.origin}/a.csv`, 'not an address', '', `${origin}@evil.example/a.csv`]) {
      expect(await why(from(origin, address))).toBe('elsewhere');
    }
    expect(await why(from(origin))).toBe('elsewhere');
    expect(other.shown).toEqual([]);
  });

  it('goes to files.slack.com where the Web API is Slack’s own, and without the token on to where Slack keeps files', async () => {
    const slack = new MockAgent();
    slack.disableNetConnect();
    const shown: Record<string, string | undefined> = {};
    const answer =
      (name: string, status: number, headers: Record<string, string>) => (request: { headers?: unknown }) => {
        shown[name] = new Headers(request.headers as Record<string, string>).get('authorization') ?? undefined;
        return { statusCode: status, data: 'a,b', responseOptions: { headers } };
      };
    slack
      .get('https://files.slack.com')
      .intercept({ path: '/files-pri/T1-F1/download/a.csv' })
      .reply(answer('files', 302, { location: 'https://files-edge.slack-edge.com/kept/a.csv' }));
    slack
      .get('https://files-edge.slack-edge.com')
      .intercept({ path: '/kept/a.csv' })
      .reply(answer('kept', 200, {}));
    const parts = { token: TOKEN, apiUrl: 'https://slack.com/api/', dispatcher: slack };
    const fetched = await downloadFile(
      parts,
      { address: 'https://files.slack.com/files-pri/T1-F1/download/a.csv', size: 3 },
      MOST,
    );
    expect(fetched.toString()).toBe('a,b');
    expect(shown).toEqual({ files: `Bearer ${TOKEN}`, kept: undefined });
    for (const address of ['http://files.slack.com/a', 'https://files.slack.com.example/a', 'https://slack.com/api/x'])
      expect(await why(downloadFile(parts, { address, size: 3 }, MOST))).toBe('elsewhere');
  });

  it('takes a page to sign in at for what it is: the bot may not read files', async () => {
    const signIn = await host((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!DOCTYPE html>'),
    );
    expect(await why(from(signIn.origin))).toBe('sign-in');
    const led = await host(({ url }, response) =>
      url?.startsWith('/signin')
        ? response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
        : response.writeHead(302, { location: '/signin?redir=x' }).end(),
    );
    expect(await why(from(led.origin))).toBe('sign-in');
    const inCircles = await host(({ url }, response) => response.writeHead(302, { location: url ?? '/' }).end());
    expect(await why(from(inCircles.origin))).toBe('sign-in');
    const no = await host((_, response) => response.writeHead(403).end());
    expect(await why(from(no.origin))).toBe('sign-in');
  });

  it('does not read more than it was told: by the file, by the answer, or while it comes', async () => {
    let asked = 0;
    const declared = await host((_, response) => {
      asked += 1;
      response.writeHead(200, { 'content-length': String(MOST + 1) }).end(Buffer.alloc(MOST + 1));
    });
    expect(await why(from(declared.origin, undefined, MOST + 1))).toBe('too-large');
    expect(asked).toBe(0);
    expect(await why(from(declared.origin))).toBe('too-large');
    const endless = await host((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write(Buffer.alloc(400)), 1);
      response.on('close', () => clearInterval(more));
    });
    expect(await why(from(endless.origin))).toBe('too-large');
  });

  it('says in both languages what to do where a file is gone or the line fails, and names no file', async () => {
    const gone = await host((_, response) => response.writeHead(404).end());
    expect(await why(from(gone.origin))).toBe('gone');
    const broken = await host((_, response) => {
      response.writeHead(200, { 'content-length': '3' }).write('a');
      setTimeout(() => response.destroy(), 5);
    });
    const error: unknown = await from(broken.origin).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ why: 'unreachable', say: { ja: expect.stringContaining('もう一度') } });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/a\.csv|xoxb/);
  });
});
