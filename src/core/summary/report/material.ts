import type { Codebook } from '../../codebook/codebook';
import { consensusCoder } from '../../coding/paths';
import type { PictureKind } from '../../pictures/model';
import type { Picture } from '../../report/blocks';
import { unitAgreementOf, usualOverlap } from '../../review/agreement/agreement';
import type { UnitAgreement } from '../../review/agreement/model';
import { readTime } from '../../review/times';
import type { Study } from '../../study';
import { compareStrings } from '../../text/compare';
import { turnAt } from '../../transcript/transcript';
import { groupBy } from '../groupBy';
import type { CaseSummary, Quote } from '../model';
import type { NoteSection } from '../notes/parse';
import { notesPath } from '../notes/paths';
import { picturesIn } from './pictures';

/** What the report of a case is made of besides its summary. */
export interface ReportMaterial {
  readonly codebook: Codebook;
  /** What the researchers wrote about the case. */
  readonly notes: readonly NoteSection[];
  /** How the coders agree who coded the same interviews; undefined where none did. */
  readonly agreement: UnitAgreement | undefined;
  /** The pictures of the case that have something to show, by kind. */
  readonly pictures: ReadonlyMap<PictureKind, Picture>;
  /** Seconds from the start of the recording to the turn in which a quote begins, by the quote, where known. */
  readonly times: ReadonlyMap<Quote, number>;
}

/**
 * Reads what the report of a case is made of besides its summary.
 * @param isDrawn false where of pictures only the numbers are wanted
 */
export async function materialOf(
  study: Study,
  summary: CaseSummary,
  isDrawn: boolean,
): Promise<ReportMaterial> {
  return {
    codebook: await study.codebook(),
    notes: await notesOn(study, summary.id),
    agreement: await agreementIn(study, summary),
    pictures: await picturesIn(study, summary, isDrawn),
    times: await timesOf(study, summary.quotes),
  };
}

/** What reads Markdown is loaded where there is some. */
async function notesOn(study: Study, id: string): Promise<NoteSection[]> {
  const text = await study.sourceText(notesPath(id));
  return text ? (await import('../notes/parse')).parseNotes(text) : [];
}

async function agreementIn(
  study: Study,
  { id, interviews }: CaseSummary,
): Promise<UnitAgreement | undefined> {
  const isFirst = (coder: string) => coder !== consensusCoder && readTime(coder).time === 1;
  const together = interviews
    .map(({ coders }) => coders.filter(isFirst))
    .filter((coders) => coders.length > 1);
  const coders = [...new Set(together.flat())].sort(compareStrings);
  if (coders.length === 0) return undefined;
  return unitAgreementOf(study, { coders, case: id, unit: 'turn', iou: usualOverlap });
}

async function timesOf(study: Study, quotes: readonly Quote[]): Promise<Map<Quote, number>> {
  const times = new Map<Quote, number>();
  const byTranscript = groupBy(
    quotes.filter(({ line }) => line !== null),
    ({ transcript }) => transcript,
  );
  for (const [path, own] of byTranscript) {
    const transcript = await study.transcript(path);
    for (const quote of transcript ? own : []) {
      const time = turnAt(transcript!, quote.start)?.time;
      if (time !== undefined) times.set(quote, time);
    }
  }
  return times;
}
