import { oneLine } from '../../report/blocks';
import type { Range } from '../../text/range';
import { type Counting, countings, dialects, type RefiSelection } from './model';
import type { OriginalText } from './openProject';
import { Positions } from './positions';
import { wholeText } from './readProject';

/** Where a selection is: at its positions, elsewhere by its words, or lost, with its words where these are known. */
export type Place =
  | { readonly kind: 'there' | 'found'; readonly range: Range }
  | { readonly kind: 'lost'; readonly quote: string | undefined };

type Rule = Pick<Counting, 'unit' | 'lineEnd'> & { readonly inclusive: boolean };
type Positioned = Pick<RefiSelection, 'name' | 'start' | 'end'>;

const rules: readonly Rule[] = [false, true].flatMap((inclusive) =>
  (['code point', 'utf-16'] as const).flatMap((unit) =>
    ([1, 2] as const).map((lineEnd) => ({ unit, lineEnd, inclusive })),
  ),
);
/** How many selections' words are looked for where these do not stand at their positions. */
const mostSearches = 500;
const shortestQuote = 12;

/**
 * Finds selections in their text. The program that made them says how positions are counted, as far as that is known.
 * Where most quotes do not begin and end at words, or are not the words that the selections are named after, they
 * are counted in the way in which most do.
 */
export class Places {
  readonly #rule: Rule;
  readonly #positions: Positions;
  #searches = 0;

  constructor(
    private readonly original: OriginalText,
    origin: string,
    selections: readonly Positioned[],
  ) {
    const known = ruleOf(origin);
    const usual = [known, ...rules.filter((rule) => !isSame(rule, known))];
    const own = /^Interview Coding\b/.test(origin);
    this.#rule = own ? known : best(usual, original, selections);
    this.#positions = positionsOf(original, this.#rule);
  }

  place(selection: Positioned): Place {
    const { text } = this.original;
    if (selection.end === wholeText && text.trim() !== '') return { kind: 'there', range: trimmed(text) };
    const range = rangeOf(selection, this.#positions, this.#rule, text);
    const name = quoteIn(selection);
    if (range && isNamedAfter(text, range, name)) return { kind: 'there', range };
    const found =
      name.length < shortestQuote || ++this.#searches > mostSearches ? [] : occurrences(text, name);
    if (found.length === 0) {
      return range ? { kind: 'there', range } : { kind: 'lost', quote: undefined };
    }
    if (found.length === 1 && !isCut(selection)) return { kind: 'found', range: found[0]! };
    const [first] = found;
    return { kind: 'lost', quote: text.slice(first!.start, first!.end) };
  }
}

function ruleOf(origin: string): Rule {
  const dialect = dialects.find((one) => new RegExp(one, 'i').test(origin)) ?? 'standard';
  const { unit, lineEnd } = countings[dialect];
  return { unit, lineEnd, inclusive: false };
}

function isSame(a: Rule, b: Rule): boolean {
  return a.unit === b.unit && a.lineEnd === b.lineEnd && a.inclusive === b.inclusive;
}

/** The first of the rules by which most selections fit. */
function best(all: readonly Rule[], original: OriginalText, selections: readonly Positioned[]): Rule {
  const scores = all.map((rule) => {
    const positions = positionsOf(original, rule);
    return selections.reduce((sum, one) => sum + fitness(one, positions, rule, original.text), 0);
  });
  return all[scores.indexOf(Math.max(...scores))]!;
}

function positionsOf({ text, isLong }: OriginalText, rule: Rule): Positions {
  return new Positions(text, rule, isLong);
}

function fitness(selection: Positioned, positions: Positions, rule: Rule, text: string): number {
  if (selection.end === wholeText || selection.start === selection.end) return 0;
  const range = rangeOf(selection, positions, rule, text);
  if (!range) return -3;
  const name = quoteIn(selection);
  const named = name !== '' && isNamedAfter(text, range, name) ? 4 : 0;
  return named + (isEdge(text, range.start) ? 1 : 0) + (isEdge(text, range.end) ? 1 : 0);
}

function rangeOf(
  { start, end }: Positioned,
  positions: Positions,
  rule: Rule,
  text: string,
): Range | undefined {
  if (Number.isNaN(start) || Number.isNaN(end)) return undefined;
  const range = { start: positions.offsetOf(start), end: positions.offsetOf(end + (rule.inclusive ? 1 : 0)) };
  return range.start < range.end && range.end <= text.length ? range : undefined;
}

/** True between words, where no word is cut in two. */
function isEdge(text: string, offset: number): boolean {
  const [before = '', after = ''] = [text.slice(0, offset).slice(-1), text.slice(offset, offset + 1)];
  return !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after);
}

/** Selections are often named after their words, as far as these go. */
function quoteIn({ name }: Positioned): string {
  return oneLine(name.replace(/(?:…|\.\.\.)$/, ''));
}

function isCut({ name }: Positioned): boolean {
  return /(?:…|\.\.\.)$/.test(name);
}

function isNamedAfter(text: string, { start, end }: Range, name: string): boolean {
  // White space may take more room in the text than in the name.
  return oneLine(text.slice(start, Math.min(end, start + 4 * name.length + 40))).startsWith(name);
}

function occurrences(text: string, name: string): Range[] {
  const words = name.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found: Range[] = [];
  for (const { index, 0: match } of text.matchAll(new RegExp(words.join('\\s+'), 'gu'))) {
    found.push({ start: index, end: index + match.length });
    if (found.length === 2) break;
  }
  return found;
}

function trimmed(text: string): Range {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}
