import type { SectionId } from '../report/sectionLabels';

/** What researchers call the sections of a report in their notes, besides the section's own title. */
const otherNames: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  context: ['description', 'organizations', 'beschrijving', 'organisaties', 'inleiding', 'introduction'],
  phase: ['phase', 'fase'],
  reasons: ['reason', 'aanleiding', 'reden'],
  preconditions: ['conditions', 'condities'],
  interviews: ['interviews', 'respondents', 'respondenten'],
  hinders: ['barriers', 'hindrances', 'belemmeringen', 'belemmerende factoren'],
  helps: ['facilitators', 'bevorderende factoren'],
  roles: ['stakeholders', 'roles', 'rollen'],
  organizations: ['similarities and differences', 'overeenkomsten en verschillen'],
  codes: ['quantitative results', 'kwantitatieve resultaten'],
  agreement: ['agreement', 'overeenstemming'],
  maturity: ['scores', 'maturity scan', 'volwassenheidsscan'],
  costs: ['costs', 'kosten'],
  notFound: ['limitations', 'beperkingen'],
  lessons: ['lessons', 'lessen'],
  summary: ['conclusion', 'conclusie', 'key points for policy', 'kernpunten voor beleid'],
};

/** The section that a heading of the notes names, in either language; undefined where it names none. */
export function sectionNamed(
  heading: string,
  titles: Readonly<Record<'en' | 'nl', Readonly<Record<SectionId, string>>>>,
): SectionId | undefined {
  const asked = nameKey(heading);
  const ids = Object.keys(titles.en) as SectionId[];
  return ids.find((id) =>
    [titles.en[id], titles.nl[id], ...(otherNames[id] ?? [])].some((name) => nameKey(name) === asked),
  );
}

/** A heading without its number, case and closing punctuation. */
export function nameKey(heading: string): string {
  return heading
    .replace(/^[\d.]+\s+/, '')
    .replace(/[\s:.]+$/, '')
    .trim()
    .toLowerCase();
}
