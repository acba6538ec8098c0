import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Prisma } from '../src/database/open.ts';

/** The record that is changed again and again, of the shipped ones, and who changes it. */
export const SAVED = {
  id: 'sakai-2026.records.initiative-3',
  title: '介護関係者（特にケアマネジャー）⇔Drの効率的な連携促進',
  areaId: 'sakai',
  person: 'U0HIRATA',
} as const;

export async function registerSaver(prisma: Prisma): Promise<void> {
  await prisma.membership.create({ data: { user: SAVED.person, areaId: SAVED.areaId, role: 'staff' } });
}

/**
 * The least that saving can be: a form, one transaction (the row read for update, written, one entry of history), and in
 * the same form what was stored. No rights, no versions, no conflicts, no checks.
 */
export function saveBarely(app: App, prisma: Prisma): void {
  app.command('/tonari-update', async ({ ack, command, client }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: formView() });
  });
  app.view('bare', async ({ ack, body, view, client }) => {
    await ack({ response_action: 'update', view: saidView('保存しています。') });
    const participants = Number(view.state.values.participants?.input?.value);
    const former = await prisma.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ version: number; participants: number | null }[]>`
        SELECT * FROM "Initiative" WHERE "id" = ${SAVED.id} FOR UPDATE`;
      if (!row) throw new Error('the record is gone');
      const version = row.version + 1;
      await tx.initiative.update({ where: { id: SAVED.id }, data: { participants, version } });
      const changes = { participants: [row.participants, participants] };
      const about = { kind: 'initiative', record: SAVED.id, version, action: 'update', via: 'form' };
      const by = { team: body.team?.id ?? '', user: body.user.id };
      await tx.history.create({ data: { at: new Date(), key: view.id, ...about, ...by, changes, before: { ...row } } });
      return row;
    });
    await client.views.update({
      view_id: view.id,
      view: saidView(`保存しました。参加人数: ${former.participants ?? '－'} → ${participants}`),
    });
  });
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const formView = (): ModalView => ({
  type: 'modal',
  callback_id: 'bare',
  title: plain('取組を更新'),
  submit: plain('保存'),
  close: plain('閉じる'),
  blocks: ['participants', 'location', 'memo'].map((name) => ({
    type: 'input',
    block_id: name,
    optional: true,
    label: plain(name === 'participants' ? '参加人数' : name),
    element: { type: 'plain_text_input', action_id: 'input' },
  })),
});

const saidView = (text: string): ModalView => ({
  type: 'modal',
  title: plain('取組を更新'),
  close: plain('閉じる'),
  blocks: [{ type: 'section', text: plain(text) }],
});
