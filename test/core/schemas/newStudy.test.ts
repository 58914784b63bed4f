import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { studyProblems } from '../../../src/core/studyProblems';
import { memoryStudy } from '../support/memoryStudy';

const media = join(import.meta.dirname, '../../../media');

it('a new study has nothing wrong but that it has no transcripts yet', async () => {
  const { study } = memoryStudy({
    'codebook.yaml': readFileSync(join(media, 'new-study/codebook.yaml')),
    'maturity.yaml': readFileSync(join(media, 'sample-study/maturity.yaml')),
    'study.yaml': readFileSync(join(media, 'new-study/study.yaml'), 'utf8')
      .replace('{{title}}', '"A: \\"title\\""')
      .replace('{{language}}', 'nl'),
  });
  expect((await studyProblems(study)).map(({ code }) => code)).toEqual(['transcript-none']);
  expect((await study.codebook()).roots.map(({ id }) => id)).toEqual([
    'barrier',
    'facilitator',
    'financing',
    'regulation',
  ]);
  expect(await study.settings()).toMatchObject({ title: 'A: "title"', language: 'nl' });
});

it('the cases of a new study can be uncommented', async () => {
  const template = readFileSync(join(media, 'new-study/study.yaml'), 'utf8');
  const [, cases] = template.split(/^# (?=cases:)/m);
  const { study } = memoryStudy({
    'codebook.yaml': readFileSync(join(media, 'new-study/codebook.yaml')),
    'maturity.yaml': readFileSync(join(media, 'sample-study/maturity.yaml')),
    'study.yaml': cases!.replace(/^# /gm, ''),
    'transcripts/case-1/a.txt': '---\norganization: organization-a\n---\nI: Waarom?\nR: Daarom.',
  });
  expect(await studyProblems(study)).toEqual([]);
});
