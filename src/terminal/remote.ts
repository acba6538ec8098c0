import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { lines } from './lines.ts';
import { FromHolder, readLine, type ToHolder } from './protocol.ts';
import type { Asker, AskReply, AskRequest } from './reply.ts';
import { findSocketPath } from './socket-path.ts';
import type { Task, TaskReply } from './tasks.ts';

/** The process that held the folder went away before it answered. */
export class HolderGone extends Error {
  override name = 'HolderGone';

  constructor() {
    super('the process that held the folder has ended');
  }
}

/** The holder could not answer; says why. */
export class HolderRefused extends Error {
  override name = 'HolderRefused';
}

interface Waiting {
  resolve(reply: AskReply | TaskReply): void;
  reject(error: Error): void;
}

const NO_ONE = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ECONNRESET'];

/** Reaches the process that holds `folder`; null where none listens. */
export async function connectToHolder(folder: string): Promise<Asker | null> {
  const socket = connect(findSocketPath(folder));
  try {
    await once(socket, 'connect');
  } catch (error) {
    socket.destroy();
    if (NO_ONE.includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  return remoteAsker(socket);
}

function remoteAsker(socket: Socket): Asker {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let gone = false;
  const abandon = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  socket.on('error', () => {}); // 'close' follows
  socket.on('close', () => {
    gone = true;
    abandon(new HolderGone());
  });
  const receive = async () => {
    for await (const line of lines(socket)) {
      const message = readLine(FromHolder, line);
      if (!message || message.n === null) {
        abandon(new HolderRefused(message && 'error' in message ? message.error : 'the answer could not be read'));
      } else {
        const waiter = waiting.get(message.n);
        waiting.delete(message.n);
        if ('reply' in message) waiter?.resolve(message.reply);
        else if ('done' in message) waiter?.resolve(message.done);
        else waiter?.reject(new HolderRefused(message.error));
      }
    }
    socket.destroy();
  };
  receive().catch(() => socket.destroy());
  const request = <Reply extends AskReply | TaskReply>(wish: { ask: AskRequest } | { task: Task }): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (gone) {
        reject(new HolderGone());
        return;
      }
      count += 1;
      waiting.set(count, { resolve: (reply) => resolve(reply as Reply), reject });
      const message: ToHolder = { n: count, ...wish };
      socket.write(`${JSON.stringify(message)}\n`);
    });
  return {
    ask: (ask) => request<AskReply>({ ask }),
    carryOut: (task) => request<TaskReply>({ task }),
    async close() {
      socket.end();
      socket.destroy();
    },
  };
}
