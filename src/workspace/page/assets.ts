import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageAsset {
  type: string;
  body: Buffer | string;
}

/** Nothing but the page's own files is run, shown or asked for. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const here = new URL('./', import.meta.url);
const text = (name: string) => readFile(new URL(name, here), 'utf8');

const assets: Record<string, () => Promise<PageAsset>> = {
  '/': async () => ({ type: 'text/html; charset=utf-8', body: await text('index.html') }),
  '/page.css': async () => ({ type: 'text/css; charset=utf-8', body: await bundle('page.css') }),
  '/page.js': async () => ({ type: 'text/javascript; charset=utf-8', body: await bundle('browser/main.ts') }),
  '/icon.svg': async () => ({ type: 'image/svg+xml', body: await text('icon.svg') }),
};

/** Script and style, each in one small piece. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, here))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    loader: { '.txt': 'text' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const made = new Map<string, Promise<PageAsset>>();

/** A file of the page by its path, made at the first request and kept in memory; null for any other path. */
export async function pageAsset(path: string): Promise<PageAsset | null> {
  const make = Object.hasOwn(assets, path) ? assets[path] : undefined;
  if (!make) return null;
  const asset = made.get(path) ?? make();
  made.set(path, asset);
  return asset;
}
