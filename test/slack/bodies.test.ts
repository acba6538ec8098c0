import { describe, expect, it } from 'vitest';
import { submissionKey, ViewBody } from '../../src/slack/bodies.ts';

const sent = (memo: string, id = 'V1') =>
  ViewBody.parse({
    user: { id: 'U1' },
    team: { id: 'T1' },
    view: { id, state: { values: { memo: { memo: { type: 'plain_text_input', value: memo } } } } },
  });

describe('a form that was sent', () => {
  it('has the same key each time Slack brings it', () => {
    expect(submissionKey(sent('雨天のため中止'))).toBe(submissionKey(sent('雨天のため中止')));
  });

  it('is another submission once something in it was changed, or from another view', () => {
    const key = submissionKey(sent('雨天のため中止'));
    expect(submissionKey(sent('雨天のため延期'))).not.toBe(key);
    expect(submissionKey(sent('雨天のため中止', 'V2'))).not.toBe(key);
  });

  it('has a key that does not hold what was typed', () => {
    expect(submissionKey(sent('雨天のため中止'))).not.toContain('雨天');
  });
});
