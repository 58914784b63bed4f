import { describe, expect, it } from 'vitest';
import { renderMaturity } from '../../../src/core/maturity/tables/render';
import { maturityTables } from '../../../src/core/maturity/tables/tables';
import { studyProblems } from '../../../src/core/studyProblems';
import { renderSummary } from '../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { exampleStudy } from '../summary/exampleStudy';
import { memoryStudy } from '../support/memoryStudy';

/** The seven domains of the NASSS framework (Greenhalgh and others 2017), each simple, complicated or complex. */
const scale = `
name: NASSS
levels:
  - {en: complex, nl: complex}
  - {en: complicated, nl: ingewikkeld}
  - {en: simple, nl: eenvoudig}
domains:
  - {id: condition, name: {en: The condition, nl: De aandoening}}
  - {id: technology, name: {en: The technology, nl: De technologie}}
  - {id: value, name: {en: The value proposition, nl: De waardepropositie}}
  - {id: adopters, name: {en: The adopters, nl: De gebruikers}}
  - {id: organization, name: {en: The organization, nl: De organisatie}}
  - {id: system, name: {en: The wider system, nl: Het bredere systeem}}
  - {id: time, name: {en: Embedding over time, nl: Inbedding in de tijd}}
`;
const codebook = exampleStudy['codebook.yaml']!.replace('[people]', '[adopters, organization]').replace(
  '[economy]',
  '[value]',
);
const domains = ['condition', 'technology', 'value', 'adopters', 'organization', 'system', 'time'];
const figures = [3, 2, 1, 2, 1, 3, 2];
const scores = domains
  .map(
    (domain, index) =>
      `- {organization: org-1, domain: ${domain}, score: ${figures[index]}, rationale: r, evidence: [a1]}\n`,
  )
  .join('');
const study = (more: Readonly<Record<string, string>> = {}) =>
  memoryStudy({
    ...exampleStudy,
    'codebook.yaml': codebook,
    'maturity.yaml': scale,
    'scores/anna.yaml': scores,
    ...more,
  }).study;

describe('a scale of seven domains and three levels needs nothing but its YAML', () => {
  it('to be read, with the codes that bear on it', async () => {
    expect(await studyProblems(study())).toEqual([]);
  });

  it('to have its scores, codes and levels checked', async () => {
    const problems = await studyProblems(
      study({
        'codebook.yaml': codebook.replace('[value]', '[economy]'),
        'scores/bram.yaml':
          '- {organization: org-1, domain: time, score: 4}\n- {organization: org-1, domain: economic, score: 1}\n',
      }),
    );
    expect(problems.map(({ file, code, args }) => [file, code, args])).toEqual([
      ['codebook.yaml', 'code-unknown-domain', ['economy', domains.join(', ')]],
      ['scores/bram.yaml', 'score-out-of-range', ['4', '3']],
      ['scores/bram.yaml', 'score-unknown-domain', ['economic', domains.join(', ')]],
    ]);
  });

  it('to be in the summary, with totals out of its own highest', async () => {
    const given = study();
    const summary = await summarizeStudy(given);
    expect(summary.cases[0]!.maturityTotals).toMatchObject([
      { organization: 'org-1', total: 14, highest: 21, scored: 7, domains: 7, withoutEvidence: [] },
      { organization: 'org-2', total: null, highest: 21, scored: 0 },
    ]);
    const text = await renderSummary(given, summary, 'md');
    expect(text).toContain('| Zorggroep Noord | 3 | 2 | 1 | 2 | 1 | 3 | 2 | 14 van 21 |');
  });

  it('to be in the tables of scores', async () => {
    const text = renderMaturity((await maturityTables(study()))!, 'md');
    expect(text).toMatch(/^# NASSS\n/);
    expect(text).toContain(
      '| Casus | Organisatie | De aandoening | De technologie | De waardepropositie | De gebruikers | De organisatie | Het bredere systeem | Inbedding in de tijd | Totaal (van 21) |',
    );
    expect(text).toContain('| Ouderenzorg | Zorggroep Noord | 3 | 2 | 1 | 2 | 1 | 3 | 2 | 14 |');
    expect(text).toContain('| Totaal (van 21) | 14 | – |');
  });

  it('to tell how its scorers agree', async () => {
    const second = scores.replace('domain: system, score: 3', 'domain: system, score: 2');
    const tables = (await maturityTables(study({ 'scores/bram.yaml': second })))!;
    expect(tables.agreement).toMatchObject({ scores: 7, disagreements: [{ domain: 'system' }] });
    expect(tables.agreement!.ordinal.alpha).toBeGreaterThan(0.8);
  });
});
