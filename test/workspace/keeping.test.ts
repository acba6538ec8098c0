import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { post } from '../../src/workspace/posting.ts';
import { startWorkspace } from '../../src/workspace/start.ts';
import { TEST_MANIFEST } from './open-workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'workspace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (lines: string[] = []) =>
  startWorkspace({ manifest: TEST_MANIFEST, folder, log: createLog('info', (line) => lines.push(line)) });

describe('the workspace kept in a folder', () => {
  it('is there again after a restart, with its clock; what only one person saw is not', async () => {
    const before = await start();
    const morino = before.as('U0MORINO').in('C0INABE');
    await morino.say('残ります');
    const ts = morino.lastMessage()?.ts ?? '';
    await before.workspace.advance(86_400_000);
    await morino.say('翌日');
    post(before.workspace, { channel: 'C0INABE', author: 'U0TONARI', text: 'あなただけ', onlyFor: 'U0MORINO' });
    const day = before.workspace.clock.today();
    await before.close();
    const after = await start();
    const messages = after.as('U0MORINO').in('C0INABE').messages();
    expect(messages.map(({ text }) => text)).toEqual(['残ります', '翌日']);
    expect(messages[0]?.ts).toBe(ts);
    expect(after.workspace.clock.today()).toEqual(day);
    await after.close();
  });

  it('a damaged file is set aside and told of, and the workspace begins anew', async () => {
    writeFileSync(path.join(folder, 'workspace.json'), '{"version":1,"people":');
    const lines: string[] = [];
    const office = await start(lines);
    await office.as('U0MORINO').say('新しい');
    await office.close();
    expect(lines.join()).toContain('workspace.state-set-aside');
    expect(readdirSync(folder).sort()).toEqual(['workspace.json', 'workspace.json.damaged']);
    expect(readFileSync(path.join(folder, 'workspace.json'), 'utf8')).toContain('新しい');
  });

  it('a folder that cannot be written to does not end the work', async () => {
    const lines: string[] = [];
    const office = await start(lines);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder any more');
    await office.as('U0MORINO').say('それでも');
    await office.close();
    expect(lines.join()).toContain('workspace.state-not-written');
    expect(lines.join()).not.toContain('それでも');
  });
});
