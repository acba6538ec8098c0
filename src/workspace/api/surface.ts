import { z } from 'zod';
import { statusKey } from '../posting.ts';
import type { Workspace } from '../workspace.ts';
import { conversationOf, json, method, ownConversation } from './method.ts';

/** "… is working on it" goes away by itself when nothing follows. */
const STATUS_MS = 120_000;

const Thread = z.object({ channel_id: z.string(), thread_ts: z.string() });
const Prompt = z.object({ title: z.string().min(1), message: z.string().min(1) });

/** What makes a bot a partner in a conversation: what it is doing, what it suggests, what a thread is called. */
export const surface = [
  method(
    'assistant.threads.setStatus',
    ['assistant:write', 'chat:write'],
    Thread.extend({ status: z.string().default('') }),
    (workspace, { channel_id, thread_ts, status }) => showStatus(workspace, channel_id, thread_ts, status),
  ),
  method(
    'assistant.threads.setTitle',
    ['assistant:write'],
    Thread.extend({ title: z.string() }),
    (workspace, { channel_id, thread_ts, title }) => giveTitle(workspace, channel_id, thread_ts, title),
  ),
  method(
    'assistant.threads.setSuggestedPrompts',
    ['assistant:write'],
    z.object({
      channel_id: z.string(),
      thread_ts: z.string().optional(),
      title: z.string().optional(),
      prompts: json(z.array(Prompt).min(1).max(4)),
    }),
    (workspace, { channel_id, title, prompts }) => {
      const { id } = ownConversation(workspace, channel_id);
      workspace.store.state.prompts[id] = { title: title ?? null, prompts };
      workspace.store.changed();
      return {};
    },
  ),
  method(
    'agents.sessions.setStatus',
    ['assistant:write'],
    Thread.extend({
      status: z.enum(['processing', 'active', 'suspended', 'closed']),
      title: z.string().max(200).optional(),
    }),
    (workspace, { channel_id, thread_ts, status, title }) => {
      if (title !== undefined) giveTitle(workspace, channel_id, thread_ts, title);
      return showStatus(workspace, channel_id, thread_ts, status === 'processing' ? status : '');
    },
  ),
  method(
    'agents.sessions.rename',
    ['assistant:write'],
    Thread.extend({ title: z.string().max(200) }),
    (workspace, { channel_id, thread_ts, title }) => giveTitle(workspace, channel_id, thread_ts, title),
  ),
];

function showStatus(workspace: Workspace, channel: string, threadTs: string, status: string): Record<string, unknown> {
  const key = statusKey(ownConversation(workspace, channel).id, threadTs);
  const { store, clock } = workspace;
  if (status === '') store.status.delete(key);
  else {
    store.status.set(key, status);
    clock.after(STATUS_MS, () => {
      if (store.status.get(key) === status && store.status.delete(key)) store.changed();
    });
  }
  store.changed();
  return {};
}

function giveTitle(workspace: Workspace, channel: string, threadTs: string, title: string): Record<string, unknown> {
  const { id } = conversationOf(workspace, channel);
  workspace.store.state.threadTitles[statusKey(id, threadTs)] = title;
  workspace.store.changed();
  return {};
}
