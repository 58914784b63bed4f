import fc from 'fast-check';
import { marked } from 'marked';
import Papa from 'papaparse';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../../src/core/summary/paths';
import { plainMarkdown } from '../../../src/host/markdown';
import { logOf, rendered, transcriptOf } from '../summary/exampleStudy';
import { memoryStudy } from '../support/memoryStudy';

/** Words, and whatever means something to HTML, Markdown, a spreadsheet or a browser. */
const piece = fc.constantFrom(
  ...[
    'woord',
    'Ja',
    ' ',
    ' ',
    '<b>',
    '</p>',
    '<script>alert(1)</script>',
    '<img src=x onerror=y>',
    '-->',
    '<!--',
  ],
  ...[
    '"',
    "'",
    '" onclick="x',
    '&',
    '&amp;',
    '&#x41;',
    '&lt;',
    '<',
    '>',
    '`',
    '``',
    '*',
    '**',
    '_',
    '~~',
    '|',
    '\\',
  ],
  ...[
    '[a](javascript:b)',
    '![a](b)',
    '](',
    ']',
    '[',
    '<https://a.nl>',
    'https://a.nl',
    'www.a.nl',
    'a@b.nl',
    '(',
    ')',
  ],
  ...[
    '#',
    '# a',
    '1. ',
    '- ',
    '+',
    '=',
    '=1+1',
    '@',
    '$x$',
    '$(zap)',
    '---',
    '===',
    '[^1]',
    '[x]: y',
    ': ',
    '{',
    '}',
  ],
  ...[
    '\u202e',
    '\u0000',
    '\u00a0',
    '\u2028',
    '😀',
    'é',
    'http://b.nl/?a=1&b',
    'mailto:a@b.nl',
    '***',
    'ftp://c',
  ],
);
const words = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '' && !text.includes('\u0000'));

const names = fc.record({
  title: words,
  caseName: words,
  organization: words,
  role: words,
  participant: words,
  codeName: words,
  quote: words,
  memo: words,
  coder: words.map((text) => text.replaceAll('/', '-')).filter((text) => !/^\.+$/.test(text)),
  file: words.map((text) => text.replaceAll('/', '-')).filter((text) => !/^\./.test(text)),
});
type Names = typeof names extends fc.Arbitrary<infer T> ? T : never;

const usual: Names = Object.fromEntries(
  [
    'title',
    'caseName',
    'organization',
    'role',
    'participant',
    'codeName',
    'quote',
    'memo',
    'coder',
    'file',
  ].map((key) => [key, `${key}x`]),
) as unknown as Names;

function studyOf(given: Names): Record<string, string> {
  const { title, caseName, organization, role, participant, codeName, quote, memo, coder, file } = given;
  const json = JSON.stringify;
  const text = transcriptOf(
    { case: 'c', organization: 'o', role: json(role), participant: json(participant) },
    `R: Nou. ${quote} Ja.`,
  );
  return {
    'study.yaml': json({
      title,
      cases: [{ id: 'c', name: caseName, organizations: [{ id: 'o', name: organization }] }],
    }),
    'codebook.yaml': json({
      codes: [
        { id: 'a', name: codeName },
        { id: 'b', name: `b ${codeName}` },
      ],
    }),
    [`transcripts/c/${file}.txt`]: text,
    [`codings/${coder}/c/${file}.txt.jsonl`]: logOf(text, coder, [{ id: '1', code: 'a', quote, memo }]),
  };
}

async function render(given: Names, format: TextFormat): Promise<string> {
  return rendered(memoryStudy(studyOf(given)).study, format);
}

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The elements and attributes of a page, without what it says and where its links lead. */
function skeleton(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!('tagName' in node)) return node.nodeName === '#comment' ? '<!>' : '';
      // How a picture is laid out depends on how long its words are.
      if (node.tagName === 'svg') return '<svg></>';
      const attributes = node.attrs.map(({ name, value }) => (name === 'href' ? name : `${name}=${value}`));
      return `<${[node.tagName, ...attributes].join(' ')}>${skeleton(node.childNodes)}</>`;
    })
    .join('');
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : ''))
    .join('');
}

function linksOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const own = node.attrs.filter(({ name }) => name === 'href' || name === 'src').map(({ value }) => value);
    return [...own, ...linksOf(node.childNodes)];
  });
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

function demandWords(nodes: readonly Node[], given: Names): void {
  const said = oneLine(textOf(nodes));
  for (const key of [
    'caseName',
    'organization',
    'role',
    'participant',
    'codeName',
    'quote',
    'memo',
  ] as const) {
    expect(said).toContain(oneLine(given[key]));
  }
}

/** A picture is made of shapes and words: nothing that runs, is fetched, or stands for more than it is. */
function demandPlainPictures(nodes: readonly Node[], isInPicture = false): number {
  let pictures = 0;
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    const isPicture = node.tagName === 'svg';
    if (isPicture || isInPicture) {
      expect(shapes).toContain(node.tagName);
      for (const { name, value } of node.attrs) {
        expect(name).not.toMatch(/^on|href|^src$/i);
        if (/url\(/i.test(value)) expect(value).toMatch(/^url\(#[\w-]+\)$/);
      }
    }
    pictures += Number(isPicture) + demandPlainPictures(node.childNodes, isPicture || isInPicture);
  }
  return pictures;
}

const shapes = [
  ...['svg', 'title', 'desc', 'defs', 'g', 'clipPath', 'pattern'],
  ...['path', 'rect', 'line', 'polyline', 'polygon', 'circle', 'text', 'tspan'],
];

/** To a place in a transcript, or to where a quote's source stands in the same report. */
const plainLink = /^(?:#q\d+|\.\.\/transcripts\/c\/[\w.%-]+(?:#L\d+)?)$/;

/** Markdown as GitHub's flavor and the editor's hovers read it. */
const html = (markdown: string) =>
  parseFragment(marked.parse(markdown, { async: false, gfm: true })).childNodes;

describe('whatever a study holds is words', () => {
  it('in HTML', async () => {
    const page = parse(await render(usual, 'html')).childNodes;
    await fc.assert(
      fc.asyncProperty(names, async (given) => {
        const { childNodes } = parse(await render(given, 'html'));
        expect(skeleton(childNodes)).toBe(skeleton(page));
        expect(demandPlainPictures(childNodes)).toBeGreaterThan(0);
        for (const link of linksOf(childNodes)) expect(link).toMatch(plainLink);
        demandWords(childNodes, given);
      }),
      { numRuns: 150 },
    );
  }, 300_000);

  it('in Markdown', async () => {
    const page = html(await render(usual, 'md'));
    await fc.assert(
      fc.asyncProperty(names, async (given) => {
        const nodes = html(await render(given, 'md'));
        expect(skeleton(nodes)).toBe(skeleton(page));
        for (const link of linksOf(nodes)) expect(link).toMatch(plainLink);
        demandWords(nodes, given);
      }),
      { numRuns: 150 },
    );
  }, 300_000);

  it('in hovers', () => {
    fc.assert(
      fc.property(words, (text) => {
        const nodes = html(plainMarkdown(text));
        expect(linksOf(nodes)).toEqual([]);
        expect(skeleton(nodes).replaceAll('<br></>', '')).toBe('<p></>');
        expect(oneLine(textOf(nodes))).toBe(oneLine(text));
      }),
    );
  });

  it('in CSV, which no spreadsheet runs and which reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (given) => {
        const csv = await render(given, 'csv');
        const { data, errors } = Papa.parse<string[]>(csv.replace(/\r\n$/, ''), { newline: '\r\n' });
        expect(errors).toEqual([]);
        const [columns, ...rows] = data;
        expect(rows).toHaveLength(1);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        const row = Object.fromEntries(columns!.map((column, index) => [column, rows[0]![index]]));
        const kept = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
        expect(row).toMatchObject({
          text: kept(given.quote),
          memo: kept(given.memo),
          role: kept(given.role.trim()),
          coder: kept(given.coder),
        });
      }),
      { numRuns: 150 },
    );
  }, 300_000);
});
