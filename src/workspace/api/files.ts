import { z } from 'zod';
import { BOT } from '../cast.ts';
import { newId, newSecret } from '../ids.ts';
import { filePayload } from '../payloads.ts';
import { post } from '../posting.ts';
import { Refusal } from '../refusal.ts';
import type { StoredFile } from '../state.ts';
import type { Workspace } from '../workspace.ts';
import { contentOf, threadOf, writable } from './chat.ts';
import { Blocks, count, json, method } from './method.ts';

/** Announced, perhaps already brought, but not shared yet. */
interface Upload {
  id: string;
  name: string;
  alt: string | null;
  length: number;
  content: Buffer | null;
}

const LONGEST_ALT = 1_000;

/** By workspace, then by the secret in the address of the upload. */
const uploads = new WeakMap<Workspace, Map<string, Upload>>();
const uploadsOf = (workspace: Workspace) => {
  const known = uploads.get(workspace) ?? new Map<string, Upload>();
  uploads.set(workspace, known);
  return known;
};

const Complete = z.object({
  files: json(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
  channel_id: z.string().optional(),
  channels: z.string().optional(),
  thread_ts: z.string().optional(),
  initial_comment: z.string().optional(),
  blocks: Blocks.optional(),
});

/** `files.uploadV2` of the client is these: ask for an address, bring the bytes there, share the file. */
export const files = [
  method(
    'files.getUploadURLExternal',
    ['files:write'],
    z.object({ filename: z.string().min(1), length: count.min(1), alt_txt: z.string().optional() }),
    (workspace, { filename, length, alt_txt: alt = null }) => {
      if (alt !== null && alt.length > LONGEST_ALT) throw new Refusal('alt_txt_too_large');
      const upload = { id: newId('F'), name: filename, alt, length, content: null };
      const secret = newSecret();
      uploadsOf(workspace).set(secret, upload);
      return { upload_url: `${workspace.origin}/upload/${secret}`, file_id: upload.id };
    },
  ),
  method('files.completeUploadExternal', ['files:write'], Complete, (workspace, args) => {
    const channel = args.channel_id ?? args.channels?.split(',')[0];
    const place = channel === undefined ? null : writable(workspace, channel);
    const threadTs = place ? threadOf(workspace, place, args.thread_ts) : null;
    const said = args.initial_comment || args.blocks ? contentOf(workspace, withText(args)) : { text: '', blocks: [] };
    const shared = args.files.map(({ id, title }) => shareable(workspace, id, title));
    for (const file of shared) {
      if (place) file.channels = [place.id];
      workspace.store.state.files.push(file);
    }
    if (place) {
      post(workspace, { ...said, channel: place.id, author: BOT.userId, threadTs, files: shared.map(({ id }) => id) });
    }
    return { files: shared.map((file) => filePayload(workspace, file)) };
  }),
  method('files.info', ['files:read'], z.object({ file: z.string() }), (workspace, { file }) => {
    const found = workspace.store.state.files.find(({ id }) => id === file);
    if (!found) throw new Refusal('file_not_found');
    return { file: filePayload(workspace, found) };
  }),
];

const withText = ({ initial_comment, blocks }: z.infer<typeof Complete>) => ({
  ...(initial_comment === undefined ? {} : { text: initial_comment }),
  ...(blocks ? { blocks } : {}),
});

/** Takes the bytes of an upload. Throws `invalid_upload`, `length_mismatch`. */
export function takeUpload(workspace: Workspace, secret: string, content: Buffer): void {
  const upload = uploadsOf(workspace).get(secret);
  if (!upload) throw new Refusal('invalid_upload');
  if (content.length !== upload.length) throw new Refusal('length_mismatch');
  upload.content = content;
}

function shareable(workspace: Workspace, id: string, title: string | undefined): StoredFile {
  for (const [secret, upload] of uploadsOf(workspace)) {
    if (upload.id !== id || !upload.content) continue;
    uploadsOf(workspace).delete(secret);
    return {
      id,
      name: upload.name,
      title: title ?? upload.name,
      alt: upload.alt,
      size: upload.content.length,
      owner: BOT.userId,
      created: workspace.store.seconds(),
      channels: [],
      content: upload.content.toString('base64'),
    };
  }
  throw new Refusal('file_not_found');
}
