import { describe, expect, it } from 'vitest';
import { compareStrings } from '../../../src/core/text/compare';
import { localize, primarySubtag } from '../../../src/core/text/localized';
import { overlaps } from '../../../src/core/text/range';

describe('localize', () => {
  it.each([
    ['Belemmering', 'en', 'Belemmering'],
    [{ en: 'Barrier', nl: 'Belemmering' }, 'nl', 'Belemmering'],
    [{ en: 'Barrier', nl: 'Belemmering' }, 'nl-BE', 'Belemmering'],
    [{ en: 'Barrier', nl: 'Belemmering' }, 'de', 'Barrier'],
    [{ nl: 'Belemmering', de: 'Hindernis' }, 'fr', 'Belemmering'],
    [{ 'nl-BE': 'Drempel' }, 'nl', 'Drempel'],
    [{ 'nl-BE': 'Drempel', nl: 'Belemmering' }, 'nl', 'Belemmering'],
    [{ nl: 'Belemmering' }, '__proto__', 'Belemmering'],
    [{ nl: 'Belemmering' }, 'constructor', 'Belemmering'],
    [{}, 'nl', ''],
  ])('of %j for %s is %s', (value, language, text) => {
    expect(localize(value, language)).toBe(text);
  });
});

describe('primarySubtag', () => {
  it.each([
    ['nl-NL', 'nl'],
    ['NL', 'nl'],
    ['en_US', 'en'],
    ['', ''],
  ])('of %j is %j', (language, tag) => {
    expect(primarySubtag(language)).toBe(tag);
  });
});

describe('compareStrings', () => {
  it('orders by code units, whatever the locale', () => {
    expect(['ä', 'z', 'Z', 'a', ''].sort(compareStrings)).toEqual(['', 'Z', 'a', 'z', 'ä']);
  });
});

describe('overlaps', () => {
  it('asks for a shared code unit', () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 4 })).toBe(true);
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(false);
  });
});
