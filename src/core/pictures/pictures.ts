import { fullSpeed, type Pace } from '../cache/bounded';
import type { CaseSummary } from '../summary/model';
import { balanceOf } from './balance';
import { codeLineOf } from './codeLine';
import { codesByGroup } from './codesByGroup';
import {
  type Material,
  materialOfSummary,
  type PictureLanguage,
  type PictureSource,
  readMaterial,
} from './material';
import type { CodeLine, PictureData, PictureKind } from './model';
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
  return makePictures(await materialOf(source, caseId, language, pace), source, pace);
}

/** As `picturesOfCase`, of a case that has been summarized, in the study's language. */
export async function picturesOfSummary(source: PictureSource, summary: CaseSummary): Promise<PictureData[]> {
  const { language } = await source.settings();
  return makePictures(await materialOfSummary(source, summary, language), source, fullSpeed);
}

async function makePictures(material: Material, source: PictureSource, pace: Pace): Promise<PictureData[]> {
  const pictures: PictureData[] = [];
  for (const kind of casePictures) pictures.push(await makePicture(kind, material, source, pace));
  return pictures;
}

/** The pictures that a case has, in the order of a report. */
export const casePictures = ['codes', 'balance', 'maturity', 'together', 'saturation'] as const;
export type CasePicture = Extract<PictureKind, (typeof casePictures)[number]>;

/** One of the pictures of a case; otherwise as `picturesOfCase`. */
export async function pictureOfCase(
  source: PictureSource,
  kind: CasePicture,
  caseId: string | undefined,
): Promise<PictureData> {
  return makePicture(kind, await materialOf(source, caseId, undefined, fullSpeed), source, fullSpeed);
}

async function materialOf(
  source: PictureSource,
  caseId: string | undefined,
  language: PictureLanguage | undefined,
  pace: Pace,
): Promise<Material> {
  return readMaterial(source, { case: caseId }, language ?? (await source.settings()).language, pace);
}

async function makePicture(
  kind: CasePicture,
  material: Material,
  source: PictureSource,
  pace: Pace,
): Promise<PictureData> {
  switch (kind) {
    case 'codes':
      return codesByGroup(material);
    case 'balance':
      return balanceOf(material, await source.scale());
    case 'maturity':
      return profilesOf(material, await source.scale(), await source.scores());
    case 'together':
      return togetherOf(material);
    case 'saturation':
      return saturationOf(material, source, pace);
  }
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
