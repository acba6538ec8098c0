import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { errorFields, type Log, newReference } from '../log.ts';
import { terminalWords } from '../words/terminal.ts';
import { lines } from './lines.ts';
import { type FromHolder, readLine, ToHolder } from './protocol.ts';
import type { Asker } from './reply.ts';
import { claimSocketPath, releaseSocketPath } from './socket-path.ts';

export interface Holder {
  /** Lets what is being answered finish, then stops listening. */
  close(): Promise<void>;
}

/**
 * Answers the terminal commands of other processes: two processes on one embedded folder would lose writes, so the one
 * that holds it works for all. Only this user can connect. `folder` must be locked by this process.
 */
export async function listen(folder: string, asker: Asker, log: Log): Promise<Holder> {
  const socketPath = claimSocketPath(folder);
  const connections = new Set<Socket>();
  const working = new Set<Promise<void>>();
  const server = createServer((socket) => {
    connections.add(socket);
    const work = serve(socket, asker, log, (answering) => track(working, answering));
    work.catch((error) => log.debug('holder.connection', errorFields(error))).finally(() => connections.delete(socket));
  });
  server.listen(socketPath);
  await once(server, 'listening');
  if (process.platform !== 'win32') chmodSync(socketPath, 0o600);
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.allSettled([...working]);
      for (const socket of connections) socket.end(() => socket.destroy());
      await closed;
      releaseSocketPath(folder, socketPath);
    },
  };
}

function track(working: Set<Promise<void>>, work: Promise<void>): Promise<void> {
  working.add(work);
  return work.finally(() => working.delete(work));
}

async function serve(
  socket: Socket,
  asker: Asker,
  log: Log,
  answering: (work: Promise<void>) => Promise<void>,
): Promise<void> {
  socket.on('error', (error) => log.debug('holder.connection', errorFields(error)));
  for await (const line of lines(socket)) await answering(answer(socket, line, asker, log));
}

async function answer(socket: Socket, line: string, asker: Asker, log: Log): Promise<void> {
  const request = readLine(ToHolder, line);
  const send = (message: FromHolder) => socket.writable && socket.write(`${JSON.stringify(message)}\n`);
  if (!request) {
    send({ n: null, error: 'the process that holds the folder is of another version: stop it and start it again' });
    return;
  }
  try {
    if ('ask' in request) send({ n: request.n, reply: await asker.ask(request.ask) });
    else send({ n: request.n, done: await asker.carryOut(request.task) });
  } catch (error) {
    const reference = newReference();
    log.error('holder.failed', { reference, ...errorFields(error) });
    send({ n: request.n, error: terminalWords.ja.failed(reference) });
  }
}
