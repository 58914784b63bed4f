import { mapBounded, type Pace } from '../cache/bounded';
import { datesOfCodings } from '../coding/auditTrail';
import { coderOf, consensusCoder } from '../coding/paths';
import { oneLine } from '../report/blocks';
import type { CaseTranscript } from '../summary/cases';
import { groupBy } from '../summary/groupBy';
import { compareStrings } from '../text/compare';
import { type Material, type PictureSource, pictureCodes } from './material';
import type { Saturation } from './model';

/** How many codes each interview adds to those of the interviews that were coded before it. */
export async function saturationOf(
  material: Material,
  source: PictureSource,
  pace: Pace,
): Promise<Saturation> {
  const { labels, codes, transcripts, interviews, lost } = material;
  const coded = transcripts.filter(({ counted }) => counted.length > 0);
  const dated = await mapBounded(
    coded,
    async (transcript) => ({ transcript, at: await firstCoded(transcript, source) }),
    pace,
  );
  const inOrder = dated.sort((a, b) => a.at - b.at || compareStrings(a.transcript.path, b.transcript.path));
  const pathOf = new Map(pictureCodes(codes, material, () => 0).map(({ id, path }) => [id, path]));
  const seen = new Set<string>();
  const without = interviews.filter((one) => one.quotes === 0).length;
  return {
    kind: 'saturation',
    language: material.language,
    title: labels.titles.saturation,
    caption: [
      labels.saturationExplained(coded.length),
      ...material.whoseCodings,
      labels.anySpeaker,
      ...(lost > 0 ? [labels.lostCounted(lost)] : []),
      ...(without > 0 ? [labels.uncodedLeftOut(without)] : []),
    ],
    empty: coded.length === 0 ? labels.noCodings : null,
    interviews: inOrder.map(({ transcript, at }) => {
      const own = codesIn(transcript, material);
      const added = own.filter((code) => !seen.has(code));
      for (const code of added) seen.add(code);
      return {
        name: nameOf(transcript),
        day: Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '',
        codes: own.length,
        added: added.map((code) => pathOf.get(code) ?? code),
        total: seen.size,
      };
    }),
  };
}

/** The codes of a transcript's codings that count, in the order of the codebook. */
function codesIn({ counted }: CaseTranscript, { codes, codebook }: Material): string[] {
  const own = new Set(counted.map(({ coding }) => codebook.byId.get(coding.code)?.id ?? coding.code));
  return codes.map(({ code }) => code).filter((code) => own.has(code));
}

/**
 * When the first of a transcript's codings was made, by the coders themselves where there is anything of them, in
 * milliseconds; infinite where no date can be read.
 */
async function firstCoded({ codings }: CaseTranscript, source: PictureSource): Promise<number> {
  const coders = codings.filter((one) => coderOf(one) !== consensusCoder);
  const own = coders.length > 0 ? coders : codings;
  const dates: string[] = [];
  for (const [log, inLog] of groupBy(own, (one) => one.log)) {
    const made = await datesOfCodings(source, log);
    for (const { coding } of inLog) dates.push(made.get(coding.id) ?? coding.at);
  }
  return earliest(dates);
}

/** As `toISOString` writes: the order of the letters is that of time. */
const usualDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The earliest of some dates in milliseconds; infinite where none can be read. Of usual ones only one need be read. */
function earliest(dates: readonly string[]): number {
  let usual: string | undefined;
  let first = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    if (usual !== undefined && date >= usual && usualDate.test(date)) continue;
    const time = Date.parse(date);
    if (Number.isNaN(time)) continue;
    if (usualDate.test(date) && (usual === undefined || date < usual)) usual = date;
    if (time < first) first = time;
  }
  return first;
}

function nameOf({ path, facts }: CaseTranscript): string {
  const { participant, role } = facts?.frontMatter ?? {};
  const said = [participant, role].filter(Boolean).join(', ');
  return oneLine(said) || path.slice(path.lastIndexOf('/') + 1);
}
