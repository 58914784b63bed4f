import { describe, expect, it } from 'vitest';
import { renderMaturity } from '../../../../src/core/maturity/tables/render';
import { maturityTables } from '../../../../src/core/maturity/tables/tables';
import { exampleStudy } from '../../summary/exampleStudy';
import { memoryStudy } from '../../support/memoryStudy';

const score = (organization: string, domain: string, figure: number, more = '') =>
  `- {organization: ${organization}, domain: ${domain}, score: ${figure}${more}}\n`;

async function tablesOf(scores: Readonly<Record<string, string>>, more: Record<string, string> = {}) {
  const files = Object.entries(scores).map(([scorer, text]) => [`scores/${scorer}.yaml`, text]);
  const { study } = memoryStudy({ ...exampleStudy, ...more, ...Object.fromEntries(files) });
  return (await maturityTables(study))!;
}

const rowsOf = (markdown: string) => markdown.split('\n').filter((line) => /^[|#-]/.test(line));

const several = {
  anna:
    score('org-1', 'people', 2, ', rationale: "=Nog, \\"geen\\" scholing", evidence: [a1, a2]') +
    score('org-1', 'effect', 1) +
    score('org-2', 'people', 3) +
    score('org-2', 'effect', 2),
  bram: score('org-1', 'people', 3) + score('org-2', 'people', 3) + score('org-2', 'effect', 1),
  consensus: score('org-1', 'people', 3, ', rationale: Besproken.'),
};

describe('the tables of scores', () => {
  it('have all organizations with their domains, then each case with its organizations', async () => {
    expect(rowsOf(renderMaturity(await tablesOf(several), 'md'))).toEqual([
      '# Volwassenheid',
      '## Overzicht',
      '| Casus | Organisatie | Mensen | Effect | Economie | Totaal (van 9) |',
      '| --- | --- | ---: | ---: | ---: | ---: |',
      '| Ouderenzorg | Zorggroep Noord | 3 | 1 | – | 4 (2 van 3 domeinen) |',
      '| Ouderenzorg | Zorggroep Zuid | 3 (niet vastgesteld) | 2 (anna) / 1 (bram) (niet vastgesteld) | – | 3 (1 van 3 domeinen) |',
      '## Ouderenzorg',
      '| Domein | Zorggroep Noord | Zorggroep Zuid |',
      '| --- | ---: | ---: |',
      '| Mensen | 3 | 3 (niet vastgesteld) |',
      '| Effect | 1 | 2 (anna) / 1 (bram) (niet vastgesteld) |',
      '| Economie | – | – |',
      '| Totaal (van 9) | 4 (2 van 3 domeinen) | 3 (1 van 3 domeinen) |',
      '## Scores op de schaal',
      '| Beoordelaars | Scores | Procentuele overeenstemming | Lineaire gewichten | Kwadratische gewichten |',
      '| --- | ---: | ---: | ---: | ---: |',
      '| anna – bram | 3 | 33,3% | 0,250 | 0,400 |',
      '- Zorggroep Noord, Mensen: 2 (anna), 3 (bram)',
      '- Zorggroep Zuid, Effect: 2 (anna), 1 (bram)',
    ]);
  });

  it('have a row for each score in CSV, which no spreadsheet runs', async () => {
    expect(renderMaturity(await tablesOf(several), 'csv').split('\r\n')).toEqual([
      'case,organization,domain,scorer,score,settled,rationale,evidence',
      `elderly-care,org-1,people,anna,2,true,"'=Nog, ""geen"" scholing",a1 a2`,
      'elderly-care,org-1,people,bram,3,true,,',
      'elderly-care,org-1,people,consensus,3,true,Besproken.,',
      'elderly-care,org-1,effect,anna,1,false,,',
      'elderly-care,org-2,people,anna,3,false,,',
      'elderly-care,org-2,people,bram,3,false,,',
      'elderly-care,org-2,effect,anna,2,false,,',
      'elderly-care,org-2,effect,bram,1,false,,',
      '',
    ]);
  });

  it('are data, with the agreement of the scorers', async () => {
    const tables = JSON.parse(renderMaturity(await tablesOf(several), 'json'));
    expect(tables).toMatchObject({
      study: 'Zorg op afstand',
      language: 'nl',
      scale: null,
      highest: 9,
      domains: [{ id: 'people', name: 'Mensen', highest: 3 }, { id: 'effect' }, { id: 'economy' }],
      agreement: { scorers: ['anna', 'bram'], scores: 3 },
    });
    expect(tables.cases).toHaveLength(1);
    expect(tables.cases[0].organizations[0]).toMatchObject({
      id: 'org-1',
      name: 'Zorggroep Noord',
      total: 4,
      scored: 2,
      figures: [
        { domain: 'people', score: 3, by: 'consensus', settled: true },
        { domain: 'effect', score: 1, by: 'anna', settled: false },
        { domain: 'economy', score: null, by: null, scores: [] },
      ],
    });
    expect(tables.scores).toHaveLength(8);
  });

  it('lose no organization that only transcripts or scores name', async () => {
    const tables = await tablesOf(
      { anna: score('clinic', 'people', 1) + score('nowhere', 'people', 2) },
      {
        'study.yaml': 'language: en',
        'transcripts/icu/one.txt': '---\norganization: clinic\n---\nR: Ja.\n',
        'transcripts/loose.txt': '---\norganization: alone\n---\nR: Ja.\n',
      },
    );
    expect(tables.cases.map(({ name, organizations }) => [name, organizations.map(({ id }) => id)])).toEqual([
      ['Interviews without a case', ['alone', 'nowhere']],
      ['elderly-care', ['org-1', 'org-2']],
      ['icu', ['clinic']],
    ]);
    expect(tables.scores.map((one) => [one.case, one.organization])).toEqual([
      ['', 'nowhere'],
      ['icu', 'clinic'],
    ]);
  });

  it('are there without scores, and without organizations', async () => {
    const none = await tablesOf({});
    expect(renderMaturity(none, 'csv')).toBe(
      'case,organization,domain,scorer,score,settled,rationale,evidence\r\n',
    );
    expect(renderMaturity(none, 'md')).toContain('| Ouderenzorg | Zorggroep Noord | – | – | – | – |');
    const { study } = memoryStudy({ 'maturity.yaml': exampleStudy['maturity.yaml']! });
    const empty = renderMaturity((await maturityTables(study))!, 'md');
    expect(empty).toContain('The study has no organizations yet.');
    expect(await maturityTables(memoryStudy({}).study)).toBeUndefined();
  });
});
