import type { KnownBlock } from '@slack/types';
import { joinTalk } from '../words/admin.ts';
import type { Language } from '../words/labels.ts';
import { actions, button, fallback, paragraph, person, richText } from './blocks.ts';
import { ADMIN, FormValue } from './record-forms.ts';
import type { Message } from './voice.ts';

export interface ShownRequest {
  id: string;
  user: string;
  /** What the area is called. */
  area: string;
  section: string | null;
  note: string | null;
}

/** What decides a request. `at` tells the buttons of several requests apart. */
export const decisionButtons = (id: string, at: string | number, language: Language) => {
  const words = joinTalk[language];
  const decide = (name: string, label: string, role: 'staff' | 'viewer' | null) => ({
    action: `${ADMIN.decide}.${at}.${name}`,
    label,
    value: FormValue.decision({ id, role }),
  });
  return [
    decide('staff', words.approve, 'staff'),
    decide('viewer', words.asViewer, 'viewer'),
    decide('decline', words.decline, null),
  ];
};

/** Somebody asks to join, for those who may take them in. */
export function requestMessage(request: ShownRequest, name: string, language: Language): Message {
  const words = joinTalk[language];
  const more = [
    ...(request.section === null ? [] : [words.section(request.section)]),
    ...(request.note === null ? [] : [words.note(request.note)]),
  ];
  const blocks: KnownBlock[] = [
    richText(
      paragraph([person(request.user), words.asks(request.area)]),
      ...more.map((line) => paragraph(`\n${line}`)),
    ),
    actions('decide', decisionButtons(request.id, 0, language).map(button)),
  ];
  return { text: fallback(`${name}${words.asks(request.area)}`), blocks };
}
