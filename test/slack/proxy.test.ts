import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebClient } from '@slack/web-api';
import { Agent, WebSocket } from 'undici';
import { afterEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { createLog } from '../../src/log.ts';
import { forPeople } from '../../src/slack/client.ts';
import { createGate } from '../../src/slack/gate.ts';
import { proxyFrom } from '../../src/slack/proxy.ts';
import { Sender } from '../../src/slack/sender.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A Slack that nobody reaches by its name but through the proxy. */
async function closedNetwork() {
  const bodies: string[] = [];
  const slack = createServer(async (incoming, response) => {
    bodies.push(await text(incoming));
    response.setHeader('content-type', 'application/json').end('{"ok":true,"user_id":"U1"}');
  });
  const sockets = new WebSocketServer({ server: slack });
  sockets.on('connection', (socket) => socket.send('hello'));
  await new Promise<void>((done) => slack.listen(0, '127.0.0.1', done));
  const { port } = slack.address() as AddressInfo;

  const asked: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    asked.push(`plain ${incoming.url}`);
    const path = new URL(incoming.url ?? '').pathname;
    const onward = request({ port, host: '127.0.0.1', path, method: incoming.method, headers: incoming.headers });
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  proxy.on('connect', (incoming, client) => {
    asked.push(`CONNECT ${incoming.url}`);
    const onward = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(client).pipe(onward);
    });
    for (const side of [onward, client]) side.on('error', () => {});
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const socket of sockets.clients) socket.terminate();
    slack.closeAllConnections();
    slack.close();
    proxy.closeAllConnections();
    proxy.close();
  });
  return { asked, bodies, proxyUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

const log = createLog('error', () => {});

it('without a proxy in the environment there is none', () => {
  expect(proxyFrom({})).toBeUndefined();
  expect(proxyFrom({ HTTPS_PROXY: '' })).toBeUndefined();
});

it('where a proxy stands between, calls and the socket go through it', async () => {
  const { asked, proxyUrl } = await closedNetwork();
  const proxy = proxyFrom({ HTTP_PROXY: proxyUrl });
  closing.push(() => void proxy?.dispatcher.destroy());
  const parts = { slackApiUrl: 'http://slack.invalid/api/', gate: createGate('throw', log), log, fetch: proxy?.fetch };
  const client = new WebClient('xoxb-test', forPeople(parts));
  expect(await client.auth.test()).toMatchObject({ ok: true, user_id: 'U1' });

  const socket = new WebSocket('ws://wss.invalid/link', proxy ? { dispatcher: proxy.dispatcher } : undefined);
  const said = await new Promise((done) => {
    socket.onmessage = ({ data }) => done(data);
  });
  socket.close();
  expect(said).toBe('hello');
  expect(asked.join(' ')).toMatch(/slack\.invalid.*wss\.invalid/);
});

it('messages go through it, too', async () => {
  const { asked, proxyUrl } = await closedNetwork();
  const proxy = proxyFrom({ HTTP_PROXY: proxyUrl });
  closing.push(() => void proxy?.dispatcher.destroy());
  const dispatcher = proxy?.dispatcher ?? new Agent();
  const apiUrl = 'http://slack.invalid/api/';
  const sender = new Sender({ token: 'xoxb-test', apiUrl, gate: createGate('throw', log), dispatcher, timeout: 2_000 });
  expect(await sender.send('chat.postMessage', { channel: 'C1', text: '2市町です' })).toMatchObject({ ok: true });
  expect(asked.join(' ')).toContain('slack.invalid');
});

it('a file goes through the proxy whole', async () => {
  const { bodies, proxyUrl } = await closedNetwork();
  const proxy = proxyFrom({ HTTP_PROXY: proxyUrl });
  closing.push(() => void proxy?.dispatcher.destroy());
  const parts = { slackApiUrl: 'http://slack.invalid/api/', gate: createGate('throw', log), log, fetch: proxy?.fetch };
  const client = new WebClient('xoxb-test', forPeople(parts));
  await client.apiCall('http://files.invalid/upload', { body: Buffer.from('市町,回数\n桑名市,3') });
  expect(bodies[0]).toContain('桑名市,3');
});

it('this machine and the hosts in NO_PROXY are reached directly', async () => {
  const { asked, proxyUrl } = await closedNetwork();
  const near = createServer((_, response) => void response.end('near'));
  await new Promise<void>((done) => near.listen(0, '127.0.0.1', done));
  closing.push(() => near.close());
  const proxy = proxyFrom({ HTTPS_PROXY: proxyUrl });
  closing.push(() => void proxy?.dispatcher.destroy());
  const answer = await proxy?.fetch(`http://127.0.0.1:${(near.address() as AddressInfo).port}/`, {});
  expect(await answer?.text()).toBe('near');
  expect(asked).toEqual([]);
});
