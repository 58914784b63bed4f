import type { Code, Codebook } from '../../codebook/codebook';
import type { Scale } from '../../maturity/maturity';
import { type Block, heading, type Inline, oneLine, paragraph } from '../../report/blocks';
import type { StudySettings } from '../../settings/settings';
import { type Localized, localize } from '../../text/localized';
import { type CodebookLabels, codebookLabels } from './codebookLabels';

interface Words {
  readonly language: StudySettings['language'];
  readonly labels: CodebookLabels;
  /** The names of the scale's domains, by id. */
  readonly domains: ReadonlyMap<string, string>;
}

/** The codebook as an appendix has it: each code with what belongs to it, in the study's language. */
export function codebookReport(
  codebook: Codebook,
  { title, language }: StudySettings,
  scale: Scale | undefined,
): Block[] {
  const labels = codebookLabels(language);
  const domains = new Map(scale?.domains.map(({ id, name }) => [id, localize(name, language)]));
  const words = { language, labels, domains };
  return [
    heading(1, labels.codebook),
    paragraph({ kind: 'emphasis', text: oneLine(title) || labels.noTitle }),
    paragraph(codebook.codes.length === 0 ? labels.noCodes : labels.explained(codebook.codes.length)),
    ...codebook.codes.flatMap((code) => codeBlocks(code, words)),
  ];
}

function codeBlocks(code: Code, words: Words): Block[] {
  const { language, labels } = words;
  const items = itemsOf(code, words);
  const retired: Inline[] = code.retired ? [{ kind: 'aside', text: ` (${labels.retired})` }] : [];
  return [
    heading(code.parent ? 3 : 2, namesFromRoot(code, language)),
    paragraph({ kind: 'code', text: code.path }, ...retired),
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
  ];
}

function itemsOf(code: Code, { language, labels, domains }: Words): Inline[][] {
  const said = (text: Localized | undefined) => (text === undefined ? [] : [localize(text, language)]);
  const list = (texts: readonly string[]) => (texts.length === 0 ? [] : [texts.join('; ')]);
  const parts: [label: string, texts: readonly string[]][] = [
    [labels.definition, said(code.definition)],
    [labels.include, said(code.include)],
    [labels.exclude, said(code.exclude)],
    [labels.example, code.examples.map(({ text }) => text)],
    [labels.polarity, code.polarity ? [labels.polarities[code.polarity]] : []],
    [labels.domains, list(code.domains.map((id) => domains.get(id) ?? id))],
    [labels.terms, list(code.terms.map(({ source }) => source))],
    [labels.not, list(code.exclusions.map(({ source }) => source))],
    [labels.was, list(code.was)],
  ];
  return parts.flatMap(([label, texts]) =>
    texts.map((text): Inline[] => [{ kind: 'emphasis', text: label }, `: ${oneLine(text)}`]),
  );
}

function namesFromRoot(code: Code, language: string): string {
  const own = oneLine(localize(code.name, language));
  return code.parent ? `${namesFromRoot(code.parent, language)} / ${own}` : own;
}
