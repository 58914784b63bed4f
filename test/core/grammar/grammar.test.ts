import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { parseTranscript } from '../../../src/core/transcript/parse';
import { type Token, tokenizeTranscript } from './tokenize';

const root = join(import.meta.dirname, '../../..');

function withScope(tokens: readonly Token[], part: string): string[] {
  return tokens.filter(({ scopes }) => scopes.some((scope) => scope.includes(part))).map(({ text }) => text);
}

describe('the grammar of transcripts', () => {
  it('hands front matter to YAML, and only at the beginning', async () => {
    const tokens = await tokenizeTranscript('---\ncase: x\n---\nR: Ja.\n---\ncase: y\n---');
    expect(withScope(tokens, 'front-matter')).toEqual(['---', '---']);
    expect(withScope(tokens, 'entity.name.tag.yaml')).toEqual(['case']);
  });

  it.each([
    ['R: Ja.', 'R'],
    ['Anna: Ja.', 'Anna'],
    ['Anna van den Berg: Ja.', 'Anna van den Berg'],
    ['Verpleegkundige (org. 2): Ja.', 'Verpleegkundige (org. 2)'],
    ['**Anna**: Ja.', '**Anna**'],
    ['[00:12:03] R: Ja.', 'R'],
    ['[00:12:03] respondent: Ja.', 'respondent'],
    ['(12:03) R2: Ja.', 'R2'],
    ['12:03 R: Ja.', 'R'],
    ['R [12:03]: Ja.', 'R'],
    ['Éva: Ja.', 'Éva'],
    ['R:', 'R'],
  ])('finds the respondent of %s', async (line, speaker) => {
    expect(withScope(await tokenizeTranscript(line), 'speaker.respondent')).toEqual([speaker]);
  });

  it.each(['I: Waarom?', 'Int: Waarom?', 'Int. 2: Waarom?', 'Interviewer: Waarom?', '[1:02:03] I1: Waarom?'])(
    'finds the interviewer of %s',
    async (line) => {
      const tokens = await tokenizeTranscript(line);
      expect(withScope(tokens, 'speaker.interviewer')).toHaveLength(1);
      expect(withScope(tokens, 'speaker.respondent')).toEqual([]);
      expect(withScope(tokens, 'speech.interviewer').join('')).toBe(' Waarom?');
    },
  );

  it.each([
    'Dus: dat is het.',
    'Let op: morgen is er niemand.',
    'en toen zei ze: nee.',
    'Om 12:03 ging het mis.',
    'zie http://voorbeeld.nl',
  ])('finds no speaker in %s', async (line) => {
    expect(withScope(await tokenizeTranscript(line), 'speaker')).toEqual([]);
  });

  it('takes the lines up to the next label as one turn', async () => {
    const tokens = await tokenizeTranscript('I: Waarom?\nen hoe?\n\nR: Nou,\nzo.\nI: Ja?');
    expect(withScope(tokens, 'speech.interviewer').map((text) => text.trim())).toEqual([
      'Waarom?',
      'en hoe?',
      '',
      'Ja?',
    ]);
    expect(withScope(tokens, 'speech.respondent').map((text) => text.trim())).toEqual(['Nou,', 'zo.']);
  });

  it('marks timestamps and remarks', async () => {
    const tokens = await tokenizeTranscript(
      '[00:01] R: Ja [lacht] en toen [00:02] niet (12:03).\n00:03:01\nMeer.',
    );
    expect(withScope(tokens, 'timestamp')).toEqual(['[00:01]', '[00:02]', '(12:03)', '00:03:01']);
    expect(withScope(tokens, 'remark')).toEqual(['[lacht]']);
  });

  it('is quick on a long line', async () => {
    const start = performance.now();
    await tokenizeTranscript(`${'Aa Bb (Cc) van De '.repeat(1_000)}\nR: ${'ja ja. '.repeat(5_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  const shipped = globSync('{media/sample-study,test/fixtures/studies/*}/transcripts/**/*.txt', {
    cwd: root,
  });

  it.each(shipped)('sees the speakers that core sees in %s', async (file) => {
    const text = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
    const { transcript } = parseTranscript('transcripts/case/name.txt', text);
    const lines = new LineIndex(text);
    const speakers = (await tokenizeTranscript(text)).filter(({ scopes }) =>
      scopes.some((scope) => scope.includes('.speaker.') && !scope.startsWith('punctuation')),
    );
    const labeled = transcript.turns.filter(({ speaker }) => speaker !== undefined);
    expect(speakers.map(({ line, text }) => [line, text])).toEqual(
      labeled.map(({ label, speaker }) => [lines.positionAt(label.start).line, speaker]),
    );
    expect(speakers.map(({ scopes }) => scopes.some((scope) => scope.includes('.interviewer.')))).toEqual(
      labeled.map(({ interviewer }) => interviewer),
    );
  });
});
