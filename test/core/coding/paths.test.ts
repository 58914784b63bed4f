import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCoderName, logPath, parseLogPath } from '../../../src/core/coding/paths';

describe('the path of a log', () => {
  it('is the transcript’s below the coder’s folder', () => {
    expect(logPath('A', 'transcripts/home-care/org-1.txt')).toBe('codings/A/home-care/org-1.txt.jsonl');
    expect(logPath('A', 'transcripts/org-1.md')).toBe('codings/A/org-1.md.jsonl');
  });

  it('leads back to coder and transcript', () => {
    const segment = fc.string({ unit: 'binary', minLength: 1 }).filter((name) => !name.includes('/'));
    fc.assert(
      fc.property(segment, fc.array(segment, { minLength: 1, maxLength: 3 }), (coder, parts) => {
        const transcript = `transcripts/${parts.join('/')}`;
        expect(parseLogPath(logPath(coder, transcript))).toEqual({ coder, transcript });
      }),
    );
  });

  it.each([
    'codings/A.jsonl',
    'codings/A/x.txt',
    'codings/x',
    'reviews/A/a/x.txt.jsonl',
    'codings//x.jsonl',
    'a/codings/A/x.jsonl',
  ])('is not %s', (path) => {
    expect(parseLogPath(path)).toBeUndefined();
  });
});

describe('a coder’s name', () => {
  it.each(['A', 'Anna de Vries', 'Zoë', 'anna.b', 'R2-D2', "Jan van 't Hof", '李'])('may be %j', (name) => {
    expect(isCoderName(name)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '.',
    '..',
    'a/b',
    'a\\b',
    '../x',
    'a:b',
    'a*',
    'a?',
    'a"b',
    '<a>',
    'a|b',
    ' a',
    'a ',
    'a.',
    '.a',
    'a\nb',
    'a\0',
    'CON',
    'nul',
    'com1',
    'consensus',
    'Consensus',
    'x'.repeat(61),
  ])('may not be %j', (name) => {
    expect(isCoderName(name)).toBe(false);
  });
});
