import type { FileInput } from '@slack/types';
import type { Act } from '../../../acts.ts';
import { h, type Wanted } from '../dom.ts';
import { perform } from '../server.ts';
import { state, words } from '../state.ts';
import { type Spot, spotId, spotKey, stateOf } from './surface.ts';

type FileSpot = Spot<FileInput>;
type Held = { id: string; name: string; size: number };

/** What is larger than this is refused anyway: the workspace is told of it without what is in it. */
const SENT = 10 * 1024 * 1024;

/** A chooser of files, and those that were brought. The workspace holds them, and says what it does not take. */
export function fileField(spot: FileSpot): Wanted {
  const { element } = spot;
  const held = (stateOf(spot).files ?? []) as Held[];
  const id = spotId(spot);
  const isBusy = state.busy.has(spotKey(spot));
  return h(
    'div',
    { class: 'files' },
    held.length > 0 &&
      h(
        'ul',
        { class: 'chips', key: 'held' },
        held.map((file) => chip(spot, file)),
      ),
    h(
      'button',
      {
        id,
        key: 'choose',
        type: 'button',
        class: 'button',
        'aria-labelledby': `${spot.labelledBy} ${id}`,
        'aria-describedby': spot.describedBy,
        'aria-invalid': spot.surface.errors[spot.blockId] ? true : undefined,
        'aria-busy': isBusy ? true : undefined,
        onclick: (event: Event) => ((event.currentTarget as Element).nextElementSibling as HTMLInputElement).click(),
      },
      words().chooseFiles,
    ),
    // The browser's own would speak the browser's language, and say that nothing is chosen.
    h('input', {
      key: 'chooser',
      type: 'file',
      hidden: true,
      multiple: (element.max_files ?? 2) > 1,
      accept: element.filetypes?.map((type) => `.${type}`).join(','),
      onchange: (event: Event) => {
        const chooser = event.currentTarget as HTMLInputElement;
        const chosen = [...(chooser.files ?? [])];
        // So that the same file can be chosen again.
        chooser.value = '';
        void bring(spot, chosen);
      },
    }),
    isBusy && h('span', { class: 'quiet', role: 'status' }, words().sending),
  );
}

function chip(spot: FileSpot, { id, name, size }: Held): Wanted {
  const fileId = id;
  return h(
    'li',
    { key: id, class: 'chip' },
    `${name} (${kilobytes(size)})`,
    h(
      'button',
      {
        type: 'button',
        class: 'chip-out',
        'aria-label': words().takeOut(name),
        onclick: () => {
          const at = placeOf(spot);
          if (at) void perform({ act: 'detach', ...at, fileId }, { quiet: true });
        },
      },
      '×',
    ),
  );
}

const kilobytes = (size: number) => `${Math.max(1, Math.ceil(size / 1024)).toLocaleString('en')} KB`;

/** One after the other, so that the workspace counts them right; the first that is not taken ends it. */
async function bring(spot: FileSpot, chosen: readonly File[]): Promise<void> {
  for (const file of chosen) {
    const act = await actFor(spot, file);
    const result = act && (await perform(act, { busy: spotKey(spot), quiet: true }));
    if (!result?.ok) return;
  }
}

async function actFor(spot: FileSpot, file: File): Promise<Act | null> {
  const at = placeOf(spot);
  const content = file.size > SENT ? null : file.size === 0 ? '' : await base64(file);
  return at && { act: 'attach', ...at, name: file.name, size: file.size, content };
}

function placeOf({ surface: { on }, blockId, element }: FileSpot) {
  return on.in === 'view' ? { viewId: on.viewId, blockId, actionId: element.action_id ?? '' } : null;
}

/** Null where the file cannot be read any more. */
const base64 = (file: File): Promise<string | null> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
