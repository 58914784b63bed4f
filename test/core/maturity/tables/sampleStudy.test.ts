import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { maturityTables } from '../../../../src/core/maturity/tables/tables';
import { memoryStudy } from '../../support/memoryStudy';

const folder = join(import.meta.dirname, '../../../../media/sample-study');
const files = globSync('**/*.{yaml,txt,jsonl}', { cwd: folder }).map((path) => [
  path,
  readFileSync(join(folder, path), 'utf8'),
]);

it('the overview of the sample study is the published table, to the digit', async () => {
  const tables = (await maturityTables(memoryStudy(Object.fromEntries(files)).study))!;
  const rows = tables.cases.flatMap(({ organizations }) =>
    organizations.map(({ id, figures, total }) => [id, ...figures.map(({ score }) => score), total]),
  );
  expect(tables.highest).toBe(25);
  expect(rows).toEqual([
    ['care-organization-1', 2, 2, 4, 2, 1, 11],
    ['care-organization-2', 3, 1, 2, 2, 1, 9],
    ['hospital-a', 2, 1, 4, 2, 1, 10],
    ['hospital-b', 3, 3, 2, 3, 2, 13],
    ['institutions-a-b', 3, 3, 4, 2, 1, 13],
    ['institution-c', 3, 4, 5, 2, 1, 15],
    ['hospital-d', 2, 2, 2, 2, 2, 10],
  ]);
});
