import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** What the accessibility checker finds that is serious or critical, in a few words each. */
export async function findings(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    type Result = {
      violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
    };
    const run = (window as unknown as { axe: { run(): Promise<Result> } }).axe;
    const { violations } = await run.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
  });
}

/** The id of the element in the view that has the focus. */
export function focused(frame: Frame): Promise<string> {
  return frame.evaluate(() => document.activeElement?.id ?? '');
}
