import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Anchors } from '../../../src/core/coding/anchoring/anchors';
import { type Coding, selectQuote } from '../../../src/core/coding/coding';
import { CodingPlacer } from '../../../src/core/study/placeCodings';
import { applyEdits, type TextEdit } from '../../../src/core/text/edits';

const path = 'transcripts/video/one.txt';
const text =
  'I: Hoe ging dat?\nR: Het ging goed, het ging heel goed, en daarna ging het niet meer zo goed.\n' +
  'I: En toen?\nR: Toen kwam de verpleging, en toen ging het weer goed.\n';

type Step =
  | { readonly kind: 'code'; readonly at: number; readonly length: number; readonly log: 0 | 1 }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'type'; readonly at: number; readonly deleted: number; readonly typed: string }
  /** Takes away words and types them again. */
  | { readonly kind: 'retype'; readonly at: number; readonly length: number };

const at = fc.nat(text.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('code' as const),
      at,
      length: fc.integer({ min: 1, max: 25 }),
      log: fc.constantFrom(0, 1),
    }),
  },
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({
    kind: fc.constant('type' as const),
    at,
    deleted: fc.nat(12),
    typed: fc.constantFrom('', ' ', 'goed', ' ging'),
  }),
  fc.record({ kind: fc.constant('retype' as const), at, length: fc.integer({ min: 1, max: 30 }) }),
);

/** An open transcript with two logs, its codings placed by a placer, and all of them anew beside it. */
class OpenTranscript {
  text = text;
  readonly #anchors = new Anchors(undefined);
  readonly #beside = new Anchors(undefined);
  readonly placer = new CodingPlacer(this.#anchors);
  readonly logs: [Coding[], Coding[]] = [[], []];
  #ids = 0;

  do(step: Step): void {
    if (step.kind === 'code') {
      const start = Math.min(step.at, this.text.length - 1);
      const end = Math.min(start + step.length, this.text.length);
      if (end > start) this.code({ start, end }, step.log);
    } else if (step.kind === 'remove') {
      for (const log of this.logs) if (step.at < log.length) log.splice(step.at, 1);
    } else if (step.kind === 'type') {
      const start = Math.min(step.at, this.text.length);
      this.edit({ start, end: Math.min(start + step.deleted, this.text.length), text: step.typed });
    } else {
      const start = Math.min(step.at, this.text.length);
      const words = this.text.slice(start, start + step.length);
      this.edit({ start, end: start + words.length, text: '' });
      this.edit({ start, end: start, text: words });
    }
  }

  code(range: { start: number; end: number }, log: 0 | 1): void {
    const id = String(this.#ids++);
    this.logs[log].push({ id, code: 'c', by: 'anna', at: '', ...selectQuote(this.text, range) });
  }

  edit(edit: TextEdit): void {
    const now = applyEdits(this.text, [edit]);
    if (now === this.text) return;
    this.text = now;
    for (const anchors of [this.#anchors, this.#beside]) anchors.change(path, now, [edit]);
    this.placer.change(path);
  }

  placed() {
    const logs = this.logs.map((current, index) => ({
      path: `codings/${index}.jsonl`,
      current: [...current],
    }));
    return this.placer.place(path, this.text, logs, true);
  }

  placedBeside() {
    return this.#beside.place(path, this.text, this.logs.flat(), true);
  }
}

describe('the codings of an open transcript', () => {
  it('stand, however they came, where they stand when all are placed anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const open = new OpenTranscript();
        for (const one of steps) {
          open.do(one);
          const told = await open.placed();
          const expected = await open.placedBeside();
          const byId = new Map(
            told.map(({ coding, start, end, anchor }) => [coding.id, { start, end, anchor }]),
          );
          expect(byId.size).toBe(told.length);
          expect(byId).toEqual(
            new Map(expected.map(({ coding, start, end, anchor }) => [coding.id, { start, end, anchor }])),
          );
          expect(told.map(({ start }) => start)).toEqual(
            told.map(({ start }) => start).sort((a, b) => a - b),
          );
        }
      }),
    );
  });

  it('stay the same objects when another comes, and the same list when none does', async () => {
    const open = new OpenTranscript();
    open.code({ start: 20, end: 32 }, 0);
    open.code({ start: 40, end: 60 }, 1);
    const before = await open.placed();
    expect(await open.placed()).toBe(before);
    open.code({ start: 35, end: 39 }, 0);
    const after = await open.placed();
    expect(after.map(({ start }) => start)).toEqual([20, 35, 40]);
    expect([after[0], after[2]]).toEqual([before[0], before[1]]);
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[1]);
  });

  it('stand where they were made beside one that is lost, though context begins between a letter and its mark', async () => {
    const said = 'I: Piet Bakker de e\u0308 e-health\nKAREL: Piet Bakker de\n';
    const start = said.length - 1;
    const made = { code: 'a', by: 'anna', at: '2025-01-01T00:00:00.000Z' };
    const short: Coding = { id: 'short', ...made, ...selectQuote(said, { start, end: start + 1 }) };
    const lost: Coding = {
      id: 'lost',
      ...made,
      start: 0,
      end: 1,
      quote: 'x',
      prefix: '',
      suffix: ': Iets anders',
    };
    expect(short.prefix).toMatch(/^\p{M}/u);
    const placer = new CodingPlacer(new Anchors(undefined));
    const placed = await placer.place(path, said, [{ path: 'log', current: [lost, short] }], false);
    expect(placed.map(({ anchor }) => anchor)).toEqual(['orphan', 'exact']);
  });
});
