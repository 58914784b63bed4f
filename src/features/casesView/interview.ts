import { coderOf } from '../../core/coding/paths';
import { codersAssigned } from '../../core/review/assignments';
import { countedCodings } from '../../core/review/consensus';
import { compareStrings } from '../../core/text/compare';
import { folderCase } from '../../core/transcript/transcript';
import { type CoderState, doubleCodingOf } from '../../host/doubleCoding';
import type { StudySession } from '../../host/studySession';

/** What the view tells of one interview. */
export interface InterviewRow {
  readonly path: string;
  /** Empty where it names no case. */
  readonly case: string;
  readonly organization: string | undefined;
  readonly participant: string | undefined;
  readonly role: string | undefined;
  readonly coders: readonly string[];
  /** Without those that a consensus stands for. */
  readonly codings: number;
  /** Whom study.yaml assigns it to. */
  readonly assigned: readonly string[];
  /** How far the coders of its rounds of double coding are; none where it is in no round. */
  readonly doubleCoders: readonly CoderState[];
  /** Missing where only coding logs speak of it. */
  readonly state: 'readable' | 'unreadable' | 'missing';
}

/** Reads what the view tells of an interview; `before` itself where that is the same. */
export async function readInterview(
  session: StudySession,
  path: string,
  before: InterviewRow | undefined,
): Promise<InterviewRow> {
  const { study } = session;
  const [facts, codings, paths, doubleCoded, settings, consensus] = await Promise.all([
    study.transcriptFacts(path),
    session.codings(path),
    study.transcriptPaths(),
    doubleCodingOf(session, path),
    study.settings(),
    session.consensus(path),
  ]);
  const { organization, participant, role } = facts?.frontMatter ?? {};
  const caseId = facts ? facts.case : folderCase(path);
  const row: InterviewRow = {
    path,
    case: caseId ?? '',
    organization,
    participant,
    role,
    coders: [...new Set(codings.map(coderOf))].sort(compareStrings),
    codings: countedCodings(codings, consensus).length,
    assigned: codersAssigned(settings, { path, case: caseId }),
    doubleCoders: doubleCoded?.coders ?? [],
    state: facts ? 'readable' : paths.includes(path) ? 'unreadable' : 'missing',
  };
  return before && JSON.stringify(before) === JSON.stringify(row) ? before : row;
}

/** True where an interview belongs in the view: it is there, or quotes of it are. */
export function isListed({ state, codings }: InterviewRow): boolean {
  return state !== 'missing' || codings > 0;
}
