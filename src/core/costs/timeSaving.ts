import type { SourcedFigure, TimeSaving } from './costs';
import { divideRounded, fromHundredths } from './exact';
import type { SummaryFigure, TimeSavingSummary } from './model';

/** Hundredths of a percent in a whole. */
const whole = 10_000n;

/** Fixed costs of both alternatives in a period, in cents. */
export interface FixedCents {
  readonly null: bigint;
  readonly project: bigint;
}

/**
 * How much of the time that moves online must be saved to pay for the technology: its costs, of what that time costs.
 * @param fixed the fixed costs of a period
 */
export function summarizeTimeSaving(
  { hourlyRate, productiveHours, participation, movedOnline }: TimeSaving,
  fixed: FixedCents,
  figureOf: (figure: SourcedFigure) => SummaryFigure,
): TimeSavingSummary {
  const technology = fixed.project - fixed.null;
  const moved = BigInt(productiveHours.value) * BigInt(participation.value) * BigInt(movedOnline.value);
  const cents = divideRounded(moved * BigInt(hourlyRate.value), 100n * whole ** 2n);
  const before = fixed.null + cents;
  return {
    hourlyRate: figureOf(hourlyRate),
    productiveHours: figureOf(productiveHours),
    participation: figureOf(participation),
    movedOnline: figureOf(movedOnline),
    hoursMovedOnline: fromHundredths(divideRounded(moved, whole ** 2n)),
    timeMovedOnline: fromHundredths(cents),
    technologyCosts: fromHundredths(technology),
    neededPercent: cents === 0n ? null : fromHundredths(divideRounded(technology * whole, cents)),
    allSaved: {
      nullAlternative: fromHundredths(before),
      projectAlternative: fromHundredths(fixed.project),
      balance: fromHundredths(before - fixed.project),
    },
  };
}
