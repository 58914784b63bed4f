import { spawn } from 'node:child_process';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleStudy } from '../summary/exampleStudy';
import { BuiltCli } from './builtCli';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await BuiltCli.build();
});
afterAll(() => cli.dispose());

const withError = {
  ...exampleStudy,
  'scores/anna.yaml': '- {organization: org-9, domain: people, score: 1}\n',
};

describe('check', () => {
  it('says nothing but a count of a study without problems', async () => {
    const { code, out, err } = await cli.run('check', await cli.study(exampleStudy));
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '0 errors, 0 warnings, 0 notes\n' });
  });

  it('lists problems with their place, counted from 1, and fails for an error', async () => {
    const { code, out, err } = await cli.run('check', await cli.study(withError));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^scores\/anna\.yaml:1:18: error: “org-9” is not an organization of study\.yaml\..*\n$/,
    );
    expect(err).toBe('1 error, 0 warnings, 0 notes\n');
  });

  it('mentions on stderr where git would make conflicts of logs, which is no problem of the study', async () => {
    const inGit = { ...exampleStudy, '.git/HEAD': 'ref: refs/heads/main\n' };
    const { code, out, err } = await cli.run('check', await cli.study(inGit));
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(
      /^\.gitattributes:1:1: information: .*merge=union.*\n0 errors, 0 warnings, 0 notes\n$/,
    );
    const told = await cli.study({ ...inGit, '.gitattributes': '*.jsonl merge=union\n' });
    expect((await cli.run('check', told)).err).toBe('0 errors, 0 warnings, 0 notes\n');
  });

  it('does not fail for warnings alone', async () => {
    const gone = { ...exampleStudy, 'transcripts/elderly-care/nurse.txt': 'R: Iets anders.\n' };
    const { code, out } = await cli.run('check', await cli.study(gone));
    expect(code).toBe(0);
    expect(out).toMatch(/^codings\/anna\/elderly-care\/nurse\.txt\.jsonl:1:1: warning: /);
  });

  it('keeps a problem on a line, whatever the file holds', async () => {
    const log = exampleStudy['codings/anna/elderly-care/nurse.txt.jsonl']!;
    const hostile = log.replace('"quote":"vergoeding"', '"quote":"een\\n\\u001b[31mtwee"');
    const study = await cli.study({ ...exampleStudy, 'codings/anna/elderly-care/nurse.txt.jsonl': hostile });
    const { out } = await cli.run('check', study);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(out).not.toContain('\u001b');
  });

  it('fails for a folder that is no study', async () => {
    const { code, out } = await cli.run('check', await cli.study({ 'notes.txt': 'Niets.' }));
    expect(code).toBe(1);
    expect(out).toContain('codebook.yaml:1:1: error: ');
  });
});

describe('highlight', () => {
  it('finds what regular expressions say', async () => {
    const study = await cli.study({
      'codebook.yaml': "codes: [{id: barrier, name: Barrier, terms: ['/drempels?\\b/']}]",
      'transcripts/icu/one.txt': 'R: De drempels zijn hoog.\n',
    });
    const { code, out } = await cli.run('highlight', study);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ start: 6, end: 14, text: 'drempels' });
  });

  it('gives a line of JSON for each hit', async () => {
    const study = await cli.study({
      'codebook.yaml': 'codes: [{id: barrier, name: Barrier, terms: ["drempel*"]}]',
      'transcripts/icu/one.txt': 'I: Welke drempels?\nR: De drempel is hoog.\nR: Geen drempels meer.\n',
    });
    const { code, out } = await cli.run('highlight', study);
    expect(code).toBe(0);
    const hits = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(hits).toEqual([
      {
        transcript: 'transcripts/icu/one.txt',
        start: 25,
        end: 32,
        text: 'drempel',
        code: 'barrier',
        term: 'drempel*',
        negated: false,
      },
      {
        transcript: 'transcripts/icu/one.txt',
        start: 50,
        end: 58,
        text: 'drempels',
        code: 'barrier',
        term: 'drempel*',
        negated: true,
      },
    ]);
    expect(Object.keys(hits[0])).toEqual(['transcript', 'start', 'end', 'text', 'code', 'term', 'negated']);
  });
});

describe('summarize', () => {
  it('writes Markdown to stdout unless told otherwise', async () => {
    const { code, out, err } = await cli.run('summarize', await cli.study(exampleStudy));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# Ouderenzorg\n/);
  });

  it('writes one document for one case or all', async () => {
    const study = await cli.study({ ...exampleStudy, 'transcripts/icu/one.txt': 'R: Ja.\n' });
    const casesOf = async (...args: string[]) => {
      const { out } = await cli.run('summarize', study, '--format', 'json', ...args);
      return JSON.parse(out).cases.map(({ id }: { id: string }) => id);
    };
    expect(await casesOf()).toEqual(['elderly-care', 'icu']);
    expect(await casesOf('--case', 'icu')).toEqual(['icu']);
  });

  it('writes a file for each case into a folder that it makes, and leaves nothing else there', async () => {
    const study = await cli.study({ ...exampleStudy, 'transcripts/icu/one.txt': 'R: Ja.\n' });
    const folder = join(study, 'summaries');
    const { code, out } = await cli.run('summarize', study, '--format=html', '--out', folder);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect((await readdir(folder)).sort()).toEqual(['elderly-care.html', 'icu.html']);
    expect(await readFile(join(folder, 'icu.html'), 'utf8')).toMatch(/^<!DOCTYPE html>.*<\/html>\n$/s);
  });

  it('writes one report over all cases where that is asked for', async () => {
    const study = await cli.study({ ...exampleStudy, 'transcripts/icu/one.txt': 'R: Ja.\n' });
    const folder = join(study, 'summaries');
    expect((await cli.run('summarize', study, '--overview')).out).toMatch(/^# Alle casussen\n/);
    await cli.run('summarize', study, '--overview', '--format', 'json', '--out', folder);
    expect(await readdir(folder)).toEqual(['overview.json']);
  });

  it.each(['docx', 'xlsx'])('writes %s to stdout and to a folder, the same bytes', async (format) => {
    const study = await cli.study(exampleStudy);
    const folder = join(study, 'summaries');
    await cli.run('summarize', study, '--format', format, '--out', folder);
    const bytes = await readFile(join(folder, `elderly-care.${format}`));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    // What is piped is read as text here, in which other bytes than those of text are marks of what was lost.
    expect((await cli.run('summarize', study, '--format', format)).out).toBe(bytes.toString('utf8'));
  });

  it('reads the notes on a case where there are some', async () => {
    const notes = { 'notes/elderly-care.md': '## Wat opviel\n\nHet *beeld* hapert.\n' };
    const { code, out } = await cli.run('summarize', await cli.study({ ...exampleStudy, ...notes }));
    expect(code).toBe(0);
    expect(out).toContain('Het *beeld* hapert.');
  });

  it('writes the same bytes twice', async () => {
    const study = await cli.study(exampleStudy);
    const [first, second] = [
      await cli.run('summarize', study, '--format', 'csv'),
      await cli.run('summarize', study, '--format', 'csv'),
    ];
    expect(second.out).toBe(first.out);
  });

  it('writes what there is of a study with errors, and fails', async () => {
    const { code, out, err } = await cli.run('summarize', await cli.study(withError));
    expect(code).toBe(1);
    expect(out).toMatch(/^# Ouderenzorg\n/);
    expect(err).toMatch(/an error/);
  });

  it('fails with a sentence where the folder cannot be written', async () => {
    const study = await cli.study(exampleStudy);
    const { code, err } = await cli.run('summarize', study, '--out', join(study, 'study.yaml', 'sub'));
    expect(code).toBe(1);
    expect(err).toContain('study.yaml');
    expect(err).not.toContain('    at ');
  });
});

describe('the files of a study', () => {
  it('are not read through a link that leads out of it', async () => {
    const outside = await cli.study({ 'secret.txt': 'R: Geheim.\n', 'more/two.txt': 'R: Ook.\n' });
    const study = await cli.study({ ...exampleStudy, 'transcripts/icu/one.txt': 'R: Ja.\n' });
    await symlink(join(outside, 'secret.txt'), join(study, 'transcripts/icu/secret.txt'));
    await symlink(join(outside, 'more'), join(study, 'transcripts/more'));
    await symlink(join(study, 'transcripts'), join(study, 'transcripts/round'));
    const { code, out } = await cli.run('check', study);
    expect(code).toBe(1);
    expect(out).toMatch(/^transcripts\/icu\/secret\.txt:1:1: error: .*a link that leads out of the study/m);
    expect((await cli.run('summarize', study)).out).not.toMatch(/Geheim|two/);
  });

  it('may be thousands', async () => {
    const transcripts = Array.from({ length: 3000 }, (_, index) => [
      `transcripts/c/${index}.txt`,
      'R: De drempel.\n',
    ]);
    const study = await cli.study({
      'codebook.yaml': 'codes: [{id: barrier, name: Barrier, terms: [drempel]}]',
      ...Object.fromEntries(transcripts),
    });
    const { code, out } = await cli.run('highlight', study);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(3000);
  }, 60_000);

  it('may be binary, empty or in another encoding', async () => {
    const study = await cli.study({
      'codebook.yaml': 'codes: [{id: barrier, name: Barrier}]',
      'transcripts/c/binary.txt': Uint8Array.of(0x89, 0x50, 0, 0, 0, 1, 2, 3),
      'transcripts/c/empty.txt': '',
      'transcripts/c/old.txt': Buffer.from('R: patiënten en coördinatie\r\n', 'latin1'),
    });
    const { code, out } = await cli.run('summarize', study, '--format', 'json');
    expect(code).toBe(1);
    const words = JSON.parse(out).cases[0].interviews.map((one: { words: number | null }) => one.words);
    expect(words).toEqual([null, 0, 3]);
  });
});

describe('maturity', () => {
  const scored = {
    ...exampleStudy,
    'scores/anna.yaml':
      '- {organization: org-1, domain: people, score: 2, rationale: Nog geen scholing., evidence: [a2]}\n',
  };

  it('writes the tables of a report unless told otherwise', async () => {
    const { code, out, err } = await cli.run('maturity', await cli.study(scored));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('| Ouderenzorg | Zorggroep Noord | 2 | – | – | 2 (1 van 3 domeinen) |');
  });

  it('writes a row for each score, and data', async () => {
    const study = await cli.study(scored);
    const { out } = await cli.run('maturity', study, '--format', 'csv');
    expect(out).toBe(
      'case,organization,domain,scorer,score,settled,rationale,evidence\r\nelderly-care,org-1,people,anna,2,false,Nog geen scholing.,a2\r\n',
    );
    const json = await cli.run('maturity', study, '--format', 'json');
    expect(JSON.parse(json.out).scores).toHaveLength(1);
  });

  it('fails where a score cannot be read, and writes the others', async () => {
    const { code, out, err } = await cli.run('maturity', await cli.study(withError));
    expect(code).toBe(1);
    expect(err).toContain('an error');
    expect(out).toContain('Zorggroep Noord');
  });
});

describe('wrong usage', () => {
  const wrong: [string, (study: string) => string[], RegExp][] = [
    ['no verb', () => [], /What is to be done/],
    ['an unknown verb', (study) => ['toString', study], /no verb “toString”/],
    ['no study', () => ['check'], /Which study/],
    ['a format that maturity does not have', (study) => ['maturity', study, '--format', 'html'], /no format/],
    ['a study that is not there', (study) => ['check', join(study, 'nowhere')], /no folder “.*nowhere”/],
    ['a study that is a file', (study) => ['check', join(study, 'study.yaml')], /not a folder/],
    ['two studies', (study) => ['check', study, study], /one too many/],
    ['an unknown option', (study) => ['check', study, '--fast'], /--fast/],
    ['an option without a value', (study) => ['summarize', study, '--case'], /--case/],
    ['an unknown case', (study) => ['summarize', study, '--case', 'icu'], /no case “icu”.*elderly-care/],
    ['an unknown format', (study) => ['summarize', study, '--format', 'pdf'], /no format “pdf”/],
    [
      'one case and all of them',
      (study) => ['summarize', study, '--overview', '--case', 'icu'],
      /leave --case out/,
    ],
    [
      'a format that highlight does not have',
      (study) => ['highlight', study, '--format', 'csv'],
      /no format “csv”/,
    ],
  ];

  it.each(wrong)('is told: %s', async (_, args, message) => {
    const { code, out, err } = await cli.run(...args(await cli.study(exampleStudy)));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toMatch(message);
    expect(err).toContain('Usage:');
  });
});

describe('the command line', () => {
  it('tells its usage', async () => {
    expect(await cli.run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage:') });
  });

  it('ends quietly when its reader leaves', async () => {
    const text = `R: ${'De drempel is hoog. '.repeat(50_000)}`;
    const study = await cli.study({
      'codebook.yaml': 'codes: [{id: barrier, name: Barrier, terms: [drempel]}]',
      'transcripts/c/long.txt': text,
    });
    const child = spawn(process.execPath, [cli.script, 'highlight', study], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      err += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('reads a study given by a link and with a space in its path', async () => {
    const study = await cli.study(exampleStudy);
    const link = join(cli.folder, 'een studie');
    await symlink(study, link);
    expect((await cli.run('check', link)).code).toBe(0);
    await writeFile(join(study, 'codebook.yaml'), 'codes: [');
    expect((await cli.run('check', `${link}/`)).code).toBe(1);
  });
});

describe('agreement', () => {
  it('compares two coders, as Markdown unless another format is asked for', async () => {
    const study = await cli.study(exampleStudy);
    const report = await cli.run('agreement', study, '--coders', 'anna,bram');
    expect(report).toMatchObject({ code: 0, err: '' });
    expect(report.out).toMatch(/^# .*anna (?:and|en) bram\n/);
    const json = await cli.run('agreement', study, '--coders', 'bram, anna', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ coders: ['bram', 'anna'], unit: 'turn' });
  });

  it.each([
    [[], /Name two or more coders: --coders anna,bram\. Those of this study: anna, bram/],
    [['--coders', 'anna,anna'], /Name two or more coders/],
    [['--coders', 'anna,zoë'], /There is no coder “zoë”\. Those of this study: anna, bram/],
    [['--coders', 'anna,bram', '--unit', 'word'], /There is no unit “word”\. Known: turn, sentence\./],
    [['--coders', 'anna,bram', '--overlap', '2'], /“2” is not an overlap/],
    [['--coders', 'anna,bram', '--case', 'none'], /The study has no case “none”\. Its cases: /],
    [['--coders', 'anna,bram', '--format', 'pdf'], /There is no format “pdf”/],
  ])('is wrongly used with %j', async (args, message) => {
    const { code, out, err } = await cli.run('agreement', await cli.study(exampleStudy), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});

describe('export', () => {
  it('writes a file in the format asked for, and says which', async () => {
    const out = join(cli.folder, 'out', 'codings.jsonl');
    const study = await cli.study(exampleStudy);
    const finished = await cli.run('export', study, '--format', 'jsonl', '--out', out);
    expect(finished).toEqual({ code: 0, out: '', err: `${out}\n` });
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it.each([
    [['--format', 'csv'], '--out FILE'],
    [['--out', 'x'], 'In which format?'],
    [['--format', 'xml', '--out', 'x'], 'There is no format “xml”'],
  ])('is wrong usage with %s', async (args, message) => {
    const { code, err } = await cli.run('export', await cli.study(exampleStudy), ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
