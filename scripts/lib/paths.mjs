import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** Everything that is fetched or made for running VS Code: git-ignored, and safe to delete. */
export const CACHE = join(ROOT, '.vscode-test');
/** The packaged extension, written by `npm run package`. */
export const VSIX = join(ROOT, 'dist', 'interview-coding.vsix');
/** The studies that only tests open, a folder each. */
export const FIXTURE_STUDIES = join(ROOT, 'test', 'fixtures', 'studies');
/** The study that `npm start` opens. */
export const SAMPLE_STUDY = join(ROOT, 'media', 'sample-study');
