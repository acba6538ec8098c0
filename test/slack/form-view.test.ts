import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../src/forms/sheet.ts';
import { formView, partMessages } from '../../src/slack/form-view.ts';
import { faultsOf } from '../../src/slack/referee.ts';

/** Falls into more parts than its length asks for: short lines and sentences before one that nothing divides. */
const UNEVEN = [
  `一行目\n一文。${'あ'.repeat(2_985)}`,
  `${'短い\n'.repeat(3)}${'い'.repeat(2_899)}\n${'う'.repeat(2_899)}\n${'え'.repeat(2_899)}\n終わり`,
];

const said = (text: string): Part => ({ kind: 'said', text });
const textOf = (blocks: readonly KnownBlock[]) =>
  blocks.map((block) => (block.type === 'section' ? (block.text?.text ?? '') : '')).join('');
const squeezed = (text: string) => text.replace(/\s/g, '');

describe('what a form says', () => {
  it.each(UNEVEN)('is shown to its end, however unevenly its lines fall (3.4)', (text) => {
    const view = formView({ title: '記録', submit: null, close: '閉じる', parts: [said(text)], state: null });
    expect(faultsOf('modal', view)).toEqual([]);
    expect(squeezed(textOf(view.blocks as KnownBlock[]))).toBe(squeezed(text));
  });

  it.each(UNEVEN)('is told to its end by direct message, where the form is not there any more', (text) => {
    const messages = partMessages([said(text)], '保存していません');
    expect(messages.flatMap((message) => faultsOf('message', message))).toEqual([]);
    expect(squeezed(messages.map(({ blocks = [] }) => textOf(blocks as KnownBlock[])).join(''))).toBe(squeezed(text));
  });
});
