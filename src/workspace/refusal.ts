/** What Slack answers with `ok: false`: an error code, and what else it says. */
export class Refusal extends Error {
  override name = 'Refusal';

  constructor(
    readonly code: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

/** A refusal with its reasons one by one, as Slack lists them. */
export const refusalWith = (code: string, messages: readonly string[]) =>
  new Refusal(code, { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } });

/** The refusal that `run` ends in, or null. Any other error is thrown on. */
export function refusalOf(run: () => void): Refusal | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The reasons one by one, of a refusal's `more` or of an answer. */
export function reasonsIn({ response_metadata }: Record<string, unknown>): string[] {
  const { messages } = (response_metadata ?? {}) as { messages?: unknown };
  return Array.isArray(messages) ? messages.map(String) : [];
}
