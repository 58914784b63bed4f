import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlaced } from '../../../../src/core/coding/coding';
import { interviewsOf } from './scripts/interviews';
import { modes } from './scripts/modes';
import { Oracle } from './scripts/oracle';
import { type Interview, type Script, scriptOf } from './scripts/script';

const root = join(import.meta.dirname, '../../../..');
/**
 * What is demanded on a study, as shares of the codings. Where a script has made copies of a passage and taken parts
 * of the text out around it, nothing in the text tells any more which of the copies was there first: the few
 * codings that are placed on the other one are counted as wrong. The real transcripts say whole passages twice, with
 * what stands around them.
 */
const studies = {
  'the sample study': { folder: join(root, 'media/sample-study'), leastFound: 0.99, mostWrong: 0.002 },
  'a real study': {
    folder: join(root, '../shared/real/elderly-care'),
    leastFound: 0.95,
    mostWrong: 0.004,
  },
};
/** How many scripts are carried out on a study, in all ways together. */
const scripts = Number(process.env.EDIT_SCRIPTS ?? 400);
interface Count {
  codings: number;
  survive: number;
  found: number;
  wrong: string[];
  unlisted: string[];
}

/** Carries out the scripts of one way, and counts what became of the codings. */
async function count(interviews: readonly Interview[], way: number): Promise<Count> {
  const ways = Object.keys(modes);
  const counted: Count = { codings: 0, survive: 0, found: 0, wrong: [], unlisted: [] };
  for (let seed = way; seed < scripts; seed += ways.length) {
    await tally(scriptOf(interviews, seed), ways[way]!, counted);
  }
  return counted;
}

async function tally(script: Script, way: string, counted: Count): Promise<void> {
  const oracle = new Oracle(script.tracked);
  for (const anchored of await modes[way]!(script)) {
    counted.codings++;
    const verdict = oracle.judge(anchored, way === 'followed while edited');
    const { coding, start, anchor } = anchored;
    const which = `seed ${script.seed}, ${coding.start}-${coding.end}: ${anchor} at ${start}`;
    // Where the text before is compared, it tells; old texts are not asked of what stands where it was made.
    const isUnasked = way === 'read anew' || (way === 'read anew with old texts' && anchor === 'exact');
    if (verdict.wrong && isUnasked && verdict.isUndecidable) counted.undecidable++;
    else if (verdict.wrong) counted.wrong.push(`${which}: ${verdict.wrong}`);
    if (!verdict.survives || verdict.hasTwin) continue;
    counted.survive++;
    if (verdict.isFound) counted.found++;
    else if (isPlaced(anchored) && anchor !== 'edited') counted.unlisted.push(which);
  }
}

describe.each(Object.entries(studies))(
  'codings of %s after random edit scripts',
  (_, { folder, leastFound, mostWrong }) => {
    const isThere = existsSync(folder);
    if (!isThere)
      console.warn('Skipped: the real study is not on this machine; it is not part of the repository.');
    const interviews = isThere ? interviewsOf(folder) : [];

    it.skipIf(!isThere).each(Object.keys(modes).map((name, way) => ({ name, way })))(
      'stand on their own text or are listed when $name',
      async ({ way }) => {
        const { codings, survive, found, wrong, unlisted } = await count(interviews, way);
        if (wrong.length > codings * mostWrong) expect(wrong).toEqual([]);
        expect(unlisted).toEqual([]);
        expect(survive).toBeGreaterThan(scripts / 4);
        expect(found / survive).toBeGreaterThanOrEqual(leastFound);
      },
    );
  },
);
