// What people write in Slack: Slack's own signs undone, nothing in it that a database or a reader trips over.

const MENTION = /<[@!][^>]*>/g;
const CHANNEL = /<#[A-Z0-9]+(?:\|([^>]*))?>/g;
const LINK = /<(?:https?:\/\/|mailto:)[^|>]*(?:\|([^>]*))?>/g;
/** Marks that turn the direction of writing, and characters without width. */
const UNSEEN = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const LONGEST = 12_000;

/** Slack's name of an emoji (`:pray:`), which is how one arrives; not the minutes of 「10:30:」. */
const EMOJI = /(?<![\p{L}\p{N}]):[a-z0-9_+'-]+:/gu;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** The question in a message, without emoji; '' where it holds no letter and no digit. */
export function questionText(text: string): string {
  const question = writtenText(text).replace(EMOJI, ' ').trim();
  return SAYS_SOMETHING.test(question) ? question : '';
}

/** What somebody wrote: without mentions, with links and channels by their names. */
export function writtenText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(LINK, (_all, label: string | undefined) => ` ${label ?? ''} `)
    .replace(CHANNEL, (_all, name: string | undefined) => ` ${name ?? ''} `)
    .replace(MENTION, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(UNSEEN, '')
    .replace(HALF, '')
    .replace(/[\p{Cc} ]+/gu, ' ')
    .trim();
}
