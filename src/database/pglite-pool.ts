import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

const TERMINATE = 0x58; // 'X': the client leaves; the session stays

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

const message = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
};

/** What a server says after the start-up message: authenticated, its settings, ready. */
const GREETING = Buffer.concat([
  message('R', int32(0)),
  ...Object.entries({
    server_version: '18',
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  }).map(([key, value]) => message('S', Buffer.from(`${key}\0${value}\0`))),
  message('K', int32(1), int32(1)),
  message('Z', Buffer.from('I')),
]);

/** PGlite's one session in the shape that node-postgres expects of a socket. */
class PGliteSocket extends Duplex {
  #greeted = false;

  constructor(readonly database: PGlite) {
    super();
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  connect(): this {
    this.database.waitReady.then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  override _read(): void {}

  override _write(data: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(data).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  async #send(data: Buffer): Promise<void> {
    if (!this.#greeted) {
      this.#greeted = true;
      await this.database.exec('ROLLBACK');
      await this.database.exec('DISCARD ALL');
      this.push(GREETING);
    } else if (data[0] !== TERMINATE) {
      this.push(Buffer.from(await this.database.execProtocolRaw(data)));
    }
  }
}

/** A pool of one connection, so that one driver (and its types, errors and isolation) serves both engines. */
export function pglitePool(database: PGlite): pg.Pool {
  const config = { max: 1, idleTimeoutMillis: 0, ssl: false, stream: () => new PGliteSocket(database) };
  return new pg.Pool(config as unknown as pg.PoolConfig);
}
