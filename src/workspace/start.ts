import type { Server } from 'node:http';
import { type Clock, systemClock } from '../calendar/clock.ts';
import { createLog, type Log } from '../log.ts';
import { faultsOf } from '../slack/referee.ts';
import { appFacts } from './app-facts.ts';
import { freshState } from './cast.ts';
import { WorkspaceClock } from './clock.ts';
import type { Delivery } from './delivery.ts';
import { Actor } from './driver.ts';
import { HttpDelivery } from './http-delivery.ts';
import { keepState, readState } from './keeping.ts';
import { listen } from './server.ts';
import type { SeenDatabase } from './sight.ts';
import { SocketDelivery } from './socket-delivery.ts';
import type { State } from './state.ts';
import { Store } from './store.ts';
import { type Referee, type Secrets, Workspace } from './workspace.ts';

export interface WorkspaceOptions {
  /** `manifest.yml`, parsed. Throws a `ZodError` where it lacks what is needed. */
  manifest: unknown;
  /** 0, the default: any free port. */
  port?: number;
  /** Where the state is kept; absent: in memory. */
  folder?: string;
  /** The time before anybody moved it; the host's by default. */
  clock?: Clock;
  /** Where the bot takes signed requests; absent: the bot comes by Socket Mode. */
  botUrl?: string;
  /** Judges what the bot sends; ours by default. */
  referee?: Referee;
  /** What the bot's records stand on. */
  database?: () => SeenDatabase | undefined;
  log?: Log;
}

/** A local workspace that runs. */
export interface RunningWorkspace {
  workspace: Workspace;
  /** `http://localhost:PORT`, where the page is. */
  origin: string;
  /** The base of the Web API, for `SLACK_API_URL`. */
  apiUrl: string;
  secrets: Secrets;
  /** Acts as this person. */
  as(person: string): Actor;
  /** Asks a bot on Socket Mode to connect anew. */
  refreshConnections(): void;
  /** Breaks a bot's Socket Mode connections. */
  cutConnections(): void;
  /** Resolves once the bot has acknowledged everything that it was sent. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const LAST_ANSWERS_MS = 200;

const SECRETS: Secrets = {
  botToken: 'xoxb-local-workspace',
  appToken: 'xapp-local-workspace',
  signingSecret: 'local-workspace-signing-secret',
};

/** Starts a local workspace on this machine. */
export async function startWorkspace(options: WorkspaceOptions): Promise<RunningWorkspace> {
  const log = options.log ?? createLog('warn');
  const app = appFacts(options.manifest);
  const kept = options.folder === undefined ? null : readState(options.folder, log);
  const state = kept ? withBotNamed(kept, app.name) : freshState(app.name);
  const clock = new WorkspaceClock(options.clock ?? systemClock(), state.aheadMs);
  const store = new Store(state, clock);
  const delivery: Delivery =
    options.botUrl === undefined
      ? new SocketDelivery(() => store.changed())
      : new HttpDelivery(options.botUrl, SECRETS.signingSecret);
  const workspace = new Workspace({
    store,
    clock,
    app,
    secrets: SECRETS,
    referee: options.referee ?? faultsOf,
    delivery,
    database: options.database,
  });
  const stopKeeping =
    options.folder === undefined ? () => {} : keepState(options.folder, store, () => clock.ahead, log);
  const server = await listen(workspace, options.port ?? 0, log);
  const socket = delivery instanceof SocketDelivery ? delivery : undefined;
  return {
    workspace,
    origin: workspace.origin.replace('127.0.0.1', 'localhost'),
    apiUrl: `${workspace.origin}/api/`,
    secrets: SECRETS,
    as: (person) => new Actor(workspace, person),
    refreshConnections: () => socket?.refresh(),
    cutConnections: () => socket?.cut(),
    settled: () => workspace.postman.settled(),
    close: async () => {
      clock.stop();
      await delivery.close();
      stopKeeping();
      await endServer(server);
    },
  };
}

/** The manifest may have given the bot another name since. */
function withBotNamed(state: State, name: string): State {
  return { ...state, people: state.people.map((person) => (person.isBot ? { ...person, name } : person)) };
}

/** Lets answers under way arrive; then ends the lines that would stay open for ever. */
async function endServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const patience = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await closed;
  clearTimeout(patience);
}
