import { dateOf } from '../../coding/log';
import type { Study } from '../../study';
import type { Independence } from './model';

/**
 * What is known of how coders coded a transcript: see `Independence`. It goes by what they said of their progress,
 * and by the dates of reviews and of the lines of their logs, those that remove something included.
 */
export async function independenceOf(
  study: Study,
  path: string,
  coders: readonly string[],
): Promise<Independence> {
  const said = (await study.progress()).get(path);
  const progress = coders.map((coder) => said?.get(coder));
  const reviewed = earliest((await study.reviews(path)).map(({ review }) => review.at));
  const allBlind = progress.every((one) => one?.done && one.blind);
  const until = coders.map((_, index) =>
    Math.min(reviewed, allBlind ? Date.parse(progress[index]!.at) : Number.POSITIVE_INFINITY),
  );
  if (await hasChangedAfter(study, path, coders, until)) return 'after-review';
  if (allBlind) return 'blind';
  return progress.some((one) => one && !one.blind) ? 'others-seen' : 'not-known';
}

function earliest(dates: readonly string[]): number {
  return Math.min(...dates.map((date) => Date.parse(date)).filter((time) => !Number.isNaN(time)));
}

/** Whether a coder's log of a transcript has a line dated after a time, in milliseconds, that is given for each. */
async function hasChangedAfter(
  study: Study,
  path: string,
  coders: readonly string[],
  until: readonly number[],
): Promise<boolean> {
  if (until.every((time) => time === Number.POSITIVE_INFINITY)) return false;
  for (const { path: log, coder } of await study.logsOf(path)) {
    const time = until[coders.indexOf(coder)];
    if (time === undefined) continue;
    const { entries } = (await study.readLog(log)).log;
    if (entries.some((entry) => Date.parse(dateOf(entry)) > time)) return true;
  }
  return false;
}
