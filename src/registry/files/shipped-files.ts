import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { LexiconFile } from '../../records/lexicon.ts';
import { ShippedArea, ShippedDocument, ShippedSheet, ShippedSource, ShippedTool } from '../../records/shipped.ts';

export const SHIPPED_FOLDER = fileURLToPath(new URL('../../../prisma/data', import.meta.url));

/** A shipped file that cannot be read as it stands; each problem names file and line. */
export class ShippedDataError extends Error {
  override name = 'ShippedDataError';

  constructor(readonly problems: string[]) {
    super(`${problems.length} problem(s) in the shipped data:\n${problems.join('\n')}`);
  }
}

/** Reads one YAML file and checks it against `schema`. Throws `ShippedDataError` with file and line of each problem. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const name = path.relative(SHIPPED_FOLDER, file);
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new ShippedDataError(
      document.errors.map((error) => `${name}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`),
    );
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  throw new ShippedDataError(
    result.error.issues.map((issue) => {
      const at = document.getIn(issue.path as (string | number)[], true) ?? nearest(document, issue.path);
      const key = issue.code === 'unrecognized_keys' ? keyNode(at, issue.keys[0]) : null;
      const offset = ((key ?? at) as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0;
      return `${name}:${lines.linePos(offset).line}: ${issue.path.join('.')}: ${issue.message}`;
    }),
  );
}

/** The key itself in a map that should not have it. */
function keyNode(map: unknown, name: string | undefined): unknown {
  return isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === name)?.key : null;
}

/** The innermost node that exists on the way to a missing one. */
function nearest(document: ReturnType<typeof parseDocument>, at: readonly PropertyKey[]): unknown {
  for (let length = at.length - 1; length > 0; length -= 1) {
    const node = document.getIn(at.slice(0, length) as (string | number)[], true);
    if (node) return node;
  }
  return document.contents;
}

export interface ShippedFiles {
  areas: ShippedArea[];
  sources: ShippedSource[];
  tools: ShippedTool[];
  lexicon: LexiconFile;
  /** By source id: its sheets and its free documents, in the order of their file names. */
  sheets: Map<string, { slug: string; sheet: ShippedSheet }[]>;
  documents: Map<string, { slug: string; document: ShippedDocument }[]>;
}

/** Reads every file under `folder`. Throws one `ShippedDataError` that lists all problems of all files. */
export async function readShippedFiles(folder = SHIPPED_FOLDER): Promise<ShippedFiles> {
  const problems: string[] = [];
  const attempt = async <T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    try {
      return await readYaml(path.join(folder, file), schema);
    } catch (error) {
      if (!(error instanceof ShippedDataError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const files: ShippedFiles = {
    areas: (await attempt('areas.yaml', z.array(ShippedArea))) ?? [],
    sources: (await attempt('sources.yaml', z.array(ShippedSource))) ?? [],
    tools: (await attempt('tools.yaml', z.array(ShippedTool))) ?? [],
    lexicon: [],
    sheets: new Map(),
    documents: new Map(),
  };
  for (const file of await yamlFiles(path.join(folder, 'lexicon'))) {
    files.lexicon.push(...((await attempt(`lexicon/${file}`, LexiconFile)) ?? []));
  }
  for (const source of files.sources) {
    const sheets: { slug: string; sheet: ShippedSheet }[] = [];
    const documents: { slug: string; document: ShippedDocument }[] = [];
    for (const file of await yamlFiles(path.join(folder, source.id))) {
      const slug = file.replace(/^\d+-|\.yaml$/g, '');
      const where = `${source.id}/${file}`;
      if (source.kind === 'survey' && !file.startsWith('00-')) {
        const sheet = await attempt(where, ShippedSheet);
        if (sheet) sheets.push({ slug, sheet });
      } else {
        const document = await attempt(where, ShippedDocument);
        if (document) documents.push({ slug, document });
      }
    }
    files.sheets.set(source.id, sheets);
    files.documents.set(source.id, documents);
  }
  if (problems.length > 0) throw new ShippedDataError(problems);
  return files;
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.filter((name) => name.endsWith('.yaml')).sort();
}
