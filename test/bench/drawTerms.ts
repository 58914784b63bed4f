import { seeded } from '../../src/core/random';
import { COMMON_WORDS, VOCABULARY } from './dutch';

/**
 * Terms such as a large codebook has: the first hundred of words that occur often, the others of words that hardly
 * ever do, so that what grows is the number of terms and not of hits. Six in ten are words, two prefixes, one an
 * infix (or another word), one a phrase.
 */
export function drawTerms(count: number, withInfixes: boolean): string[] {
  const random = seeded(3);
  // Of short words, prefixes and infixes would hit half of all words.
  const content = VOCABULARY.slice(COMMON_WORDS).filter((word) => word.length >= 8);
  const terms = new Set<string>();
  while (terms.size < count) {
    const half = content.length / 2;
    const word = content[Math.floor(terms.size < 100 ? random() * 2_000 : half + random() * half)]!;
    const kind = terms.size % 10;
    if (kind < 6) terms.add(kind % 2 === 0 ? word : `${word}sgewijs`);
    else if (kind < 8) terms.add(`${word}*`);
    else if (kind < 9) terms.add(withInfixes ? `*${word.slice(1)}*` : `${word}s`);
    else terms.add(`${word} ${VOCABULARY[Math.floor(random() * COMMON_WORDS)]!}`);
  }
  return [...terms];
}
