import { describe, expect, it } from 'vitest';
import type { FileStore } from '../../../src/core/ports';
import { Study } from '../../../src/core/study';
import { ProblemFinder } from '../../../src/core/studyProblems';
import { summarizeStudy } from '../../../src/core/summary/summary';

const transcripts = 200;

/** The files of a study of many transcripts, and how many of them were read. */
class CountedFiles implements FileStore {
  read = async (path: string) => {
    if (path.startsWith('transcripts/')) this.transcriptsRead++;
    return new TextEncoder().encode(path.endsWith('.yaml') ? 'title: Many\n' : 'R: Ja, dat klopt.\n');
  };
  transcriptsRead = 0;

  async list(folder: string) {
    if (folder !== 'transcripts') return [];
    return Array.from({ length: transcripts }, (_, index) => `transcripts/home-care/${index}.txt`);
  }
}

function stopAfter(parts: number) {
  let left = parts;
  return {
    atOnce: 4,
    rest: async () => {
      if (left-- <= 0) throw new Error('stopped');
    },
  };
}

describe('long work', () => {
  it.each([
    ['a summary', (study: Study) => summarizeStudy(study, ['home-care'], stopAfter(10))],
    ['a search for problems', (study: Study) => new ProblemFinder(study).find(stopAfter(10))],
  ])('stops in the midst of reading: %s', async (_what, work) => {
    const files = new CountedFiles();
    await expect(work(new Study(files))).rejects.toThrow('stopped');
    expect(files.transcriptsRead).toBeGreaterThan(0);
    expect(files.transcriptsRead).toBeLessThan(20);
  });

  it('says how far it is', async () => {
    const told: string[] = [];
    const pace = { atOnce: 4, rest: async (done = 0, of = 0) => void told.push(`${done}/${of}`) };
    await summarizeStudy(new Study(new CountedFiles()), ['home-care'], pace);
    expect(told.slice(0, 2)).toEqual(['1/200', '2/200']);
    expect(told).toContain('200/200');
  });
});
