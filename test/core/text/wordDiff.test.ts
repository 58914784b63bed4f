import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, mapRange, untouched } from '../../../src/core/text/edits';
import { wordEdits } from '../../../src/core/text/wordDiff';
import { sameWords } from '../../../src/core/text/words';

const readings = ['fromStart', 'fromEnd'] as const;
const pieces = ['a', 'b', 'de', ' ', '\n', '  ', '.', ',', 'é', 'e\u0301', '\u0301', '😀'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((some) => some.join(''));

describe.each(readings)('the edits between two texts, read %s', (reading) => {
  it('make one of the other, in order, without overlap', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (before, after, isPart) => {
        const edits = wordEdits(before, after, reading, isPart)!;
        expect(applyEdits(before, edits)).toBe(after);
        const ends = [0, ...edits.map(({ end }) => end)];
        expect(edits.every(({ start, end }, index) => start >= ends[index]! && end >= start)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave words alone where only white space and the composition of letters changed', () => {
    const before = 'Eén vraag: hoe gaat\nhet?  Goed.';
    const after = before.normalize('NFD').replaceAll('\n', ' ').replaceAll('  ', '\n');
    const edits = wordEdits(before, after, reading)!;
    expect(applyEdits(before, edits)).toBe(after);
    expect(
      edits.every((edit) => sameWords(before.slice(edit.start, edit.end)) === sameWords(edit.text)),
    ).toBe(true);
  });

  it('do not take a turn that came for the words of one that went, since both have spaces', () => {
    const said = 'R: Het is niet altijd te doen, dus dan moet het maar zo.\n';
    const between = 'R: De huisarts belde pas een week later terug en wist van niets meer af.\n';
    const gone = 'R: Voor de een is een uur per dag al veel, voor de ander nog lang niet.\n';
    const came = 'R: In het begin kwam er nog wel eens een buurman langs met de fiets.\n'.repeat(3);
    const before = `I: Hoe gaat het?\n${said}${between}${said}${gone}I: Dank u wel.\n`;
    const after = `I: Hoe gaat het?\n${came}${said.replace('dus', 'dus ja,')}${between}I: Dank u wel.\n`;
    const edits = wordEdits(before, after, reading)!;
    const left = mapRange(untouched({ start: before.indexOf(said), end: before.indexOf(gone) }), edits)!;
    expect(after.slice(left.start, left.end)).toContain(between.slice(0, -2));
  });
});

describe('words that came or went between others', () => {
  it('are with the white space before or behind them, as the reading leaves the start or the end alone', () => {
    const said = (reading: (typeof readings)[number]) => wordEdits('een drie', 'een twee drie', reading);
    expect(said('fromStart')).toEqual([{ start: 4, end: 4, text: 'twee ' }]);
    expect(said('fromEnd')).toEqual([{ start: 3, end: 3, text: ' twee' }]);
    const unsaid = (reading: (typeof readings)[number]) => wordEdits('een twee drie', 'een drie', reading);
    expect(unsaid('fromStart')).toEqual([{ start: 4, end: 9, text: '' }]);
    expect(unsaid('fromEnd')).toEqual([{ start: 3, end: 8, text: '' }]);
  });
});
