import type { DrawnPicture } from './draw/pictures';
import type { PictureData } from './model';
import type { PictureTheme } from './theme';

/**
 * Draws a picture as an SVG document that stands by itself: no scripts, nothing from elsewhere, every text escaped,
 * a title and a description in it. The same data gives the same bytes. `print` is black on white and for files; in
 * the others the background shines through, and the marks of a code line are told by `data-mark="<index>"`, of
 * its `marks`.
 * The chart library is loaded when the first picture is drawn.
 */
export async function drawPicture(data: PictureData, theme: PictureTheme): Promise<DrawnPicture> {
  const { draw } = await import('./draw/pictures');
  return draw(data, theme);
}
