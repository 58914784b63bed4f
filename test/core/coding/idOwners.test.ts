import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullSpeed } from '../../../src/core/cache/bounded';
import { idKeys } from '../../../src/core/coding/idKeys';
import { IdOwners } from '../../../src/core/coding/idOwners';

type Ids = Readonly<Record<string, readonly string[]>>;

/** Logs by path, each with ids that are different from each other. */
const studies: fc.Arbitrary<Ids> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '12', '21', ''), { maxLength: 6 }),
  { noNullPrototype: true },
);

function logsOf(study: Ids, withKeys: (path: string) => boolean) {
  return Object.entries(study).map(([path, ids]) => {
    const current = ids.map((id) => ({ id, by: 'anna' }));
    return { path, current, ...(withKeys(path) && { keys: idKeys(current) }) };
  });
}

/** What the owners of ids tell, put together the plain way. */
function sharedOf(study: Ids) {
  const shared: Record<string, { id: string; owner: string }[]> = {};
  const paths = Object.keys(study).sort();
  for (const path of paths) {
    for (const id of study[path]!) {
      const owner = paths.find((one) => study[one]!.includes(id))!;
      if (owner !== path) shared[path] = [...(shared[path] ?? []), { id, owner }];
    }
  }
  return shared;
}

function sorted(shared: Iterable<readonly [string, readonly { id: string; owner: string }[]]>) {
  return [...shared]
    .map(([path, ids]) => [path, [...ids].sort((a, b) => (a.id < b.id ? -1 : 1))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('the owners of ids', () => {
  it('are told alike of logs with keys, without, and of both together, however they change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(studies, { minLength: 1, maxLength: 4 }), async (versions) => {
        for (const withKeys of [() => false, () => true, (path: string) => path < 'c']) {
          const owners = new IdOwners();
          for (const study of versions) {
            await owners.update(logsOf(study, withKeys), fullSpeed);
            expect(sorted(owners.shared())).toEqual(sorted(Object.entries(sharedOf(study))));
            for (const id of ['1', '2', '12', '', '6']) {
              const isThere = Object.values(study).some((ids) => ids.includes(id));
              expect(owners.has(id)).toBe(isThere);
            }
          }
        }
      }),
    );
  });

  it('have keys that hardly any two ids have in common', () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => ({
      id: `case-${index % 7}/interview#${index}`,
    }));
    expect(new Set(idKeys(ids)).size).toBe(ids.length);
  });
});
