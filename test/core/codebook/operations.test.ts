import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer, parseDocument } from 'yaml';
import type { Code, Codebook } from '../../../src/core/codebook/codebook';
import { addCode } from '../../../src/core/codebook/edit';
import { type CodePlace, changeCodeId, moveCode, retireCode } from '../../../src/core/codebook/operations';
import { mergeCodes } from '../../../src/core/codebook/operationsMerge';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { codebookTexts } from './codebookTexts';

async function read(text: string): Promise<Codebook> {
  return (await parseCodebook('codebook.yaml', text.replaceAll('\r\n', '\n'), undefined)).codebook;
}

function comments(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).sort();
}

/** What is written of a code itself, apart from its place and what it is called by. */
function contentOf({
  id: _id,
  was: _was,
  path,
  parent,
  children,
  range,
  color,
  terms,
  ...rest
}: Code): string {
  return JSON.stringify([rest, terms.map(({ source, language }) => [source, language])]);
}

function contents(codebook: Codebook, ...except: string[]): Record<string, string> {
  const codes = codebook.codes.filter(({ id }) => !except.includes(id));
  return Object.fromEntries(codes.map((code) => [code.id, contentOf(code)]));
}

function meanings({ byId }: Codebook): Record<string, string> {
  return Object.fromEntries([...byId].map(([id, code]) => [id, code.id]));
}

function isBelow(code: Code | undefined, id: string): boolean {
  return code !== undefined && (code.id === id || isBelow(code.parent, id));
}

describe('moving a code', () => {
  const text = `codes:
  # --- Hindering ---
  # Money first.
  - id: a # one
    codes:
      - id: a1
        definition: |
          long

          story
        # so it is
      - id: a2

  - id: b
    name: B
# end
`;

  it('takes its comments and all below it along, and leaves the headings', () => {
    expect(moveCode(text, 'a', { after: 'b' })).toBe(`codes:
  # --- Hindering ---
  - id: b
    name: B

  # Money first.
  - id: a # one
    codes:
      - id: a1
        definition: |
          long

          story
        # so it is
      - id: a2
# end
`);
  });

  it('to the top level comes with its own indents', () => {
    expect(moveCode(text, 'a1', { before: 'a' })).toBe(`codes:
  # --- Hindering ---
  - id: a1
    definition: |
      long

      story
    # so it is

  # Money first.
  - id: a # one
    codes:
      - id: a2

  - id: b
    name: B
# end
`);
  });

  it('leaves no list behind that has nothing in it', () => {
    const without = moveCode(moveCode(text, 'a1', { parentId: 'b' }), 'a2', { parentId: 'b' });
    expect(without).toContain('  - id: a # one\n\n  - id: b\n    name: B\n    codes:\n      - id: a1\n');
  });

  it('goes on one line where the others do', () => {
    expect(moveCode('codes: [{ id: a, codes: [{ id: b }, { id: c }] }]', 'b', { parentId: undefined })).toBe(
      'codes: [{ id: a, codes: [{ id: c }] }, { id: b }]',
    );
  });

  it('unfolds what is on one line where it goes in', () => {
    const before = 'codes:\n  - { id: a, name: A } # one\n  - id: b # two\n    name: B\n';
    expect(moveCode(before, 'b', { parentId: 'a' })).toBe(
      'codes:\n  - id: a\n    name: A # one\n    codes:\n      - id: b # two\n        name: B\n',
    );
  });

  it('in whichever way the file is written, changes nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, fc.nat(), fc.nat(), async ({ text, ids }, pick, to) => {
        const id = ids[pick % ids.length]!;
        const before = await read(text);
        const free = ids.filter((other) => !isBelow(before.byId.get(other), id));
        const places: CodePlace[] = [
          { parentId: undefined },
          ...free.flatMap((other): CodePlace[] => [{ parentId: other }, { before: other }, { after: other }]),
        ];
        const place = places[to % places.length]!;
        const result = moveCode(text, id, place);
        const after = await read(result);
        expect(comments(result)).toEqual(comments(text));
        expect(contents(after)).toEqual(contents(before));
        expect(meanings(after)).toEqual(meanings(before));
        expect(parseDocument(result).errors).toEqual([]);
        const code = after.byId.get(id)!;
        const siblings = code.parent?.children ?? after.roots;
        const index = siblings.indexOf(code);
        if ('parentId' in place) expect([code.parent?.id, siblings.at(-1)]).toEqual([place.parentId, code]);
        else if ('before' in place) expect(siblings[index + 1]?.id).toBe(place.before);
        else expect(siblings[index - 1]?.id).toBe(place.after);
        const others = ({ codes }: Codebook) =>
          codes.filter((one) => !isBelow(one, id)).map(({ path }) => path);
        expect(others(after)).toEqual(others(before));
      }),
      { numRuns: 400 },
    );
  });
});

describe('changing the id of a code', () => {
  it('keeps the old one under was', () => {
    expect(changeCodeId('codes:\n  - id: a # x\n    name: A\n', 'a', 'b')).toBe(
      'codes:\n  - id: b # x\n    was: [a]\n    name: A\n',
    );
  });

  it('back again leaves no circle', () => {
    const once = changeCodeId('codes:\n  - id: a # x\n    name: A\n', 'a', 'b');
    expect(changeCodeId(once, 'b', 'a')).toBe('codes:\n  - id: a # x\n    was: [b]\n    name: A\n');
  });

  it('leaves every log readable', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, fc.nat(), async ({ text, ids }, pick) => {
        const id = ids[pick % ids.length]!;
        const before = await read(text);
        const result = changeCodeId(text, id, 'brand-new');
        const after = await read(result);
        expect(comments(result)).toEqual(comments(text));
        for (const [known, code] of before.byId) {
          expect(after.byId.get(known)?.id).toBe(code.id === id ? 'brand-new' : code.id);
        }
        expect(contents(after, 'brand-new')).toEqual(contents(before, id));
        const back = changeCodeId(result, 'brand-new', id);
        expect((await read(back)).byId.get('brand-new')?.id).toBe(id);
      }),
    );
  });
});

describe('retiring a code', () => {
  it.each([
    ['codes:\n  - id: a\n    name: A\n', 'codes:\n  - id: a\n    retired: true\n    name: A\n'],
    ['codes: [{ id: a }]\n', 'codes: [{ id: a, retired: true }]\n'],
  ])('and bringing it back leaves %j', (before, retired) => {
    expect(retireCode(before, 'a', true)).toBe(retired);
    const back = retireCode(retired, 'a', false);
    expect(back).toBe(before.includes('[') ? 'codes: [{ id: a, retired: false }]\n' : before);
  });

  it('keeps a comment behind the mark', () => {
    const text = 'codes:\n  - id: a\n    retired: true # in 2023\n';
    expect(retireCode(text, 'a', false)).toBe('codes:\n  - id: a\n    retired: false # in 2023\n');
  });

  it('changes nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, fc.nat(), fc.boolean(), async ({ text, ids }, pick, retired) => {
        const id = ids[pick % ids.length]!;
        const before = await read(text);
        const result = retireCode(text, id, retired);
        const after = await read(result);
        expect(after.byId.get(id)!.retired).toBe(retired);
        expect(comments(result)).toEqual(comments(text));
        expect(contents(after, id)).toEqual(contents(before, id));
        expect(meanings(after)).toEqual(meanings(before));
      }),
    );
  });
});

describe('splitting a code', () => {
  it('puts the new one right behind it, in whichever way the file is written', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, fc.nat(), async ({ text, ids }, pick) => {
        const id = ids[pick % ids.length]!;
        const before = await read(text);
        const result = addCode(text, { id: 'part', name: 'Part', parentId: undefined, after: id });
        const after = await read(result);
        const siblings = after.byId.get('part')!.parent?.children ?? after.roots;
        expect(siblings[siblings.findIndex((code) => code.id === id) + 1]?.id).toBe('part');
        expect(comments(result)).toEqual(comments(text));
        expect(contents(after, 'part')).toEqual(contents(before));
      }),
    );
  });
});

describe('merging two codes', () => {
  const merge = { from: 'a', into: 'b', ids: ['a', 'aa'], note: 'Merged:' };
  const text = `codes:
  - id: a
    was: [aa]
    name: Money
    definition: Of money. # or time
    terms: [kosten, geld]
    codes:
      - id: a1
  # The other one.
  - id: b
    name: Costs
    terms:
      - kosten # and more
`;

  it('keeps what was written of the one that goes as a comment', () => {
    expect(mergeCodes(text, merge)).toBe(`codes:
  # The other one.
  - id: b
    was: [a, aa]
    # Merged:
    # - id: a
    #   was: [aa]
    #   name: Money
    #   definition: Of money. # or time
    #   terms: [kosten, geld]
    name: Costs
    terms:
      - kosten # and more
      - geld
    codes:
      - id: a1
`);
  });

  it('into one of its own sub-codes leaves that in its place', () => {
    const merged = mergeCodes(text, { ...merge, into: 'a1', ids: ['a'] });
    expect(merged).toMatch(/^codes:\n {2}- id: a1\n {4}was: \[a\]\n {4}# Merged:\n {4}# - id: a\n/);
    expect(merged).not.toMatch(/codes:\n {4,}/);
  });

  it.each([
    ['[x]', '[y]', 'terms: [y, x]'],
    ['{ nl: [x] }', '[y]', 'terms: [y, x]'],
    ['[x]', '{ nl: [y], en: [x] }', 'terms: { nl: [y, x], en: [x] }'],
    ['{ nl: [x], de: [z] }', '{ nl: [x] }', 'terms: { nl: [x], de: [z] }'],
    ['{ nl: [x], de: [z] }', '[]', 'terms: { nl: [x], de: [z] }'],
    ['["*x"]', '~', "terms: ['*x']"],
    ['[]', '[y]', 'terms: [y]'],
  ])('takes over the terms %s into %s', (from, into, expected) => {
    const before = `codes:\n  - id: a\n    terms: ${from}\n  - id: b\n    terms: ${into}\n`;
    expect(mergeCodes(before, { ...merge, ids: ['a'] })).toContain(`\n    ${expected}\n`);
  });

  it('writes many new terms one a line', () => {
    const terms = [...'abcdefghij'].map((letter) => letter.repeat(12));
    const before = `codes:\n  - id: a\n    terms: [${terms.join(', ')}]\n  - id: b\n    name: B\n`;
    expect(mergeCodes(before, { ...merge, ids: ['a'] })).toContain(
      `    name: B\n    terms:\n${terms.map((term) => `      - ${term}\n`).join('')}`,
    );
  });

  it('keeps every code, id, comment and term, in whichever way the file is written', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, fc.nat(), fc.nat(), async ({ text, ids }, pick, other) => {
        fc.pre(ids.length > 1);
        const from = ids[pick % ids.length]!;
        const rest = ids.filter((id) => id !== from);
        const into = rest[other % rest.length]!;
        const before = await read(text);
        const taken = [...before.byId].filter(([, code]) => code.id === from).map(([id]) => id);
        const result = mergeCodes(text, { from, into, ids: taken, note: 'Merged:' });
        const after = await read(result);
        for (const [id, code] of before.byId) {
          expect(after.byId.get(id)?.id).toBe(code.id === from ? into : code.id);
        }
        expect(contents(after, into)).toEqual(contents(before, from, into));
        const kept = comments(result);
        for (const comment of comments(text)) {
          expect(kept.some((one) => one.includes(comment))).toBe(true);
        }
        const sources = new Set(after.byId.get(into)!.terms.map(({ source }) => source));
        for (const id of [from, into]) {
          for (const { source } of before.byId.get(id)!.terms) expect(sources).toContain(source);
        }
        expect(parseDocument(result).errors).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
