import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { type Child, h, type Wanted } from '../dom.ts';
import { link } from '../links.ts';
import { formatDate } from '../time.ts';
import { emoji } from './emoji.ts';
import { broadcast, channelMention, userMention } from './mentions.ts';

/** Formatted text whose parts are data: nothing in it is parsed. */
export function richText({ elements }: RichTextBlock): Wanted {
  return h('div', { class: 'rich-text' }, listsJoined(elements).map(part));
}

type Part =
  | RichTextBlockElement
  | { type: 'lists'; lists: Extract<RichTextBlockElement, { type: 'rich_text_list' }>[] };

/** Lists that follow one another are levels of one. */
function listsJoined(elements: RichTextBlockElement[]): Part[] {
  const parts: Part[] = [];
  for (const element of elements) {
    const last = parts.at(-1);
    if (element.type !== 'rich_text_list') parts.push(element);
    else if (last?.type === 'lists') last.lists.push(element);
    else parts.push({ type: 'lists', lists: [element] });
  }
  return parts;
}

function part(element: Part): Child {
  switch (element.type) {
    case 'rich_text_section':
      return h('div', { class: 'section-text' }, element.elements.map(inline));
    case 'rich_text_quote':
      return h('blockquote', null, element.elements.map(inline));
    case 'rich_text_preformatted':
      return h('pre', null, element.elements.map(inline));
    case 'lists':
      return element.lists.map((list) =>
        h(
          list.style === 'ordered' ? 'ol' : 'ul',
          { class: `indent-${list.indent ?? 0}`, start: offsetOf(list) },
          list.elements.map((item) => h('li', null, item.elements.map(inline))),
        ),
      );
    default:
      return JSON.stringify(element);
  }
}

const offsetOf = (list: object): number | undefined =>
  'offset' in list && typeof list.offset === 'number' ? list.offset + 1 : undefined;

function inline(element: RichTextElement): Child {
  return styled(element, content(element));
}

function content(element: RichTextElement): Child {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return link(element.url, element.text ?? element.url);
    case 'user':
      return userMention(element.user_id);
    case 'channel':
      return channelMention(element.channel_id);
    case 'usergroup':
      return h('span', { class: 'mention' }, `@${element.usergroup_id}`);
    case 'team':
      return h('span', { class: 'mention' }, `@${element.team_id}`);
    case 'broadcast':
      return broadcast(element.range);
    case 'emoji':
      return emoji(element.name) ?? `:${element.name}:`;
    case 'date': {
      const text = formatDate(element.format, element.timestamp);
      return element.url ? link(element.url, text) : text;
    }
    case 'color':
      return h('code', null, element.value);
    default:
      return JSON.stringify(element);
  }
}

function styled(element: RichTextElement, inside: Child): Child {
  const style = element.style ?? {};
  let drawn = inside;
  if (style.code) drawn = h('code', null, drawn);
  if ('underline' in style && style.underline) drawn = h('u', null, drawn);
  if (style.strike) drawn = h('s', null, drawn);
  if (style.italic) drawn = h('em', null, drawn);
  if (style.bold) drawn = h('strong', null, drawn);
  return drawn;
}
