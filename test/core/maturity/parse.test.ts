import { describe, expect, it } from 'vitest';
import { highestTotal } from '../../../src/core/maturity/maturity';
import { parseScale } from '../../../src/core/maturity/parseScale';
import { parseScores } from '../../../src/core/maturity/parseScores';
import { parseSettings } from '../../../src/core/settings/parse';
import { emptySettings } from '../../../src/core/settings/settings';
import { marked, places } from '../support/problems';

const scaleText = [
  'name: {en: Maturity scan, nl: Volwassenheidsscan}',
  'levels: [one, two, three, four, five]',
  'domains:',
  '  - id: strategy',
  '    name: {en: Strategy, nl: Strategie}',
  '    definition: What is wanted.',
  '    questions: {nl: ["Waarom?"]}',
  '  - id: finance',
  '    levels: [{en: poor, nl: arm}, {en: rich, nl: rijk}]',
].join('\n');
const { scale } = parseScale('maturity.yaml', scaleText);
const { settings } = parseSettings(
  'study.yaml',
  'cases: [{id: a, organizations: [{id: org-1}, {id: org-2}]}]',
);

describe('maturity.yaml', () => {
  it('tells domains with the levels they share or have of their own', () => {
    expect(parseScale('maturity.yaml', scaleText).problems).toEqual([]);
    expect(scale.name).toEqual({ en: 'Maturity scan', nl: 'Volwassenheidsscan' });
    expect(scale.domains).toEqual([
      {
        id: 'strategy',
        name: { en: 'Strategy', nl: 'Strategie' },
        definition: 'What is wanted.',
        questions: [{ language: 'nl', text: 'Waarom?' }],
        levels: ['one', 'two', 'three', 'four', 'five'],
      },
      {
        id: 'finance',
        name: 'finance',
        definition: undefined,
        questions: [],
        levels: [
          { en: 'poor', nl: 'arm' },
          { en: 'rich', nl: 'rijk' },
        ],
      },
    ]);
    expect(highestTotal(scale)).toBe(7);
  });

  it.each([
    ['', '1:1 file-empty', ''],
    ['domain: []', '1:1 yaml-unknown-key', 'domain'],
    ['levels: [a]\ndomains: []', '2:10 scale-no-domains', '[]'],
    ['levels: [a]', '1:1 scale-no-domains', ''],
    ['levels: {1: a, 2: b}\ndomains: [{id: x, levels: [c]}]', '1:9 yaml-not-a-list', '{1: a, 2: b}'],
    ['levels: [a]\ndomains: [{id: x, levels: [[b]]}]', '2:28 yaml-not-a-text', '[b]'],
    ['levels: [a, ]\ndomains: [{id: x, levels: [b, {english: c}]}]', '2:32 yaml-not-a-language', 'english'],
    ['levels: [a]\ndomains: [{id: x, questions: why}]', '2:30 yaml-not-a-list', 'why'],
    ['levels: [a]\ndomains: [{name: X}]', '2:11 case-without-id', '{name: X}'],
    ['levels: [a]\ndomains: [{id: x}, {id: x}]', '2:25 scale-duplicate-domain', 'x'],
    ['domains: [{id: x}]', '1:16 scale-no-levels', 'x'],
    ['levels: [a]\ndomains: [{id: x, question: [a]}]', '2:19 yaml-unknown-key', 'question'],
    ['levels: [a]\ndomains: [x]', '2:11 yaml-not-a-mapping', 'x'],
    ['levels: 5', '1:9 yaml-not-a-list', '5'],
    ['levels: [a, *b]', '1:13 yaml-alias', '*b'],
  ])('%j is a mistake with its place', (text, place, words) => {
    const { problems } = parseScale('maturity.yaml', text);
    expect(places(problems)).toEqual([place]);
    expect(marked(text, problems[0]!)).toBe(words);
  });
});

it('a level that cannot be read keeps its number, so that scores mean what they meant', () => {
  const { scale } = parseScale('maturity.yaml', 'levels: [one, [two], three]\ndomains: [{id: a}]');
  expect(scale.domains[0]!.levels).toEqual(['one', '', 'three']);
});

describe('scores', () => {
  const parse = (text: string, of = settings) => parseScores('scores/A.yaml', text, 'A', scale, of);
  const good = '{organization: org-1, domain: strategy, score: 3}';

  it('tell organization, domain, score, and why', () => {
    const text = [
      '- organization: org-1',
      '  domain: strategy',
      '  score: 5',
      '  rationale: Because.',
      '  evidence: [c1, 012]',
      '- {organization: org-2, domain: finance, score: 1, rationale: , evidence: }',
    ].join('\n');
    const { scores, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(scores).toMatchObject([
      { scorer: 'A', organization: 'org-1', domain: 'strategy', score: 5, rationale: 'Because.' },
      { organization: 'org-2', domain: 'finance', score: 1, rationale: undefined, evidence: [] },
    ]);
    expect(scores[0]!.evidence.map(({ id, range }) => [id, text.slice(range.start, range.end)])).toEqual([
      ['c1', 'c1'],
      ['012', '012'],
    ]);
  });

  it('may be none', () => {
    expect(parse('[]')).toEqual({ scores: [], problems: [] });
    expect(places(parse('').problems)).toEqual(['1:1 file-empty']);
  });

  it.each([
    ['{organization: org-1, domain: strategy}', '2:3 score-incomplete', undefined],
    ['{organization: , domain: strategy, score: 3}', '2:3 score-incomplete', undefined],
    ['{organization: org-9, domain: strategy, score: 3}', '2:18 score-unknown-organization', 'org-9'],
    ['{organization: org-1, domain: money, score: 3}', '2:33 score-unknown-domain', 'money'],
    ['{organization: org-1, domain: finance, score: 0}', '2:49 score-out-of-range', '0'],
    ['{organization: org-1, domain: finance, score: 3}', '2:49 score-out-of-range', '3'],
    ['{organization: org-1, domain: finance, score: 1.5}', '2:49 yaml-not-a-number', '1.5'],
    ['{organization: org-1, domain: finance, score: "1"}', '2:49 yaml-not-a-number', '"1"'],
    ['{organization: org-1, domain: finance, score: *x}', '2:49 yaml-alias', '*x'],
    [good, '2:3 score-duplicate', good],
    ['org-1', '2:3 yaml-not-a-mapping', 'org-1'],
  ])('%s is left out and has its place', (item, place, words) => {
    const text = `- ${good}\n- ${item}\n- {organization: org-2, domain: strategy, score: 4}\n`;
    const { scores, problems } = parse(text);
    expect(places(problems)).toEqual([place]);
    if (words !== undefined) expect(marked(text, problems[0]!)).toBe(words);
    expect(scores.map(({ organization }) => organization)).toEqual(['org-1', 'org-2']);
  });

  it.each([
    ['{organization: org-2, domain: strategy, score: 3, why: x}', '2:53 yaml-unknown-key'],
    ['{organization: org-2, domain: strategy, score: 3, evidence: c1}', '2:63 yaml-not-a-list'],
    ['{organization: org-2, domain: strategy, score: 3, rationale: [x]}', '2:64 yaml-not-a-text'],
  ])('%s counts, and has its place', (item, place) => {
    const { scores, problems } = parse(`- ${good}\n- ${item}`);
    expect(places(problems)).toEqual([place]);
    expect(scores).toHaveLength(2);
  });

  it('may be of any organization where the study lists none', () => {
    expect(parse('- {organization: org-9, domain: finance, score: 2}', emptySettings).problems).toEqual([]);
  });

  it('that are no list are a mistake', () => {
    expect(places(parse(`scores: [${good}]`).problems)).toEqual(['1:1 yaml-not-a-list']);
  });
});
