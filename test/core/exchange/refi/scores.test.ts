import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportStudy } from '../../../../src/core/exchange/exportStudy';
import { overlay } from '../../../../src/core/exchange/overlay';
import { type ProjectPlan, planProject } from '../../../../src/core/exchange/refi/planProject';
import { Study } from '../../../../src/core/study';
import { MemoryFiles, memoryStudy } from '../../support/memoryStudy';

interface Entry {
  readonly organization: string;
  readonly domain: string;
  readonly score: number;
  readonly rationale?: string;
  readonly evidence?: readonly string[];
}

const base = {
  'codebook.yaml': 'codes: [{id: barrier, name: Barrier}]\n',
  'study.yaml': 'cases: [{id: icu, name: ICU, organizations: [{id: a, name: A}, {id: b, name: B}]}]\n',
  'maturity.yaml': 'levels: [one, two, three]\ndomains: [{id: people, name: P}, {id: money, name: M}]\n',
};

async function projectWith(entries: readonly Entry[]): Promise<Uint8Array> {
  const { study } = memoryStudy({ ...base, 'scores/anna.yaml': JSON.stringify(entries) });
  return (await exportStudy(study, 'qdpx')).content as Uint8Array;
}

async function take(bytes: Uint8Array, files: Readonly<Record<string, string>>) {
  const store = new MemoryFiles(files);
  const source = { name: 'project.qdpx', bytes };
  const at = '2026-01-01T00:00:00Z';
  const plan = await planProject(store, new Study(store), {
    source,
    caseId: undefined,
    coder: undefined,
    at,
  });
  const written = plan.writes.get('scores/anna.yaml') as string | undefined;
  return { plan, written, scores: await scoresOf(new Study(overlay(store, plan.writes))) };
}

async function scoresOf(study: Study): Promise<Entry[]> {
  return (await study.scores()).map(({ organization, domain, score, rationale, evidence }) => ({
    organization,
    domain,
    score,
    ...(rationale !== undefined && { rationale }),
    ...(evidence.length > 0 && { evidence: evidence.map(({ id }) => id) }),
  }));
}

const conflicts = ({ problems }: ProjectPlan) =>
  problems.filter(({ code }) => code === 'import-score-there').map(({ args }) => args);

const key = ({ organization, domain }: Entry) => `${organization} ${domain}`;

const entries = fc.uniqueArray(
  fc.record(
    {
      organization: fc.constantFrom('a', 'b'),
      domain: fc.constantFrom('people', 'money'),
      score: fc.integer({ min: 1, max: 3 }),
      rationale: fc.constantFrom('short of staff', 'two\nlines: of it', '“so” # not a comment'),
      evidence: fc.constantFrom(['q1'], ['q1', 'een twee']),
    },
    { requiredKeys: ['organization', 'domain', 'score'] },
  ),
  { selector: key },
);

describe('the scores of a project', () => {
  it('come into the file of a scorer domain by domain, and change nothing that is there', async () => {
    await fc.assert(
      fc.asyncProperty(entries, entries, async (theirs, own) => {
        const before = own.map((one) => `# why\n- ${JSON.stringify(one)}\n`).join('');
        const {
          plan,
          written = before,
          scores,
        } = await take(await projectWith(theirs), {
          ...base,
          'scores/anna.yaml': before,
        });
        const added = theirs.filter((one) => !own.some((there) => key(there) === key(one)));
        expect(scores).toEqual([...own, ...added]);
        expect(plan.scores).toBe(added.length);
        expect(written.startsWith(before.trimEnd())).toBe(true);
        const differing = theirs.filter((one) =>
          own.some((there) => key(there) === key(one) && JSON.stringify(there) !== JSON.stringify(one)),
        );
        expect(
          conflicts(plan)
            .map((args) => `${args[1]} ${args[2]}`)
            .sort(),
        ).toEqual(differing.map(key).sort());
        expect(
          (await take(await projectWith(theirs), { ...base, 'scores/anna.yaml': written })).plan.scores,
        ).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('are told with their reason where the study has others', async () => {
    const bytes = await projectWith([
      { organization: 'a', domain: 'people', score: 3, rationale: 'all are trained' },
    ]);
    const { plan, written } = await take(bytes, {
      ...base,
      'scores/anna.yaml': '- {organization: a, domain: people, score: 2}\n',
    });
    expect(written).toBeUndefined();
    expect(conflicts(plan)).toEqual([['anna', 'a', 'people', '3 (all are trained)']]);
  });

  it('leave an entry alone that has no figure yet, and a file that is no list', async () => {
    const bytes = await projectWith([{ organization: 'a', domain: 'people', score: 3 }]);
    for (const text of ['- {organization: a, domain: people, rationale: not yet}\n', 'own: words\n']) {
      const { plan, written } = await take(bytes, { ...base, 'scores/anna.yaml': text });
      expect(written).toBeUndefined();
      expect(plan.problems.map(({ code }) => code)).toEqual([
        text.startsWith('-') ? 'import-score-there' : 'import-file-there',
      ]);
    }
  });

  it('go into the file of the scorer under the name that it has', async () => {
    const bytes = await projectWith([{ organization: 'a', domain: 'people', score: 3 }]);
    const { plan } = await take(bytes, {
      ...base,
      'scores/anna.yml': '- {organization: b, domain: people, score: 1}\n',
    });
    expect(plan.writes.get('scores/anna.yml')).toMatch(/^- \{organization: b.*\n- organization: a\n/);
    expect(plan.writes.has('scores/anna.yaml')).toBe(false);
  });
});
