import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenWorkspace, openWorkspace, TEST_MANIFEST, TRANSPORTS } from './open-workspace.ts';

const text = (said: string) => ({ type: 'plain_text' as const, text: said });
const fileForm = (max_files = 2): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: text('受け取り'),
  submit: text('送る'),
  blocks: [
    {
      type: 'input',
      block_id: 'sheets',
      label: text('資料'),
      element: { type: 'file_input', action_id: 'value', filetypes: ['xlsx', 'csv'], max_files },
    },
  ],
});

const CSV = { name: '様式.CSV', bytes: Buffer.from('市町,件数\nいなべ市,3\n') };
const mega = (count: number) => Buffer.alloc(count * 1_048_576, 'x');

interface Brought {
  id: string;
  name: string;
  size: number;
  url_private_download: string;
}

let office: OpenWorkspace;
afterEach(() => office.close());

/** What the submissions held. */
let submitted: unknown[] = [];

function taking(view = fileForm()) {
  submitted = [];
  return (app: App) => {
    app.command('/form', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.view('form', async ({ ack, view: { state } }) => {
      submitted.push(state.values.sheets?.value);
      await ack();
    });
  };
}

async function opened(parts: Partial<Parameters<typeof openWorkspace>[2]> = {}, view = fileForm()) {
  office = await openWorkspace('socket', taking(view), parts);
  const morino = office.as('U0MORINO');
  await morino.command('/form');
  await morino.waitForView('資料');
  return morino;
}

const filesIn = (state: unknown) => (state as { files: Brought[] }).files;

describe.each(TRANSPORTS)('files that people bring, by %s', (transport) => {
  it('reach the bot as Slack describes them, and their content answers to its token alone', async () => {
    office = await openWorkspace(transport, taking());
    const morino = office.as('U0MORINO');
    await morino.command('/form');
    await morino.waitForView('資料');
    expect(await morino.attach('資料', CSV)).toEqual({ ok: true, problem: null });
    await morino.submit();
    expect(submitted).toEqual([
      {
        type: 'file_input',
        files: [
          expect.objectContaining({
            id: expect.stringMatching(/^F/),
            name: '様式.CSV',
            title: '様式.CSV',
            mimetype: 'text/csv',
            filetype: 'csv',
            size: CSV.bytes.length,
            mode: 'hosted',
            user: 'U0MORINO',
          }),
        ],
      },
    ]);
    const address = filesIn(submitted[0])[0]?.url_private_download ?? '';
    const fetched = await fetch(address, { headers: { authorization: `Bearer ${office.secrets.botToken}` } });
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(CSV.bytes);
    for (const headers of [{}, { authorization: `Bearer ${office.secrets.appToken}` }]) {
      const stranger = await fetch(address, { headers, redirect: 'manual' });
      expect(stranger.status).toBe(302);
      const page = await fetch(stranger.headers.get('location') ?? '');
      expect(page.headers.get('content-type')).toContain('text/html');
    }
  });
});

describe('a field for files', () => {
  it('says under itself what it does not take: another type, nothing in it, more than 10 MB, one too many', async () => {
    const morino = await opened();
    const refused = async (name: string, bytes: Buffer) => {
      expect((await morino.attach('資料', { name, bytes })).ok).toBe(false);
      return morino.errors().sheets;
    };
    expect(await refused('写真.png', Buffer.from('x'))).toContain('xlsx、csv');
    expect(await refused('xlsx', Buffer.from('x'))).toContain('xlsx、csv');
    expect(await refused('空.csv', Buffer.alloc(0))).toContain('中身');
    expect(await refused('大.csv', Buffer.concat([mega(10), Buffer.from('x')]))).toContain('10MB');
    expect((await morino.attach('資料', { name: 'ちょうど.csv', bytes: mega(10) })).ok).toBe(true);
    expect(morino.errors()).toEqual({});
    await morino.attach('資料', CSV);
    expect(await refused('三つ目.csv', Buffer.from('x'))).toContain('2個まで');
    await morino.detach('資料', 'ちょうど.csv');
    await morino.submit();
    expect(filesIn(submitted[0]).map(({ name }) => name)).toEqual([CSV.name]);
  });

  it('is told of the size of what is too large to be sent at all', async () => {
    const morino = await opened();
    const { id = '' } = morino.topView() ?? {};
    const at = { viewId: id, blockId: 'sheets', actionId: 'value' };
    await morino.act({ act: 'attach', ...at, name: '大.csv', size: 11 * 1_048_576, content: null });
    expect(morino.errors().sheets).toContain('10MB');
  });

  it('holds back the submit where it is required and empty, and holds nothing that a page makes up', async () => {
    const morino = await opened();
    const { id: viewId = '' } = morino.topView() ?? {};
    const made = {
      type: 'file_input',
      files: [{ id: 'F1', name: 'x.csv', size: 1, url_private_download: 'http://x' }],
    };
    for (const state of [made, { files: made.files }]) {
      const result = await morino.act({ act: 'submit', viewId, values: { sheets: { value: state } } });
      expect(result.ok).toBe(false);
    }
    expect((await morino.choose('資料', null).catch((error: Error) => error)) as Error).toMatchObject({
      message: expect.stringContaining('attach'),
    });
    expect(submitted).toEqual([]);
  });

  it('is nobody else’s, and forgotten with its form when the workspace starts anew', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'workspace-files-'));
    const morino = await opened({ folder });
    const { id = '' } = morino.topView() ?? {};
    const at = { viewId: id, blockId: 'sheets', actionId: 'value' };
    const tsuji = office.as('U0TSUJI');
    expect((await tsuji.act({ act: 'attach', ...at, name: 'a.csv', size: 1, content: 'eA==' })).ok).toBe(false);
    await morino.attach('資料', CSV);
    await office.close();
    expect(readFileSync(path.join(folder, 'workspace.json'), 'utf8')).not.toContain('様式');
    rmSync(folder, { recursive: true });
    office = await openWorkspace('socket', taking());
  });

  it('needs the scope files:read: a form that has one is not opened without it, and no file is handed out', async () => {
    const scopes = TEST_MANIFEST.oauth_config.scopes.bot.filter((scope) => scope !== 'files:read');
    const manifest = { ...TEST_MANIFEST, oauth_config: { scopes: { bot: scopes } } };
    office = await openWorkspace('socket', () => {}, { manifest });
    const trigger_id = office.workspace.triggers.give('U0MORINO', null);
    const opening = office.app.client.views.open({ trigger_id, view: fileForm() });
    await expect(opening).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'files:read' } });
    const answer = await fetch(`${office.workspace.origin}/files-pri/T0MIE-F1/download/x.csv`, {
      headers: { authorization: `Bearer ${office.secrets.botToken}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});
