import { formatCount, labelsOf } from '../../summary/labels';
import type { Colors } from '../theme';
import { fontFamily, printable } from './text';

/** The size of words in pictures, in pixels. */
export const fontSize = 12;
export const lineHeight = 15;

/** Stripes, to tell apart without color. */
export function stripes(color: string) {
  return {
    symbol: 'rect',
    symbolSize: 1,
    dashArrayX: [1, 0],
    dashArrayY: [2, 5],
    rotation: -Math.PI / 4,
    color,
  };
}

/** A word anywhere in a picture. */
export function word(
  text: string,
  at: { readonly x: number; readonly y: number },
  look: {
    readonly fill: string;
    readonly bold?: boolean;
    readonly align?: 'left' | 'center' | 'right';
    readonly vertical?: 'top' | 'middle' | 'bottom';
  },
) {
  return {
    type: 'text',
    silent: true,
    x: at.x,
    y: at.y,
    style: {
      text: printable(text),
      fill: look.fill,
      fontSize,
      fontFamily,
      lineHeight,
      fontWeight: look.bold ? 'bold' : 'normal',
      align: look.align ?? 'left',
      verticalAlign: look.vertical ?? 'middle',
    },
  };
}

/** An axis of names. The names are shown as they are; an axis would read marks of its own in them otherwise. */
export function namesAxis(names: readonly string[], colors: Colors, label: object = {}) {
  return {
    type: 'category',
    data: names.map((_, index) => String(index)),
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: false },
    axisLabel: {
      interval: 0,
      color: colors.ink,
      fontSize,
      lineHeight,
      hideOverlap: false,
      formatter: (_: string, index: number) => printable(names[index]!),
      ...label,
    },
  };
}

/**
 * An axis of whole numbers, as the language writes them; what lies on the other side of 0 is a number too.
 * @param label more of how the numbers are shown
 */
export function numbersAxis(colors: Colors, language: 'en' | 'nl', label: object = {}) {
  const labels = labelsOf(language);
  return {
    type: 'value',
    min: 0,
    minInterval: 1,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: colors.muted,
      fontSize,
      formatter: (value: number) => formatCount(Math.abs(value), labels),
      ...label,
    },
    splitLine: { lineStyle: { color: colors.line } },
  };
}

/** What is drawn of a series: nothing in it answers to a pointer. */
export const still = { silent: true, emphasis: { disabled: true }, cursor: 'default' } as const;
