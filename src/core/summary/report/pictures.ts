import { drawPicture } from '../../pictures/draw';
import type { PictureData, PictureKind } from '../../pictures/model';
import { picturesOfCase } from '../../pictures/pictures';
import { tableOf } from '../../pictures/tables';
import { oneLine, type Picture } from '../../report/blocks';
import type { Study } from '../../study';

/**
 * The pictures of a case by kind, or of all cases together; those that have nothing to show are left out.
 * @param isDrawn false where only their numbers are wanted
 */
export async function picturesIn(
  study: Study,
  caseId: string | undefined,
  isDrawn: boolean,
): Promise<ReadonlyMap<PictureKind, Picture>> {
  const pictures = new Map<PictureKind, Picture>();
  for (const data of await picturesOfCase(study, caseId)) {
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
