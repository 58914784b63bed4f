import * as vscode from 'vscode';
import { mapBounded } from '../../core/cache/bounded';
import type { Codebook } from '../../core/codebook/codebook';
import type { EvidenceInterview } from '../../core/maturity/evidence';
import type { Scale, Score } from '../../core/maturity/maturity';
import { type CaseOrganizations, organizationsByCase } from '../../core/maturity/tables/organizations';
import { type Verification, verificationOf } from '../../core/maturity/verification';
import { countedCodings } from '../../core/review/consensus';
import type { StudySettings } from '../../core/settings/settings';
import { primarySubtag } from '../../core/text/localized';
import type { StudySession } from '../../host/studySession';

/** What the scoring of an organization is about: as it now stands, for the scorer at the screen. */
export interface Scoring {
  readonly session: StudySession;
  readonly organization: string;
  readonly viewer: string;
  readonly scale: Scale;
  readonly settings: StudySettings;
  readonly codebook: Codebook;
  readonly scores: readonly Score[];
  readonly interviews: readonly EvidenceInterview[];
  /** The organizations of the whole study. */
  readonly cases: readonly CaseOrganizations[];
}

/** Reads what the scoring of an organization is about; undefined where the study has no scale. */
export async function readScoring(
  session: StudySession,
  organization: string,
  viewer: string,
): Promise<Scoring | undefined> {
  const { study } = session;
  const [scale, settings, codebook, scores, interviews] = await Promise.all([
    study.scale(),
    study.settings(),
    study.codebook(),
    study.scores(),
    interviewsAt(session, organization),
  ]);
  if (!scale || scale.domains.length === 0) return undefined;
  const cases = await organizationsByCase(
    study,
    scores,
    primarySubtag(vscode.env.language) === 'nl' ? 'nl' : 'en',
  );
  return { session, organization, viewer, scale, settings, codebook, scores, interviews, cases };
}

/** The scores on a domain, as far as the scorer at the screen may see them. */
export function verify({ scores, organization, viewer }: Scoring, domain: string): Verification {
  const given = scores.filter((one) => one.organization === organization && one.domain === domain);
  return verificationOf(given, viewer);
}

/** The interviews at an organization with their codings, as far as the coder at the screen may see them, by path. */
async function interviewsAt(
  session: StudySession,
  organization: string,
): Promise<readonly EvidenceInterview[]> {
  const { study } = session;
  const found = await mapBounded(
    await study.transcriptPaths(),
    async (path): Promise<EvidenceInterview[]> => {
      const { frontMatter } = (await study.transcriptFacts(path)) ?? {};
      if (frontMatter?.organization !== organization) return [];
      const [codings, consensus] = await Promise.all([session.codings(path), session.consensus(path)]);
      const { role, participant } = frontMatter;
      return [{ transcript: path, role, participant, codings, counted: countedCodings(codings, consensus) }];
    },
  );
  return found.flat();
}
