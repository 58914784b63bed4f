import { sha256Hex } from '../../text/sha256';
import { escapeXml } from '../../xml/escape';
import type { PictureData } from '../model';
import { fontFamily, printable } from './text';

/**
 * What a chart was rendered to as an SVG that stands by itself: a title and a description for those who do not see
 * it, no style sheet, and names that say nothing of how many charts were drawn before and are those of no other
 * picture on a page.
 * @param keepMarks whether what the first series has says so (`data-mark="<index>"`)
 */
export function standalone(rendered: string, data: PictureData, keepMarks: boolean): string {
  const id = `picture-${sha256Hex(JSON.stringify(data)).slice(0, 10)}`;
  const [title, description] = [data.title, data.caption.join(' ')].map((text) => escapeXml(printable(text)));
  const opening = `role="img" aria-labelledby="${id}-title ${id}-description"`;
  const words = `<title id="${id}-title">${title}</title>\n<desc id="${id}-description">${description}</desc>`;
  return rendered
    .replace(/<style ?>[\s\S]*?<\/style>\n?/g, '')
    .replace(/<[a-z][^>]*>/g, (tag) => cleanTag(tag, id, keepMarks))
    .replace(/<svg ([^>]*)>/, `<svg $1 ${opening}>\n${words}`);
}

/** Attributes stand between quotes, and within them the renderer escapes `<`, `>` and quotes. */
function cleanTag(tag: string, id: string, keepMarks: boolean): string {
  const index = /ecmeta_data_index="(\d+)"/.exec(tag)?.[1];
  const isMark = keepMarks && index !== undefined && tag.includes('ecmeta_series_index="0"');
  const clean = tag
    .replace(/ (?:ecmeta_\w+|class|xmlns:xlink|baseProfile|pointer-events)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => fontAttributes(style))
    .replace(/\bzr\d+-/g, `${id}-`);
  return isMark ? clean.replace(/^<\w+/, (name) => `${name} data-mark="${index}"`) : clean;
}

/** A page's policy may refuse styles in attributes; what is set of a font can be attributes of its own. */
function fontAttributes(style: string): string {
  const known = new Map(
    style.split(';').flatMap((one) => {
      const [name, value] = one.split(':');
      return value === undefined ? [] : [[name!.trim(), value.trim()] as const];
    }),
  );
  const weight = known.get('font-weight');
  const size = known.get('font-size') ?? '12px';
  return ` font-size="${size}" font-family="${fontFamily}"${weight ? ` font-weight="${weight}"` : ''}`;
}
