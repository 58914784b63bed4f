import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryPath, transcriptLink } from '../../../src/core/summary/paths';

describe('the path of a summary', () => {
  it('is the case’s id in the folder of summaries', () => {
    expect(summaryPath('elderly-care', 'md')).toBe('summaries/elderly-care.md');
    expect(summaryPath('Casus_ë.2', 'html')).toBe('summaries/Casus_ë.2.html');
  });

  it('stays in that folder and is a name that every system allows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (id) => {
        expect(summaryPath(id, 'csv')).toMatch(/^summaries\/[\p{L}\p{N}_][\p{L}\p{N}._-]*\.csv$/u);
        expect(summaryPath(id, 'csv').length).toBeLessThan(120);
      }),
    );
    for (const id of ['../../etc/passwd', '.hidden', 'NUL', 'com1.a', 'a/b', 'a\\b', '', '-rf']) {
      expect(summaryPath(id, 'md')).toMatch(
        /^summaries\/[\w-]+(?:\.a)?-?[0-9a-f]{8}\.md$|^summaries\/[0-9a-f]{8}\.md$/,
      );
    }
  });

  it('keeps ids apart that look alike once made safe', () => {
    expect(summaryPath('a/b', 'md')).not.toBe(summaryPath('a-b', 'md'));
    expect(summaryPath('a/b', 'md')).not.toBe(summaryPath('a:b', 'md'));
  });
});

describe('the link to a transcript', () => {
  it('leads from the folder of summaries to the line', () => {
    expect(transcriptLink('transcripts/icu/nurse.txt', 12)).toBe('../transcripts/icu/nurse.txt#L12');
    expect(transcriptLink('transcripts/icu/nurse.txt', null)).toBe('../transcripts/icu/nurse.txt');
  });

  it('holds no character that would end it in Markdown or HTML', () => {
    expect(transcriptLink('transcripts/a (1)/b#c "d" [e]<f>|g.txt', 1)).toBe(
      '../transcripts/a%20%281%29/b%23c%20%22d%22%20%5Be%5D%3Cf%3E%7Cg.txt#L1',
    );
  });
});
