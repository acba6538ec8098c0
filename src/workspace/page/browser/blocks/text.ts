import type { TextObject } from '@slack/types';
import type { Child } from '../dom.ts';
import { emoji } from './emoji.ts';
import { mrkdwn } from './mrkdwn.ts';

/** Plain text: nothing in it is formatting, but the names of emoji. */
export const plainText = (text: string): string =>
  text.replace(/:([a-z0-9_+'-]+):/g, (source, name: string) => emoji(name) ?? source);

export function textObject(object: TextObject): Child {
  if (object.type === 'mrkdwn') return mrkdwn(object.text);
  return object.emoji === false ? object.text : plainText(object.text);
}
