import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { answerJsonLines } from '../../src/terminal/json-lines.ts';
import { lines } from '../../src/terminal/lines.ts';
import type { Asker } from '../../src/terminal/reply.ts';
import { scriptedAsker } from './scripted-asker.ts';

const quiet = createLog('error', () => {});

async function run(input: string | Buffer[], asker: Asker = scriptedAsker().asker) {
  const out: string[] = [];
  const chunks = typeof input === 'string' ? [Buffer.from(input)] : input;
  const complete = await answerJsonLines(
    lines(Readable.from(chunks)),
    async (line) => void out.push(line),
    asker,
    quiet,
  );
  expect(out.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
  return { complete, out: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('questions as JSON lines', () => {
  it('get an answer with every field that the contract names', async () => {
    const { asker } = scriptedAsker(() => ({
      number: 4,
      understood: [
        { key: 'a', label: '津市' },
        { key: 'b', label: 'ICT' },
      ],
    }));
    const { out, complete } = await run('{"id":"q1","question":"津市のICT"}\n', asker);
    expect(out).toEqual([
      {
        id: 'q1',
        intent: 'detail',
        areas: ['津市'],
        number: 4,
        text: '答: 津市のICT',
        records: ['r1'],
        understood: '津市 × ICT',
        latencyMs: expect.any(Number),
      },
    ]);
    expect(complete).toBe(true);
  });

  it('are answered in order, though a later one could be answered sooner', async () => {
    const { asker } = scriptedAsker(async ({ conversation }) => {
      if (conversation[0]?.question === '遅い') await new Promise((resolve) => setTimeout(resolve, 50));
      return {};
    });
    const { out } = await run('{"id":"1","question":"遅い"}\n{"id":"2","question":"速い"}\n', asker);
    expect(out.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('get an error on their own line where they are malformed, and the rest goes on', async () => {
    const { out, complete } = await run(
      'not json\n{"id":7,"question":"x"}\n{"id":"a"}\n\n[]\nnull\n{"id":"b","question":"x","context":"y"}\n{"id":"c","question":"x"}\n',
    );
    expect(out.map(({ id }) => id)).toEqual([null, null, null, null, null, null, null, 'c']);
    for (const line of out.slice(0, -1)) expect(line).toEqual({ id: null, error: expect.any(String) });
    expect(complete).toBe(true);
  });

  it('are conversations of their own, with the context they bring', async () => {
    const { asker, requests } = scriptedAsker();
    await run('{"id":"1","question":"b","context":["a"]}\n{"id":"2","question":"c"}\n', asker);
    expect(requests.map(({ conversation }) => conversation.map(({ question }) => question))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  it('may end without a line feed, come with a byte order mark or Windows line ends, and be cut anywhere', async () => {
    const input = Buffer.from('\uFEFF{"id":"1","question":"津\u2028市"}\r\n{"id":"2","question":"𠮷野"}');
    const { out } = await run(Array.from(input, (byte) => Buffer.from([byte])));
    expect(out.map(({ text }) => text)).toEqual(['答: 津\u2028市', '答: 𠮷野']);
  });

  it('that could not be answered say so under their id, and count as a failure', async () => {
    const { asker } = scriptedAsker(({ conversation }) => {
      if (conversation[0]?.question === '壊れた') throw new Error('秘密');
      return {};
    });
    const { out, complete } = await run('{"id":"1","question":"壊れた"}\n{"id":"2","question":"x"}\n', asker);
    expect(out[0]).toEqual({ id: '1', error: expect.stringContaining('受付番号') });
    expect(JSON.stringify(out[0])).not.toContain('秘密');
    expect(out[1]?.text).toBe('答: x');
    expect(complete).toBe(false);
  });
});
