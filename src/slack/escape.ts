// Text that people or documents wrote, on its way to Slack and from it. In `rich_text` and `plain_text` it is shown as it
// is; in `mrkdwn` and in a message's `text` it must not mention, link or format.

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** For `mrkdwn` and top-level `text`: exactly these three, once, where blocks are built. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What comes from Slack, as the person typed it. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Has no width and is no boundary of a word, so that a sign beside it formats nothing. */
const JOINER = '\u2060';

/** Escaped, and every sign that would format, quote, make an emoji or a link is kept from doing so. */
export function asLetters(text: string): string {
  return escaped(text)
    .replace(/[*_~`]/g, `${JOINER}$&${JOINER}`)
    .replace(/^&gt;/gm, `${JOINER}&gt;`)
    .replace(/(?<!\d):(?=[a-z0-9_+'-]+:)/gi, `:${JOINER}`)
    .replace(/(https?|mailto|ftp):(?=\S)/gi, `$1:${JOINER}`);
}

/** Half a surrogate pair, which no text may hold on the wire, becomes a sign for a lost character. */
export const wellFormed = (text: string): string => text.toWellFormed();

/** At most `most` UTF-16 units, with 「…」 at the end where something was left out. Comes before escaping. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, graphemeBoundary(text, most - 1)).trimEnd()}…`;
}

/** As much as fits into `most` units once escaped: an entity is never cut. */
export function shortenThen(text: string, most: number, form: (text: string) => string = asLetters): string {
  let room = most;
  for (;;) {
    const formed = form(shorten(text, room));
    if (formed.length <= most) return formed;
    room -= Math.max(1, Math.ceil((formed.length - most) / 6));
  }
}

/** In parts of at most `most` units, cut after a line break, else after 。, else between characters. No text is lost. */
export function split(text: string, most = 3_000): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cutBefore(rest, most);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  if (rest.length > 0) parts.push(rest);
  return parts;
}

function cutBefore(text: string, most: number): number {
  const head = text.slice(0, most);
  const line = head.lastIndexOf('\n') + 1;
  if (line > 0) return line;
  const sentence = head.lastIndexOf('。') + 1;
  return sentence > 0 ? sentence : graphemeBoundary(text, most);
}

/** The last boundary between characters at or before `most`; inside one huge character, one between code points. */
function graphemeBoundary(text: string, most: number): number {
  // A character may reach back a long way (an emoji family, stacked accents), so look at a stretch before the cut.
  const from = Math.max(0, most - 200);
  const stretch = graphemes.segment(text.slice(from, most + 200));
  const boundary = from + (stretch.containing(most - from)?.index ?? most - from);
  if (boundary > from) return boundary;
  return /[\uDC00-\uDFFF]/.test(text[most] ?? '') && most > 1 ? most - 1 : most;
}
