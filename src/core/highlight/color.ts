/** What a color is shown on: the lightness of the editor's background, and whether contrast must be high. */
export interface Backdrop {
  readonly dark: boolean;
  readonly highContrast: boolean;
}

/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * A code's color made legible as a line or mark on a backdrop: darkened or lightened in small steps until its
 * contrast with the background reaches 3:1, in high contrast 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3).
 * @param hex `#rrggbb`
 */
export function markColor(hex: string, backdrop: Backdrop): string {
  const background: Rgb = backdrop.dark
    ? backdrop.highContrast
      ? [0, 0, 0]
      : [31, 31, 31]
    : [255, 255, 255];
  const target = backdrop.dark ? 255 : 0;
  const wanted = backdrop.highContrast ? 4.5 : 3;
  const original = parseColor(hex);
  for (let step = 0; step <= 10; step++) {
    const mixed = original.map((part) => Math.round(part + ((target - part) * step) / 10)) as unknown as Rgb;
    if (contrast(mixed, background) >= wanted) return format(mixed);
  }
  return format([target, target, target]);
}

/** The same color as a transparent tint behind text, `#rrggbbaa`. */
export function tintColor(hex: string, backdrop: Backdrop): string {
  return `${markColor(hex, backdrop)}${backdrop.highContrast ? '40' : backdrop.dark ? '38' : '2b'}`;
}

/** The parts of `#rrggbb`, each 0 to 255. */
export function parseColor(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function format(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The contrast ratio of two colors, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
