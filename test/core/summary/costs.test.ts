import { describe, expect, it } from 'vitest';
import { memoryStudy } from '../support/memoryStudy';
import { exampleStudy, rendered } from './exampleStudy';

const costs = `
    costs:
      - id: video
        name: {en: Video care, nl: "Beeldzorg | thuis"}
        contact: consult
        nullAlternative:
          activities: [{name: Reis, price: 30.51, minutes: 15, source: {nl: opgave, en: statement}}]
        projectAlternative:
          name: Op beeld
          fixed: [{name: Toestel, price: 1248, per: year, source: factuur}]
          activities: [{name: Bellen, price: 30.51, minutes: 5}]
        benefits: [{name: Kilometers, price: 0.25, number: 4, source: opgave}]
`;

async function written(format: 'md' | 'html' | 'json', more = costs, language = 'nl'): Promise<string> {
  const settings = exampleStudy['study.yaml']!.replace('language: nl', `language: ${language}`);
  const { study } = memoryStudy({ ...exampleStudy, 'study.yaml': settings + more });
  return (await rendered(study, format)).replaceAll('\u00a0', ' ');
}

describe('the costs of a case in its summary', () => {
  it('are the figures with their sources, both alternatives, the balance and the break-even', async () => {
    const text = await written('md');
    const section = text.slice(text.indexOf('## Kosten en baten'), text.indexOf('## Wat niet is gevonden'));
    expect(section.split('\n').filter((line) => /^(?:\||-|###)/.test(line))).toEqual([
      '### Beeldzorg \\| thuis',
      '| Post | Onderdeel van | Prijs | Aantal | Bedrag | Bron |',
      '| --- | --- | ---: | ---: | ---: | --- |',
      '| Reis | Nulalternatief, per consult | € 30,51 per uur | 15 min | € 7,63 | opgave |',
      '| Toestel | Projectalternatief, per week | € 1.248,00 | 1 per jaar | € 24,00 | factuur |',
      '| Bellen | Projectalternatief, per consult | € 30,51 per uur | 5 min | € 2,54 | geen bron vermeld |',
      '| Kilometers | Baat, per consult | € 0,25 | 4 | € 1,00 | opgave |',
      '| Post | Nulalternatief | Projectalternatief: Op beeld | Besparing |',
      '| --- | ---: | ---: | ---: |',
      '| Vaste kosten per week | € 0,00 | € 24,00 | −€ 24,00 |',
      '| Activiteiten per consult | € 7,63 | € 2,54 | € 5,09 |',
      '| Baten per consult |  | € 1,00 | € 1,00 |',
      '| Besparing per consult, baten meegerekend |  |  | € 6,09 |',
      '| Alle kosten per week bij 4 × consult (het omslagpunt) | € 30,52 | € 30,16 | € 0,36 |',
      '- Omslagpunt: ten minste 4 × consult per week.',
      '- Werktijd per consult: 15 minuten in het nulalternatief, 5 in het projectalternatief (67% minder).',
    ]);
  });

  it('are written in English too, and as a page', async () => {
    const text = await written('md', costs, 'en');
    expect(text).toContain('## Costs and benefits');
    expect(text).toContain('| Toestel | Project alternative, per week | €1,248.00 | 1 per year | €24.00 |');
    expect(text).toContain('- Break-even: at least 4 × consult per week.');
    expect(await written('html')).toContain('<h2>Kosten en baten</h2>');
  });

  it('are data, in euros', async () => {
    const [one] = JSON.parse(await written('json')).cases;
    expect(one.costs).toMatchObject([
      {
        id: 'video',
        extraFixedCosts: 24,
        savingPerContact: 6.09,
        breakEven: { kind: 'from', contacts: 4 },
        balance: { contacts: 4, given: false, balance: 0.36 },
        projectAlternative: {
          fixed: [
            { name: 'Toestel', price: 1248, number: 1, minutes: null, per: { count: 1, unit: 'year' } },
          ],
          activities: [{ name: 'Bellen', minutes: 5, number: null, amount: 2.54, source: null }],
        },
      },
    ]);
  });

  it('say at the number of contacts that is given whether they pay', async () => {
    const text = await written(
      'md',
      costs.replace('contact: consult', 'contact: consult\n        contacts: 3'),
    );
    expect(text).toContain('| Alle kosten per week bij 3 × consult | € 22,89 | € 28,62 | −€ 5,73 |');
  });

  it('name what was left out for a mistake', async () => {
    const text = await written('md', costs.replace('price: 1248', 'price: 1.248'));
    const section = text.slice(text.indexOf('## Kosten en baten'), text.indexOf('## Wat niet is gevonden'));
    expect(section).toContain('Weggelaten, omdat er in study.yaml een fout in staat: Beeldzorg \\| thuis.');
    expect(section).not.toContain('###');
  });

  it('have no section where there are none', async () => {
    expect(await written('md', '')).not.toContain('Kosten en baten');
  });
});
