import MarkdownIt, { type Token } from 'markdown-it';

/** A part of a Markdown text: `type` is that of its token, without `_open`. */
export interface MarkdownNode {
  readonly type: string;
  readonly token: Token;
  readonly children: readonly MarkdownNode[];
}

/** Lists and quotes that stand in more others than this, two levels to a list, are not read as such. */
const mostNesting = 200;

const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: mostNesting });
// What is linked without marks are addresses that say that they are; where links may lead is for others to say.
markdown.linkify.set({ fuzzyLink: false });
markdown.validateLink = () => true;
markdown.normalizeLink = (href) => href;

/**
 * The parts of a Markdown text (CommonMark, with the tables of GitHub's flavor). The time that it takes grows as the
 * text does, whatever its marks. One that is nested too deep to be read is a text without marks.
 */
export function markdownTree(text: string): MarkdownNode[] {
  const tokens = markdown.parse(text, {});
  const isTooDeep = tokens.some(({ level }) => level >= mostNesting - 1);
  return isTooDeep ? withoutMarks(text) : treeOf(tokens);
}

/** The words as they are, a paragraph for each that a blank line ends. */
function withoutMarks(text: string): MarkdownNode[] {
  return text.split(/\n\s*\n/).map((part) => {
    const words = new MarkdownIt.Token('text', '', 0);
    words.content = part;
    const children = [{ type: 'text', token: words, children: [] }];
    return { type: 'paragraph', token: new MarkdownIt.Token('paragraph_open', 'p', 1), children };
  });
}

function treeOf(tokens: readonly Token[]): MarkdownNode[] {
  const top: MarkdownNode[] = [];
  const open = [top];
  for (const token of tokens) {
    const siblings = open.at(-1)!;
    if (token.nesting < 0) open.pop();
    else if (token.type === 'inline') siblings.push(...treeOf(token.children ?? []));
    else {
      const children = token.nesting > 0 ? [] : treeOf(token.children ?? []);
      siblings.push({ type: token.type.replace(/_open$/, ''), token, children });
      if (token.nesting > 0) open.push(children);
    }
  }
  return top;
}
