import type { ImageBlock, ImageElement } from '@slack/types';
import type { SeenFile } from '../../../sight.ts';
import { h, type Wanted } from '../dom.ts';
import { link } from '../links.ts';
import { plainText } from './text.ts';

/** A picture of the workspace is shown; one from elsewhere is named and linked, since nothing is fetched from outside. */
export function image(block: ImageBlock | ImageElement, files: readonly SeenFile[], isSmall = false): Wanted {
  const { alt_text: alt } = block;
  const title = 'title' in block ? block.title : undefined;
  const source = sourceOf(block, files);
  if (!source) {
    const address = 'image_url' in block ? block.image_url : undefined;
    return h('span', { class: 'image-stand-in' }, '🖼 ', address ? link(address, alt) : alt);
  }
  const picture = h('img', { src: source, alt, class: isSmall ? 'small-image' : 'picture', loading: 'lazy' });
  return title ? h('figure', null, h('figcaption', null, plainText(title.text)), picture) : picture;
}

function sourceOf(block: ImageBlock | ImageElement, files: readonly SeenFile[]): string | null {
  if ('slack_file' in block) {
    const wanted = block.slack_file;
    const file = files.find(({ id, href }) => ('id' in wanted ? id === wanted.id : wanted.url.endsWith(href)));
    return file ? localPath(file.href) : null;
  }
  return localPath(block.image_url);
}

/** An address of this very server; null for all others. */
export function localPath(address: string): string | null {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  return url && url.origin === location.origin ? url.pathname + url.search : null;
}
