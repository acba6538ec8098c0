import { type Node, NodeType, parse } from 'slack-message-parser';
import { type Child, h } from '../dom.ts';
import { link } from '../links.ts';
import { formatDate } from '../time.ts';
import { emoji } from './emoji.ts';
import { broadcast, channelMention, userMention } from './mentions.ts';

/** The three characters that Slack keeps escaped. */
export const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? '');

/** Slack's own formatting. Only what the parser knows becomes anything but text. */
export function mrkdwn(text: string): Child {
  // The parser sees a quotation only behind `&gt;`.
  const normal = text.replace(/^>+/gm, (signs) => '&gt;'.repeat(signs.length));
  return parse(normal).children.map(draw);
}

function draw(node: Node): Child {
  switch (node.type) {
    case NodeType.Text:
      return unescaped(node.text);
    case NodeType.Bold:
      return h('strong', null, node.children.map(draw));
    case NodeType.Italic:
      return h('em', null, node.children.map(draw));
    case NodeType.Strike:
      return h('s', null, node.children.map(draw));
    case NodeType.Quote:
      return h('blockquote', null, node.children.map(draw));
    case NodeType.Code:
      return h('code', null, unescaped(node.text));
    case NodeType.PreText:
      return h('pre', null, unescaped(node.text.replace(/^\n/, '')));
    case NodeType.Emoji:
      return emoji(node.name) ?? unescaped(node.source);
    case NodeType.URL:
      return link(unescaped(node.url), node.label ? node.label.map(draw) : unescaped(node.url));
    case NodeType.UserLink:
      return userMention(node.userID);
    case NodeType.ChannelLink:
      return channelMention(node.channelID, labelOf(node.label));
    case NodeType.Command:
      return command(node.name, node.arguments, labelOf(node.label), node.source);
    default:
      return unescaped(node.source);
  }
}

const labelOf = (label: Node[] | undefined): string | undefined =>
  label && unescaped(label.map(({ source }) => source).join(''));

function command(name: string, args: string[], label: string | undefined, source: string): Child {
  if (name === 'here' || name === 'channel' || name === 'everyone') return broadcast(name);
  if (name === 'date' && args[0] && args[1]) return formatDate(args[1], Number(args[0]));
  return label ?? unescaped(source);
}
