import type { WireEntry } from '../../sight.ts';
import { h, type Wanted } from './dom.ts';
import { change, state, words } from './state.ts';
import { clockSeconds } from './time.ts';

/** For developers: what went between the workspace and the bot. The newest stands first. */
export function developerPanel(): Wanted {
  const w = words();
  const shown = state.wire.filter(({ faults }) => !state.faultsOnly || faults.length > 0);
  return h(
    'aside',
    { class: 'side pane wire', key: 'wire', 'aria-label': w.developers },
    h(
      'header',
      { class: 'pane-head with-close' },
      h('h2', null, w.developers),
      h('p', { class: 'quiet' }, w.wireTopic),
      h(
        'button',
        {
          type: 'button',
          class: 'close',
          'aria-label': w.close,
          onclick: () => change({ panel: false }),
        },
        '×',
      ),
    ),
    h(
      'label',
      { class: 'choice wire-filter' },
      h('input', {
        type: 'checkbox',
        checked: state.faultsOnly,
        onchange: () => change({ faultsOnly: !state.faultsOnly }),
      }),
      w.faultsOnly,
    ),
    h(
      'div',
      { class: 'scroll' },
      shown.length === 0 && h('p', { class: 'empty quiet' }, w.nothingOnWire),
      h('ol', { class: 'entries' }, shown.map(line).reverse()),
    ),
  );
}

function line(entry: WireEntry): Wanted {
  const { seq, direction, name, ms, outcome, faults, at, payload } = entry;
  const isFine = faults.length === 0 && (outcome === 'ok' || outcome === 'acknowledged');
  return h(
    'li',
    { key: String(seq) },
    h(
      'details',
      null,
      h(
        'summary',
        null,
        h('span', { class: 'wire-way', title: words().directions[direction] }, direction === 'to-bot' ? '→' : '←'),
        h('span', { class: 'unseen' }, words().directions[direction]),
        h('code', null, name),
        h('span', { class: isFine ? 'quiet' : 'wire-bad' }, outcome),
        h('span', { class: 'quiet number' }, ms === null ? '' : `${Math.round(ms)} ms`),
        h('time', { class: 'quiet' }, clockSeconds(new Date(at))),
      ),
      faults.length > 0 &&
        h(
          'ul',
          { class: 'faults' },
          faults.map((fault) => h('li', null, fault)),
        ),
      h('pre', { tabindex: 0 }, JSON.stringify(payload, null, 2)),
    ),
  );
}

const KEPT = 300;

/** Takes a line of the wire; one that is known already is replaced, since its answer came later. */
export function addEntry(entry: WireEntry): void {
  const others = state.wire.filter(({ seq }) => seq !== entry.seq);
  change({ wire: [...others, entry].sort((a, b) => a.seq - b.seq).slice(-KEPT) });
}
