import { describe, expect, it } from 'vitest';
import { notesPath } from '../../../../src/core/summary/notes/paths';
import { notesTemplate } from '../../../../src/core/summary/notes/template';
import { memoryStudy } from '../../support/memoryStudy';
import { exampleStudy, rendered } from '../exampleStudy';

const path = notesPath('elderly-care');
const report = (notes: string, format: 'md' | 'html' = 'md', more: Record<string, string> = {}) =>
  rendered(memoryStudy({ ...exampleStudy, ...more, [path]: notes }).study, format);

/** What stands in a section of a report. */
function section(markdown: string, title: string): string {
  const start = markdown.indexOf(`\n## ${title}\n`);
  const end = markdown.indexOf('\n## ', start + 1);
  return start === -1 ? '' : markdown.slice(start, end === -1 ? undefined : end);
}

describe('the notes on a case', () => {
  it('stand in the sections that their headings name, in either language', async () => {
    const markdown = await report(
      '# Ouderenzorg\n\nVooraf.\n\n## Phase of implementation\n\nProef.\n\n## Interviews and respondents\n\nVia Zoom.\n\n' +
        '## geld:\n\nGeen tarief.\n\n## Volwassenheid\n\nStreng gescoord.\n',
    );
    expect(section(markdown, 'Context')).toMatch(/## Context\n\nVooraf\.\n\n2 interviews met 2 respondenten/);
    expect(section(markdown, 'Fase van implementatie')).toBe('\n## Fase van implementatie\n\nProef.\n');
    expect(section(markdown, 'Interviews en respondenten')).toContain('\n\nVia Zoom.\n\nWoorden zijn');
    expect(section(markdown, 'Geld')).toContain('## Geld\n\nGeen tarief.\n');
    expect(section(markdown, 'Volwassenheid')).toContain('Streng gescoord.');
    expect(markdown).not.toContain('# Ouderenzorg\n\nVooraf');
  });

  it('stand at the end under their own heading where the report has none like it', async () => {
    const markdown = await report('## Wat mij opviel\n\nEr werd gelachen.\n');
    const titles = markdown.match(/^## .+$/gm)!;
    expect(titles.slice(-3)).toEqual([
      '## Wat mij opviel',
      '## Bronnen: alle citaten per code',
      '## Gemaakt van',
    ]);
  });

  it('keep their lists, tables, quotes, links and emphasis', async () => {
    const notes = [
      '## Summary',
      'Eerst *dit*, dan **dat**, [hier](https://example.org/a_b) of [daar](../transcripts/elderly-care/nurse.txt).',
      '',
      '1. een',
      '   - binnen',
      '2. twee',
      '',
      '> gezegd',
      '',
      '### Kop',
      '',
      '| a | b |',
      '| --- | ---: |',
      '| 1 | 2 |',
    ].join('\n');
    expect(section(await report(notes), 'Samenvatting')).toBe(
      [
        '',
        '## Samenvatting',
        '',
        'Eerst *dit*, dan **dat**, [hier](https://example.org/a_b) of [daar](../transcripts/elderly-care/nurse.txt).',
        '',
        '1. een',
        '',
        '    - binnen',
        '',
        '2. twee',
        '',
        '> gezegd',
        '',
        '### Kop',
        '',
        '| a | b |',
        '| --- | ---: |',
        '| 1 | 2 |',
        '',
      ].join('\n'),
    );
    expect(await report(notes, 'html')).toContain('<ol start="2">');
  });

  it('keep their words, whatever marks are around them', async () => {
    const notes = [
      '## Summary',
      'Eerst  een\nregel,\\',
      'dan ~~nooit~~ &euro; 5 &amp; \\*niet schuin\\*: https://example.org/a <!-- niet --> `x*y`',
      '',
      '- [ ] nog **te** doen',
      '- [x] klaar',
      '',
      '-     - los',
      '',
      '<b>vet</b>',
      '',
      '    a  b',
    ].join('\n');
    expect(section(await report(notes), 'Samenvatting')).toBe(
      [
        '',
        '## Samenvatting',
        '',
        'Eerst een regel, dan nooit € 5 & \\*niet schuin\\*: [https\\://example.org/a](https://example.org/a) x\\*y',
        '',
        '- ☐ nog **te** doen',
        '- ☑ klaar',
        '- \\- los',
        '',
        '\\<b\\>vet\\</b\\>',
        '',
        'a b',
        '',
      ].join('\n'),
    );
  });

  it('keep what stands deeper than anybody reads', async () => {
    for (const mark of ['- ', '> ', '1. ']) {
      const markdown = await report(`## Summary\n\n${mark.repeat(3_000)}diep\n\nerna\n`);
      expect(markdown).toContain('diep\n');
      expect(markdown).toContain('\n\nerna\n');
    }
  });

  it('can hold nothing that runs', async () => {
    const hostile =
      '<script>alert(1)</script>\n\n[x](javascript:alert(1)) [y](data:text/html,1) ![z](https://example.org/z.png)\n\n<!-- not said -->\n';
    const html = await report(hostile, 'html');
    expect(html).not.toMatch(/<script|<img|javascript:alert\(1\)"|href="data:/);
    expect(html).not.toContain('not said');
    expect(html).toContain('&lt;script&gt;');
  });

  it('may be anything', async () => {
    const deep = `${'>'.repeat(20_000)} x`;
    for (const notes of [
      '',
      '\n\n',
      '## \n',
      '# \n## Context\n',
      '```\nnever closed',
      '| a |\n|---|',
      deep,
    ]) {
      expect(await report(notes)).toContain('## Gemaakt van');
    }
  });

  it('are left as they are by a report, which tells that it was made from them', async () => {
    const { study, files } = memoryStudy({ ...exampleStudy, [path]: 'Zo.' });
    const first = await rendered(study, 'md');
    expect(first).toContain('SHA-256 van de 9 bestanden');
    study.invalidateContent([path]);
    expect(await rendered(study, 'md')).toBe(first);
    files.set(path, 'Anders.');
    study.invalidateContent([path]);
    expect(await rendered(study, 'md')).toContain('Anders.');
  });

  it('begin as a file whose headings all have their place, and add nothing while they are empty', async () => {
    const { study } = memoryStudy(exampleStudy);
    const codebook = await study.codebook();
    const without = await rendered(study, 'md');
    for (const language of ['en', 'nl'] as const) {
      const template = notesTemplate('Ouderenzorg', codebook, language);
      const hash = / {0}`[0-9a-f]{64}`|\d+ bestanden/g;
      expect((await report(template)).replace(hash, '')).toBe(without.replace(hash, ''));
      const filled = await report(template.replace(/^## .+$/gm, '$&\n\nIets.'));
      const others = filled.slice(filled.indexOf('## Samenvatting'), filled.indexOf('## Bronnen'));
      expect(others.match(/^## /gm)).toHaveLength(1);
    }
  });
});
