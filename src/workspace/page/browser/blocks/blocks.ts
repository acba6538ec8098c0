import type { CardBlock, ContainerBlock, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import { type Child, h, type Wanted } from '../dom.ts';
import { feedbackButtons, iconButton } from '../elements/buttons.ts';
import { elementAt, unknownBox } from '../elements/element.ts';
import { type Spot, type Surface, spotId } from '../elements/surface.ts';
import { link } from '../links.ts';
import { change, state, words } from '../state.ts';
import { image } from './image.ts';
import { markdown } from './markdown.ts';
import { mrkdwn } from './mrkdwn.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './table.ts';
import { plainText, textObject } from './text.ts';

/** All blocks of a message, a form or Home. */
export function blocks(surface: Surface, list: readonly KnownBlock[]): Wanted {
  return h(
    'div',
    { class: 'blocks' },
    list.map((block, at) => {
      const id = block.block_id ?? String(at);
      return h('div', { class: `block ${block.type}`, key: `${block.type}-${id}` }, drawn(surface, block, id));
    }),
  );
}

/** One block. What is not known is shown as a labelled box, never lost. */
function drawn(surface: Surface, block: KnownBlock, blockId: string): Child {
  switch (block.type) {
    case 'section':
      return section(surface, block, blockId);
    case 'header':
      return h('h3', null, plainText(block.text.text));
    case 'context':
      return block.elements.map((element) =>
        element.type === 'image' ? image(element, surface.files, true) : h('span', null, textObject(element)),
      );
    case 'divider':
      return h('hr', null);
    case 'actions':
      return block.elements.map((element, at) =>
        h('div', { key: `${element.type}-${element.action_id ?? at}` }, elementAt({ surface, blockId, element })),
      );
    case 'context_actions':
      return block.elements.map((element) =>
        element.type === 'feedback_buttons'
          ? feedbackButtons(surface, blockId, element)
          : iconButton(surface, blockId, element),
      );
    case 'input':
      return input(surface, block, blockId);
    case 'image':
      return image(block, surface.files);
    case 'rich_text':
      return richText(block);
    case 'markdown':
      return markdown(block.text);
    case 'table':
      return table(block);
    case 'data_table':
      return dataTable(block, `${surface.id}|${blockId}`);
    case 'alert':
      return h('div', { class: `alert-box ${block.level ?? 'default'}`, role: 'note' }, textObject(block.text));
    case 'card':
      return card(surface, block, blockId);
    case 'carousel':
      return h(
        'div',
        { class: 'cards', tabindex: 0 },
        block.elements.map((each) => card(surface, each, blockId)),
      );
    case 'container':
      return container(surface, block, blockId);
    case 'task_card':
      return [
        h('strong', null, `${words().taskStates[block.status]}: ${block.title}`),
        block.details && richText(block.details),
        block.output && richText(block.output),
      ];
    case 'plan':
      return [h('strong', null, block.title), blocks(surface, (block.tasks ?? []) as KnownBlock[])];
    case 'video':
      return link(block.title_url ?? block.video_url, plainText(block.title.text));
    default:
      return unknownBox((block as { type: string }).type, block);
  }
}

function section(surface: Surface, { text, fields, accessory }: SectionBlock, blockId: string): Child {
  return [
    h(
      'div',
      { class: 'section-main' },
      text && h('div', { class: 'section-text', id: `${surface.id}-${blockId}-text` }, textObject(text)),
      fields &&
        h(
          'div',
          { class: 'fields' },
          fields.map((field) => h('div', null, textObject(field))),
        ),
    ),
    accessory &&
      h(
        'div',
        { class: 'accessory' },
        accessory.type === 'image'
          ? image(accessory, surface.files, true)
          : elementAt({ surface, blockId, element: accessory }),
      ),
  ];
}

const GROUPS = new Set(['checkboxes', 'radio_buttons']);

function input(surface: Surface, block: InputBlock, blockId: string): Child {
  const { element } = block;
  const plain: Spot = { surface, blockId, element };
  const id = spotId(plain);
  const error = surface.errors[blockId];
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const spot: Spot = {
    ...plain,
    isField: true,
    dispatches: block.dispatch_action ?? false,
    labelledBy: `${id}-label`,
    describedBy: described === '' ? undefined : described,
  };
  return [
    h(
      GROUPS.has(element.type) ? 'div' : 'label',
      { class: 'label', id: `${id}-label`, for: GROUPS.has(element.type) ? null : id },
      plainText(block.label.text),
      block.optional && h('span', { class: 'quiet' }, ` ${words().optional}`),
    ),
    elementAt(spot),
    error && h('div', { class: 'field-error', id: `${id}-error` }, error),
    block.hint && h('div', { class: 'quiet hint', id: `${id}-hint` }, plainText(block.hint.text)),
  ];
}

function card(
  surface: Surface,
  { hero_image: hero, icon, title, subtitle, body, actions }: CardBlock,
  blockId: string,
) {
  return h(
    'div',
    { class: 'card-box' },
    hero && image(hero, surface.files),
    icon && image(icon, surface.files, true),
    title && h('strong', { class: 'line' }, mrkdwn(title.text)),
    subtitle && h('span', { class: 'quiet line' }, mrkdwn(subtitle.text)),
    body && h('p', null, mrkdwn(body.text)),
    actions &&
      h(
        'div',
        { class: 'actions' },
        actions.map((element) => elementAt({ surface, blockId, element })),
      ),
  );
}

function container(surface: Surface, block: ContainerBlock, blockId: string): Child {
  const key = `${surface.id}|${blockId}`;
  const isTurned = state.unfolded.has(key);
  const isOpen = !block.is_collapsible || isTurned === (block.default_collapsed ?? false);
  const title = block.rich_text_title ? richText(block.rich_text_title) : plainText(block.title?.text ?? '');
  const turn = () => change(() => state.unfolded.delete(key) || state.unfolded.add(key));
  return h(
    'section',
    { class: 'container-box' },
    block.is_collapsible
      ? h('button', { type: 'button', class: 'fold', 'aria-expanded': isOpen, onclick: turn }, title)
      : h('strong', null, title),
    block.subtitle && h('div', { class: 'quiet' }, textObject(block.subtitle)),
    isOpen && blocks(surface, block.child_blocks),
  );
}
