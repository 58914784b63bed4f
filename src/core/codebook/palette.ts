/**
 * Colors for codes that have none: the Okabe-Ito palette (Okabe & Ito 2008, "Color Universal Design"), which
 * people with any common color vision tell apart; without its black.
 */
const palette = ['#d55e00', '#009e73', '#0072b2', '#cc79a7', '#e69f00', '#56b4e9', '#f0e442'] as const;

/** The color of the root code with this index among its siblings, from 0; repeats after seven. */
export function paletteColor(index: number): string {
  return palette[index % palette.length]!;
}
