import type { OldTexts } from '../../ports';
import { applyEdits, type TextEdit } from '../../text/edits';
import type { AnchoredCoding, Coding } from '../coding';
import { anchor } from './anchor';
import { atItsPosition } from './atItsPosition';
import { FollowedCodings } from './followedCodings';
import { strays } from './inOrder';
import { recall } from './recall';

/** Where the codings of a study's transcripts stand: followed through edits, or found by their words or old texts. */
export class Anchors {
  readonly #following = new Map<string, FollowedCodings>();

  /** @param oldTexts earlier texts of the transcripts, where the host has any */
  constructor(private readonly oldTexts: OldTexts | undefined) {}

  /**
   * Follows the codings of an open transcript into its changed text.
   * @param edits that made it of the text before, where they were seen
   */
  change(path: string, text: string, edits?: readonly TextEdit[]): void {
    const following = this.#following.get(path);
    if (!following) return;
    following.change(text, edits && applyEdits(following.text, edits) === text ? edits : undefined);
  }

  /** Notes where codings stood in a text that is about to change, behind the editor's back. */
  leave(path: string, text: string, known: readonly AnchoredCoding[]): void {
    if (!this.#following.has(path)) this.#following.set(path, new FollowedCodings(text, known));
  }

  /**
   * Where codings stand in a transcript's present text.
   * @param isOpen whether they will be followed from here on
   */
  async place(
    path: string,
    text: string,
    codings: readonly Coding[],
    isOpen: boolean,
  ): Promise<readonly AnchoredCoding[]> {
    const isFollowed = isOpen || this.#following.has(path);
    const untouched = isFollowed ? undefined : whereTheyWereMade(text, codings);
    if (untouched) return untouched;
    const following = this.#following.get(path) ?? new FollowedCodings(text);
    following.change(text);
    const anchored = following.place(codings);
    if (isOpen) this.#following.set(path, following);
    else this.#following.delete(path);
    if (!this.oldTexts || text === '' || anchored.every(({ anchor }) => anchor === 'exact')) return anchored;
    // Once the old texts are read, they tell of all that were found elsewhere.
    const lost = anchored.filter(({ coding }) => following.mayAsk(coding, true));
    if (lost.length === 0) return anchored;
    const strayed = new Set(strays(anchored));
    if (!lost.some((one) => following.mayAsk(one.coding, strayed.has(one)))) return anchored;
    const found = await this.#recalled(path, text, lost, codings);
    if (following.text === text) following.settle(lost, found);
    const byCoding = new Map(found.map((one) => [one.coding, one]));
    return anchored.map((one) => byCoding.get(one.coding) ?? one);
  }

  /**
   * Where further codings of an open transcript stand; undefined where any of them does not stand where it was made, or
   * may have been made elsewhere.
   * @param text in which others were placed already
   */
  placeMore(path: string, text: string, codings: readonly Coding[]): readonly AnchoredCoding[] | undefined {
    const following = this.#following.get(path);
    if (following?.text !== text) return undefined;
    if (codings.some((coding) => anchor(text, coding).anchor !== 'exact')) return undefined;
    const anchored = following.place(codings);
    const areMadeHere = anchored.every((one) => one.anchor === 'exact');
    const mayBeElsewhere = this.oldTexts !== undefined && codings.some((one) => following.mayAsk(one, false));
    return areMadeHere && !mayBeElsewhere ? anchored : undefined;
  }

  /** Old texts are a help: without them, codings that are not found stay what they are. */
  async #recalled(
    path: string,
    text: string,
    lost: readonly AnchoredCoding[],
    all: readonly Coding[],
  ): Promise<AnchoredCoding[]> {
    try {
      const codings = lost.map(({ coding }) => coding);
      return await recall(this.oldTexts!.candidates(path), text, codings, all);
    } catch {
      return [];
    }
  }
}

/** Most transcripts are as they were coded, so that nothing need be followed; undefined where any has changed. */
function whereTheyWereMade(text: string, codings: readonly Coding[]): AnchoredCoding[] | undefined {
  const anchored: AnchoredCoding[] = [];
  for (const coding of codings) {
    const placement = atItsPosition(text, coding);
    if (!placement) return undefined;
    anchored.push({ coding, ...placement });
  }
  return anchored;
}
