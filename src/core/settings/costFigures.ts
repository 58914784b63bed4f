import { periods, type Span } from '../costs/costs';
import type { YamlNode, YamlReader } from '../yaml/reader';

/**
 * A figure in hundredths, with a point or a comma before its decimals. Three decimals are refused: they may be
 * thousands that were set apart (`2.046`).
 */
export function readFigure(reader: YamlReader, node: YamlNode, what: string): number | undefined {
  const text = reader.text(node, what);
  if (text === undefined) return undefined;
  const [, whole, decimals = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole !== undefined) return Number(whole + decimals.padEnd(2, '0'));
  reader.problem('cost-bad-figure', node, text);
  return undefined;
}

/** A share above nothing in hundredths of a percent: `25%` is 2500. */
export function readShare(reader: YamlReader, node: YamlNode, what: string): number | undefined {
  const text = reader.text(node, what);
  if (text === undefined) return undefined;
  const [, whole = '0', decimals = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/.exec(text.trim()) ?? [];
  const share = Number(whole + decimals.padEnd(2, '0'));
  if (share > 0 && share <= 100_00) return share;
  reader.problem('cost-bad-share', node, text);
  return undefined;
}

/** How long a price pays for: `week`, `month`, `year`, or a number of them, such as `3 years`. */
export function readSpan(reader: YamlReader, node: YamlNode): Span | undefined {
  const text = reader.text(node, 'per');
  if (text === undefined) return undefined;
  const [, count = '1', name] = /^(?:(\d{1,3})\s+)?([a-z]+?)s?$/.exec(text.trim()) ?? [];
  const unit = periods.find((known) => known === name);
  if (unit && Number(count) > 0) return { count: Number(count), unit };
  reader.problem('cost-bad-span', node, text);
  return undefined;
}
