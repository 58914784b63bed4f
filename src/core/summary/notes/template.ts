import type { Codebook } from '../../codebook/codebook';
import { oneLine } from '../../report/blocks';
import { localize } from '../../text/localized';
import { type SectionId, sectionTitles } from '../report/sectionLabels';
import { topicsOf } from '../report/themes';

/** The sections that researchers write about, before those on topics and after them. */
const before: readonly SectionId[] = [
  'context',
  'phase',
  'reasons',
  'preconditions',
  'changes',
  'effects',
  'hinders',
  'helps',
];
const after: readonly SectionId[] = ['roles', 'organizations', 'wishes', 'lessons', 'summary'];

const explanation = {
  en: 'What you write below a heading stands in that section of the report of this case, in every new export. Headings that you leave empty are left out; those of your own come at the end. Only you write here.',
  nl: 'Wat je onder een kop schrijft, staat in dat deel van het verslag van deze casus, bij elke nieuwe export. Koppen die leeg blijven, komen er niet in; koppen van jezelf staan aan het eind. Alleen jij schrijft hier.',
};

/** The notes on a case before anything is written: a heading for each section of its report. */
export function notesTemplate(caseName: string, codebook: Codebook, language: 'en' | 'nl'): string {
  const titles = sectionTitles[language];
  const topics = topicsOf(codebook.codes).map(({ root }) => oneLine(localize(root.name, language)));
  const headings = [...before.map((id) => titles[id]), ...topics, ...after.map((id) => titles[id])];
  return `# ${oneLine(caseName)}\n\n<!-- ${explanation[language]} -->\n${headings.map((title) => `\n## ${title}\n`).join('')}`;
}
