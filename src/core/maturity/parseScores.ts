import type { Problem } from '../problem';
import type { StudySettings } from '../settings/settings';
import { filled, isEmpty, type YamlEntry, type YamlNode, YamlReader } from '../yaml/reader';
import type { Scale, Score } from './maturity';

const scoreKeys = ['organization', 'domain', 'score', 'rationale', 'evidence'] as const;

/**
 * Reads a scores/<scorer>.yaml against the scale and the study's organizations. Where the study lists none,
 * they are taken from the transcripts, so any name will do.
 */
export function parseScores(
  file: string,
  text: string,
  scorer: string,
  scale: Scale,
  settings: StudySettings,
): { scores: Score[]; problems: readonly Problem[] } {
  const reader = new YamlReader(file, text);
  if (reader.isBlank()) return { scores: [], problems: reader.problems };
  const organizations = settings.cases.flatMap((one) => one.organizations.map(({ id }) => id));
  const seen = new Set<string>();
  const scores = reader.items(reader.root, 'scores').flatMap((item) => {
    const fields = reader.fields(item, 'a score', scoreKeys);
    const score = fields && readScore(reader, item, fields, scorer, scale, organizations);
    if (!score) return [];
    const key = JSON.stringify([score.organization, score.domain]);
    if (seen.has(key)) {
      reader.problem('score-duplicate', item, score.organization, score.domain);
      return [];
    }
    seen.add(key);
    return [score];
  });
  return { scores, problems: reader.problems };
}

function readScore(
  reader: YamlReader,
  item: YamlNode,
  fields: ReadonlyMap<string, YamlEntry>,
  scorer: string,
  scale: Scale,
  organizations: readonly string[],
): Score | undefined {
  const [organizationNode, domainNode, scoreNode] = (['organization', 'domain', 'score'] as const).map(
    (key) => fields.get(key)?.value,
  );
  if (isEmpty(organizationNode) || isEmpty(domainNode) || isEmpty(scoreNode)) {
    reader.problem('score-incomplete', item);
    return undefined;
  }
  const organization = reader.text(organizationNode, 'organization');
  const domainId = reader.text(domainNode, 'domain');
  const score = reader.integer(scoreNode, 'score');
  if (organization === undefined || domainId === undefined || score === undefined) return undefined;
  const domain = scale.domains.find(({ id }) => id === domainId);
  if (organizations.length > 0 && !organizations.includes(organization)) {
    reader.problem('score-unknown-organization', organizationNode, organization, organizations.join(', '));
    return undefined;
  }
  if (!domain) {
    reader.problem(
      'score-unknown-domain',
      domainNode,
      domainId,
      scale.domains.map(({ id }) => id).join(', '),
    );
    return undefined;
  }
  if (score < 1 || score > domain.levels.length) {
    reader.problem('score-out-of-range', scoreNode, String(score), String(domain.levels.length));
    return undefined;
  }
  const rationale = filled(fields, 'rationale');
  return {
    scorer,
    organization,
    domain: domainId,
    score,
    rationale: rationale && reader.text(rationale.value, 'rationale'),
    evidence: reader
      .texts(fields.get('evidence')?.value, 'evidence')
      .map(({ text, node }) => ({ id: text, range: reader.rangeOf(node) })),
    range: reader.rangeOf(scoreNode),
  };
}
