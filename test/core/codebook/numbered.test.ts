import { describe, expect, it } from 'vitest';
import { numberedCodes } from '../../../src/core/codebook/codebook';
import { parseCodebook } from '../../../src/core/codebook/parse';

async function numbered(yaml: string): Promise<string[]> {
  const { codebook } = await parseCodebook('codebook.yaml', yaml, undefined);
  return numberedCodes(codebook).map(({ id }) => id);
}

describe('numberedCodes', () => {
  it('numbers the main codes before their sub-codes', async () => {
    const yaml = `codes:
  - id: barrier
    name: Barrier
    codes:
      - { id: skills, name: Skills }
      - { id: workload, name: Workload }
  - id: facilitator
    name: Facilitator
    codes:
      - { id: training, name: Training }
`;
    expect(await numbered(yaml)).toEqual(['barrier', 'facilitator', 'skills', 'workload', 'training']);
  });

  it('has nine at most, and none that are retired', async () => {
    const codes = Array.from(
      { length: 12 },
      (_, index) => `  - { id: c${index}, name: C, retired: ${index === 0} }`,
    );
    const ids = await numbered(`codes:\n${codes.join('\n')}\n`);
    expect(ids).toHaveLength(9);
    expect(ids[0]).toBe('c1');
  });
});
