import type { Sight } from '../../sight.ts';
import { announcement } from './announce.ts';
import { conversationPane, homePane } from './conversation.ts';
import { addEntry, developerPanel } from './developer.ts';
import { type Child, h, render } from './dom.ts';
import { forgetClosedForms } from './elements/surface.ts';
import { closeMenu } from './menu.ts';
import { afterForms, confirmDialog, modal } from './modal.ts';
import { readPlace } from './place.ts';
import { chosenPerson, perform, watchAs, watchWire } from './server.ts';
import { sidebar } from './sidebar.ts';
import { change, conversation, drawWith, language, redraw, state, words } from './state.ts';
import { closeThread, threadPane } from './thread.ts';
import { setWorkspaceNow, topBar } from './top.ts';
import { noteVisit, showAwaitedThread } from './visit.ts';
import { welcomePane } from './welcome.ts';

const root = document.getElementById('page') ?? document.body;
let said = '';

function page(): Child[] {
  const w = words();
  if (!state.sight)
    return [h('p', { class: 'empty quiet', role: 'status' }, state.lost ? w.unreachable : w.connecting)];
  return [
    h('a', { class: 'skip', href: '#composer', onclick: toComposer }, w.toComposer),
    topBar(switchTo),
    state.lost && h('div', { class: 'banner', role: 'status' }, w.reconnecting),
    h(
      'div',
      { class: 'frame', key: 'frame' },
      sidebar(),
      state.drawer && h('div', { class: 'shade', onclick: () => change({ drawer: false }) }),
      h('main', { key: 'main' }, mainPane()),
      sidePane(),
      state.panel && developerPanel(),
    ),
    state.problem !== null && state.sight.views.length === 0 && toast(state.problem),
    h('div', { class: 'unseen', key: 'announcer', 'aria-live': 'polite' }, said),
    modal(),
    confirmDialog(),
  ];
}

function mainPane(): Child {
  const { place } = state;
  if (place.at === 'home') return homePane();
  const here = place.at === 'conversation' ? conversation(place.channel) : undefined;
  return here ? conversationPane(here) : welcomePane();
}

function sidePane(): Child {
  const { place } = state;
  if (place.at !== 'conversation' || place.thread === null) return null;
  const here = conversation(place.channel);
  return here ? threadPane(here, place.thread) : null;
}

function toast(problem: string): Child {
  return h(
    'div',
    { class: 'toast', role: 'alert', key: 'toast' },
    problem,
    h(
      'button',
      {
        type: 'button',
        class: 'close',
        'aria-label': words().close,
        onclick: () => change({ problem: null }),
      },
      '×',
    ),
  );
}

function toComposer(event: Event): void {
  event.preventDefault();
  document.getElementById('composer')?.focus();
}

function onSight(sight: Sight): void {
  const news = announcement(state.sight, sight);
  change({ sight, lost: false });
  if (news !== null) said = news;
  setWorkspaceNow(sight.now);
  forgetClosedForms(new Set(sight.views.map(({ id }) => id)));
  showAwaitedThread(sight);
}

function switchTo(person: string): void {
  state.typed.clear();
  state.drafts.clear();
  change({ problem: null, awaiting: null });
  watchAs(person, onSight);
}

let unwatch: (() => void) | null = null;

function followWire(): void {
  if (state.panel && !unwatch) unwatch = watchWire(addEntry);
  if (!state.panel && unwatch) {
    unwatch();
    unwatch = null;
    state.wire = [];
  }
}

drawWith(() => {
  document.documentElement.lang = language();
  render(root, page());
  afterForms();
  followWire();
  noteVisit();
});

addEventListener('popstate', () => change({ place: readPlace(location.hash) }));
addEventListener('visibilitychange', redraw);
document.addEventListener('click', ({ target }) => {
  const inside = target instanceof Element ? target.closest<HTMLElement>('[data-menu]') : null;
  if (state.menu !== null && inside?.dataset.menu !== state.menu) closeMenu();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  const { place } = state;
  if (state.drawer) change({ drawer: false });
  else if (state.problem !== null) change({ problem: null });
  else if (state.panel) change({ panel: false });
  else if (place.at === 'conversation' && place.thread !== null) closeThread(place.channel);
});
// The clock of the page goes on by itself.
setInterval(redraw, 20_000);

redraw();
const person = chosenPerson();
// What only this person could see is gone with the page that showed it.
void perform({ act: 'reload' }, { quiet: true });
watchAs(person, onSight);
