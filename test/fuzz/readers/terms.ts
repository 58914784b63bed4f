import { parseDocument } from 'yaml';
import { codebookMatcher } from '../../../src/core/codebook/matcher';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { decodeText } from '../../../src/core/text/decode';
import { hostileSpeech, hostileTerms } from '../hostile';
import { demand, demandPlaces } from '../invariants';
import { mutateText } from '../mutate';
import { type Material, type Reader, seedsOfKinds } from '../reader';

interface Terms {
  readonly terms: readonly string[];
  readonly not: readonly string[];
  readonly text: string;
}

const usual = [
  'drempel*',
  '*kosten',
  '*financ*',
  'wet- en regelgeving',
  'neemt ... weg',
  'AVG',
  '/pilots?/',
  'tijd',
];

/** The terms of a codebook, on what people say. */
export const termReader: Reader<Terms> = {
  name: 'terms',
  share: 6,
  good: (material) => speech(material).map((text) => ({ terms: usual, not: [], text })),
  draw(draw, material) {
    const term = () =>
      draw.chance(0.4) ? draw.pick(hostileTerms) : mutateText(draw, draw.pick([...usual, ...hostileTerms]));
    const text = draw.chance(0.3) ? draw.pick(hostileSpeech) : draw.pick(speech(material)).slice(0, 20_000);
    const list = (most: number) => Array.from({ length: draw.below(most) }, term);
    return { terms: list(20), not: list(3), text: draw.chance(0.3) ? mutateText(draw, text) : text };
  },
  async check({ terms, not, text }) {
    const yaml = JSON.stringify({ codes: [{ id: 'a', name: 'A', terms, not }] });
    if (parseDocument(yaml).errors.length > 0) return;
    const { codebook, problems } = await parseCodebook('codebook.yaml', yaml, undefined);
    demandPlaces(problems, yaml);
    const [code] = codebook.codes;
    const kept = (code?.terms.length ?? 0) + (code?.exclusions.length ?? 0);
    demand(kept + problems.length >= terms.length + not.length, 'a term is neither used nor told of');
    const matcher = await codebookMatcher(codebook);
    const range = { start: Math.min(3, text.length), end: text.length };
    let last = 0;
    for (const { start, end } of matcher.match(text, [range], 'nl')) {
      demand(
        start >= range.start && end <= range.end && end > start && start >= last,
        'a hit is out of place',
      );
      last = start;
    }
  },
};

function speech(material: Material): string[] {
  return seedsOfKinds(material, 'transcript').map(({ bytes }) => decodeText(bytes).text);
}
