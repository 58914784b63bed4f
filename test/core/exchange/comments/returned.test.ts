import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { type Coding, selectQuote } from '../../../../src/core/coding/coding';
import { codingLine, parseLog } from '../../../../src/core/coding/log';
import { exportForReview, reviewDocumentPath } from '../../../../src/core/exchange/comments/reviewExport';
import { type FilePlan, planFile } from '../../../../src/core/exchange/planFile';
import type { Review } from '../../../../src/core/review/review';
import { Study } from '../../../../src/core/study';
import { MemoryFiles } from '../../support/memoryStudy';
import { read } from '../support/read';

const transcript = 'transcripts/icu/a.txt';
const text =
  '---\nrole: nurse\n---\n[00:00:05] I: Wat staat er in de weg?\nR: Het “geld”, & de tijd.\tEcht.\n\nNiets <helpt>.\n**I:** En 😀 verder?\nR: Niets.\n';
const codebook = `codes:
  - {id: barrier, name: {en: Barrier, nl: Belemmering}}
  - {id: money, name: 'Geld: alles, ook tijd'}
  - {id: same-1, name: Same}
  - {id: same-2, name: Same}
`;
const now = '2024-06-01T00:00:00.000Z';

function codingOn(words: string, code: string, by: string, more: Partial<Coding> = {}): Coding {
  const start = text.indexOf(words);
  const place = selectQuote(text, { start, end: start + words.length });
  return { id: `${by}-${code}-${start}`, code, ...place, by, at: '2024-03-01T10:00:00.250Z', ...more };
}

const codings: Coding[] = [
  codingOn('staat er in de weg?', 'barrier', 'anna', { memo: 'Let op: dit\nkomt terug' }),
  codingOn('Het “geld”, & de tijd.\tEcht.\n\nNiets', 'money', 'anna'),
  codingOn('geld', 'same-1', 'anna'),
  codingOn('Niets <helpt>.\n**I:** En 😀', 'same-2', 'bram', { at: '2024-03-02T10:00:00.000Z' }),
];

function studyFiles(list: readonly Coding[] = codings): MemoryFiles {
  const files = new MemoryFiles({ 'codebook.yaml': codebook, [transcript]: text });
  for (const by of new Set(list.map((one) => one.by))) {
    const lines = list.filter((one) => one.by === by).map((one) => `${codingLine(one)}\n`);
    files.set(`codings/${by}/icu/a.txt.jsonl`, lines.join(''));
  }
  return files;
}

async function exported(files: MemoryFiles): Promise<Uint8Array> {
  return (await exportForReview(new Study(files), transcript, 'nl'))!.bytes;
}

/** Takes a document in that comes back, and writes what that writes. */
async function comeBack(files: MemoryFiles, bytes: Uint8Array, editor?: string): Promise<FilePlan> {
  const source = { name: 'a.docx', bytes };
  const plan = await planFile(files, {
    ...{ source, imported: await read('a.docx', bytes), caseId: 'icu', overwrite: false, at: now },
    ...{ choices: new Map(), coder: editor },
  });
  for (const [path, content] of plan.writes) files.set(path, content);
  for (const [path, lines] of plan.appends) {
    const before = strFromU8((await files.read(path)) ?? new Uint8Array());
    files.set(path, before + lines.map((line) => `${line}\n`).join(''));
  }
  return plan;
}

/** The document after its comments were edited. */
function edited(bytes: Uint8Array, edit: (xml: string) => string, part = 'word/comments.xml'): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part]!);
  const after = edit(before);
  expect(after).not.toBe(before);
  files[part] = strToU8(after);
  return zipSync(files);
}

async function reviewsBy(files: MemoryFiles, who: string): Promise<Review[]> {
  const lines = strFromU8((await files.read(`reviews/${who}/icu/a.txt.jsonl`)) ?? new Uint8Array());
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('a document for review', () => {
  it('comes back without a change where nothing was changed', async () => {
    const files = studyFiles();
    expect(await comeBack(files, await exported(files))).toMatchObject({
      ...{ transcript, outcome: 'returned', writes: new Map(), appends: new Map() },
      comments: { codings: 0, reviews: 0, problems: [] },
    });
  });

  it('is the same, byte by byte, for the same study', async () => {
    expect(await exported(studyFiles())).toEqual(await exported(studyFiles()));
  });

  it('has the text and all codings, also for a study that has neither', async () => {
    const other = new MemoryFiles({ 'codebook.yaml': codebook });
    const plan = await comeBack(other, await exported(studyFiles()));
    expect(plan).toMatchObject({ outcome: 'new', comments: { codings: codings.length, problems: [] } });
    const found = await new Study(other).codings(transcript);
    expect(
      found.map(({ coding }) => [coding.code, coding.quote.replace('**I:**', 'I:'), coding.memo, coding.by]),
    ).toEqual(codings.map(({ code, quote, memo, by }) => [code, quote.replace('**I:**', 'I:'), memo, by]));
  });

  it('does not change what was changed in the study meanwhile', async () => {
    const files = studyFiles();
    const document = await exported(files);
    const [first, second] = codings;
    const log = 'codings/anna/icu/a.txt.jsonl';
    const lines = [
      codingLine({ ...first!, memo: 'anders', code: 'money', at: now }),
      JSON.stringify({ id: second!.id, deleted: true, by: 'anna', at: now }),
    ];
    files.set(log, `${strFromU8((await files.read(log))!)}${lines.join('\n')}\n`);
    files.set(transcript, text.replace('[00:00:05]', 'I: Vooraf.\n[00:00:05]'));
    expect((await comeBack(files, document, 'vera')).appends).toEqual(new Map());
  });

  it('comes back with comments that were edited, removed and replied to, as reviews by who did that', async () => {
    const files = studyFiles();
    let document = await exported(files);
    document = edited(document, (xml) => xml.replace('>same-1<', '>Belemmering: geen geld<'));
    document = edited(document, (xml) => xml.replace('komt terug', 'komt nooit terug'));
    document = edited(document, (xml) => xml.replace(/<w:comment w:id="1".*?<\/w:comment>/, ''));
    document = edited(document, (xml) =>
      xml.replace(
        '</w:comments>',
        '<w:comment w:id="9" w:author="Vera" w:date="2024-05-01T00:00:00Z"><w:p w14:paraId="00000099"><w:r><w:t>Eens</w:t></w:r></w:p></w:comment></w:comments>',
      ),
    );
    document = edited(
      document,
      (xml) =>
        xml.replace(
          '</w15:commentsEx>',
          '<w15:commentEx w15:paraId="00000099" w15:paraIdParent="00000004"/></w15:commentsEx>',
        ),
      'word/commentsExtended.xml',
    );
    const unknown = await comeBack(files, document);
    expect(unknown.comments.problems.map(({ code }) => code)).toEqual(
      Array(3).fill('import-comment-changed'),
    );
    const plan = await comeBack(files, document, 'vera');
    expect(plan.comments).toMatchObject({ codings: 0, reviews: 3, problems: [] });
    expect(
      (await reviewsBy(files, 'vera')).map(({ coding, verdict, code, comment }) => [
        coding,
        verdict,
        code,
        comment,
      ]),
    ).toEqual([
      [codings[0]!.id, 'discuss', undefined, 'Let op: dit\nkomt nooit terug'],
      [codings[2]!.id, 'disagree', 'barrier', 'geen geld'],
      [codings[1]!.id, 'disagree', undefined, undefined],
    ]);
    expect((await reviewsBy(files, 'Vera')).map(({ coding, verdict }) => [coding, verdict])).toEqual([
      [codings[3]!.id, 'agree'],
    ]);
    expect((await comeBack(files, document, 'vera')).appends).toEqual(new Map());
  });

  it('comes back to its own coder as changes of the codings', async () => {
    const files = studyFiles();
    let document = edited(await exported(files), (xml) => xml.replace('>same-1<', '>Belemmering<'));
    document = edited(document, (xml) => xml.replace(/<w:comment w:id="1".*?<\/w:comment>/, ''));
    await comeBack(files, document, 'anna');
    const { log } = parseLog('', strFromU8((await files.read('codings/anna/icu/a.txt.jsonl'))!));
    expect(log.current.map(({ id, code }) => [id, code])).toEqual([
      [codings[0]!.id, 'barrier'],
      [codings[2]!.id, 'barrier'],
    ]);
    expect(log.removed).toEqual([codings[1]!.id]);
  });

  it('has reviews and answers as replies, which are themselves when they come back', async () => {
    const files = studyFiles();
    const id = codings[0]!.id;
    const review = {
      id: 'r1',
      coding: id,
      verdict: 'disagree',
      code: 'money',
      comment: 'a: b',
      by: 'vera',
      at: '2024-04-01T00:00:00.500Z',
    };
    const answer = {
      id: 'r2',
      coding: id,
      verdict: 'disagree',
      comment: 'Nee.',
      answer: 'r1',
      by: 'anna',
      at: '2024-04-02T00:00:00.000Z',
    };
    files.set('reviews/vera/icu/a.txt.jsonl', `${JSON.stringify(review)}\n`);
    files.set('reviews/anna/icu/a.txt.jsonl', `${JSON.stringify(answer)}\n`);
    const document = await exported(files);
    const { comments } = await read('a.docx', document);
    expect(comments.slice(1, 3).map(({ author, text, parent }) => [author, text, parent])).toEqual([
      ['vera', 'Oneens: money: a: b', '0'],
      ['anna', 'Oneens: Nee.', '0'],
    ]);
    expect((await comeBack(files, document)).appends).toEqual(new Map());
    const other = new MemoryFiles({ 'codebook.yaml': codebook });
    await comeBack(other, document);
    const [copy] = await reviewsBy(other, 'vera');
    expect(copy).toMatchObject({ verdict: 'disagree', code: 'money', comment: 'a: b' });
    expect(await reviewsBy(other, 'anna')).toMatchObject([
      { verdict: 'disagree', comment: 'Nee.', answer: copy!.id },
    ]);
  });

  it('writes only what can be read again where it no longer says which codings it shows', async () => {
    const files = studyFiles();
    const review = { id: 'r1', coding: codings[0]!.id, verdict: 'agree', by: 'vera', at: now };
    files.set('reviews/vera/icu/a.txt.jsonl', `${JSON.stringify(review)}\n`);
    const anonymous = (xml: string) => xml.replace(/ id="[^"]*"/g, ' id=""');
    const plan = await comeBack(files, edited(await exported(files), anonymous, 'customXml/item1.xml'));
    expect(plan.comments).toMatchObject({ codings: 0, reviews: 0 });
    expect((await new Study(files).codings(transcript)).map(({ anchor }) => anchor)).toEqual(
      codings.map(() => 'exact'),
    );
  });

  it('tells of codings that have no place', async () => {
    const files = studyFiles([
      codingOn('geld', 'money', 'anna', {
        quote: 'heel iets anders dat er niet staat',
        prefix: '',
        suffix: '',
      }),
    ]);
    expect((await exportForReview(new Study(files), transcript, 'en'))?.left).toBe(1);
    expect(reviewDocumentPath('transcripts/icu/a.b.txt')).toBe('icu/a.b.docx');
  });

  it('loses nothing of any codings on the way', async () => {
    const range = fc.tuple(fc.nat(text.length - 30), fc.integer({ min: 1, max: 25 }));
    const memo = fc.option(
      fc.constantFrom('ja', 'Let op: dit', 'a; b', '#tag', 'een\ntwee', '<x> & "y"', 'barrier'),
      { nil: undefined },
    );
    const one = fc.record({
      range,
      code: fc.constantFrom('barrier', 'money', 'same-1'),
      by: fc.constantFrom('anna', 'bram'),
      memo,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 8 }), async (list) => {
        const made = list.flatMap(({ range: [from, length], code, by, memo }, index) => {
          const start = text.indexOf('[00') + 14 + (from % (text.length - 70));
          const words = text.slice(start, start + length);
          if (/^\s|\s$|^.?[\udc00-\udfff]|[\ud800-\udbff]$/.test(words)) return [];
          const place = selectQuote(text, { start, end: start + words.length });
          const at = new Date(Date.UTC(2024, 1, 1, 0, 0, index % 3)).toISOString();
          return [{ id: `c${index}`, code, ...place, ...(memo !== undefined && { memo }), by, at }];
        });
        const files = studyFiles(made);
        expect((await comeBack(files, await exported(files), 'vera')).appends).toEqual(new Map());
      }),
      { numRuns: 60 },
    );
  });
});
