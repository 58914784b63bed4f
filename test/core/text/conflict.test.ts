import { describe, expect, it } from 'vitest';
import { renameCode } from '../../../src/core/codebook/edit';
import { studyProblems } from '../../../src/core/studyProblems';
import { conflictsIn } from '../../../src/core/text/conflict';
import { memoryStudy } from '../support/memoryStudy';
import { places } from '../support/problems';

const conflict = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> anna\n';

describe('a conflict', () => {
  it('goes from its first marker to its last', () => {
    const text = `a\n${conflict}b\n${conflict}`;
    expect(conflictsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      conflict.trimEnd(),
      conflict.trimEnd(),
    ]);
  });

  it('may be empty on a side, show what was there before, and end the file', () => {
    for (const text of [
      '<<<<<<< a\n=======\n>>>>>>> b',
      '<<<<<<< a\nx\n||||||| old\ny\n=======\nz\n>>>>>>> b',
      '<<<<<<<\n=======\n>>>>>>>',
    ]) {
      expect(conflictsIn(text)).toEqual([{ start: 0, end: text.length }]);
    }
  });

  it('is not seen in lines that are no markers, or not in order', () => {
    for (const text of [
      'R: <<<<<<< HEAD\n=======\n>>>>>>> b\n',
      '<<<<<<<< a\n========\n>>>>>>>> b\n',
      '=======\n>>>>>>> b\n<<<<<<< a\n',
      '<<<<<<< a\n>>>>>>> b\n',
      `${'<<<<<<< a\n'.repeat(2000)}${'=======\n'.repeat(20_000)}`,
    ]) {
      expect(conflictsIn(text)).toEqual([]);
    }
  });

  it('in a file that people write is told of at its line', async () => {
    const { study } = memoryStudy({
      'codebook.yaml': `codes:\n  - id: a\n    name: A\n${conflict}`,
      'study.yaml': `title: T\n${conflict}`,
      'transcripts/a/x.txt': `R: Ja.\n${conflict}R: Nee.\n`,
      'scores/A.yaml': conflict,
    });
    const problems = (await studyProblems(study)).filter(({ code }) => code === 'file-conflict');
    expect(problems.map((one) => [one.file, ...places([one]), ...one.args])).toEqual([
      ['codebook.yaml', '4:1 file-conflict', '5'],
      ['scores/A.yaml', '1:1 file-conflict', '5'],
      ['study.yaml', '2:1 file-conflict', '5'],
      ['transcripts/a/x.txt', '2:1 file-conflict', '5'],
    ]);
  });

  it.each([
    `codes:\n  - id: a\n    name: A\n${conflict}`,
    'codes:\n<<<<<<< HEAD\n  - id: a\n    name: A\n=======\n  - id: a\n    name: B\n>>>>>>> anna\n',
    'codes:\n  - id: a\n<<<<<<< HEAD\n    name: A\n=======\n    name: B\n>>>>>>> anna\n',
  ])('in a codebook keeps it from being changed but by hand', (text) => {
    expect(() => renameCode(text, 'a', 'C', 'en')).toThrow('yaml-syntax');
  });

  it('in an unsaved text is told of until it is gone', async () => {
    const { study } = memoryStudy({ 'codebook.yaml': 'codes: []\n' });
    const found = async () => (await study.readCodebook()).problems.map(({ code }) => code);
    study.setOpenText('codebook.yaml', conflict);
    expect(await found()).toContain('file-conflict');
    study.setOpenText('codebook.yaml', 'codes: []\n');
    expect(await found()).not.toContain('file-conflict');
  });
});
