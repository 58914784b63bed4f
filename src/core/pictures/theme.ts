import { contrast, parseColor, type Rgb } from '../highlight/color';

/** What a picture is shown on; `print` is black on white, to stand by itself in a file or a report. */
export const pictureThemes = ['print', 'light', 'dark', 'high-contrast', 'high-contrast-light'] as const;
export type PictureTheme = (typeof pictureThemes)[number];

/** The colors of a theme, `#rrggbb`. Hinders and helps are told apart with any color vision (Okabe & Ito 2008). */
export interface Colors {
  /** Null where what is behind the picture shines through. */
  readonly background: string | null;
  readonly ink: string;
  /** For words that stand back. */
  readonly muted: string;
  /** For thin lines of a grid. */
  readonly line: string;
  /** Around what is filled. */
  readonly edge: string;
  readonly hinders: string;
  readonly helps: string;
  readonly neutral: string;
  /** Of stripes and other marks on what is filled. */
  readonly pattern: string;
  /** From few to many. */
  readonly shades: readonly [few: string, some: string, many: string];
}

const light: Colors = {
  background: null,
  ink: '#1f1f1f',
  muted: '#5a5a5a',
  line: '#d0d0d0',
  edge: '#5a5a5a',
  hinders: '#d55e00',
  helps: '#0072b2',
  neutral: '#767676',
  pattern: '#ffffff',
  shades: ['#e3eef7', '#5ba3d0', '#08306b'],
};

const dark: Colors = {
  background: null,
  ink: '#e6e6e6',
  muted: '#b4b4b4',
  line: '#454545',
  edge: '#9d9d9d',
  hinders: '#f0883e',
  helps: '#56b4e9',
  neutral: '#a0a0a0',
  pattern: '#1f1f1f',
  shades: ['#17344d', '#3a7fb5', '#c6e4fa'],
};

const colors: Readonly<Record<PictureTheme, Colors>> = {
  print: { ...light, background: '#ffffff', ink: '#000000', muted: '#404040', edge: '#404040' },
  light,
  dark,
  'high-contrast': {
    ...dark,
    ink: '#ffffff',
    muted: '#ffffff',
    line: '#6f6f6f',
    edge: '#ffffff',
    pattern: '#000000',
  },
  'high-contrast-light': { ...light, ink: '#000000', muted: '#000000', line: '#808080', edge: '#000000' },
};

export function colorsOf(theme: PictureTheme): Colors {
  return colors[theme];
}

/** The color of a share of the most there is, 0 to 1: a mix, in steps that an eye can tell apart. */
export function shadeOf(share: number, { shades: [few, some, many] }: Colors): string {
  const step = Math.ceil(Math.min(1, share) * 6) / 3;
  const [from, to] = step <= 1 ? [few, some] : [some, many];
  const end = parseColor(to);
  const mixed = parseColor(from).map((part, at) => {
    return Math.round(part + (end[at]! - part) * (step <= 1 ? step : step - 1));
  });
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever is better read on a color. */
export function inkOn(color: string): string {
  const background = parseColor(color);
  const [black, white]: [Rgb, Rgb] = [
    [0, 0, 0],
    [255, 255, 255],
  ];
  return contrast(background, black) >= contrast(background, white) ? '#000000' : '#ffffff';
}
