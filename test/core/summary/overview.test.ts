import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { NodeFiles } from '../../../src/cli/nodeFiles';
import { Study } from '../../../src/core/study';
import { overviewOf } from '../../../src/core/summary/overview/overview';
import { renderOverview } from '../../../src/core/summary/overview/render';
import {
  overviewPath,
  type SummaryFormat,
  summaryFormats,
  summaryPath,
} from '../../../src/core/summary/paths';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { memoryStudy } from '../support/memoryStudy';
import { exampleStudy, logOf, transcriptOf } from './exampleStudy';

const icu = transcriptOf(
  { organization: 'org-9', participant: 'P01', role: 'arts' },
  'R: Er is nooit tijd genoeg voor.',
);
const files = {
  ...exampleStudy,
  'transcripts/icu/one.txt': icu,
  'codings/anna/icu/one.txt.jsonl': logOf(icu, 'anna', [
    { id: 'i1', code: 'time', quote: 'nooit tijd genoeg' },
    { id: 'i2', code: 'zomaar', quote: 'nooit' },
  ]),
};
const overview = async (study: Study) => overviewOf(study, await summarizeStudy(study));
const example = () => overview(memoryStudy(files).study);
const render = async (study: Study, format: SummaryFormat) =>
  renderOverview(study, await overview(study), format);
const renderExample = (format: SummaryFormat) => render(memoryStudy(files).study, format);

describe('the report over all cases', () => {
  it('has the overview of scores as the study published it', async () => {
    const study = new Study(await NodeFiles.open('media/sample-study'));
    const markdown = String(await render(study, 'md'));
    const table = markdown.slice(markdown.indexOf('*Scores van alle organisaties*'));
    const figures = table
      .split('\n')
      .filter((line) => / \| \d+ \|$/.test(line))
      .slice(0, 7)
      .map((line) => line.split(' | ').slice(1).join(' ').replace(' |', ''));
    expect(figures).toEqual([
      'Zorgorganisatie 1 2 2 4 2 1 11',
      'Zorgorganisatie 2 3 1 2 2 1 9',
      'Ziekenhuis A 2 1 4 2 1 10',
      'Ziekenhuis B 3 3 2 3 2 13',
      'Instellingen A en B 3 3 4 2 1 13',
      'Instelling C 3 4 5 2 1 15',
      'Ziekenhuis D 2 2 2 2 2 10',
    ]);
  });

  it('tells in how many cases a code was given, and by how many it was said', async () => {
    const { codes, cases } = await example();
    expect(cases.map(({ id, interviews, quotes }) => [id, interviews, quotes])).toEqual([
      ['elderly-care', 2, 4],
      ['icu', 1, 2],
    ]);
    expect(
      codes.map(({ code, kind, cases, organizations, respondents, quotes }) => [
        code,
        kind,
        cases,
        organizations,
        respondents,
        quotes,
      ]),
    ).toEqual([
      ['barrier', { topic: 'barrier' }, 1, 1, 1, 2],
      ['time', { topic: 'barrier' }, 2, 2, 2, 2],
      ['money', { topic: 'money' }, 1, 1, 1, 1],
      ['zomaar', null, 1, 1, 1, 1],
    ]);
  });

  it('quotes each case on what is in several', async () => {
    const markdown = String(await renderExample('md'));
    expect(markdown).toContain(
      '### Belemmering › Tijd\n\n> “geen tijd” (manager, Zorggroep Noord) [P01, regel 8](../transcripts/elderly-care/manager.txt#L8) · anna · Ouderenzorg\n\n' +
        '> “nooit tijd genoeg” (arts, org-9) [P01, regel 6](../transcripts/icu/one.txt#L6) · anna · icu\n',
    );
    expect(markdown).not.toContain('### Geld');
    expect(markdown).toContain(
      'Van 2 thema’s komt er 1 in alle 2 casussen voor, 0 in meer dan één en 1 in één.',
    );
  });

  it('has the profiles of all organizations and a heat map of their codes, drawn where a page can hold them', async () => {
    const study = new Study(await NodeFiles.open('media/sample-study'));
    const page = String(await render(study, 'html'));
    expect(page.match(/<svg\b/g)).toHaveLength(2);
    for (const name of ['Ziekenhuis A', 'Instelling C']) expect(page.split(name).length).toBeGreaterThan(3);
    expect(String(await render(study, 'md'))).not.toContain('<svg');
  });

  it('has a row for each code and case in CSV', async () => {
    const csv = String(await renderExample('csv'));
    expect(Papa.parse(csv.trimEnd(), { header: true }).data).toContainEqual({
      code: 'time',
      name: 'Belemmering › Tijd',
      kind: 'barrier',
      case: 'icu',
      codings: '1',
    });
  });

  it.each(summaryFormats)(
    'is the same bytes every time as %s, also of a study without anything',
    async (format) => {
      expect(await renderExample(format)).toEqual(await renderExample(format));
      expect((await render(memoryStudy().study, format)).length).toBeGreaterThan(10);
    },
  );

  it('has a name of its own among the files of the cases', () => {
    for (const id of ['overview', 'Overview']) expect(summaryPath(id, 'md')).not.toBe(overviewPath('md'));
  });
});
