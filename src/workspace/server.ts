import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { errorFields, type Log } from '../log.ts';
import { respond } from './answering.ts';
import { type Answer, callMethod } from './api/call.ts';
import { takeUpload } from './api/files.ts';
import { BodyTooLarge, readArguments, readBody, readJson, readUpload } from './body.ts';
import { FIRST_VISITOR } from './cast.ts';
import type { CallFault } from './faults.ts';
import { sendFeed, sendFile, sendPrivateFile, sendSignIn, servePage } from './page-routes.ts';
import { perform } from './perform.ts';
import { reasonsIn, refusalOf } from './refusal.ts';
import { fromHere } from './same-host.ts';
import { SocketDelivery } from './socket-delivery.ts';
import { streamSight, streamWire } from './streams.ts';
import type { Workspace } from './workspace.ts';

const KEEP_ALIVE_MS = 65_000;

/** Listens on this machine alone, for the bot and for the page. Resolves once it does. */
export async function listen(workspace: Workspace, port: number, log: Log): Promise<Server> {
  const server = createServer((request, response) => {
    serve(workspace, request, response).catch((error: unknown) => {
      if (!(error instanceof BodyTooLarge)) log.error('workspace.request-failed', errorFields(error));
      if (response.headersSent) response.destroy();
      else answer(response, error instanceof BodyTooLarge ? 413 : 500, { ok: false, error: 'internal_error' });
    });
  });
  // A connection that waits is closed by the one who opened it: closed here, a request that is on its way would be lost.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { delivery } = workspace.postman;
    if (delivery instanceof SocketDelivery && fromHere(request)) delivery.welcome(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  workspace.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function serve(workspace: Workspace, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!fromHere(request)) return answer(response, 403, { ok: false, error: 'not_from_here' });
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [first, second = '', third = ''] = pathname.split('/').slice(1);
  if (first === 'api') return serveCall(workspace, second, request, response);
  if (first === 'response') return serveResponse(workspace, second, request, response);
  if (first === 'upload') return serveUpload(workspace, second, request, response);
  if (first === 'signin') return sendSignIn(response);
  if (first === 'files-pri') return sendPrivateFile(workspace, second, request, response);
  if (first === 'workspace') return serveWorkspace(workspace, second, third, request, response);
  if (request.method !== 'GET') return answer(response, 405, { ok: false, error: 'method_not_allowed' });
  if (first === 'calendar' && workspace.feed) return sendFeed(workspace.feed, request, response);
  return servePage(pathname, response);
}

async function serveCall(
  workspace: Workspace,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { token: inBody, ...args } = await readArguments(request, await readBody(request));
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? inBody;
  const fault = workspace.faults.takeCall(name);
  if (fault && strikes(workspace, name, args, fault, response)) return;
  if (fault?.kind === 'slow') await wait(fault.ms);
  const given: Answer = callMethod(workspace, name, typeof token === 'string' ? token : undefined, args);
  if (fault?.kind === 'drop-after') response.destroy();
  else answer(response, 200, given);
}

/** Lets a fault take the place of the answer; false where the call is carried out all the same. */
function strikes(
  { wire }: Workspace,
  name: string,
  payload: Record<string, unknown>,
  fault: CallFault,
  response: ServerResponse,
): boolean {
  if (fault.kind === 'slow' || fault.kind === 'drop-after') return false;
  const outcome = { 'rate-limited': 'ratelimited', 'server-error': 'internal_error', hang: 'no answer', refused: '' };
  const error = fault.kind === 'refused' ? fault.code : outcome[fault.kind];
  wire.note({ direction: 'from-bot', name, ms: null, outcome: error, payload, faults: [] });
  if (fault.kind === 'rate-limited') response.setHeader('retry-after', String(fault.retryAfter));
  const refused = name === 'response_url' ? responseStatus(error) : 200;
  const status = { 'rate-limited': 429, 'server-error': 500, refused, hang: 0 }[fault.kind];
  if (fault.kind !== 'hang') answer(response, status, { ok: false, error });
  return true;
}

async function serveResponse(
  workspace: Workspace,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const said = readJson(await readBody(request));
  const fault = workspace.faults.takeCall('response_url');
  if (fault && strikes(workspace, 'response_url', said, fault, response)) return;
  if (fault?.kind === 'slow') await wait(fault.ms);
  const refusal = refusalOf(() => respond(workspace, workspace.responseUrls.use(secret), said));
  workspace.wire.note({
    direction: 'from-bot',
    name: 'response_url',
    ms: null,
    outcome: refusal?.code ?? 'ok',
    payload: said,
    faults: refusal ? reasonsIn(refusal.more) : [],
  });
  if (fault?.kind === 'drop-after') response.destroy();
  else if (!refusal) answer(response, 200, { ok: true });
  else answer(response, responseStatus(refusal.code), { ok: false, error: refusal.code, ...refusal.more });
}

/** A response url answers by its status what the Web API says in the body. */
const responseStatus = (code: string) => (code === 'expired_url' || code === 'used_url' ? 404 : 400);

async function serveUpload(
  workspace: Workspace,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const content = await readUpload(request, await readBody(request));
  const refusal = refusalOf(() => takeUpload(workspace, secret, content));
  response.writeHead(refusal ? 400 : 200, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(refusal ? refusal.code : `OK - ${content.length}`);
}

/** What the page asks for. */
async function serveWorkspace(
  workspace: Workspace,
  what: string,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const as = new URL(request.url ?? '/', 'http://localhost').searchParams.get('as') ?? FIRST_VISITOR;
  if (what === 'files') return sendFile(workspace, id, response);
  if (what === 'wire') return streamWire(workspace, request, response);
  const person = workspace.store.person(as);
  if (!person || person.isBot) return answer(response, 404, { ok: false, error: 'user_not_found' });
  if (what === 'sight') return streamSight(workspace, person.id, request, response);
  if (what !== 'act' || request.method !== 'POST') return answer(response, 404, { ok: false, error: 'not_found' });
  // JSON only: a form on another site cannot send it.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return answer(response, 415, { ok: false, error: 'invalid_content_type' });
  }
  answer(response, 200, { ...(await perform(workspace, person.id, readJson(await readBody(request)))) });
}

function answer(response: ServerResponse, status: number, body: Record<string, unknown>): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
