import { avatar, house } from './avatar.ts';
import { h, type Wanted } from './dom.ts';
import { menu } from './menu.ts';
import { perform } from './server.ts';
import { change, language, state, words } from './state.ts';
import { clockTime, dayName, untilNine } from './time.ts';

const HOUR = 3_600_000;
let ahead = 0;

/** The workspace's clock, which can stand ahead of the host's. */
export const workspaceNow = (): Date => new Date(Date.now() + ahead);
export function setWorkspaceNow(iso: string): void {
  ahead = Date.parse(iso) - Date.now();
}

/** The bar at the head: where this is, the clock, the language, who one is. */
export function topBar(switchTo: (person: string) => void): Wanted {
  const w = words();
  return h(
    'header',
    { class: 'top' },
    h(
      'button',
      {
        type: 'button',
        class: 'plain-button drawer-button',
        'aria-label': w.places,
        'aria-expanded': state.drawer,
        'aria-controls': 'sidebar',
        onclick: () => change({ drawer: !state.drawer }),
      },
      '☰',
    ),
    h(
      'span',
      { class: 'brand' },
      house(),
      h('span', { class: 'brand-name' }, w.title),
      h('span', { class: 'quiet wide-only' }, w.subtitle),
    ),
    h('span', { class: 'grow' }),
    clock(),
    languageButton(),
    h(
      'button',
      {
        type: 'button',
        class: 'plain-button wide-only',
        'aria-pressed': state.panel,
        onclick: () => change({ panel: !state.panel }),
      },
      w.developers,
    ),
    people(switchTo),
  );
}

function clock(): Wanted {
  const w = words();
  const now = workspaceNow();
  const advance = (ms: number) => () => void perform({ act: 'advance', ms });
  return menu(
    'clock',
    {
      label: h(
        'time',
        { datetime: now.toISOString() },
        h('span', { class: 'wide-only' }, dayName(now)),
        ' ',
        clockTime(now),
      ),
      name: w.clock(dayName(now), clockTime(now)),
    },
    [
      { key: 'hour', label: w.anHourLater, onPick: advance(HOUR) },
      { key: 'day', label: w.aDayLater, onPick: advance(24 * HOUR) },
      { key: 'nine', label: w.nextNine, onPick: () => advance(Math.max(1, untilNine(workspaceNow())))() },
    ],
  );
}

function languageButton(): Wanted {
  const locale = language() === 'ja' ? 'en-US' : 'ja-JP';
  return h(
    'button',
    {
      type: 'button',
      class: 'plain-button',
      lang: language() === 'ja' ? 'en' : 'ja',
      'aria-label': words().otherLanguageName,
      onclick: () => void perform({ act: 'set-locale', locale }),
    },
    words().otherLanguage,
  );
}

function people(switchTo: (person: string) => void): Wanted {
  const w = words();
  const { me, people: all = [] } = state.sight ?? {};
  return menu(
    'people',
    {
      label: [avatar(me?.id ?? '', me?.name ?? '?'), h('span', { class: 'wide-only' }, me?.name ?? '')],
      name: w.youAre(me?.name ?? ''),
    },
    all.map(({ id, name, title, deleted }) => ({
      key: id,
      isCurrent: id === me?.id,
      label: [
        avatar(id, name),
        h('span', null, name, deleted && ` ${w.deactivated}`, h('span', { class: 'quiet line' }, title)),
      ],
      onPick: () => switchTo(id),
    })),
  );
}
