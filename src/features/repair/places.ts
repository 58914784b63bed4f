import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { type RepairPlace, repairPlaces } from '../../core/coding/repair';
import type { StudyCoding } from '../../core/study';
import { overlaps, type Range } from '../../core/text/range';
import { shorten } from '../../host/codingService';
import { RangeBridge } from '../../host/ranges';

/** A place that is offered, and how it is told. */
export interface PlaceItem extends vscode.QuickPickItem {
  readonly place: Range;
}

/** The places where a coding may stand, the likeliest first; that where it now stands, if any, before all. */
export function placeItems(text: string, coding: StudyCoding): PlaceItem[] {
  const bridge = new RangeBridge(text);
  const item = (place: Range, detail: string): PlaceItem => ({
    label: `“${shorten(text.slice(place.start, place.end), 60)}”`,
    description: vscode.l10n.t('line {0}', bridge.toEditor(place).start.line + 1),
    detail,
    place,
  });
  const present = isPlaced(coding) ? [item(coding, vscode.l10n.t('where it now stands'))] : [];
  const others = repairPlaces(text, coding.coding).filter(
    (place) => place.exact || !(isPlaced(coding) && overlaps(place, coding)),
  );
  return [...present, ...others.map((place) => item(place, likenessInWords(place)))];
}

/** Exact copies score 0.5 to 1, by how much of their surroundings is as it was. */
function likenessInWords({ exact, likeness }: RepairPlace): string {
  if (exact && likeness >= 0.85) return vscode.l10n.t('word for word, in the surroundings it had');
  if (exact) return vscode.l10n.t('word for word, but in other surroundings');
  if (likeness >= 0.8) return vscode.l10n.t('nearly the same words');
  if (likeness >= 0.6) return vscode.l10n.t('most of the words');
  return vscode.l10n.t('about half of the words');
}
