import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summarizeCosts } from '../../../src/core/costs/compute';
import { parseSettings } from '../../../src/core/settings/parse';

const sample = join(import.meta.dirname, '../../../media/sample-study/study.yaml');
const { settings } = parseSettings('study.yaml', readFileSync(sample, 'utf8'));

function costs(caseId: string, id: string) {
  const calculation = settings.cases.find((one) => one.id === caseId)!.costs.find((one) => one.id === id)!;
  return summarizeCosts(calculation, 'nl');
}

const amounts = (lines: readonly { readonly amount: number }[]) => lines.map(({ amount }) => amount);

describe('the quick scans of the sample study come out as the report prints them', () => {
  it('for video care', () => {
    const scan = costs('elderly-care', 'video-care');
    expect(amounts(scan.projectAlternative.fixed)).toEqual([3.21, 2.88, 6.92]);
    expect(scan.projectAlternative.fixedCosts).toBe(13.01);
    expect(amounts(scan.nullAlternative.activities)).toEqual([10.17, 7.63]);
    expect(scan.savingPerContact).toBe(8.63);
    expect(scan.breakEven).toEqual({ kind: 'from', contacts: 2 });
    expect(scan.staffTime).toEqual({ nullAlternative: 35, projectAlternative: 20, changePercent: -43 });
    expect(scan.balance).toEqual({
      contacts: 2,
      given: false,
      nullAlternative: 35.6,
      projectAlternative: 31.35,
      balance: 4.25,
    });
  });

  it('for smart glasses', () => {
    const scan = costs('elderly-care', 'smart-glasses');
    expect(amounts(scan.projectAlternative.fixed)).toEqual([13.12, 2.88, 6.92]);
    expect(scan.projectAlternative.fixedCosts).toBe(22.92);
    expect(scan.nullAlternative.costsPerContact).toBe(17.8);
    expect(scan.projectAlternative.costsPerContact).toBe(16.56);
    expect(scan.savingPerContact).toBe(1.24);
    expect(scan.breakEven).toEqual({ kind: 'from', contacts: 19 });
  });

  it('for blended care', () => {
    const scan = costs('mental-health', 'blended-care');
    expect(amounts(scan.projectAlternative.fixed)).toEqual([686.07, 2600]);
    expect(scan.timeSaving).toMatchObject({
      hoursMovedOnline: 71.25,
      timeMovedOnline: 7125,
      technologyCosts: 3286.07,
      neededPercent: 46.12,
    });
    expect(scan).toMatchObject({ savingPerContact: null, breakEven: null, balance: null });
  });

  it('and every figure has its source', () => {
    const lines = settings.cases.flatMap((one) =>
      one.costs.flatMap(({ nullAlternative, projectAlternative, benefits, timeSaving }) => [
        ...[nullAlternative, projectAlternative].flatMap(({ fixed, activities }) => [
          ...fixed,
          ...activities,
        ]),
        ...benefits,
        ...Object.values(timeSaving ?? {}),
      ]),
    );
    expect(lines).toHaveLength(18);
    expect(lines.every(({ source }) => source !== undefined)).toBe(true);
  });
});
