import fc from 'fast-check';

/** A code as a person might write it in a codebook.yaml. */
interface WrittenCode {
  readonly id: string;
  readonly name: { readonly en: string; readonly nl: string };
  readonly nameStyle: 'none' | 'empty' | 'plain' | 'single' | 'double' | 'folded' | 'flow map' | 'block map';
  readonly color: 'none' | 'quoted' | 'unquoted';
  readonly definition: 'none' | 'plain' | 'literal' | 'literal with last lines kept';
  readonly comment: 'none' | 'above' | 'behind' | 'below';
  readonly was: 'none' | 'flow' | 'block';
  readonly terms: 'none' | 'empty' | '[]' | 'flow' | 'block' | 'flow per language' | 'block per language';
  readonly retired: 'none' | 'plain' | 'with a comment';
  readonly flow: boolean;
  readonly noChildren: 'left out' | 'empty' | '[]' | '~';
  readonly children: readonly WrittenCode[];
}

interface WrittenFile {
  readonly codes: readonly WrittenCode[];
  readonly head: string;
  readonly tail: string;
  readonly listIndent: number;
  readonly gap: number;
  readonly blankLines: boolean;
  readonly lastNewline: boolean;
  readonly eol: '\n' | '\r\n';
}

const word = fc.constantFrom(
  'Tijd',
  'Geld en zo',
  'It’s late',
  'AVG',
  'Één: twee',
  '- streep',
  'ja # nee',
  'true',
);

const codeShape = (children: fc.Arbitrary<readonly Omit<WrittenCode, 'id'>[]>) =>
  fc.record({
    name: fc.record({ en: word, nl: word }),
    nameStyle: fc.constantFrom<WrittenCode['nameStyle']>(
      'none', 'empty', 'plain', 'single', 'double', 'folded', 'flow map', 'block map',
    ), // biome-ignore format: a list
    color: fc.constantFrom<WrittenCode['color']>('none', 'quoted', 'unquoted'),
    definition: fc.constantFrom<WrittenCode['definition']>(
      'none',
      'plain',
      'literal',
      'literal with last lines kept',
    ),
    comment: fc.constantFrom<WrittenCode['comment']>('none', 'above', 'behind', 'below'),
    was: fc.constantFrom<WrittenCode['was']>('none', 'flow', 'block'),
    terms: fc.constantFrom<WrittenCode['terms']>(
      'none', 'empty', '[]', 'flow', 'block', 'flow per language', 'block per language',
    ), // biome-ignore format: a list
    retired: fc.constantFrom<WrittenCode['retired']>('none', 'none', 'plain', 'with a comment'),
    flow: fc.boolean(),
    noChildren: fc.constantFrom<WrittenCode['noChildren']>('left out', 'empty', '[]', '~'),
    children: children as fc.Arbitrary<readonly WrittenCode[]>,
  });

const leaves = fc.array(codeShape(fc.constant([])), { maxLength: 3 });
const tree = fc.array(codeShape(fc.oneof(fc.constant([]), leaves)), { minLength: 1, maxLength: 4 });

/** Texts of codebook.yaml in all the ways in which people write one, with the ids of their codes. */
export const codebookTexts: fc.Arbitrary<{ text: string; ids: string[] }> = fc
  .record({
    codes: tree as unknown as fc.Arbitrary<readonly WrittenCode[]>,
    head: fc.constantFrom('', '# The codebook of us all\n\n', '---\n'),
    tail: fc.constantFrom('', '# the end\n', '\n\n# the end\n\n'),
    listIndent: fc.constantFrom(0, 2, 4),
    gap: fc.constantFrom(1, 3),
    blankLines: fc.boolean(),
    lastNewline: fc.boolean(),
    eol: fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n'),
  })
  .map((file) => {
    const ids: string[] = [];
    const codes = numbered(file.codes, ids);
    return { text: fileText({ ...file, codes }), ids };
  });

function numbered(codes: readonly WrittenCode[], ids: string[]): WrittenCode[] {
  return codes.map((code) => {
    const id = `code-${ids.length + 1}`;
    ids.push(id);
    return { ...code, id, children: numbered(code.children, ids) };
  });
}

function fileText(file: WrittenFile): string {
  const lines = ['codes:', ...listLines(file.codes, file, file.listIndent)];
  let text = `${file.head}${lines.join('\n')}\n${file.tail}`;
  if (!file.lastNewline) text = text.replace(/\n+$/, '');
  return text.replaceAll('\n', file.eol);
}

function listLines(codes: readonly WrittenCode[], file: WrittenFile, indent: number): string[] {
  return codes.flatMap((code, index) => {
    const dash = `${' '.repeat(indent)}-${' '.repeat(file.gap)}`;
    const [first, ...others] = code.flow ? flowLines(code) : codeLines(code, file);
    const inner = ' '.repeat(dash.length);
    const lines = [`${dash}${first}`, ...others.map((line) => (line === '' ? '' : inner + line))];
    if (code.comment === 'above') lines.unshift(`${' '.repeat(indent)}# now ${code.id}`);
    if (code.comment === 'below') lines.push(`${inner}# about ${code.id}`);
    return index > 0 && file.blankLines ? ['', ...lines] : lines;
  });
}

function codeLines(code: WrittenCode, file: WrittenFile): string[] {
  const behind = code.comment === 'behind' ? ` # ${code.id}, so called` : '';
  const lines = [`id: ${code.id}${behind}`, ...wasLines(code), ...nameLines(code)];
  if (code.retired !== 'none') {
    lines.push(`retired: true${code.retired === 'plain' ? '' : ' # since the second round'}`);
  }
  if (code.color !== 'none') lines.push(code.color === 'quoted' ? 'color: "#112233"' : 'color: #112233');
  lines.push(...termLines(code), ...definitionLines(code));
  if (code.children.length > 0) lines.push('codes:', ...listLines(code.children, file, file.listIndent));
  else if (code.noChildren !== 'left out') {
    lines.push(`codes:${code.noChildren === 'empty' ? '' : ` ${code.noChildren}`}${behind}`);
  }
  return lines;
}

function nameLines({ name, nameStyle }: WrittenCode): string[] {
  switch (nameStyle) {
    case 'none':
      return [];
    case 'empty':
      return ['name:'];
    case 'plain':
      return ['name: Plain'];
    case 'single':
      return [`name: ${single(name.en)}   # the name`];
    case 'double':
      return [`name: ${JSON.stringify(name.en)}`];
    case 'folded':
      return ['name: >-', '  A name on', '  two lines'];
    case 'flow map':
      return [`name: {en: ${single(name.en)}, nl: ${single(name.nl)}}`];
    case 'block map':
      return [
        'name:',
        `  # in two languages`,
        `  en: ${single(name.en)}`,
        `  nl:   ${single(name.nl)} # Dutch`,
      ];
  }
}

function wasLines({ id, was }: WrittenCode): string[] {
  switch (was) {
    case 'none':
      return [];
    case 'flow':
      return [`was: [old-${id}, 'older-${id}']`];
    case 'block':
      return ['was:', `  - old-${id} # before`, `  - "older-${id}"`];
  }
}

function termLines({ id, terms }: WrittenCode): string[] {
  switch (terms) {
    case 'none':
      return [];
    case 'empty':
      return ['terms:'];
    case '[]':
      return ['terms: []'];
    case 'flow':
      return [`terms: [drempel, '${id}*'] # words`];
    case 'block':
      return ['terms:', '- drempel', '# and', `- ${id}*`];
    case 'flow per language':
      return [`terms: { nl: [drempel, '${id}*'], en: [barrier] }`];
    case 'block per language':
      return ['terms:', '  nl:', '    - drempel # not drempels', `    - ${id}*`, '  de: []'];
  }
}

function definitionLines({ definition }: WrittenCode): string[] {
  switch (definition) {
    case 'none':
      return [];
    case 'plain':
      return ['definition: What is said', '  of it'];
    case 'literal':
      return ['definition: |', '  # no comment', '', '  but text'];
    case 'literal with last lines kept':
      return ['definition: |+', '  text', ''];
  }
}

function flowLines({ id, was, name, nameStyle, color, children, noChildren }: WrittenCode): string[] {
  const parts = [`id: ${id}`];
  if (was === 'flow') parts.push(`was: [old-${id}]`);
  if (nameStyle === 'flow map') parts.push(`name: { en: ${single(name.en)} }`);
  else if (nameStyle !== 'none' && nameStyle !== 'empty') parts.push(`name: ${single(name.en)}`);
  if (color !== 'none') parts.push("color: '#112233'");
  if (children.length > 0) parts.push(`codes: [${children.flatMap(flowLines).join(', ')}]`);
  else if (noChildren === '[]' || noChildren === '~') parts.push(`codes: ${noChildren}`);
  return [`{ ${parts.join(', ')} }`];
}

function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
