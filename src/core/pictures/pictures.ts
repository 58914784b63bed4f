import { fullSpeed, type Pace } from '../cache/bounded';
import { balanceOf } from './balance';
import { codeLineOf } from './codeLine';
import { codesByGroup } from './codesByGroup';
import { type PictureLanguage, type PictureSource, readMaterial } from './material';
import type { CodeLine, PictureData } from './model';
import { profilesOf } from './profiles';
import { saturationOf } from './saturation';
import { togetherOf } from './together';

/**
 * The pictures of a case as numbers, in the order of a report: codes by organization and role, what hinders against
 * what helps, maturity, codes that occur together, saturation. What cannot be drawn is among them and says why
 * (`empty`). Codings count as in a summary. `drawPicture` draws them and `tableOf` gives their tables.
 * @param source a study, or what someone may see of it
 * @param caseId all cases together where it is undefined
 * @param language that of the words and names; the study's own where it is left out
 * @throws RangeError for a case that the study does not have
 */
export async function picturesOfCase(
  source: PictureSource,
  caseId: string | undefined,
  language?: PictureLanguage,
  pace: Pace = fullSpeed,
): Promise<PictureData[]> {
  const [settings, scale, scores] = await Promise.all([source.settings(), source.scale(), source.scores()]);
  const material = await readMaterial(source, { case: caseId }, language ?? settings.language, pace);
  return [
    codesByGroup(material),
    balanceOf(material, scale),
    profilesOf(material, scale, scores),
    togetherOf(material),
    await saturationOf(material, source, pace),
  ];
}

/**
 * The code line of a transcript as numbers; otherwise as `picturesOfCase`.
 * @throws RangeError for a transcript that the study does not have
 */
export async function codeLineOfTranscript(
  source: PictureSource,
  transcript: string,
  language?: PictureLanguage,
): Promise<CodeLine> {
  const chosen = language ?? (await source.settings()).language;
  const material = await readMaterial(source, { transcript }, chosen);
  return codeLineOf(material, transcript, await source.transcript(transcript));
}
