import { RespondError } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { instructionFor, slackProblem } from '../../src/slack/errors.ts';
import { RefusedPayload } from '../../src/slack/gate.ts';
import { slackErrorWords } from '../../src/words/slack-errors.ts';

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error } as never);

describe("Slack's error codes become instructions", () => {
  it.each([
    ['invalid_auth', /SLACK_BOT_TOKEN.*xoxb-/],
    ['not_in_channel', /\/invite/],
    ['channel_not_found', /チャンネルID/],
    ['account_inactive', /インストールし直し/],
    ['token_revoked', /インストールし直し/],
    ['not_allowed_token_type', /xapp-/],
    ['expired_trigger_id', /もう一度/],
  ])('%s says what to do', (code, expected) => {
    expect(instructionFor(platform(code), 'ja')).toMatch(expected);
  });

  it('a refused payload is our fault, and is told with its reference', () => {
    const refused = new RefusedPayload('message', [{ pointer: '/text', code: 'no_text', message: '' }]);
    expect(instructionFor(refused, 'ja', 'K7Q2')).toMatch(/不具合.*K7Q2/);
    expect(instructionFor(platform('msg_blocks_too_long'), 'en', 'K7Q2')).toMatch(/fault of the program.*K7Q2/);
  });

  it('a response_url that is used up says to type the command again', () => {
    expect(instructionFor(new RespondError('x', 404), 'ja')).toMatch(/もう一度コマンド/);
  });

  it('sees through what Bolt wraps around an error', () => {
    const wrapped = Object.assign(new Error('wrapped'), { code: 'x', original: platform('is_archived') });
    expect(slackProblem(wrapped)?.code).toBe('is_archived');
  });

  it('says nothing of an error that is none of Slack’s, or of a code without words', () => {
    expect(instructionFor(new Error('x'), 'ja')).toBeUndefined();
    expect(instructionFor(platform('constructor'), 'ja')).toBeUndefined();
    expect(slackProblem(platform('fatal_error'))?.passes).toBe(true);
  });

  it('no instruction is missing or shows a blank where a value is not known', () => {
    for (const words of Object.values(slackErrorWords)) {
      for (const instruction of Object.values(words)) {
        expect(instruction({})).not.toMatch(/undefined|null/);
        expect(instruction({}).length).toBeGreaterThan(10);
      }
    }
  });
});
