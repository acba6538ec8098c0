import type { Readable } from 'node:stream';

/**
 * The lines of a stream, without their ends. Only line feeds part them: JSON may hold other separators. Ends early,
 * without an error, when `stop` says so.
 */
export async function* lines(input: Readable, stop?: AbortSignal): AsyncGenerator<string> {
  const end = () => input.destroy();
  if (stop?.aborted) return;
  stop?.addEventListener('abort', end, { once: true });
  input.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of input) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        yield part.replace(/\r$/, '');
        if (stop?.aborted) return;
      }
    }
    if (rest !== '') yield rest.replace(/\r$/, '');
  } catch (error) {
    if (!stop?.aborted) throw error;
  } finally {
    stop?.removeEventListener('abort', end);
  }
}
