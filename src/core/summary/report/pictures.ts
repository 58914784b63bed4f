import { drawPicture } from '../../pictures/draw';
import type { PictureData, PictureKind } from '../../pictures/model';
import { picturesOfCase, picturesOfSummary } from '../../pictures/pictures';
import { tableOf } from '../../pictures/tables';
import { oneLine, type Picture } from '../../report/blocks';
import type { Study } from '../../study';
import type { CaseSummary } from '../model';

/**
 * The pictures of a case by kind, or of all cases together; those that have nothing to show are left out.
 * @param isDrawn false where only their numbers are wanted
 */
export async function picturesIn(
  study: Study,
  summary: CaseSummary | undefined,
  isDrawn: boolean,
): Promise<ReadonlyMap<PictureKind, Picture>> {
  const pictures = new Map<PictureKind, Picture>();
  const all = summary ? await picturesOfSummary(study, summary) : await picturesOfCase(study, undefined);
  for (const data of all) {
    if (data.empty === null) pictures.set(data.kind, await pictureOf(data, isDrawn));
  }
  return pictures;
}

async function pictureOf(data: PictureData, isDrawn: boolean): Promise<Picture> {
  return {
    kind: 'picture',
    drawing: isDrawn ? await drawPicture(data, 'print') : undefined,
    title: oneLine(data.title),
    caption: oneLine(data.caption.join(' ')),
    table: tableOf(data),
    repeats: data.kind === 'codes' || data.kind === 'maturity',
  };
}
