import { fullSpeed, mapBounded, type Pace } from '../cache/bounded';
import type { Codebook } from '../codebook/codebook';
import { isPlaced } from '../coding/coding';
import { oneLine } from '../report/blocks';
import type { Study } from '../study';
import { type CaseSource, type CaseTranscript, transcriptsByCase, transcriptsOfCase } from '../summary/cases';
import { codesOf } from '../summary/codes';
import { interviewsOf, organizationsOf, respondentsOf } from '../summary/interviews';
import { type Labels, labelsOf } from '../summary/labels';
import type {
  CaseSummary,
  CodeSummary,
  Interview,
  OrganizationSummary,
  Quote,
  Respondents,
} from '../summary/model';
import { countSettled, quotesOf } from '../summary/quotes';
import { type PictureLabels, pictureLabels } from './labels';
import type { PictureCode } from './model';

/** What pictures are made from: a study, or as much of it as the person at the screen may see. */
export type PictureSource = CaseSource &
  Pick<Study, 'codebook' | 'scale' | 'scores' | 'words' | 'transcript' | 'readLog' | 'sourceText'>;

export type PictureLanguage = 'en' | 'nl';

/** Some transcripts of a study with what was coded in them, counted as a summary counts. */
export interface Material extends Counted {
  readonly labels: Labels & PictureLabels;
  /** Whose codings count, in the words of a summary; nothing where there is one coder and nothing to tell. */
  readonly whoseCodings: readonly string[];
  /** How many of the quotes have no place in their transcript any more. */
  readonly lost: number;
}

interface Counted {
  readonly language: PictureLanguage;
  readonly codebook: Codebook;
  readonly transcripts: readonly CaseTranscript[];
  readonly interviews: readonly Interview[];
  readonly organizations: readonly OrganizationSummary[];
  readonly respondents: readonly Respondents[];
  readonly quotes: readonly Quote[];
  /** Every code of the codebook in its order, then ids that it does not know. */
  readonly codes: readonly CodeSummary[];
}

/**
 * Reads the material of a case, of all cases where none is given, or of one transcript.
 * @throws RangeError for a case or transcript that the study does not have
 */
export async function readMaterial(
  source: PictureSource,
  of: { readonly case?: string | undefined; readonly transcript?: string },
  language: PictureLanguage,
  pace: Pace = fullSpeed,
): Promise<Material> {
  const [{ cases }, codebook, transcripts] = await Promise.all([
    source.settings(),
    source.codebook(),
    chosen(source, of, pace),
  ]);
  const listed = cases.filter(({ id }) => of.case === undefined || id === of.case);
  const words = await mapBounded(
    transcripts,
    async ({ path }) => [path, await source.words(path)] as const,
    pace,
  );
  const interviews = interviewsOf(transcripts, new Map(words));
  const quotes = quotesOf(transcripts, interviews, codebook);
  const lost = quotes.length - interviews.reduce((sum, one) => sum + one.quotes, 0);
  const organizations = organizationsOf(
    interviews,
    of.transcript === undefined ? listed.flatMap((one) => one.organizations) : [],
    lost,
    language,
  );
  const respondents = respondentsOf(interviews, organizations, lost);
  return materialOf({
    language,
    codebook,
    transcripts,
    interviews,
    organizations,
    respondents,
    quotes,
    codes: codesOf(quotes, codebook, { organizations, respondents, coders: codersIn(quotes) }, language),
  });
}

/** The material of a case that has been summarized, in the language of its summary. */
export async function materialOfSummary(
  source: PictureSource,
  { id, interviews, organizations, respondents, quotes, codes }: CaseSummary,
  language: PictureLanguage,
): Promise<Material> {
  return materialOf({
    language,
    codebook: await source.codebook(),
    transcripts: await transcriptsOfCase(source, id),
    interviews,
    organizations,
    respondents,
    quotes,
    codes,
  });
}

function materialOf(counted: Counted): Material {
  const labels = { ...labelsOf(counted.language), ...pictureLabels(counted.language) };
  const lost = counted.quotes.filter((quote) => !isPlaced(quote)).length;
  return { ...counted, labels, lost, whoseCodings: whoseCodings(counted, labels) };
}

async function chosen(
  source: PictureSource,
  of: { readonly case?: string | undefined; readonly transcript?: string },
  pace: Pace,
): Promise<readonly CaseTranscript[]> {
  if (of.case !== undefined) return transcriptsOfCase(source, of.case, pace);
  const all = [...(await transcriptsByCase(source, pace)).values()].flat();
  if (of.transcript === undefined) return all;
  const one = all.find(({ path }) => path === of.transcript);
  if (!one) throw new RangeError(`The study has no transcript “${of.transcript}”.`);
  return [one];
}

function codersIn(quotes: readonly Quote[]): string[] {
  return [...new Set(quotes.map(({ coder }) => coder))];
}

function whoseCodings({ transcripts, quotes }: Counted, labels: Labels): string[] {
  const settled = countSettled(transcripts, quotes);
  if (settled.from > 0) return [labels.settled(settled)];
  return codersIn(quotes).length > 1 ? [labels.nothingSettled] : [];
}

/** Codes as a picture has them, with the count that it gives each. */
export function pictureCodes(
  codes: readonly CodeSummary[],
  { labels, codebook }: Material,
  countOf: (code: CodeSummary) => number,
): PictureCode[] {
  const shown = new Set(codes.map(({ code }) => code));
  return codes.map((code) => {
    const known = codebook.byId.get(code.code);
    const mark = code.retired ? ` (${labels.retired})` : code.known ? '' : ` (${labels.notInCodebook})`;
    let depth = 0;
    for (let above = known?.parent; above; above = above.parent) if (shown.has(above.id)) depth++;
    return {
      id: code.code,
      name: oneLine(code.name) + mark,
      path: oneLine(code.path.join(' › ')) + mark,
      depth,
      polarity: known?.polarity ?? null,
      count: countOf(code),
    };
  });
}
