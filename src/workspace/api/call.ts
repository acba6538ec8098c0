import { Refusal, reasonsIn } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { marks } from './marks.ts';
import { type Method, parsed } from './method.ts';
import { people } from './people.ts';
import { scheduled } from './scheduled.ts';
import { session } from './session.ts';
import { streams } from './streams.ts';
import { surface } from './surface.ts';
import { views } from './views.ts';

const METHODS: ReadonlyMap<string, Method> = new Map(
  [session, people, chat, streams, scheduled, conversations, views, surface, files, marks]
    .flat()
    .map((method) => [method.name, method]),
);

export type Answer = { ok: boolean; error?: string } & Record<string, unknown>;

/** Carries out one call of the Web API, as Slack does: what cannot be done is an answer too. */
export function callMethod(
  workspace: Workspace,
  name: string,
  token: string | undefined,
  args: Record<string, unknown>,
): Answer {
  const began = performance.now();
  const answer = answerTo(workspace, name, token, args);
  workspace.wire.note({
    direction: 'from-bot',
    name,
    ms: Math.round((performance.now() - began) * 10) / 10,
    outcome: answer.ok ? 'ok' : (answer.error ?? ''),
    payload: readable(args),
    faults: reasonsIn(answer),
  });
  return answer;
}

function answerTo(
  workspace: Workspace,
  name: string,
  token: string | undefined,
  args: Record<string, unknown>,
): Answer {
  try {
    const method = METHODS.get(name);
    if (!method) throw new Refusal('unknown_method', { req_method: name });
    checkToken(workspace, method, token);
    checkScopes(workspace, method);
    return { ok: true, ...method.call(workspace, args) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.code, ...error.more };
    throw error;
  }
}

function checkToken({ secrets }: Workspace, method: Method, token: string | undefined): void {
  if (method.token === 'any') return;
  if (!token) throw new Refusal('not_authed');
  if (token !== secrets.botToken && token !== secrets.appToken) throw new Refusal('invalid_auth');
  if (token !== (method.token === 'app' ? secrets.appToken : secrets.botToken)) {
    throw new Refusal('not_allowed_token_type');
  }
}

function checkScopes({ app }: Workspace, { scopes }: Method): void {
  if (scopes.length === 0 || scopes.some((scope) => app.scopes.includes(scope))) return;
  throw new Refusal('missing_scope', { needed: scopes[0], provided: app.scopes.join(',') });
}

/** What came as JSON inside of a form, as it was meant; for those who read the wire. */
const readable = (args: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string' && /^[[{]/.test(value) ? parsed(value) : value,
    ]),
  );
