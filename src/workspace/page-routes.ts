import type { IncomingMessage, ServerResponse } from 'node:http';
import { TEAM } from './cast.ts';
import { typeOf } from './file-types.ts';
import { PAGE_POLICY, pageAsset } from './page/assets.ts';
import type { Feed, Workspace } from './workspace.ts';

/** The page and what belongs to it. */
export async function servePage(path: string, response: ServerResponse): Promise<void> {
  const asset = await pageAsset(path);
  if (!asset) {
    notFound(response);
    return;
  }
  response.setHeader('content-security-policy', PAGE_POLICY);
  send(response, asset.type, Buffer.from(asset.body));
}

/** A file that was shared. As a download only: nothing in it is shown or run by the browser. */
export function sendFile(workspace: Workspace, id: string, response: ServerResponse): void {
  const file = workspace.store.state.files.find((one) => one.id === id);
  if (!file) {
    notFound(response);
    return;
  }
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  send(response, 'application/octet-stream', Buffer.from(file.content, 'base64'));
}

/** A calendar feed of the bot, as its own server would answer. */
export async function sendFeed(feed: Feed, { url = '/', headers }: IncomingMessage, response: ServerResponse) {
  const served = await feed(url, headers['if-none-match']);
  response.writeHead(served.status, served.headers).end(served.body ?? undefined);
}

/**
 * A file as the bot fetches it, with its token. Whoever comes without it is sent to sign in, and a token without
 * `files:read` gets the sign-in page itself, with a status of success: so Slack does (reported).
 */
export function sendPrivateFile(
  workspace: Workspace,
  id: string,
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): void {
  if (headers.authorization !== `Bearer ${workspace.secrets.botToken}`) {
    response.writeHead(302, { location: `${workspace.origin}/signin?redir=${encodeURIComponent(url)}` }).end();
    return;
  }
  if (!workspace.app.scopes.includes('files:read')) {
    sendSignIn(response);
    return;
  }
  const file = workspace.store.state.files.find((one) => `${TEAM.id}-${one.id}` === id);
  if (file) send(response, typeOf(file.name).mimetype, Buffer.from(file.content, 'base64'));
  else notFound(response);
}

/** Where Slack asks people to sign in. There is nothing to sign in to here. */
export const sendSignIn = (response: ServerResponse): void =>
  send(response, 'text/html; charset=utf-8', Buffer.from('<!DOCTYPE html><title>Sign in</title><p>Sign in</p>'));

function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found');
}
