import { describe, expect, it } from 'vitest';
import { Anchors } from '../../../../src/core/coding/anchoring/anchors';
import type { AnchoredCoding } from '../../../../src/core/coding/coding';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edits';
import { codingOf } from '../../support/codings';

const path = 'transcripts/case/interview.txt';
const turns = `R: ${'ja '.repeat(10)}\n`.repeat(3500);
const texts = { 'one turn': 'ja '.repeat(40_000), 'many turns': turns, 'one letter': 'a'.repeat(120_000) };

/** Ways in which codings hear of an edit. */
const ways = {
  'read anew': async (_: string, after: string, codings: Parameters<Anchors['place']>[2]) =>
    new Anchors(undefined).place(path, after, codings, false),
  'followed behind the editor': async (
    before: string,
    after: string,
    codings: Parameters<Anchors['place']>[2],
  ) => {
    const anchors = new Anchors(undefined);
    await anchors.place(path, before, codings, true);
    anchors.change(path, after);
    return anchors.place(path, after, codings, true);
  },
};

// What compares each place with each other, or looks for the beginning of each, takes minutes here.
describe.each(Object.entries(ways))(
  'codings in a text that says the same over and over, %s',
  (_, placeIn) => {
    it.each(Object.entries(texts))('stand on their words or are listed: %s', async (_name, before) => {
      const edit: TextEdit = { start: 30_000, end: 30_040, text: 'iets anders' };
      const after = applyEdits(before, [edit]);
      const codings = [8, 300, 2900].flatMap((length, index) =>
        [20_000, 29_000, 60_000].map((start) =>
          codingOf(before, start, start + length, { id: `${index} ${start}` }),
        ),
      );
      const placed = await placeIn(before, after, codings);
      const isListed = ({ anchor }: AnchoredCoding) => anchor === 'ambiguous' || anchor === 'orphan';
      for (const one of placed) {
        const isOwn = one.anchor === 'edited' || after.slice(one.start, one.end) === one.coding.quote;
        expect(isListed(one) || isOwn).toBe(true);
      }
    });
  },
);
