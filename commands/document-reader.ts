import { readDocument } from '../src/documents/reading/read-document.ts';
import { understand } from '../src/documents/reading/understand.ts';
import type { ChosenFile } from '../src/forms/typed.ts';
import { ExpectedError } from '../src/records/expected-error.ts';
import type { DocumentKind, Understood } from '../src/records/understood.ts';
import { digestOf } from '../src/registry/documents/import-document.ts';
import type { Sitting } from '../src/registry/documents/sittings.ts';
import { documentTalk } from '../src/words/document-talk.ts';

/** So many imports under way are remembered; of any other the files are fetched and read again. */
const REMEMBERED = 8;

/** Fetches files from Slack and reads them. What they say is in memory only, and only for a while. */
export class DocumentReader {
  readonly #remembered = new Map<string, readonly Understood[]>();

  constructor(readonly fetchFile: (file: ChosenFile) => Promise<Buffer>) {}

  /** Throws `ExpectedError` where it cannot be fetched or read. */
  async read(kind: DocumentKind, file: ChosenFile): Promise<{ understood: Understood; digest: string }> {
    const bytes = await this.fetchFile(file);
    return { understood: understand(kind, await readDocument(file.name, bytes)), digest: digestOf(bytes) };
  }

  remember(sitting: string, documents: readonly Understood[]): void {
    this.#remembered.delete(sitting);
    this.#remembered.set(sitting, documents);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
  }

  forget(sitting: string): void {
    this.#remembered.delete(sitting);
  }

  /** The documents of a sitting, the very ones that the person saw. */
  async again({ id, kind, files }: Sitting): Promise<readonly Understood[]> {
    const remembered = this.#remembered.get(id);
    if (remembered) return remembered;
    const documents: Understood[] = [];
    for (const file of files) {
      const { understood, digest } = await this.read(kind, file);
      if (digest !== file.digest) throw changed(file.name);
      documents.push(understood);
    }
    this.remember(id, documents);
    return documents;
  }
}

const changed = (name: string): ExpectedError =>
  new ExpectedError({ ja: documentTalk.ja.changedFile(name), en: documentTalk.en.changedFile(name) });
