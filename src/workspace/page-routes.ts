import type { ServerResponse } from 'node:http';
import { PAGE_POLICY, pageAsset } from './page/assets.ts';
import type { Workspace } from './workspace.ts';

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
