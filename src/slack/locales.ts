import type { Log } from '../log.ts';
import { errorFields } from '../log.ts';
import type { Language } from '../words/labels.ts';

const FRESH_MS = 60 * 60_000;
const MOST = 10_000;

/** In which language each person reads labels: as their Slack says, Japanese where it does not. */
export class Locales {
  readonly #known = new Map<string, { language: Promise<Language>; until: number }>();

  constructor(
    readonly ask: (user: string) => Promise<string | undefined>,
    readonly log: Log,
  ) {}

  of(user: string): Promise<Language> {
    const known = this.#known.get(user);
    if (known && performance.now() < known.until) return known.language;
    if (this.#known.size >= MOST) this.#known.clear();
    const language = this.ask(user).then(
      (locale): Language => (locale === undefined || locale.startsWith('ja') ? 'ja' : 'en'),
      (error): Language => {
        this.log.warn('slack.locale', errorFields(error));
        this.#known.delete(user);
        return 'ja';
      },
    );
    this.#known.set(user, { language, until: performance.now() + FRESH_MS });
    return language;
  }
}
