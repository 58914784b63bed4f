import { fullSpeed, type Pace } from '../../cache/bounded';
import type { Codebook } from '../../codebook/codebook';
import type { Coding } from '../../coding/coding';
import type { Study } from '../../study';
import { type CaseSource, type CaseTranscript, transcriptsByCase } from '../../summary/cases';
import { interviewsOf } from '../../summary/interviews';
import type { Interview, Quote } from '../../summary/model';
import { quotesOf } from '../../summary/quotes';

/** A coding as data: the summary's fields, with what its interview, case and code say. */
export interface CodingRow extends Omit<Quote, 'star'> {
  /** Whether its coder chose it as a quote to show. */
  readonly star: boolean;
  /** The ids from the root of the codebook down, joined by `/`. */
  readonly path: string;
  /** Empty where the interview names no case. */
  readonly case: string;
  readonly date: string | null;
  /** When the coding was last changed: ISO 8601. */
  readonly at: string;
  /** The coding as it stands in the log. */
  readonly coding: Coding;
}

/** An interview with those of its codings that count, as a summary counts them. */
export interface InterviewRows extends Interview {
  readonly case: string;
  readonly rows: readonly CodingRow[];
}

/** The interviews, those that only logs speak of among them, by case and path, with their codings by place. */
export async function interviewRows(
  source: CaseSource & Pick<Study, 'codebook'>,
  pace: Pace = fullSpeed,
): Promise<InterviewRows[]> {
  const codebook = await source.codebook();
  const cases = await transcriptsByCase(source, pace);
  return [...cases].flatMap(([id, transcripts]) => {
    const interviews = new Map(interviewsOf(transcripts, new Map()).map((one) => [one.transcript, one]));
    return transcripts.map((one) => {
      const interview = interviews.get(one.path) ?? lostInterview(one.path);
      return { ...interview, case: id, rows: rowsOf(one, interview, id, codebook) };
    });
  });
}

function rowsOf(
  transcript: CaseTranscript,
  interview: Interview,
  caseId: string,
  codebook: Codebook,
): CodingRow[] {
  return quotesOf([transcript], [interview], codebook).map((quote, index) => ({
    ...quote,
    star: quote.star === true,
    path: codebook.byId.get(quote.code)?.path ?? quote.code,
    case: caseId,
    date: interview.date,
    at: transcript.counted[index]!.coding.at,
    coding: transcript.counted[index]!.coding,
  }));
}

function lostInterview(transcript: string): Interview {
  return {
    transcript,
    organization: null,
    participant: null,
    role: null,
    date: null,
    words: null,
    coded: true,
    coders: [],
    countedCoders: [],
    quotes: 0,
  };
}
