import type { Part } from '../src/forms/sheet.ts';
import { split } from '../src/slack/escape.ts';
import { FORM, FormValue, type Whole } from '../src/slack/record-forms.ts';
import { formWords } from '../src/words/forms.ts';
import type { Language } from '../src/words/labels.ts';

/** Below the limit of a text, with room for a character that must not be cut. */
const PART = 2_900;
/** Parts on a page. */
const PARTS = 5;

/** One page of a text that no input holds: nothing of it is lost, and no character is cut in two (rules 3.4). */
export function wholeParts(text: string, label: string, whole: Whole, language: Language): Part[] {
  const words = formWords[language];
  const all = split(text, PART);
  const pages = Math.max(1, Math.ceil(all.length / PARTS));
  const page = Math.min(whole.page, pages);
  const turn = (to: number, name: string) => ({
    action: `${FORM.whole}.${to}`,
    label: name,
    value: FormValue.whole({ ...whole, page: to }),
  });
  const buttons = [
    ...(page > 1 ? [turn(page - 1, words.before)] : []),
    ...(page < pages ? [turn(page + 1, words.further)] : []),
  ];
  return [
    { kind: 'heading', text: words.partOf(label, page, pages) },
    ...all.slice((page - 1) * PARTS, page * PARTS).map((part): Part => ({ kind: 'said', text: part })),
    ...(buttons.length > 0 ? ([{ kind: 'buttons', name: 'pages', buttons }] satisfies Part[]) : []),
  ];
}
