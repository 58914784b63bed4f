import { describe, expect, it } from 'vitest';
import { anchor } from '../../../../src/core/coding/anchoring/anchor';
import type { Coding } from '../../../../src/core/coding/coding';
import { codingOfQuote } from '../../support/codings';
import { Oracle } from './scripts/oracle';
import { TrackedText } from './scripts/trackedText';

const turn = [
  'I: Wat kost u de meeste tijd, als u daar op terugkijkt?',
  'R: Het kost vooral veel tijd om iedereen mee te krijgen in de wijk, zeker in het begin.',
  'I: En daarna, toen het eenmaal liep zoals u het wilde?',
  '',
].join('\n');
const quote = 'om iedereen mee te krijgen';
const other = 'R: Daarna ging het vanzelf, want toen wist iedereen wat de bedoeling was.\n';
const welcome = 'I: Welkom, fijn dat u er bent.\n';
const later = turn.replace(/ in de wijk.*\n/, ' op het dorp, daar ging het later toch anders.\n');
const goodbye = 'I: Dank u wel voor uw tijd.\n';

/** A text, what was done to it, and which copy of the quote was coded: the same text and coding, two stories. */
interface Worlds {
  readonly before: string;
  readonly copy: number;
  readonly first: (tracked: TrackedText) => void;
  readonly second: (tracked: TrackedText) => void;
}

function remove(tracked: TrackedText, start: number, end: number): void {
  tracked.change([{ start, end, by: '' }]);
}

/** Puts a copy of the turn behind what stands at an offset. */
function double(tracked: TrackedText, at: number): void {
  const start = tracked.text.indexOf(turn);
  tracked.copy(start, start + turn.length, at);
}

/** Takes out of the turn at an offset all but the quote and its line. */
function leaveQuote(tracked: TrackedText, at: number): void {
  const from = at + turn.indexOf(quote);
  remove(tracked, from + quote.length, at + turn.length - 1);
  remove(tracked, at, from);
}

const worlds: Record<string, Worlds> = {
  'the first or the second of two equal passages was taken out': {
    before: welcome + turn + other + turn + goodbye,
    copy: 0,
    first: (tracked) => remove(tracked, welcome.length, welcome.length + turn.length + other.length),
    second: (tracked) => {
      const start = welcome.length + turn.length;
      remove(tracked, start, start + other.length + turn.length);
    },
  },
  'the first of two turns that begin alike was taken out, or what it goes on with and what the other begins with':
    {
      before: welcome + turn + other + later + goodbye,
      copy: 0,
      first: (tracked) => remove(tracked, welcome.length, welcome.length + turn.length + other.length),
      second: (tracked) => {
        const alike = turn.indexOf(' in de wijk');
        const start = welcome.length + alike;
        remove(tracked, start, start + turn.length + other.length);
      },
    },
  'a copy was put before or behind a passage': {
    before: welcome + turn + goodbye,
    copy: 0,
    first: (tracked) => double(tracked, welcome.length),
    second: (tracked) => double(tracked, welcome.length + turn.length),
  },
  'a copy was put before or behind a passage, and of the first of them only the quote was left': {
    before: welcome + turn + goodbye,
    copy: 0,
    first: (tracked) => {
      double(tracked, welcome.length + turn.length);
      leaveQuote(tracked, welcome.length);
    },
    second: (tracked) => {
      double(tracked, welcome.length);
      leaveQuote(tracked, welcome.length);
    },
  },
};

describe.each(Object.entries(worlds))('where %s', (_, { before, copy, first, second }) => {
  const coding: Coding = codingOfQuote(before, quote, copy);
  const stories = [first, second].map((happen) => {
    const tracked = new TrackedText(before);
    happen(tracked);
    return tracked;
  });
  const texts = stories.map(({ text }) => text);
  const verdicts = stories.map((tracked) => new Oracle(tracked).judge(anchor(tracked.text, coding), false));

  it('the text and the coding are the same, so that no answer is right in both', () => {
    expect(texts[0]).toBe(texts[1]);
    expect(verdicts.map(({ wrong }) => wrong !== undefined)).toEqual([true, false]);
  });

  it('the oracle says that the answer that is wrong could not be known', () => {
    expect(verdicts.map(({ isUndecidable }) => isUndecidable)).toEqual([true, false]);
  });

  it('nor could it from any text before', () => {
    expect(verdicts.map(({ isUntold }) => isUntold)).toEqual([true, false]);
  });
});

it('a place on a copy that was put elsewhere is wrong, and texts from before tell so', () => {
  const before = welcome + turn + other + goodbye;
  const tracked = new TrackedText(before);
  double(tracked, before.length - goodbye.length);
  const coding = codingOfQuote(before, quote, 0);
  const start = tracked.text.lastIndexOf(quote);
  const onCopy = { coding, start, end: start + quote.length, anchor: 'moved' } as const;
  const verdict = new Oracle(tracked).judge(onCopy, false);
  expect(verdict.wrong).toBe('none of its own letters');
  expect(verdict.isUntold).toBe(false);
});
