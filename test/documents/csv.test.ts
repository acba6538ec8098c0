import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { asShiftJis, asUtf8, csvText } from '../../src/documents/csv.ts';

describe('a table for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', ' =1', '\t=1', "'=1", '－2'])('executes nothing: %j', (cell) => {
    expect(csvText([[cell]])).toMatch(/^"'/);
  });

  it('leaves other text as it is, quotes doubled and line breaks folded', () => {
    expect(csvText([['津市', '「ACP」 "x", y', 'a\r\nb\n\nc', '']])).toBe('"津市","「ACP」 ""x"", y","a b c",""\r\n');
  });

  it('has the mark of UTF-8', () => {
    expect([...asUtf8('あ').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('is read back from Shift_JIS, with signs that it has under another number, and 〓 for what it lacks', () => {
    const read = (text: string) =>
      Encoding.codeToString(Encoding.convert([...asShiftJis(text)], { to: 'UNICODE', from: 'SJIS' }));
    expect(read('髙橋①ｱ〜—、A\u00a0B')).toBe('髙橋①ｱ～―、A B');
    expect(read('😀𠮷한')).toBe('〓〓〓');
    expect([...asShiftJis('あ')]).toEqual([0x82, 0xa0]);
  });
});
