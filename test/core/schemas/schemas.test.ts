import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { parseScale } from '../../../src/core/maturity/parseScale';
import { parseScores } from '../../../src/core/maturity/parseScores';
import type { Problem } from '../../../src/core/problem';
import { parseSettings } from '../../../src/core/settings/parse';
import { emptySettings } from '../../../src/core/settings/settings';

const root = join(import.meta.dirname, '../../..');
const realStudy = join(root, '../shared/real/elderly-care');

const schemas = {
  codebook: 'codebook.yaml',
  study: 'study.yaml',
  maturity: 'maturity.yaml',
  scores: 'scores/*.yaml',
} as const;
type SchemaName = keyof typeof schemas;

function schema(name: SchemaName): AnySchemaObject {
  return JSON.parse(readFileSync(join(root, 'media/schemas', `${name}.schema.json`), 'utf8'));
}

const validators = new Map(
  (Object.keys(schemas) as SchemaName[]).map((name) => [
    name,
    new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema(name)),
  ]),
);

/** What the schema has against a file; nothing where it is valid. */
function faults(name: SchemaName, yaml: string): string[] {
  const validate = validators.get(name)!;
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

async function problems(name: SchemaName, yaml: string): Promise<readonly Problem[]> {
  switch (name) {
    case 'codebook':
      return (await parseCodebook('codebook.yaml', yaml, undefined)).problems;
    case 'study':
      return parseSettings('study.yaml', yaml).problems;
    case 'maturity':
      return parseScale('maturity.yaml', yaml).problems;
    case 'scores':
      return parseScores('scores/a.yaml', yaml, 'a', scale, emptySettings).problems;
  }
}

const { scale } = parseScale('maturity.yaml', 'levels: [one, two]\ndomains: [{id: d}]');

describe.each(Object.entries(schemas) as [SchemaName, string][])('the schema of %s', (name, pattern) => {
  const studies = [join(root, 'media/sample-study'), ...(existsSync(realStudy) ? [realStudy] : [])];
  const files = studies.flatMap((study) =>
    globSync(pattern, { cwd: study }).map((file) => join(study, file)),
  );

  it.each(files.map((file) => [relative(root, file), file]))('accepts %s', (_shown, file) => {
    expect(faults(name, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it('is the one that the manifest gives to those files', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(manifest.contributes.yamlValidation).toContainEqual({
      fileMatch: pattern,
      url: `./media/schemas/${name}.schema.json`,
    });
  });
});

const fixed = '{name: n, price: 1, per: 3 years, source: s}';

/** A study with a time saving of which `hourlyRate` and what else is wanted is given. */
function timeSaving(fields: string): string {
  const project = 'projectAlternative: {fixed: [{name: n, price: 1, per: year, source: s}]}';
  const shares = 'participation: {value: 25%, source: s}, movedOnline: {value: "2,5 %", source: s}';
  const all = `${fields}, productiveHours: {value: 1140, source: s}, ${shares}`;
  return `cases: [{id: a, costs: [{id: b, ${project}, timeSaving: {${all}}}]}]`;
}

describe('a schema and the parser', () => {
  it.each([
    ['codebook', 'unknown: 1', 'properties'],
    ['codebook', 'codes: [{id: a, name: A, unknown: 1}]', 'definitions.code.properties'],
    ['study', 'unknown: 1', 'properties'],
    ['study', 'cases: [{id: a, unknown: 1}]', 'definitions.case.properties'],
    [
      'study',
      'cases: [{id: a, organizations: [{id: b, unknown: 1}]}]',
      'definitions.organization.properties',
    ],
    [
      'study',
      'cases: [{id: a, costs: [{id: b, unknown: 1, projectAlternative: {fixed: [{name: n, price: 1, per: year, source: s}]}}]}]',
      'definitions.costCalculation.properties',
    ],
    [
      'study',
      'cases: [{id: a, costs: [{id: b, projectAlternative: {unknown: 1, activities: [{name: n, price: 1, source: s}]}}]}]',
      'definitions.alternative.properties',
    ],
    [
      'study',
      'cases: [{id: a, costs: [{id: b, projectAlternative: {activities: [{name: n, price: 1, source: s, unknown: 1}]}}]}]',
      'definitions.costLine.properties',
    ],
    [
      'study',
      'cases: [{id: a, costs: [{id: b, projectAlternative: {fixed: [{name: n, price: 1, per: year, source: s, unknown: 1}]}}]}]',
      'definitions.fixedCost.properties',
    ],
    [
      'study',
      `${timeSaving('hourlyRate: {value: 1, source: s}, unknown: 1')}`,
      'definitions.timeSaving.properties',
    ],
    [
      'study',
      `${timeSaving('hourlyRate: {value: 1, source: s, unknown: 1}')}`,
      'definitions.sourcedFigure.properties',
    ],
    ['maturity', 'unknown: 1', 'properties'],
    ['maturity', 'levels: [one]\ndomains: [{id: a, unknown: 1}]', 'definitions.domain.properties'],
    ['scores', '[{organization: o, domain: d, score: 1, unknown: 1}]', 'items.properties'],
  ] as [SchemaName, string, string][])('know the same keys in %s: %s', async (name, yaml, path) => {
    const found = (await problems(name, yaml)).filter(({ code }) => code === 'yaml-unknown-key');
    expect(found).toHaveLength(1);
    const keys = path.split('.').reduce((part, key) => part[key], schema(name));
    expect(Object.keys(keys)).toEqual(found[0]!.args[2]!.split(', '));
    expect(faults(name, yaml).join()).toContain('must NOT have additional properties');
  });

  it.each([
    ['codebook', 'codes: [{id: 12, name: 2022, retired: true, was: [x], terms: {nl: [a, 112]}, not:}]'],
    ['codebook', 'codes: [{id: é-1.a_b, name: {en: A, nl-BE: B}, color: "#abc", polarity:, definition:}]'],
    ['codebook', 'codes: [{id: a, name: A, codes: [{id: b, name: B, color: "#AABBCC", polarity: helps}]}]'],
    ['study', 'title: 2022\nlanguage:\ncoders:\ncases:'],
    ['study', 'language: nl\ncoders: [a, b]\ncases: [{id: 1, name:, organizations:}]'],
    ['study', timeSaving('hourlyRate: {value: "30,51", source: {nl: s}}')],
    [
      'study',
      'cases: [{id: a, costs: [{id: b, period:, contacts: 0, contact: {nl: c}, nullAlternative:, benefits:, projectAlternative: {fixed:, activities: [{name: n, unit: u, price: 0.5, number:, minutes: 20, source: s}]}}]}]',
    ],
    ['maturity', 'name: {en: A}\nlevels: [a, {en: b}]\ndomains: [{id: a, questions: {en: [x]}}]'],
    ['scores', '[{organization: o, domain: d, score: 2, rationale:, evidence: [x]}]'],
  ] as [SchemaName, string][])('both accept, in %s, %s', async (name, yaml) => {
    expect(await problems(name, yaml)).toEqual([]);
    expect(faults(name, yaml)).toEqual([]);
  });

  it.each([
    ['codebook', 'codes: {id: a}'],
    ['codebook', 'codes: [{name: A}]'],
    ['codebook', 'codes: [{id: a b, name: A}]'],
    ['codebook', 'codes: [{id: a, name: [A]}]'],
    ['codebook', 'codes: [{id: a, name: {English: A}}]'],
    ['codebook', 'codes: [{id: a, name: A, color: red}]'],
    ['codebook', 'codes:\n  - id: a\n    name: A\n    color: #abcdef'],
    ['codebook', 'codes: [{id: a, name: A, polarity: bad}]'],
    ['codebook', 'codes: [{id: a, name: A, retired: maybe}]'],
    ['codebook', 'codes: [{id: a, name: A, terms: word}]'],
    ['study', 'language: de'],
    ['study', 'coders: anna'],
    ['study', 'cases: [{name: A}]'],
    ['study', 'cases: [{id: a, costs: {id: b}}]'],
    ['study', 'cases: [{id: a, costs: [{id: b}]}]'],
    ['study', `cases: [{id: a, costs: [{id: b, period: day, projectAlternative: {fixed: [${fixed}]}}]}]`],
    ['study', `cases: [{id: a, costs: [{id: b, contacts: -1, projectAlternative: {fixed: [${fixed}]}}]}]`],
    ['study', 'cases: [{id: a, costs: [{id: b, projectAlternative: {activities: [{name: n}]}}]}]'],
    ['study', 'cases: [{id: a, costs: [{id: b, projectAlternative: {activities: [{name: n, price: a}]}}]}]'],
    [
      'study',
      'cases: [{id: a, costs: [{id: b, projectAlternative: {fixed: [{name: n, price: 1, per: day}]}}]}]',
    ],
    ['study', 'cases: [{id: a, costs: [{id: b, projectAlternative: {fixed: [{name: n, price: 1}]}}]}]'],
    ['study', timeSaving('participations: {value: 25%}')],
    ['maturity', 'domains: [{name: A, levels: [a]}]'],
    ['scores', '[{organization: o, domain: d}]'],
    ['scores', '[{organization: o, domain: d, score: 0}]'],
    ['scores', '[{organization: o, domain: d, score: high}]'],
  ] as [SchemaName, string][])('both object, in %s, to %s', async (name, yaml) => {
    expect(await problems(name, yaml)).not.toEqual([]);
    expect(faults(name, yaml)).not.toEqual([]);
  });
});
