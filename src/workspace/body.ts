import type { IncomingMessage } from 'node:http';

const LARGEST = 20 * 1024 * 1024;

/** A body that is larger than anything sensible. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** The whole body. Throws `BodyTooLarge`. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call, from JSON, a form or a form with files. What cannot be read is no argument. */
export async function readArguments(request: IncomingMessage, body: Buffer): Promise<Record<string, unknown>> {
  const type = request.headers['content-type'] ?? '';
  const inUrl = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  if (type.includes('json')) return { ...inUrl, ...readJson(body) };
  if (!type.includes('form')) return inUrl;
  const form = await formOf(type, body);
  return { ...inUrl, ...Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) };
}

/** The bytes of an upload, sent as they are or as the file of a form. */
export async function readUpload(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.includes('multipart')) return body;
  const form = await formOf(type, body);
  for (const [, value] of form) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

async function formOf(type: string, body: Buffer): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return new FormData();
  }
}

/** An object, or nothing. */
export function readJson(body: Buffer): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(body.toString());
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
