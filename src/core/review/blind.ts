import type { CodingRound } from '../settings/settings';
import type { Progress } from './progress';
import { readTime } from './times';

/** What each coder said of one transcript, by the coder's name; nothing from those who said nothing. */
export type ProgressByCoder = ReadonlyMap<string, Progress>;

/**
 * True where a person is to code a transcript without seeing what others coded in it: in a round that they are in,
 * and always where they code again (`anna@2`), as long as they have neither finished nor chosen to look. Who has not
 * said who they are could be any coder of a round that is not done.
 * @param viewer the coder at the screen, undefined where not known
 */
export function isBlind(
  viewer: string | undefined,
  rounds: readonly CodingRound[],
  progress: ProgressByCoder,
): boolean {
  const isOpen = (coder: string) => {
    const said = progress.get(coder);
    return !said || (!said.done && said.blind);
  };
  if (viewer !== undefined && readTime(viewer).time > 1) return isOpen(viewer);
  return rounds.some(({ coders }) =>
    viewer === undefined ? coders.some(isOpen) : coders.includes(viewer) && isOpen(viewer),
  );
}
