import { strToU8, zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { parseLog } from '../../../../src/core/coding/log';
import { ImportError } from '../../../../src/core/exchange/importError';
import { type ProjectPlan, planProject } from '../../../../src/core/exchange/refi/planProject';
import { Study } from '../../../../src/core/study';
import { MemoryFiles } from '../../support/memoryStudy';

const at = '2026-01-01T00:00:00Z';
const g = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const namespace = 'xmlns="urn:QDA-XML:project:1.0"';
const users = `<Users><User guid="${g(1)}" name="Anna"/></Users>`;
const codes = `<CodeBook><Codes><Code guid="${g(2)}" name="Drempel" isCodable="true"/></Codes></CodeBook>`;

interface Given {
  readonly origin?: string;
  readonly text?: string | Uint8Array;
  readonly file?: string;
  readonly qde?: string;
  readonly users?: string;
  readonly codes?: string;
  /** In the text source. */
  readonly source?: string;
  readonly name?: string;
  /** After the sources. */
  readonly rest?: string;
  readonly sources?: string;
}

function qdpx(given: Given = {}): Uint8Array {
  const {
    origin = 'Test',
    text = 'R: Er is een drempel.',
    file = 'sources/a.txt',
    qde = 'project.qde',
  } = given;
  const source = `<TextSource guid="${g(3)}" name="${given.name ?? 'Een'}" plainTextPath="internal://a.txt">${given.source ?? ''}</TextSource>`;
  const xml = `<?xml version="1.0" encoding="utf-8"?><Project ${namespace} name="Proef" origin="${origin}">${given.users ?? users}${given.codes ?? codes}<Sources>${given.sources ?? source}</Sources>${given.rest ?? ''}</Project>`;
  return zipSync({ [qde]: strToU8(xml), [file]: typeof text === 'string' ? strToU8(text) : text });
}

function selection(
  start: number,
  end: number,
  more: { name?: string; user?: string; inside?: string; codings?: string } = {},
): string {
  const { name = '', user = g(1), inside = '' } = more;
  const own =
    more.codings ??
    `<Coding guid="${g(start * 1000 + end + 50)}" creatingUser="${user}" creationDateTime="2020-02-03T04:05:06Z"><CodeRef targetGUID="${g(2)}"/></Coding>`;
  return `<PlainTextSelection guid="${g(start * 1000 + end + 60)}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${user}">${inside}${own}</PlainTextSelection>`;
}

async function take(
  bytes: Uint8Array,
  files: Readonly<Record<string, string>> = {},
  options: { name?: string; caseId?: string; coder?: string } = {},
): Promise<ProjectPlan> {
  const store = new MemoryFiles(files);
  const { name = 'proef.qdpx', caseId, coder } = options;
  return planProject(store, new Study(store), { source: { name, bytes }, caseId, coder, at });
}

/** The codings of all logs that are written, by log. */
function codings({ appends }: ProjectPlan) {
  return [...appends].flatMap(([log, lines]) =>
    parseLog(log, lines.join('\n')).log.current.map((coding) => ({ log, ...coding })),
  );
}

const quotes = (plan: ProjectPlan) => codings(plan).map(({ quote }) => quote);
const told = ({ problems }: ProjectPlan) => problems.map(({ code }) => code);

describe('a project of another program', () => {
  it('becomes transcripts, codes and codings', async () => {
    const plan = await take(qdpx({ source: selection(13, 20) }));
    expect(plan.writes.get('transcripts/Proef/Een.txt')).toBe('R: Er is een drempel.');
    expect(plan.writes.get('codebook.yaml')).toBe('codes:\n  - id: drempel\n    name: Drempel\n');
    expect(codings(plan)).toMatchObject([
      {
        log: 'codings/Anna/Proef/Een.txt.jsonl',
        code: 'drempel',
        start: 13,
        end: 20,
        quote: 'drempel',
        prefix: 'R: Er is een ',
        suffix: '.',
        by: 'Anna',
        at: '2020-02-03T04:05:06Z',
      },
    ]);
    expect(plan.writes.has('originals/proef.qdpx')).toBe(true);
    expect(told(plan)).toEqual([]);
  });

  it.each([
    ['NVivo 12', 'I: Wat?\r\nR: \u{1F600} Er is een drempel.\r\n', 9 + 16],
    ['ATLAS.ti 22', 'I: Wat?\r\nR: \u{1F600} Er is een drempel.\r\n', 8 + 15],
    ['MAXQDA 2022', '\ufeffI: Wat?\r\nR: \u{1F600} Er is een drempel.\r\n', 8 + 15],
    ['QualCoder', 'I: Wat?\nR: \u{1F600} Er is een drempel.\n', 8 + 15],
    ['Something that counts as NVivo does', 'I: Wat?\r\nR: \u{1F600} Er is een drempel.\r\n', 9 + 16],
    ['Something that counts line ends as two', 'I: Wat?\r\nR: \u{1F600} Er is een drempel.\r\n', 9 + 15],
  ])('has its positions counted as %s does', async (origin, text, start) => {
    const plan = await take(qdpx({ origin, text, source: selection(start, start + 7) }));
    expect(quotes(plan)).toEqual(['drempel']);
    expect(plan.writes.get('transcripts/Proef/Een.txt')).toBe('I: Wat?\nR: \u{1F600} Er is een drempel.\n');
  });

  it('that counts the end in is read so where most quotes end at words then', async () => {
    const source = selection(13, 19) + selection(0, 0) + selection(3, 4);
    expect(quotes(await take(qdpx({ source })))).toEqual(['drempel', 'R', 'Er']);
  });

  it('may have its file anywhere, under any name and in any case', async () => {
    const bytes = qdpx({ qde: 'Mijn Project.QDE', file: 'Sources/A.TXT', source: selection(13, 20) });
    expect(quotes(await take(bytes))).toEqual(['drempel']);
  });

  it('may have braces, empty attributes, empty lists and colors of the web', async () => {
    const plan = await take(
      qdpx({
        users: `<Users><User guid="{${g(1).toUpperCase()}}" name="Anna"/></Users>`,
        codes: `<CodeBook><Codes><Code guid="{${g(2)}}" name="Drempel" isCodable="true" color="rgba(213, 94, 0, 0.5)"/></Codes></CodeBook>`,
        source: selection(13, 20, { user: '' }) + selection(3, 5),
        rest: '<Notes/><Links/><Sets/>',
      }),
      {},
      { coder: 'bram' },
    );
    expect(plan.writes.get('codebook.yaml')).toContain('color: "#d55e00"');
    expect(codings(plan).map(({ by, quote }) => [by, quote])).toEqual([
      ['bram', 'drempel'],
      ['Anna', 'Er'],
    ]);
  });

  it('has memos in the description, in notes, or in both', async () => {
    const inside = '<Description>Een memo</Description>';
    const noted = `<Coding guid="${g(70)}"><CodeRef targetGUID="${g(2)}"/><NoteRef targetGUID="${g(80)}"/></Coding><NoteRef targetGUID="${g(81)}"/>`;
    const plan = await take(
      qdpx({
        source:
          selection(13, 20, { inside }) +
          selection(3, 5, { codings: noted, inside }) +
          selection(0, 1, { inside: '<Description>R</Description>' }),
        rest: `<Notes><Note guid="${g(80)}" name="n"><PlainTextContent>Van de codering</PlainTextContent></Note><Note guid="${g(81)}" name="m"><PlainTextContent>Een memo</PlainTextContent></Note></Notes>`,
      }),
    );
    expect(codings(plan).map(({ memo }) => memo)).toEqual([
      'Een memo',
      'Een memo\n\nVan de codering',
      undefined,
    ]);
  });

  it('says in variables and cases what front matter says', async () => {
    const values = `<VariableValue><VariableRef targetGUID="${g(90)}"/><TextValue>wijkverpleegkundige: zelf</TextValue></VariableValue>`;
    const plan = await take(
      qdpx({
        source: selection(13, 20) + values,
        rest: `<Cases><Case guid="${g(91)}" name="P07"><VariableValue><VariableRef targetGUID="${g(92)}"/><DateValue>2021-03-04</DateValue></VariableValue><SourceRef targetGUID="${g(3)}"/></Case></Cases><Variables><Variable guid="${g(90)}" name="Functie" typeOfVariable="Text"/><Variable guid="${g(92)}" name="Cases:Date" typeOfVariable="Date"/></Variables>`,
      }),
      {},
      { caseId: 'wijk' },
    );
    const text = plan.writes.get('transcripts/wijk/Een.txt') as string;
    expect(text).toBe(
      "---\nparticipant: P07\nrole: 'wijkverpleegkundige: zelf'\ndate: '2021-03-04'\n---\nR: Er is een drempel.",
    );
    expect(text.slice(codings(plan)[0]!.start, codings(plan)[0]!.end)).toBe('drempel');
  });

  it('has the plain text read of a formatted source, which places are counted in', async () => {
    const rich = (text: string) =>
      `<TextSource guid="${g(4)}" name="Verslag" richTextPath="internal://a.docx" ${text}${selection(13, 20)}</TextSource>`;
    for (const text of [
      'plainTextPath="internal://a.txt">',
      '><PlainTextContent>R: Er is een drempel.</PlainTextContent>',
    ]) {
      const plan = await take(qdpx({ sources: rich(text) }));
      expect(plan.writes.get('transcripts/Proef/Verslag.txt')).toBe('R: Er is een drempel.');
      expect(quotes(plan)).toEqual(['drempel']);
      expect(plan.problems).toEqual([]);
    }
    const alone = await take(qdpx({ sources: rich('>') }));
    expect(told(alone)).toEqual(['import-source-without-text']);
    expect(alone.writes.has('originals/proef.qdpx')).toBe(true);
  });

  it('has texts of documents and recordings too', async () => {
    const plan = await take(
      qdpx({
        sources: `<PDFSource guid="${g(4)}" name="Verslag.pdf"><PDFSelection guid="${g(5)}"/><Representation guid="${g(6)}" plainTextPath="internal://a.txt">${selection(13, 20)}</Representation></PDFSource>
          <AudioSource guid="${g(7)}" name="Opname"><Transcript guid="${g(8)}"><PlainTextContent>R: Geen drempel</PlainTextContent><SyncPoint guid="${g(9)}" position="8"/><SyncPoint guid="${g(10)}" position="15"/><TranscriptSelection guid="${g(11)}" fromSyncPoint="${g(9)}" toSyncPoint="${g(10)}"><Coding guid="${g(12)}"><CodeRef targetGUID="${g(2)}"/></Coding></TranscriptSelection></Transcript></AudioSource>
          <PictureSource guid="${g(13)}" name="Foto"/>`,
      }),
    );
    expect(codings(plan).map(({ log, quote }) => [log, quote])).toEqual([
      ['codings/Anna/Proef/Verslag.txt.jsonl', 'drempel'],
      ['codings/import/Proef/Opname.txt.jsonl', 'drempel'],
    ]);
    expect(plan.problems.map(({ code, args }) => [code, ...args])).toEqual([
      ['import-left-out', 'pdfselection', '1'],
      ['import-left-out', 'picturesource', '1'],
    ]);
  });
});

describe('what cannot be placed', () => {
  it('is kept with its words, and listed', async () => {
    const source = selection(900, 930, { name: 'Er is een drempel...' }) + selection(800, 900);
    const plan = await take(qdpx({ source }));
    expect(told(plan)).toEqual(['import-coding-unplaced', 'import-coding-lost']);
    expect(codings(plan)).toMatchObject([{ quote: 'Er is een drempel', start: 900, end: 930 }]);
    const report = plan.writes.get('originals/proef.md') as string;
    expect(report).toContain('800-900');
  });

  it('is put where its words stand once, and listed', async () => {
    const source = selection(0, 2, { name: 'is een drempel' });
    const plan = await take(qdpx({ source }));
    expect(told(plan)).toEqual(['import-coding-found']);
    expect(quotes(plan)).toEqual(['is een drempel']);
  });

  it('is not moved for a name that is not its words', async () => {
    const plan = await take(qdpx({ source: selection(13, 20, { name: 'Een goed voorbeeld' }) }));
    expect([quotes(plan), told(plan)]).toEqual([['drempel'], []]);
  });

  it('is told where a passage has a note and no code, and notes of nothing are kept', async () => {
    const plan = await take(
      qdpx({
        source: selection(3, 5, { codings: '', inside: '<Description>Let op</Description>' }),
        rest: `<Notes><Note guid="${g(80)}" name="Dagboek"><PlainTextContent>Vandaag gecodeerd.</PlainTextContent></Note></Notes><Sets><Set guid="${g(81)}" name="s"/></Sets>`,
      }),
    );
    expect(told(plan)).toEqual(['import-annotation', 'import-left-out', 'import-note-left']);
    expect(plan.writes.get('originals/proef.md')).toContain('Vandaag gecodeerd.');
    expect(plan.writes.get('originals/proef.md')).toContain('Let op');
  });
});

describe('a study that has something already', () => {
  const codebook = '# van mij\ncodes:\n  - id: hindernis   # blijft\n    name: {nl: drempel, en: Barrier}\n';

  it('keeps its codebook as it is, and its codes are found by name', async () => {
    const plan = await take(
      qdpx({
        codes: `<CodeBook><Codes><Code guid="${g(2)}" name="Drempel" isCodable="true"><Code guid="${g(14)}" name="Tijd" isCodable="true"><Description>Te weinig tijd</Description></Code></Code></Codes></CodeBook>`,
        source: selection(13, 20),
      }),
      { 'codebook.yaml': codebook },
    );
    expect(codings(plan)).toMatchObject([{ code: 'hindernis' }]);
    expect(plan.writes.get('codebook.yaml')).toBe(
      `${codebook}    codes:\n      - id: tijd\n        name: Tijd\n        definition: Te weinig tijd\n`,
    );
  });

  it('gets nothing twice from the same project', async () => {
    const bytes = qdpx({ source: selection(13, 20) });
    const first = await take(bytes);
    const files = Object.fromEntries([...first.writes].map(([path, content]) => [path, content as string]));
    const logs = Object.fromEntries([...first.appends].map(([path, lines]) => [path, lines.join('\n')]));
    const second = await take(bytes, { ...files, ...logs });
    expect([[...second.writes], [...second.appends], second.same]).toEqual([[], [], 1]);
  });

  it('keeps a transcript of the same name, and one whose front matter was changed is the same', async () => {
    const other = await take(qdpx({ source: selection(13, 20) }), {
      'transcripts/Proef/Een.txt': 'R: Iets anders.',
    });
    expect([...other.writes.keys()]).toContain('transcripts/Proef/Een-2.txt');
    const headed = '---\nrole: arts\n---\nR: Er is een drempel.';
    const same = await take(qdpx({ source: selection(13, 20) }), { 'transcripts/Proef/Een.txt': headed });
    expect(same.transcripts).toBe(0);
    expect(codings(same)[0]!.start).toBe(headed.indexOf('drempel'));
  });

  it('has names of coders and files made fit for folders', async () => {
    const plan = await take(
      qdpx({
        users: `<Users><User guid="${g(1)}" name="../Anna: de Wit?"/></Users>`,
        name: '../../a/b.docx',
        source: selection(13, 20),
      }),
    );
    expect([...plan.appends.keys()]).toEqual(['codings/-Anna- de Wit-/Proef/-..-a-b.txt.jsonl']);
  });
});

describe('a file that is no project', () => {
  const xml = (content: string) => zipSync({ 'project.qde': strToU8(content) });

  it.each<[string, Uint8Array, string, string?]>([
    ['no archive', strToU8('hello'), 'import-not-zip'],
    ['an archive without a project', zipSync({ 'a.txt': strToU8('x') }), 'import-no-project'],
    [
      'two projects',
      zipSync({ 'a.qde': strToU8('<Project/>'), 'b.qde': strToU8('<Project/>') }),
      'import-no-project',
    ],
    ['another root', xml('<html/>'), 'import-no-project'],
    [
      'a document type',
      xml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project>&x;</Project>'),
      'import-xml-doctype',
    ],
    ['deep nesting', xml(`<Project><CodeBook><Codes>${'<Code>'.repeat(5000)}`), 'import-xml-too-deep'],
    ['a cut text', xml('<Project><Users>'), 'import-bad-xml'],
    [
      'a way out',
      zipSync({ 'project.qde': strToU8('<Project/>'), '../x.txt': strToU8('x') }),
      'import-zip-unsafe',
    ],
    [
      'more codes than a study has',
      xml(`<Project><CodeBook><Codes>${'<Code/>'.repeat(5001)}</Codes></CodeBook></Project>`),
      'import-project-too-large',
    ],
    [
      'a codebook of too many elements',
      strToU8(`<CodeBook>${'<a/>'.repeat(1_000_001)}</CodeBook>`),
      'import-project-too-large',
      'codes.qdc',
    ],
    [
      'codes too deep below one another',
      strToU8(
        `<CodeBook><Codes>${Array.from({ length: 150 }, (_, depth) => `<Code guid="${g(depth)}" name="Code ${depth}">`).join('')}${'</Code>'.repeat(150)}</Codes></CodeBook>`,
      ),
      'import-codes-unwritable',
      'codes.qdc',
    ],
    [
      'a code of nothing but brackets',
      strToU8(
        `<CodeBook><Codes><Code guid="${g(1)}" name="a"><Description>${'['.repeat(5000)}</Description></Code></Codes></CodeBook>`,
      ),
      'import-codes-unwritable',
      'codes.qdc',
    ],
    ['a bomb', zipSync({ 'project.qde': new Uint8Array(16e6) }), 'import-too-large'],
    ['a codebook of another kind', strToU8('<Project/>'), 'import-no-project', 'codes.qdc'],
    [
      'a codebook with a document type',
      strToU8('<!DOCTYPE a><CodeBook/>'),
      'import-xml-doctype',
      'codes.qdc',
    ],
  ])('with %s is refused, and nothing is written', async (_, bytes, code, name = 'a.qdpx') => {
    const error = await take(bytes, {}, { name }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).code).toBe(code);
  });

  it('reads nothing that lies outside of it', async () => {
    for (const path of ['relative://../x.txt', 'absolute:///etc/passwd', 'internal://../../etc/passwd']) {
      const sources = `<TextSource guid="${g(3)}" name="x" plainTextPath="${path}">${selection(0, 2)}</TextSource>`;
      const plan = await take(qdpx({ sources }));
      expect([plan.transcripts, told(plan)]).toEqual([0, ['import-source-without-text']]);
    }
  });

  it('does no harm with names that are properties of every object', async () => {
    const plan = await take(
      qdpx({
        codes: `<CodeBook><Codes><Code guid="${g(2)}" name="__proto__" isCodable="true"><Description>Id: constructor</Description></Code></Codes></CodeBook>`,
        source: selection(13, 20),
      }),
    );
    expect(codings(plan)).toMatchObject([{ code: 'constructor' }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
