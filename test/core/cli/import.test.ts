import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, otr, paragraph, run } from '../exchange/support/files';
import { commented } from '../exchange/support/word';
import { BuiltCli } from './builtCli';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await BuiltCli.build();
});
afterAll(() => cli.dispose());

const codebook = 'codes: [{id: barrier, name: Barrier}]\n';
const html =
  '<p><span class="timestamp" data-timestamp="123">2:03</span>&nbsp;I: Geheim?</p><p>R: Geheim.</p>';

describe('import', () => {
  it('takes in a folder, with its folders as cases, and says nothing of what was said', async () => {
    const files = await cli.study({
      'icu/one.otr': otr(html),
      'icu/deep/one.docx': docx(paragraph(run('I: Geheim?')) + paragraph(run('R: Geheim.'))),
      'ggz/two.srt': '1\n00:00:01,000 --> 00:00:02,000\nI: Geheim\n',
      'ggz/photo.png': 'x',
      'ggz/.two.srt': 'x',
    });
    const study = await cli.study({ 'codebook.yaml': codebook });
    const { code, out, err } = await cli.run('import', files, '--study', study);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'transcripts/ggz/two.txt: new; 1 turn; 1 with a time; speakers: I (interviewer); language: not recognized',
        'transcripts/icu/deep - one.txt: new; 2 turns; 0 with a time; speakers: I (interviewer), R; language: not recognized',
        'transcripts/icu/one.txt: new; 2 turns; 1 with a time; speakers: I (interviewer), R; language: not recognized\n',
      ].join('\n'),
    );
    expect(await readFile(join(study, 'transcripts/icu/one.txt'), 'utf8')).toBe(
      '[00:02:03] I: Geheim?\nR: Geheim.\n',
    );
    expect(await readFile(join(study, 'originals/icu/one.otr'))).toEqual(Buffer.from(otr(html)));
    expect(
      (await readFile(join(study, 'originals/imports.jsonl'), 'utf8')).trimEnd().split('\n'),
    ).toHaveLength(3);
  });

  it('goes on after a file that cannot be read, and fails', async () => {
    const files = await cli.study({ 'a.docx': 'x', 'b.txt': 'I: Ja' });
    const study = await cli.study({ 'codebook.yaml': codebook });
    const { code, out, err } = await cli.run('import', files, '--study', study, '--case', 'icu');
    expect(code).toBe(1);
    expect(out).toMatch(/^transcripts\/icu\/b\.txt: new; /);
    expect(err).toContain(`${join(files, 'a.docx')}:1:1: error: This is not a document of Word`);
  });

  it('does not write over what was edited, unless told to', async () => {
    const files = await cli.study({ 'a.txt': 'I: Ja\n' });
    const study = await cli.study({ 'codebook.yaml': codebook });
    const order = ['import', join(files, 'a.txt'), '--study', study, '--case', 'icu'] as const;
    await cli.run(...order);
    await writeFile(join(study, 'transcripts/icu/a.txt'), 'I: Nee\n');
    const refused = await cli.run(...order);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('“transcripts/icu/a.txt” was edited in the study');
    expect((await cli.run(...order, '--overwrite')).code).toBe(0);
    expect(await readFile(join(study, 'transcripts/icu/a.txt'), 'utf8')).toBe('I: Ja\n');
  });

  it('takes the only case of the study, and asks for one where there are several', async () => {
    const files = await cli.study({ 'a.txt': 'I: Ja\n' });
    const one = await cli.study({
      'codebook.yaml': codebook,
      'study.yaml': 'cases: [{id: icu, name: IC}]\n',
    });
    expect((await cli.run('import', join(files, 'a.txt'), '--study', one)).out).toMatch(
      /^transcripts\/icu\/a\.txt/,
    );
    const none = await cli.study({ 'codebook.yaml': codebook });
    const asked = await cli.run('import', join(files, 'a.txt'), '--study', none);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('Say --case ID.');
  });

  it('makes codings of comments, and codes of what is none when told to', async () => {
    const document = commented(
      ['R: ⟦1een1⟧ ⟦2twee2⟧'],
      [
        { id: 1, author: 'Anna', text: 'Drempel' },
        { id: 2, author: 'Anna', text: 'barrier' },
      ],
    );
    const files = await cli.study({ 'a.docx': document });
    const study = await cli.study({ 'codebook.yaml': `\ufeff# mine\r\n${codebook.replace('\n', '\r\n')}` });
    const order = [
      'import',
      join(files, 'a.docx'),
      '--study',
      study,
      '--case',
      'icu',
      '--coder',
      'anna',
    ] as const;
    const first = await cli.run(...order);
    expect(first.code).toBe(1);
    expect(first.out).toMatch(/; from comments: codings 1, reviews 0\n$/);
    expect(first.err).toContain('transcripts/icu/a.txt:1:1: error: “Drempel” is not a code (comments: 1)');
    expect((await cli.run(...order, '--map', 'drempel')).code).toBe(2);
    expect((await cli.run(...order, '--new-codes')).code).toBe(0);
    const yaml = await readFile(join(study, 'codebook.yaml'), 'utf8');
    expect(yaml).toMatch(
      /^\ufeff# mine\r\ncodes: \[\{id: barrier, name: Barrier\}, \{ ?id: drempel, name: Drempel ?\}\]\r\n$/,
    );
    const log = await readFile(join(study, 'codings/anna/icu/a.txt.jsonl'), 'utf8');
    expect(
      log
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).code),
    ).toEqual(['barrier', 'drempel']);
  });

  it('reads what was said in Word of an interview that was exported for review', async () => {
    const study = await cli.study({
      'codebook.yaml': codebook,
      'transcripts/icu/a.txt': 'R: een twee\n',
      'transcripts/ggz/b.txt': 'R: drie\n',
    });
    const line = {
      id: '1',
      code: 'barrier',
      start: 3,
      end: 6,
      quote: 'een',
      prefix: 'R: ',
      suffix: ' twee\n',
    };
    await mkdir(join(study, 'codings/anna/icu'), { recursive: true });
    await writeFile(
      join(study, 'codings/anna/icu/a.txt.jsonl'),
      `${JSON.stringify({ ...line, by: 'anna', at: '2024-01-01T00:00:00Z' })}\n`,
    );
    const out = join(study, 'out');
    expect((await cli.run('export', study, '--format', 'docx', '--case', 'icu', '--out', out)).err).toBe(
      `${join(out, 'icu/a.docx')}\n`,
    );
    const files = unzipSync(await readFile(join(out, 'icu/a.docx')));
    files['word/comments.xml'] = strToU8(
      strFromU8(files['word/comments.xml']!).replace('>Barrier<', '>Barrier: nee<'),
    );
    await writeFile(join(out, 'icu/a.docx'), zipSync(files));
    const { code, out: said } = await cli.run('import', out, '--study', study, '--coder', 'bram');
    expect({ code, said }).toEqual({
      code: 0,
      said: 'transcripts/icu/a.txt: reviewed; 1 turn; 0 with a time; speakers: R; language: not recognized; from comments: codings 0, reviews 1\n',
    });
    const review = JSON.parse(await readFile(join(study, 'reviews/bram/icu/a.txt.jsonl'), 'utf8'));
    expect(review).toMatchObject({ coding: '1', verdict: 'discuss', comment: 'nee', by: 'bram' });
  });

  it('writes through no link that leads out of the study', async () => {
    const files = await cli.study({ 'a.txt': 'I: Ja\n' });
    const study = await cli.study({ 'codebook.yaml': codebook });
    await symlink(files, join(study, 'originals'));
    const { code, err } = await cli.run('import', join(files, 'a.txt'), '--study', study, '--case', 'icu');
    expect(code).toBe(1);
    expect(err).toContain('leads out of the study');
  });

  it.each([
    [['import'], 'Which file'],
    [['import', 'a', 'b'], 'One file or folder'],
    [['import', 'a'], 'Into which study?'],
    [['import', 'nowhere', '--study', '.'], 'There is no file'],
    [['import', 'a', '--study', 'x', '--case', '../x'], 'cannot be a case'],
    [['import', 'a', '--what'], 'what'],
  ])('is wrongly used as %j', async (args, said) => {
    const { code, err } = await cli.run(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
