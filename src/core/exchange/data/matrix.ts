import type { Codebook } from '../../codebook/codebook';
import { csvLines } from '../../report/csv';
import { groupBy } from '../../summary/groupBy';
import { compareStrings } from '../../text/compare';
import type { InterviewRows } from './codingRows';

type Cells = readonly (string | number | null)[];

/** A row for each interview, with its facts, how many codings it has, and for each code 1 where it was given, else 0. */
export function matrixByTranscript(interviews: readonly InterviewRows[], codebook: Codebook): string {
  const facts = ['transcript', 'case', 'organization', 'role', 'participant', 'date'] as const;
  return matrix(
    facts,
    interviews.map((one) => [facts.map((fact) => one[fact]), [one]]),
    codebook,
  );
}

/** A row for each case that has interviews, as of `matrixByTranscript`. */
export function matrixByCase(interviews: readonly InterviewRows[], codebook: Codebook): string {
  const cases = groupBy(interviews, (one) => one.case);
  return matrix(
    ['case', 'interviews'],
    [...cases].map(([id, own]) => [[id, own.length], own]),
    codebook,
  );
}

function matrix(
  heads: readonly string[],
  units: readonly (readonly [facts: Cells, interviews: readonly InterviewRows[]])[],
  codebook: Codebook,
): string {
  const codes = codeColumns(
    units.flatMap(([, interviews]) => interviews),
    codebook,
  );
  const rows = units.map(([facts, interviews]): Cells => {
    const given = interviews.flatMap(({ rows }) => rows.map(({ code }) => code));
    const has = new Set(given);
    return [...facts, given.length, ...[...codes.keys()].map((code) => (has.has(code) ? 1 : 0))];
  });
  return csvLines([[...heads, 'codings', ...codes.values()], ...rows]);
}

/** The paths of all codes of the codebook in its order, then ids that only codings know, by id. */
function codeColumns(interviews: readonly InterviewRows[], codebook: Codebook): ReadonlyMap<string, string> {
  const columns = new Map(codebook.codes.map(({ id, path }) => [id, path]));
  const used = new Set(interviews.flatMap(({ rows }) => rows.map(({ code }) => code)));
  for (const id of [...used].sort(compareStrings)) if (!columns.has(id)) columns.set(id, id);
  return columns;
}
