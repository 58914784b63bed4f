import { docx, paragraph, run } from './files';

/** A comment of a document of Word, on the words that stand between `[id` and `]` in its text. */
export interface WordComment {
  readonly id: number;
  readonly author: string;
  readonly text: string;
  readonly date?: string;
  readonly parent?: number;
}

/**
 * A document of Word of lines in which `⟦1` and `1⟧` are where the range of comment 1 begins and ends.
 */
export function commented(lines: readonly string[], comments: readonly WordComment[]): Uint8Array {
  const body = lines.map((line) => {
    const parts = line.split(/(⟦\d+|\d+⟧)/).filter((part) => part !== '');
    return paragraph(
      ...parts.map((part) => {
        const id = /\d+/.exec(part)?.[0];
        if (/^⟦\d+$/.test(part)) return `<w:commentRangeStart w:id="${id}"/>`;
        if (/^\d+⟧$/.test(part)) {
          return `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
        }
        return run(part);
      }),
    );
  });
  return docx(body.join(''), {
    comments: comments.map(commentXml).join(''),
    commentsExtended: comments
      .map(({ id, parent }) => {
        const reply = parent === undefined ? '' : ` w15:paraIdParent="${paragraphId(parent)}"`;
        return `<w15:commentEx w15:paraId="${paragraphId(id)}"${reply} w15:done="0"/>`;
      })
      .join(''),
  });
}

function paragraphId(id: number): string {
  return `0000000${id}`;
}

function commentXml({ id, author, text, date = '2021-03-09T10:11:00Z' }: WordComment): string {
  const lines = text.split('\n');
  const paragraphs = lines.map((line, at) => {
    const own = at === lines.length - 1 ? ` w14:paraId="${paragraphId(id)}"` : '';
    return `<w:p${own}>${run(line)}</w:p>`;
  });
  return `<w:comment w:id="${id}" w:author="${author}" w:date="${date}">${paragraphs.join('')}</w:comment>`;
}
