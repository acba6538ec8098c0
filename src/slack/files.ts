import { type Dispatcher, request } from 'undici';
import type { ChosenFile } from '../forms/typed.ts';
import { ExpectedError } from '../records/expected-error.ts';
import { type FileTrouble, fileTroubleWords } from '../words/slack-files.ts';

// What is in the files that people brought. The bot's token opens them, so it goes to the host of Slack's files and nowhere
// else. Nothing of a file is logged, its name and address neither.

/** The person is told why a file was not fetched; `why` is for the log. */
export class FileNotFetched extends ExpectedError {
  override name = 'FileNotFetched';

  constructor(readonly why: FileTrouble) {
    super(fileTroubleWords[why]);
  }
}

export interface FetchParts {
  token: string;
  /** The Web API that the bot talks to; ends in `/api/`. */
  apiUrl: string;
  dispatcher: Dispatcher;
}

/** A large file over a slow line; nobody waits for it with a form open. */
const TIMEOUT_MS = 30_000;
const REDIRECTIONS = 3;

/** What is in a file. Throws `FileNotFetched`, also where it turns out larger than `most` bytes. */
export async function downloadFile(
  parts: FetchParts,
  { address, size }: Pick<ChosenFile, 'address' | 'size'>,
  most: number,
): Promise<Buffer> {
  if (size > most) throw new FileNotFetched('too-large');
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return passing(() => follow(parts, address, most, signal));
}

/** Errors of the line are told as such. */
async function passing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof FileNotFetched ? error : new FileNotFetched('unreachable');
  }
}

/** Slack may lead on to where its files lie; beyond the host of the files without the token. */
async function follow(
  { token, apiUrl, dispatcher }: FetchParts,
  address: string,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const own = filesOrigin(apiUrl);
  let url = urlIn(address);
  if (url?.origin !== own) throw new FileNotFetched('elsewhere');
  for (let turn = 0; turn <= REDIRECTIONS; turn += 1) {
    const headers = url.origin === own ? { authorization: `Bearer ${token}` } : {};
    const response = await request(url, { headers, dispatcher, signal });
    const { statusCode: status } = response;
    // A body that is given up halfway says so as an error of its own, which nobody else hears.
    response.body.on('error', () => {});
    if (status < 300 || status > 399) return contentOf(response, most);
    response.body.destroy();
    url = leadsTo(response.headers.location, url, own);
  }
  throw new FileNotFetched('sign-in');
}

function leadsTo(location: unknown, from: URL, own: string): URL {
  const to = typeof location === 'string' ? urlIn(location, from) : null;
  if (!to || !(to.origin === own || isSlacks(to))) throw new FileNotFetched('elsewhere');
  return to;
}

async function contentOf(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  most: number,
): Promise<Buffer> {
  const trouble = troubleOf(
    status,
    String(headers['content-type'] ?? ''),
    Number(headers['content-length'] ?? 0),
    most,
  );
  if (trouble) {
    body.destroy();
    throw new FileNotFetched(trouble);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw new FileNotFetched('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Without the scope Slack answers with the page to sign in at, and a status of success (reported). */
function troubleOf(status: number, type: string, length: number, most: number): FileTrouble | null {
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return 'sign-in';
  if (status !== 200) return 'unreachable';
  if (/^text\/html\b/i.test(type)) return 'sign-in';
  return length > most ? 'too-large' : null;
}

const SLACKS = ['slack.com', 'slack-gov.com'];

/** Where files are fetched that this Web API tells of: Slack's host of files, or a local workspace itself. */
function filesOrigin(apiUrl: string): string {
  const { protocol, hostname, origin } = new URL(apiUrl);
  return protocol === 'https:' && SLACKS.includes(hostname) ? `https://files.${hostname}` : origin;
}

const isSlacks = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' && [...SLACKS, 'slack-edge.com'].some((host) => hostname.endsWith(`.${host}`));

function urlIn(address: string, base?: URL): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
