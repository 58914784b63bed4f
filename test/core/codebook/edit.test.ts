import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer, parseDocument } from 'yaml';
import type { Codebook } from '../../../src/core/codebook/codebook';
import { addCode, proposeCodeId, recolorCode, renameCode } from '../../../src/core/codebook/edit';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { localize } from '../../../src/core/text/localized';
import { codebookTexts } from './codebookTexts';

async function read(text: string): Promise<Codebook> {
  return (await parseCodebook('codebook.yaml', text.replaceAll('\r\n', '\n'), undefined)).codebook;
}

/** What a result has that the text did not, and the other way round: in one place. */
function difference(before: string, after: string): { removed: string; added: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    removed: before.slice(start, before.length - tail),
    added: after.slice(start, after.length - tail),
  };
}

function comments(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
}

const newName = fc.constantFrom(
  'Nieuw',
  'Waarom: dit?',
  "'t kan",
  '# 1',
  '12',
  'null',
  'a, b]',
  '“ja”',
  'é\u{1f600}',
);

describe('adding a code', () => {
  const added = { id: 'late', name: 'Too late', parentId: undefined };

  it.each([
    ['a file without anything', '', 'codes:\n  - id: late\n    name: Too late\n'],
    ['comments only', '# ours\n', '# ours\ncodes:\n  - id: late\n    name: Too late\n'],
    ['nothing below the key', 'codes: # none\n', 'codes: # none\n  - id: late\n    name: Too late\n'],
    ['an empty list', 'codes: []  # none\n', 'codes:  # none\n  - id: late\n    name: Too late\n'],
    ['an empty mapping', '{}', '{ codes: [{ id: late, name: Too late }] }'],
    [
      'a comment in an empty list',
      'codes: [ # none\n]\n',
      'codes: [{ id: late, name: Too late } # none\n]\n',
    ],
    ['no newline at the end', 'codes:\n- id: a', 'codes:\n- id: a\n- id: late\n  name: Too late'],
    [
      'Windows line ends, own indents, blank lines between',
      'codes:\r\n    -   id: a\r\n\r\n    -   id: b # x\r\n# end\r\n',
      'codes:\r\n    -   id: a\r\n\r\n    -   id: b # x\r\n\r\n    -   id: late\r\n        name: Too late\r\n# end\r\n',
    ],
  ])('after %s', (_case, before, after) => {
    expect(addCode(before, added)).toBe(after);
  });

  it('under a code, which may be on one line', () => {
    expect(addCode('codes:\n  - { id: a, name: A } # one\n', { ...added, parentId: 'a' })).toBe(
      'codes:\n  - { id: a, name: A, codes: [{ id: late, name: Too late }] } # one\n',
    );
  });

  it('leaves every other byte, in whichever way the file is written', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, newName, fc.nat(), async ({ text, ids }, name, pick) => {
        const parentId = [undefined, ...ids][pick % (ids.length + 1)];
        const result = addCode(text, { id: 'late', name, parentId });
        const { removed } = difference(text, result);
        expect(removed).toMatch(/^(?: ?(?:\[\]|~))?(?:\s*#.*)?$/);
        expect(comments(result)).toEqual(comments(text));
        const [before, after] = [await read(text), await read(result)];
        const code = after.byId.get('late');
        expect(code?.name).toBe(name);
        expect(code?.parent?.id).toBe(parentId);
        const siblings = code?.parent?.children ?? after.roots;
        expect(siblings.at(-1)).toBe(code);
        const others = after.codes.filter(({ id }) => id !== 'late');
        expect(others.map(({ path }) => path)).toEqual(before.codes.map(({ path }) => path));
        expect(parseDocument(result).errors).toEqual([]);
      }),
    );
  });
});

describe('renaming a code', () => {
  it.each([
    ["'t", 'codes: [{ id: a, name: { en: X, nl: "Y" } }]', 'codes: [{ id: a, name: { en: X, nl: "\'t" } }]'],
    [
      'Z',
      'codes:\n  - id: a\n    name: { en: X } # x\n',
      'codes:\n  - id: a\n    name: { en: X, nl: Z } # x\n',
    ],
    ['Z', 'codes:\n  - id: a # x\n    color: red\n', 'codes:\n  - id: a # x\n    name: Z\n    color: red\n'],
    ['a: b', 'codes:\n  - name: Old # x\n    id: a\n', "codes:\n  - name: 'a: b' # x\n    id: a\n"],
    ['Z', 'codes:\n  - id: a\n    name:\n', 'codes:\n  - id: a\n    name: Z\n'],
  ])('to %s', (name, before, after) => {
    expect(renameCode(before, 'a', name, 'nl')).toBe(after);
  });

  it('changes the name alone, in one language where it has several', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, newName, fc.nat(), async ({ text, ids }, name, pick) => {
        const id = ids[pick % ids.length]!;
        const result = renameCode(text, id, name, 'nl');
        expect(comments(result)).toEqual(comments(text));
        const [before, after] = [await read(text), await read(result)];
        expect(localize(after.byId.get(id)!.name, 'nl')).toBe(name);
        const old = before.byId.get(id)!.name;
        if (typeof old !== 'string') expect(localize(after.byId.get(id)!.name, 'en')).toBe(old.en);
        const others = (codebook: Codebook) =>
          codebook.codes.filter((code) => code.id !== id).map(({ id: other, name: its }) => [other, its]);
        expect(others(after)).toEqual(others(before));
        const { removed, added } = difference(text, result);
        expect(removed.split('\n').length).toBeLessThanOrEqual(3);
        expect(added.split('\n').length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('recoloring a code', () => {
  it('changes the color alone, or gives it one', async () => {
    await fc.assert(
      fc.asyncProperty(codebookTexts, fc.nat(), async ({ text, ids }, pick) => {
        const id = ids[pick % ids.length]!;
        const result = recolorCode(text, id, '#abcdef');
        expect(comments(result)).toEqual(comments(text));
        const [before, after] = [await read(text), await read(result)];
        expect(after.byId.get(id)!.color).toBe('#abcdef');
        expect(after.codes.map(({ path, name }) => [path, name])).toEqual(
          before.codes.map(({ path, name }) => [path, name]),
        );
        const { removed } = difference(text, result);
        expect(removed.length).toBeLessThanOrEqual('112233'.length);
      }),
    );
  });
});

describe('what cannot be changed without harm', () => {
  it.each([
    ['a file with a mistake', 'codes:\n  - id: a\n   name: x\n', 'yaml-syntax'],
    ['nesting without end', `codes: ${'['.repeat(200)}`, 'yaml-syntax'],
    ['a list where the mapping should be', '- id: a\n', 'yaml-shape'],
    ['codes that are an alias', 'x: &x []\ncodes: *x\n', 'yaml-shape'],
    ['codes that are a text', 'codes: none\n', 'yaml-shape'],
  ])('%s', (_case, text, reason) => {
    expect(() => addCode(text, { id: 'late', name: 'Late', parentId: undefined })).toThrow(reason);
  });

  it('a code that is not there', () => {
    expect(() => renameCode('codes:\n  - id: a\n', 'b', 'B', 'en')).toThrow('yaml-shape');
    expect(() => addCode('', { id: 'late', name: 'Late', parentId: 'a' })).toThrow('yaml-shape');
  });
});

describe('an id made from a name', () => {
  it.each([
    ['Digitale vaardigheden', 'digitale-vaardigheden'],
    ['  “Één keer”, zei ze… ', 'een-keer-zei-ze'],
    ['!?', 'code'],
    ['Barrier', 'barrier-3'],
    ['Ведь', 'ведь'],
    [`${'lang '.repeat(20)}`, 'lang-lang-lang-lang-lang-lang-lang-lang'],
  ])('%s', (name, id) => {
    expect(proposeCodeId(name, new Set(['barrier', 'barrier-2']))).toBe(id);
  });

  it('is always one that the codebook takes, and never one that is taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.nat({ max: 3 }), async (name, others) => {
        const taken = new Set<string>();
        for (let made = 0; made < others; made++) taken.add(proposeCodeId(name, taken));
        expect(taken.size).toBe(others);
        const id = proposeCodeId(name, taken);
        const { problems } = await parseCodebook(
          'c',
          addCode('', { id, name: 'x', parentId: undefined }),
          [],
        );
        expect(problems).toEqual([]);
      }),
    );
  });
});
