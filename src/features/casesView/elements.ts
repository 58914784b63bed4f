import type { MaturityTotal } from '../../core/summary/model';
import type { StudySession } from '../../host/studySession';
import type { InterviewRow } from './interview';

/** A case of the study: the same object while its study lists it. */
export interface CaseElement {
  readonly kind: 'case';
  readonly session: StudySession;
  /** Empty for the interviews that name no case. */
  readonly caseId: string;
  interviews: readonly InterviewRow[];
}

export interface InterviewElement {
  readonly kind: 'interview';
  readonly in: CaseElement;
  readonly interview: InterviewRow;
}

/** What of a case is not an interview. */
export interface PartElement {
  readonly kind: 'summaries' | 'maturity';
  readonly in: CaseElement;
}

/** An exported summary of a case, by its path. */
export interface SummaryElement {
  readonly kind: 'summary';
  readonly in: CaseElement;
  readonly path: string;
}

/** An organization's scores, added up. */
export interface ScoreElement {
  readonly kind: 'score';
  readonly in: CaseElement;
  readonly total: MaturityTotal;
  /** Domains that others have scored and that the person at the screen has to score before they see it. */
  readonly hidden: number;
  /** True where several scored a domain and have not settled it. */
  readonly unsettled: boolean;
  readonly figures: readonly { readonly domain: string; readonly score: number | null }[];
}

export type Element = CaseElement | InterviewElement | PartElement | SummaryElement | ScoreElement;
