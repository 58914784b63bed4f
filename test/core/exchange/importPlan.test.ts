import { describe, expect, it } from 'vitest';
import { selectQuote } from '../../../src/core/coding/coding';
import { codingLine } from '../../../src/core/coding/log';
import { type ImportPlan, planImport } from '../../../src/core/exchange/importPlan';
import { Study } from '../../../src/core/study';
import { parseTranscript } from '../../../src/core/transcript/parse';
import { MemoryFiles } from '../support/memoryStudy';
import { bytesOf } from './support/files';
import { read } from './support/read';

interface Options {
  readonly caseId?: string;
  readonly overwrite?: boolean;
  readonly interviewers?: readonly string[];
}

/** Takes a file in, and writes what that writes. */
async function importInto(
  files: MemoryFiles,
  name: string,
  content: string,
  { caseId = 'icu', ...options }: Options = {},
): Promise<ImportPlan> {
  const source = { name, bytes: bytesOf(content) };
  const imported = await read(name, content);
  const at = '2024-01-01T00:00:00.000Z';
  const plan = await planImport(files, { source, imported, caseId, overwrite: false, at, ...options });
  for (const [path, written] of plan.writes) files.set(path, written);
  for (const [path, lines] of plan.appends) {
    files.set(path, (await text(files, path)) + lines.map((line) => `${line}\n`).join(''));
  }
  return plan;
}

async function text(files: MemoryFiles, path: string): Promise<string> {
  return new TextDecoder().decode((await files.read(path)) ?? new Uint8Array());
}

const talk =
  'Anna: Hoe gaat het?\nPiet: Ik denk dat het wel goed gaat, maar niet voor een dag.\nAnna: Waarom niet?\n';
const path = 'transcripts/icu/gesprek 1.txt';

describe('a file that is new', () => {
  it('becomes a transcript with front matter, and is kept as it is', async () => {
    const files = new MemoryFiles();
    const content = talk.replaceAll('\n', '\r\n');
    const plan = await importInto(files, 'gesprek 1.txt', content);
    expect(plan).toMatchObject({ transcript: path, outcome: 'new' });
    expect(await text(files, path)).toBe(`---\ninterviewer: Anna\nlanguage: nl\n---\n${talk}`);
    expect(await text(files, 'originals/icu/gesprek 1.txt')).toBe(content);
  });

  it('has the interviewers that were chosen, in names that YAML would read otherwise', async () => {
    const files = new MemoryFiles();
    const { text: written } = await importInto(files, 'a.txt', 'No: ja\nPiet: b\nJan: c\n', {
      interviewers: ['No', 'Piet'],
    });
    expect(parseTranscript('a', written).transcript.frontMatter.interviewers).toEqual(['No', 'Piet']);
    const none = await importInto(files, 'b.txt', 'I: ja\nR: b\n', { interviewers: [] });
    expect(parseTranscript('b', none.text).transcript.turns.map(({ interviewer }) => interviewer)).toEqual([
      false,
      false,
    ]);
  });

  it('goes to the case it is put in, whatever its own front matter says', async () => {
    const files = new MemoryFiles();
    const plan = await importInto(files, 'a.txt', '---\nrole: nurse\ncase: other # mine\n---\nI: ja\n');
    expect(plan.text).toBe('---\nrole: nurse\ncase: icu # mine\n---\nI: ja\n');
  });

  it('keeps front matter that is no YAML as it is', async () => {
    const plan = await importInto(new MemoryFiles(), 'a.txt', '---\ncase: other\nx: [\n---\nI: ja\n');
    expect(plan.text).toBe('---\ncase: other\nx: [\n---\nI: ja\n');
  });

  it('that begins like front matter reads as what it says', async () => {
    const plan = await importInto(new MemoryFiles(), 'a.otr', '{"text":"<p>---</p><p>I: ja</p><p>R: x</p>"}');
    expect(parseTranscript('a', plan.text).transcript.turns).toHaveLength(3);
  });

  it('does not take the place of another file of the same name', async () => {
    const files = new MemoryFiles();
    await importInto(files, 'a.otr', '{"text":"I: een"}');
    expect((await importInto(files, 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nI: twee')).transcript).toBe(
      'transcripts/icu/a-2.txt',
    );
    expect((await importInto(files, 'a.md', 'I: drie')).transcript).toBe('transcripts/icu/a.md');
    expect((await importInto(files, 'a.otr', '{"text":"I: vier"}')).transcript).toBe('transcripts/icu/a.txt');
    expect((await importInto(files, 'a.otr', '{"text":"I: vijf"}', { caseId: 'ggz' })).transcript).toBe(
      'transcripts/ggz/a.txt',
    );
  });

  it('has a name that every system takes', async () => {
    const plan = await importInto(new MemoryFiles(), 'con:1?/..txt', 'I: ja');
    expect([...plan.writes.keys()]).toEqual(['originals/icu/con-1-.txt', 'transcripts/icu/con-1-.txt']);
  });
});

describe('a file that comes again', () => {
  it('writes nothing where nothing has changed', async () => {
    const files = new MemoryFiles();
    await importInto(files, 'gesprek 1.txt', talk);
    const again = await importInto(files, 'gesprek 1.txt', talk);
    expect(again).toMatchObject({ outcome: 'same', writes: new Map(), appends: new Map() });
  });

  it('updates the turns, and leaves the front matter and the codings', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': 'codes: [{id: c, name: C}]' });
    await importInto(files, 'gesprek 1.txt', talk);
    const filledIn = (await text(files, path)).replace('---\n', '---\nrole: nurse\n');
    files.set(path, filledIn);
    const start = filledIn.indexOf('dat het wel');
    const quoted = selectQuote(filledIn, { start, end: start + 'dat het wel goed gaat'.length });
    const coding = codingLine({ id: '1', code: 'c', ...quoted, by: 'anna', at: '2024' });
    files.set('codings/anna/icu/gesprek 1.txt.jsonl', coding);
    const plan = await importInto(files, 'gesprek 1.txt', `Anna: Goedemiddag.\n${talk}`);
    expect(plan.outcome).toBe('updated');
    expect(await text(files, path)).toBe(filledIn.replace('Anna: Hoe', 'Anna: Goedemiddag.\nAnna: Hoe'));
    expect(await text(files, 'codings/anna/icu/gesprek 1.txt.jsonl')).toBe(coding);
    expect((await new Study(files).codings(path)).map(({ text, anchor }) => [text, anchor])).toEqual([
      ['dat het wel goed gaat', 'moved'],
    ]);
    expect(await text(files, 'originals/icu/gesprek 1.txt')).toBe(talk);
    expect(await text(files, 'originals/icu/gesprek 1.2.txt')).toBe(`Anna: Goedemiddag.\n${talk}`);
  });

  it('is not written over turns that were edited in the study, unless told to', async () => {
    const files = new MemoryFiles();
    await importInto(files, 'gesprek 1.txt', talk);
    const edited = (await text(files, path)).replace('Piet', 'P04');
    files.set(path, edited);
    const refused = await importInto(files, 'gesprek 1.txt', `${talk}Piet: En?\n`);
    expect(refused).toMatchObject({ outcome: 'edited', writes: new Map(), appends: new Map() });
    expect(await text(files, path)).toBe(edited);
    expect(await importInto(files, 'gesprek 1.txt', `${talk}Piet: En?\n`, { overwrite: true })).toMatchObject(
      {
        outcome: 'updated',
      },
    );
  });

  it('is not written over a transcript that was there before', async () => {
    const files = new MemoryFiles({ [path]: 'I: van mij\n' });
    expect((await importInto(files, 'gesprek 1.txt', talk)).outcome).toBe('edited');
    expect(
      (await importInto(new MemoryFiles({ 'transcripts/icu/a.txt': 'I: ja\n' }), 'a.txt', 'I: ja')).outcome,
    ).toBe('same');
  });

  it('is put back where its transcript is gone', async () => {
    const files = new MemoryFiles();
    await importInto(files, 'gesprek 1.txt', talk);
    files.delete(path);
    expect((await importInto(files, 'gesprek 1.txt', talk)).outcome).toBe('new');
  });
});
