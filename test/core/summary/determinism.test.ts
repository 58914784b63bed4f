import { describe, expect, it } from 'vitest';
import type { FileStore } from '../../../src/core/ports';
import { Study } from '../../../src/core/study';
import { summaryFormats } from '../../../src/core/summary/paths';
import { renderSummary } from '../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { MemoryFiles } from '../support/memoryStudy';
import { exampleStudy } from './exampleStudy';

/** The same files, listed in the opposite order and each read after a different wait. */
class ContraryFiles implements FileStore {
  readonly #files = new MemoryFiles(exampleStudy);
  #reads = 0;

  async list(folder: string): Promise<readonly string[]> {
    return [...(await this.#files.list(folder))].reverse();
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    await new Promise((resolve) => setTimeout(resolve, (this.#reads++ * 7) % 11));
    return this.#files.read(path);
  }
}

describe('the same study', () => {
  it.each(summaryFormats)(
    'gives the same bytes as %s, however its files are listed and read',
    async (format) => {
      const [first, second, contrary] = await Promise.all(
        [new MemoryFiles(exampleStudy), new MemoryFiles(exampleStudy), new ContraryFiles()].map(
          async (files) => {
            const study = new Study(files);
            return renderSummary(study, await summarizeStudy(study), format);
          },
        ),
      );
      expect(second).toEqual(first);
      expect(contrary).toEqual(first);
      if (typeof first === 'string') expect(first.endsWith('\n')).toBe(true);
    },
  );
});
