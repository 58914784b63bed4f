import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeCosts } from '../../../src/core/costs/compute';
import type { CostCalculation, CostLine, FixedCost } from '../../../src/core/costs/costs';
import { parseSettings } from '../../../src/core/settings/parse';

const line = (price: number, quantity: CostLine['quantity'] = { number: 100 }): CostLine => ({
  name: 'n',
  unit: undefined,
  price,
  quantity,
  source: undefined,
});

const calculation = (given: {
  fixed?: readonly number[];
  fixedBefore?: readonly number[];
  before?: readonly CostLine[];
  after?: readonly CostLine[];
  benefits?: readonly CostLine[];
  contacts?: number;
}): CostCalculation => {
  const fixed = (amounts: readonly number[] = []): FixedCost[] =>
    amounts.map((amount) => ({ ...line(amount), per: { count: 1, unit: 'week' } }));
  return {
    id: 'c',
    name: 'c',
    period: 'week',
    contact: undefined,
    contacts: given.contacts,
    nullAlternative: {
      name: undefined,
      fixed: fixed(given.fixedBefore),
      activities: given.before ?? [],
    },
    projectAlternative: { name: undefined, fixed: fixed(given.fixed), activities: given.after ?? [] },
    benefits: given.benefits ?? [],
    timeSaving: undefined,
  };
};

const summarize = (given: Parameters<typeof calculation>[0]) => summarizeCosts(calculation(given), 'en');

/** A fixed cost's amount in a period, as study.yaml has it. */
function fixedAmount(fields: string, period = 'week'): number {
  const text = `cases: [{id: a, costs: [{id: b, period: ${period}, projectAlternative: {fixed: [{name: n, source: s, ${fields}}]}}]}]`;
  const { settings, problems } = parseSettings('study.yaml', text);
  expect(problems).toEqual([]);
  return summarizeCosts(settings.cases[0]!.costs[0]!, 'en').extraFixedCosts;
}

describe('the amount of a line', () => {
  it.each([
    ['price: 500, per: 3 years', 'week', 3.21],
    ['price: 50, number: 3, per: year', 'week', 2.88],
    ['price: 30, per: month', 'week', 6.92],
    ['price: 2046, per: 3 years', 'week', 13.12],
    ['price: 100, minutes: 30, per: week', 'year', 2600],
    ['price: 1, per: week', 'month', 4.33],
    ['price: 12, per: month', 'year', 144],
    ['price: 12, per: 4 weeks', 'week', 3],
  ])('of %s is, in a %s, %d', (fields, period, amount) => {
    expect(fixedAmount(fields, period)).toBe(amount);
  });

  it.each([
    [1, { number: 50 }, 0.01],
    [1, { number: 49 }, 0],
    [3051, { minutes: 1500 }, 7.63],
    [3051, { minutes: 2000 }, 10.17],
    [99_999_999_999, { number: 100 }, 999_999_999.99],
  ])('of %d cents and %o is rounded to the cent, halves up: %d', (price, quantity, amount) => {
    const { projectAlternative } = summarize({ after: [line(price, quantity as CostLine['quantity'])] });
    expect(projectAlternative.activities[0]!.amount).toBe(amount);
  });
});

describe('the break-even', () => {
  it.each([
    ['from so many contacts on', { fixed: [1301], before: [line(863)] }, { kind: 'from', contacts: 2 }],
    ['at the very number', { fixed: [1000], before: [line(500)] }, { kind: 'from', contacts: 2 }],
    ['never', { fixed: [1], before: [line(5)], after: [line(5)] }, { kind: 'never' }],
    ['always', { fixedBefore: [1], before: [line(5)], after: [line(5)] }, { kind: 'always' }],
    ['up to so many', { fixedBefore: [100], after: [line(30)] }, { kind: 'upTo', contacts: 3 }],
    ['not for a single one', { after: [line(30)] }, { kind: 'upTo', contacts: 0 }],
    ['not asked without contacts', { fixed: [5] }, null],
  ])('is %s', (_name, given, breakEven) => {
    expect(summarize(given).breakEven).toEqual(breakEven);
  });

  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_00 }), { maxLength: 4 });
  const lines = fc.array(
    fc
      .record({ price: fc.integer({ min: 0, max: 100_00 }), number: fc.integer({ min: 0, max: 50_00 }) })
      .map(({ price, number }) => line(price, { number })),
    { maxLength: 4 },
  );
  const calculations = fc.record({
    fixed: amounts,
    fixedBefore: amounts,
    before: lines,
    after: lines,
    benefits: lines,
  });

  it('parts the numbers at which the balance is below zero from those at which it is not', () => {
    fc.assert(
      fc.property(calculations, fc.integer({ min: 0, max: 500 }), (given, contacts) => {
        const { breakEven, balance } = summarize({ ...given, contacts });
        fc.pre(breakEven !== null);
        const pays = {
          from: (limit: number) => contacts >= limit,
          upTo: (limit: number) => contacts <= limit,
          always: () => true,
          never: () => false,
        }[breakEven!.kind]('contacts' in breakEven! ? breakEven.contacts : 0);
        expect(balance!.balance >= 0).toBe(pays);
      }),
    );
  });

  it('and the balance follow from the amounts as they are printed, to the cent', () => {
    const cents = (euros: number) => Math.round(euros * 100);
    fc.assert(
      fc.property(calculations, fc.nat(100), (given, contacts) => {
        const sums = summarize({ ...given, contacts });
        const { nullAlternative, projectAlternative, benefits, balance } = sums;
        const total = (all: readonly { amount: number }[]) =>
          all.reduce((sum, { amount }) => sum + cents(amount), 0);
        fc.pre(balance !== null);
        const before = total(nullAlternative.fixed) + contacts * total(nullAlternative.activities);
        const after =
          total(projectAlternative.fixed) +
          contacts * (total(projectAlternative.activities) - total(benefits));
        expect([balance!.nullAlternative, balance!.projectAlternative, balance!.balance]).toEqual([
          before / 100,
          after / 100,
          (before - after) / 100,
        ]);
      }),
    );
  });
});

describe('the time of staff', () => {
  const minutes = (count: number) => line(100, { minutes: count * 100 });

  it('is told where both alternatives have some', () => {
    const { staffTime } = summarize({ before: [minutes(20), minutes(15)], after: [minutes(20), line(5)] });
    expect(staffTime).toEqual({ nullAlternative: 35, projectAlternative: 20, changePercent: -43 });
    expect(summarize({ before: [minutes(35)], after: [line(1656)] }).staffTime).toBeNull();
    expect(summarize({ before: [minutes(0)], after: [minutes(5)] }).staffTime).toMatchObject({
      changePercent: null,
    });
  });
});
