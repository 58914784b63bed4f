import { overlaps } from '../../text/range';
import { type ComparedTranscript, useOf } from './material';
import type { Disagreement } from './model';

/** The units of a transcript in which not all coders who coded it gave a code: code by code, then by place. */
export function disagreementsIn(transcript: ComparedTranscript): Disagreement[] {
  const { coders, uses } = transcript;
  const codes = new Set([...uses.values()].flatMap((own) => [...own.keys()]));
  return [...codes].flatMap((code) => {
    const markedBy = codersByUnit(transcript, code);
    const units = [...markedBy.keys()].sort((a, b) => a - b);
    return units.flatMap((unit) => {
      const by = markedBy.get(unit)!;
      if (by.length === coders.length) return [];
      const notBy = coders.filter((coder) => !by.includes(coder));
      return by.map((coder) => disagreementIn(transcript, unit, { code, coder, notBy }));
    });
  });
}

function codersByUnit(transcript: ComparedTranscript, code: string): Map<number, string[]> {
  const markedBy = new Map<number, string[]>();
  for (const coder of transcript.coders) {
    for (const unit of useOf(transcript, coder, code).units) {
      const others = markedBy.get(unit);
      if (others) others.push(coder);
      else markedBy.set(unit, [coder]);
    }
  }
  return markedBy;
}

function disagreementIn(
  transcript: ComparedTranscript,
  unit: number,
  { code, coder, notBy }: Pick<Disagreement, 'code' | 'coder' | 'notBy'>,
): Disagreement {
  const place = transcript.units[unit]!;
  const codings = useOf(transcript, coder, code).codings.filter((one) => overlaps(one, place));
  const { start, end, text, line } = codings[0]!;
  return {
    code,
    transcript: transcript.path,
    start,
    end,
    coder,
    quote: text,
    notBy,
    unit: unit + 1,
    line: line!,
    codings: codings.map(({ coding }) => coding.id),
  };
}
