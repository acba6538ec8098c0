import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { type Child, h } from '../dom.ts';
import { link } from '../links.ts';
import { plainText } from './text.ts';

/** A `markdown` block. Its tokens become elements; HTML in it stays the text that it is. */
export function markdown(text: string): Child {
  return h('div', { class: 'markdown-text' }, lexer(text, { gfm: true }).map(draw));
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: '\u00a0' };
const decoded = (text: string) =>
  plainText(text.replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (source, name: string) => ENTITIES[name] ?? source));

const inside = ({ tokens, text }: { tokens?: Token[]; text?: string }): Child =>
  tokens ? tokens.map(draw) : decoded(text ?? '');

function draw(token: Token): Child {
  const known = token as MarkedToken;
  switch (known.type) {
    case 'heading':
      return h(`h${Math.min(6, known.depth + 2)}`, null, inside(known));
    case 'paragraph':
      return h('p', null, inside(known));
    case 'text':
      return inside(known);
    case 'strong':
      return h('strong', null, inside(known));
    case 'em':
      return h('em', null, inside(known));
    case 'del':
      return h('s', null, inside(known));
    case 'codespan':
      return h('code', null, known.text);
    case 'code':
      return h('pre', null, known.text);
    case 'blockquote':
      return h('blockquote', null, inside(known));
    case 'br':
      return h('br', null);
    case 'hr':
      return h('hr', null);
    case 'link':
      return link(known.href, inside(known));
    case 'image':
      return link(known.href, known.text || known.href);
    case 'list':
      return list(known);
    case 'table':
      return table(known);
    case 'checkbox':
      return known.checked ? '☑ ' : '☐ ';
    case 'escape':
      return known.text;
    case 'space':
    case 'def':
      return null;
    default:
      return token.raw;
  }
}

function list({ ordered, start, items }: Tokens.List): Child {
  return h(
    ordered ? 'ol' : 'ul',
    { start: ordered && start !== '' ? start : undefined },
    items.map((item) => h('li', null, item.tokens.map(draw))),
  );
}

function table({ header, rows }: Tokens.Table): Child {
  const cells = (tag: string, row: Tokens.TableCell[]) =>
    row.map((cell) => h(tag, { class: cell.align ? `align-${cell.align}` : null }, inside(cell)));
  return h(
    'div',
    { class: 'table-frame', tabindex: 0 },
    h(
      'table',
      null,
      h('thead', null, h('tr', null, cells('th', header))),
      h(
        'tbody',
        null,
        rows.map((row) => h('tr', null, cells('td', row))),
      ),
    ),
  );
}
