import type { Anchor } from '../coding/coding';
import type { CostSummary } from '../costs/model';
import type { Verdict } from '../review/review';

/** Numbers by id or name; what names none is under the empty string. Has no prototype, so any key is safe. */
export type Counts = Readonly<Record<string, number>>;

/** How a study is called. */
export interface StudyNames {
  /** The study's title; empty where it has none. */
  readonly study: string;
  /** The language of the names in it and of the reports made from it. */
  readonly language: 'en' | 'nl';
}

/** The cases of a study, or some of them, as data. Everything in it is plain JSON. */
export interface StudySummary extends StudyNames {
  readonly cases: readonly CaseSummary[];
}

/** Which of the cases of a document one is, from 0, and how many these are. */
export interface CasePlace {
  readonly index: number;
  readonly of: number;
}

/**
 * What is known of one case. Codings of all coders are counted, except those that were settled: these count as what
 * the coders agreed on, under the name `consensus`. `byCoder` and `coders` tell them apart.
 */
export interface CaseSummary {
  /** Empty for the interviews that name no case. */
  readonly id: string;
  readonly name: string;
  /** Those of study.yaml in its order, then others that transcripts name, then null for those without. */
  readonly organizations: readonly OrganizationSummary[];
  /** One a transcript, by path. */
  readonly interviews: readonly Interview[];
  /** Roles in alphabetical order, null for those without last. */
  readonly respondents: readonly Respondents[];
  readonly coders: readonly {
    readonly coder: string;
    readonly quotes: number;
    readonly transcripts: number;
  }[];
  readonly settled: SettledCounts;
  /** Every code of the codebook in its order, then ids that it does not know. */
  readonly codes: readonly CodeSummary[];
  /** One a coding that counts, in the order of the codes, then of the organizations, then by place. */
  readonly quotes: readonly Quote[];
  readonly anchors: Readonly<Record<Anchor, number>>;
  /** The codes that the case has, as the organizations share them; none where there is one organization. */
  readonly comparison: readonly CodeComparison[];
  readonly domains: readonly { readonly id: string; readonly name: string; readonly highest: number }[];
  /** A row for each organization and domain; none where the study has no scale. */
  readonly maturity: readonly MaturityRow[];
  readonly maturityTotals: readonly MaturityTotal[];
  /** The case's quick scans of costs and benefits, worked out. */
  readonly costs: readonly CostSummary[];
  /** The names of those that cannot be, since study.yaml has a mistake in them. */
  readonly costsLeftOut: readonly string[];
  /** The files it was made from, sorted, and one hash of all their texts: see `hashOfSources`. */
  readonly sources: readonly string[];
  readonly hash: string;
}

/** How far coders have settled what they coded. */
export interface SettledCounts {
  /** Quotes by consensus. */
  readonly quotes: number;
  /** Coders' codings that these stand for, or that were not taken; they are not counted themselves. */
  readonly from: number;
  /** Quotes that are counted under their coder, since nobody has settled them. */
  readonly notSettled: number;
}

export interface OrganizationSummary {
  readonly id: string | null;
  readonly name: string | null;
  readonly interviews: number;
  /** Interviews that anyone has coded. */
  readonly coded: number;
  readonly respondents: number;
  /** What respondents said, in words; interviewers are left out. */
  readonly words: number;
  /** The words of its interviews, once for each coder who counts in them: what its quotes are a rate of. */
  readonly codedWords: number;
  readonly quotes: number;
}

export interface Interview {
  readonly transcript: string;
  readonly organization: string | null;
  readonly participant: string | null;
  readonly role: string | null;
  readonly date: string | null;
  /** Null where the file cannot be read as text. */
  readonly words: number | null;
  readonly coded: boolean;
  readonly coders: readonly string[];
  /** Those whose codings count, the consensus being one of them where anything is settled. */
  readonly countedCoders: readonly string[];
  readonly quotes: number;
}

/** The people with a role; someone who was interviewed twice is one of them. */
export interface Respondents {
  readonly role: string | null;
  readonly respondents: number;
  readonly interviews: number;
  readonly words: number;
  readonly quotes: number;
  /** Respondents, not quotes. */
  readonly byOrganization: Counts;
}

export interface CodeSummary {
  readonly code: string;
  readonly name: string;
  /** The names from the root of the codebook's tree down to this code's. */
  readonly path: readonly string[];
  readonly retired: boolean;
  /** False for an id that stands in a coding log only. */
  readonly known: boolean;
  /** Codings with this very code. */
  readonly quotes: number;
  readonly byOrganization: Counts;
  readonly byRole: Counts;
  readonly byCoder: Counts;
  readonly withSubcodes: { readonly quotes: number; readonly byOrganization: Counts };
}

export interface Quote {
  readonly id: string;
  /** The codebook's present id, also where the log holds one that this code has taken over. */
  readonly code: string;
  /** The passage where it now stands, verbatim; the original quote where the place is lost. */
  readonly text: string;
  readonly role: string | null;
  readonly organization: string | null;
  readonly participant: string | null;
  readonly transcript: string;
  /** UTF-16 offsets in the transcript's text, end exclusive; those of old where the place is lost. */
  readonly start: number;
  readonly end: number;
  /** The line of `start`, from 1; null where the place is lost. */
  readonly line: number | null;
  readonly coder: string;
  readonly memo: string | null;
  /** True where its coder, or one of those whose codings it was settled from, chose it to be shown. */
  readonly star?: true;
  readonly anchor: Anchor;
  /** The ids of the codings that one by consensus was made from; none of other quotes. */
  readonly from: readonly string[];
  /** Where the discussion of it stands, what is open first; null where no reviewer has said anything. */
  readonly review: Verdict | null;
  /** The last word of each reviewer, by name. */
  readonly reviews: readonly QuoteReview[];
}

/** What a reviewer says of a quote, and what its coder answered. */
export interface QuoteReview {
  readonly reviewer: string;
  readonly verdict: Verdict;
  /** The code that they would give it, by the codebook's present id. */
  readonly code: string | null;
  /** The passage that they would take instead. */
  readonly text: string | null;
  readonly comment: string | null;
  /** An answer that agrees: the coding was changed; one that disagrees: it was kept. */
  readonly answer: { readonly verdict: Verdict; readonly comment: string | null } | null;
}

/** Where a code with its sub-codes occurs. Organizations without any coded words are not compared. */
export interface CodeComparison {
  readonly code: string;
  readonly organizations: readonly string[];
  readonly missing: readonly string[];
  /** Codings per 1,000 coded words, to two decimals, by organization. */
  readonly perThousandWords: Counts;
}

export interface MaturityRow {
  readonly organization: string;
  readonly domain: string;
  /** The consensus, else the figure that all scorers gave; null where they differ or there is none. */
  readonly score: number | null;
  /** `consensus` or the one scorer; null where several scored and none has settled it. */
  readonly by: string | null;
  /** True where there is a consensus. */
  readonly settled: boolean;
  readonly scores: readonly ScorerFigure[];
  /** The reason given with the consensus, else the one scorer's. */
  readonly rationale: string | null;
  /** Ids of the codings that any scorer gave as evidence. */
  readonly evidence: readonly string[];
  /** Codings at this organization whose code bears on the domain. */
  readonly quotes: number;
}

interface ScorerFigure {
  readonly scorer: string;
  readonly score: number;
  readonly rationale: string | null;
}

export interface MaturityTotal {
  readonly organization: string;
  /** The sum of the figures that there are; null where there is none. */
  readonly total: number | null;
  /** What the whole scale adds up to. */
  readonly highest: number;
  /** How many domains are in the total, of how many. */
  readonly scored: number;
  readonly domains: number;
  /** Domains for which no scorer gave a coding of the case as evidence and no code of a coding bears on. */
  readonly withoutEvidence: readonly string[];
}
