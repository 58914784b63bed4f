import { cp } from 'node:fs/promises';
import { cached } from './cache.mjs';
import { SAMPLE_STUDY } from './paths.mjs';

/** The user's own copy of the sample study: what is coded in it is still there the next time. */
export function openSampleStudy() {
  return cached('sample-study', (draft) => cp(SAMPLE_STUDY, draft, { recursive: true }));
}
