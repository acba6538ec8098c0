import { RespondError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Language } from '../words/labels.ts';
import { type ErrorCase, type KnownSlackError, slackErrorWords } from '../words/slack-errors.ts';
import { RefusedPayload } from './gate.ts';

// What went wrong between us and Slack, in words that say what to do.

export interface SlackProblem extends ErrorCase {
  /** Slack's own code where it gave one; it may be one that we have no words for. */
  code: string;
  /** A repetition later may succeed. */
  passes: boolean;
}

const PASSING = new Set([
  'ratelimited',
  'service_unavailable',
  'internal_error',
  'fatal_error',
  'request_timeout',
  'team_added_to_org',
]);

/** `undefined`: the error is none of Slack's. */
export function slackProblem(error: unknown): SlackProblem | undefined {
  const known = codeOf(error);
  return known ? { ...known, passes: PASSING.has(known.code) } : undefined;
}

function codeOf(error: unknown): Omit<SlackProblem, 'passes'> | undefined {
  if (error instanceof RefusedPayload) return { code: 'invalid_blocks' };
  if (error instanceof WebAPIRateLimitedError) return { code: 'ratelimited', seconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError) {
    const { error: code, needed } = error.data as { error?: unknown; needed?: unknown };
    return { code: String(code), needed: typeof needed === 'string' ? needed : undefined };
  }
  if (error instanceof WebAPIHTTPError)
    return { code: error.statusCode === 429 ? 'ratelimited' : 'service_unavailable' };
  if (error instanceof WebAPIRequestError) return codeOf(error.original) ?? { code: 'service_unavailable' };
  if (error instanceof RespondError) return { code: respondCode(error.statusCode) };
  // Bolt wraps what a listener threw.
  const { original, originals } = (error ?? {}) as { original?: unknown; originals?: unknown[] };
  const inner = original ?? originals?.[0];
  return inner === undefined ? undefined : codeOf(inner);
}

/** A `response_url` that has expired or was used five times answers 404 (also 410). */
const respondCode = (status: number) =>
  status === 429 ? 'ratelimited' : status >= 500 ? 'service_unavailable' : 'expired_url';

/** What the person, or the administrator at the start, can do about it; `undefined` where we cannot say. */
export function instructionFor(error: unknown, language: Language, reference?: string): string | undefined {
  const problem = slackProblem(error);
  if (!problem || !isKnown(problem.code)) return undefined;
  return slackErrorWords[language][problem.code]({ ...problem, reference });
}

const isKnown = (code: string): code is KnownSlackError => Object.hasOwn(slackErrorWords.ja, code);
