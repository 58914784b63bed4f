import { oneLine } from '../../report/blocks';
import type { MaturityRow } from '../model';

/** The figure; where several scored without settling it, marked as such, and where they differ all of them. */
export function figureCell(
  { score, by, scores }: Pick<MaturityRow, 'score' | 'by' | 'scores'>,
  notSettled: string,
): string {
  if (scores.length === 0) return '–';
  if (by !== null) return String(score);
  const given = scores.map((figure) => `${figure.score} (${oneLine(figure.scorer)})`).join(' / ');
  return `${score ?? given} (${notSettled})`;
}
