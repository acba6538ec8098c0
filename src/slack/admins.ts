import type { WebClient } from '@slack/web-api';
import { errorFields, type Log } from '../log.ts';

const FRESH_MS = 60 * 60_000;

/**
 * The prefecture administrators' user ids: those of TONARI_ADMINS, by id or mail address; until one is named, the
 * administrators of the Slack workspace (rules 4.1).
 */
export class Admins {
  #known: { ids: string[]; until: number } | undefined;

  constructor(
    readonly client: WebClient,
    readonly named: readonly string[],
    readonly log: Log,
  ) {}

  async all(): Promise<string[]> {
    if (this.#known && performance.now() < this.#known.until) return this.#known.ids;
    const ids = this.named.length > 0 ? await this.#byName() : await this.#ofWorkspace();
    if (ids.length > 0) this.#known = { ids, until: performance.now() + FRESH_MS };
    return ids;
  }

  async #byName(): Promise<string[]> {
    const found = await Promise.all(
      this.named.map(async (name) => {
        if (!name.includes('@')) return name;
        try {
          return (await this.client.users.lookupByEmail({ email: name })).user?.id;
        } catch (error) {
          this.log.warn('admins.unknown', errorFields(error));
          return undefined;
        }
      }),
    );
    return found.filter((id) => id !== undefined);
  }

  async #ofWorkspace(): Promise<string[]> {
    const ids: string[] = [];
    for await (const page of this.client.paginate('users.list', { limit: 200 })) {
      const { members = [] } = page as { members?: { id?: string; is_admin?: boolean; deleted?: boolean }[] };
      ids.push(...members.flatMap(({ id, is_admin, deleted }) => (id && is_admin && !deleted ? [id] : [])));
    }
    return ids;
  }
}
