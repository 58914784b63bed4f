import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor } from '../../../src/core/coding/anchoring/anchor';
import { isPlaced, selectQuote } from '../../../src/core/coding/coding';
import { sameWords } from '../../../src/core/text/words';
import { codingOf, codingOfQuote } from '../support/codings';

const interview = [
  'I: Hoe gaat het met beeldbellen?',
  'R: Dat gaat goed, maar de verbinding valt vaak weg.',
  'I: En de kosten?',
  'R: Die zijn te hoog voor een kleine organisatie zoals wij.',
  'I: Gebruikt u het elke dag?',
  'R: Ja.',
  'I: Ook in het weekend?',
  'R: Ja.',
  'I: Dank u wel.',
].join('\n');
const quote = 'de verbinding valt vaak weg';
const coding = codingOfQuote(interview, quote);

/** Where a coding stands in a text, as `anchor: words`. */
function placed(text: string, of = coding): string {
  const { start, end, anchor: how } = anchor(text, of);
  return `${how}: ${text.slice(start, end)}`;
}

describe('a coding', () => {
  it('is exact where nothing has changed', () => {
    expect(anchor(interview, coding)).toEqual({
      coding,
      start: coding.start,
      end: coding.end,
      anchor: 'exact',
    });
  });

  it('is exact after an edit behind it', () => {
    expect(placed(`${interview}\nR: Nog iets.`)).toBe(`exact: ${quote}`);
    expect(placed(interview.replace('Dank u wel', 'Bedankt'))).toBe(`exact: ${quote}`);
  });

  it('is moved by an insertion or a deletion before it', () => {
    expect(placed(`I: Welkom. 😀\n${interview}`)).toBe(`moved: ${quote}`);
    expect(placed(interview.replace('I: Hoe gaat het met beeldbellen?\n', ''))).toBe(`moved: ${quote}`);
  });

  it('does not grow by an insertion at its edges', () => {
    expect(placed(interview.replace(quote, `helaas ${quote}`))).toBe(`moved: ${quote}`);
    expect(placed(interview.replace(quote, `${quote} en terug`))).toBe(`exact: ${quote}`);
  });

  it('is exact where only the words around it were edited in place', () => {
    const edited = interview.replace('goed, maar', 'best, doch').replace('weg.', 'weg!');
    expect(placed(edited)).toBe(`exact: ${quote}`);
  });

  it('moves along with a turn that was cut and pasted', () => {
    const turn = 'R: Die zijn te hoog voor een kleine organisatie zoals wij.\n';
    const moved = `${interview.replace(turn, '')}\n${turn}`;
    expect(placed(moved, codingOfQuote(interview, 'te hoog voor een kleine'))).toBe(
      'moved: te hoog voor een kleine',
    );
  });

  it('is an orphan where its words are gone, and keeps its offsets', () => {
    const { start, end } = coding;
    expect(anchor(interview.replace(quote, 'het hapert'), coding)).toEqual({
      coding,
      start,
      end,
      anchor: 'orphan',
    });
    expect(anchor('', coding)).toEqual({ coding, start, end, anchor: 'orphan' });
    expect(isPlaced(anchor('', coding))).toBe(false);
  });

  it('is an orphan where the only copy is another passage with the same words', () => {
    const elsewhere = `I: Iets heel anders nu.\nR: Volgens mij is het zo dat ${quote} bij slecht weer, zei mijn collega.`;
    expect(placed(elsewhere)).toMatch(/^orphan/);
  });

  it('of the second of two short answers is never moved to the first', () => {
    const second = codingOfQuote(interview, 'Ja.', 1);
    expect(placed(interview, second)).toBe('exact: Ja.');
    const without = interview.replace('I: Ook in het weekend?\nR: Ja.\n', '');
    expect(placed(without, second)).toMatch(/^orphan/);
  });

  it('is told apart from its copies by context', () => {
    for (const copy of [0, 1]) {
      const of = codingOfQuote(interview, 'Ja.', copy);
      const edited = `Vooraf, in de gang.\n${interview}`;
      expect(anchor(edited, of)).toMatchObject({ anchor: 'moved', start: of.start + 20 });
    }
  });

  it('is ambiguous where an identical neighbor was inserted', () => {
    const text =
      'I: Gebruikt u het elke dag, ook in het weekend?\nR: Ja, elke dag.\nI: Waarom eigenlijk wel, denkt u?\n';
    const of = codingOfQuote(text, 'R: Ja, elke dag.\n');
    const twins = text.replace('R: Ja, elke dag.\n', 'R: Ja, elke dag.\nR: Ja, elke dag.\n');
    expect(anchor(twins, of)).toMatchObject({ anchor: 'ambiguous', start: of.start, end: of.end });
  });

  it('is found among very many copies', () => {
    const noise = 'R: Ja.\nI: Echt?\n'.repeat(2000);
    const text = `${noise}I: En tot slot, zou u het aanraden?\nR: Ja.\nI: Dat was het, dank voor uw tijd.\n`;
    const start = text.lastIndexOf('Ja.');
    const of = codingOf(text, start, start + 3);
    expect(anchor(`Kop\n${text}`, of)).toMatchObject({ anchor: 'moved', start: start + 4 });
  });

  it('without stored context goes by its position', () => {
    const bare = { ...codingOfQuote(interview, 'Ja.', 1), prefix: '', suffix: '' };
    expect(placed(interview, bare)).toBe('exact: Ja.');
    expect(placed(`Kop\n${interview}`, bare)).toMatch(/^ambiguous/);
  });

  it('whose length is not that of its quote is found by its quote', () => {
    expect(placed(interview, { ...coding, end: coding.end + 5 })).toMatch(/: de verbinding valt vaak weg$/);
    expect(isPlaced(anchor(interview, { ...coding, end: coding.end + 5 }))).toBe(true);
  });

  it('of a whole file, or at its edges, is exact', () => {
    expect(placed('Ja.', codingOf('Ja.', 0, 3))).toBe('exact: Ja.');
    expect(placed(interview, codingOf(interview, 0, 5))).toBe(`exact: ${interview.slice(0, 5)}`);
    const last = codingOf(interview, interview.length - 4, interview.length);
    expect(placed(interview, last)).toBe(`exact: ${interview.slice(-4)}`);
  });
});

describe('anchoring', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abc \n😀é'), maxLength: 200 });

  it('finds every coding of an unchanged text exactly where it was made', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
        fc.pre(text.length > 0);
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        expect(anchor(text, codingOf(text, start, end))).toMatchObject({ anchor: 'exact', start, end });
      }),
    );
  });

  it('finds a passage exactly after insertions outside its context', () => {
    const before = 'Vroeger deden we dat heel anders, met de telefoon. ';
    const after = ' Daar is nu gelukkig een oplossing voor gevonden, denk ik.';
    const passage = 'de verbinding valt vaak weg als het regent';
    fc.assert(
      fc.property(words, words, words, words, (head, tail, newHead, newTail) => {
        const text = head + before + passage + after + tail;
        const start = head.length + before.length;
        const of = codingOf(text, start, start + passage.length);
        const edited = newHead + head + before + passage + after + newTail + tail;
        const { anchor: how, ...range } = anchor(edited, of);
        expect(edited.slice(range.start, range.end)).toBe(passage);
        expect(range.start).toBe(start + newHead.length);
        expect(how).toBe(newHead === '' ? 'exact' : 'moved');
      }),
    );
  });

  it('never claims a place where other words stand, and never throws', () => {
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (text, other, a, b) => {
        fc.pre(text.length > 0);
        const start = a % text.length;
        const of = codingOf(text, start, start + 1 + (b % (text.length - start)));
        const found = anchor(other, of);
        const there = other.slice(found.start, found.end);
        if (!isPlaced(found)) expect([found.start, found.end]).toEqual([of.start, of.end]);
        else if (found.anchor === 'edited') expect(wordsShared(of.quote, there)).toBe(true);
        else expect(sameWords(there)).toBe(sameWords(of.quote));
      }),
    );
  });
});

/** True where two passages have a letter or digit in common. */
function wordsShared(a: string, b: string): boolean {
  return [...a].some((letter) => /[\p{L}\p{N}]/u.test(letter) && b.includes(letter));
}

describe('selectQuote', () => {
  it('takes 32 characters of context on either side', () => {
    const text = 'x'.repeat(100);
    expect(selectQuote(text, { start: 50, end: 60 })).toEqual({
      start: 50,
      end: 60,
      quote: 'x'.repeat(10),
      prefix: 'x'.repeat(32),
      suffix: 'x'.repeat(32),
    });
  });

  it('does not cut an astral character of the context', () => {
    const text = `😀${'a'.repeat(31)}Q${'b'.repeat(31)}😀`;
    expect(selectQuote(text, { start: 33, end: 34 })).toMatchObject({
      prefix: 'a'.repeat(31),
      suffix: 'b'.repeat(31),
    });
  });

  it('gives context that stands beside the quote, never more than 32', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const start = a % text.length;
          const end = start + 1 + (b % (text.length - start));
          const { quote: words, prefix, suffix } = selectQuote(text, { start, end });
          expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + words + suffix);
          expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
        },
      ),
    );
  });
});
