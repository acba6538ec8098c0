import type { IncomingMessage, ServerResponse } from 'node:http';
import { sightOf } from './sight-of.ts';
import type { Workspace } from './workspace.ts';

/** Changes that come within this time are told at once. */
const COALESCE_MS = 30;
/** Keeps the line open where nothing happens. */
const HEARTBEAT_MS = 20_000;

/** Tells what a person sees: at once, and after each change. */
export function streamSight(
  workspace: Workspace,
  person: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const send = open(request, response);
  const tell = () => send.data(sightOf(workspace, person));
  let waiting: NodeJS.Timeout | undefined;
  const stop = workspace.store.onChange(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      tell();
    }, COALESCE_MS);
  });
  send.onClose(() => {
    stop();
    clearTimeout(waiting);
  });
  tell();
}

/** Tells what goes over the wire: what is kept, then every new entry. */
export function streamWire({ wire }: Workspace, request: IncomingMessage, response: ServerResponse): void {
  const send = open(request, response);
  // A browser that lost the line says what it has.
  const known = Number(request.headers['last-event-id'] ?? 0);
  for (const entry of wire.entries.filter(({ seq }) => seq > known)) send.data(entry, entry.seq);
  send.onClose(wire.onEntry((entry) => send.data(entry, entry.seq)));
}

function open(request: IncomingMessage, response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS).unref();
  request.on('close', () => clearInterval(heartbeat));
  return {
    data: (value: unknown, id?: number) => {
      response.write(`${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(value)}\n\n`);
    },
    onClose: (run: () => void) => {
      request.on('close', run);
    },
  };
}
