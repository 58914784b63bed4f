import { Anchors } from '../../../../../src/core/coding/anchoring/anchors';
import type { AnchoredCoding } from '../../../../../src/core/coding/coding';
import { seeded } from '../../../../../src/core/random';
import { decodeText } from '../../../../../src/core/text/decode';
import { applyEdits, type TextEdit } from '../../../../../src/core/text/edits';
import { Draw } from './places';
import type { Script } from './script';
import type { Step } from './trackedText';

/** A way to come from the first text of a script to its last, and to look for its codings then. */
type Mode = (script: Script) => Promise<readonly AnchoredCoding[]>;

const path = 'transcripts/case/interview.txt';

export const modes: Readonly<Record<string, Mode>> = {
  'read anew': ({ tracked, codings, seed }) => {
    const text = readBack(tracked.text, seed);
    return new Anchors(undefined).place(path, text, codings, false);
  },
  'read anew with old texts': ({ tracked, codings, seed }) => {
    const text = readBack(tracked.text, seed);
    return new Anchors({ candidates: () => commits(tracked.first, tracked.steps) }).place(
      path,
      text,
      codings,
      false,
    );
  },
  'followed while edited': async ({ tracked, codings, seed }) => {
    const draw = new Draw(seeded(~seed));
    const anchors = new Anchors(undefined);
    await anchors.place(path, tracked.first, codings, true);
    let before = tracked.first;
    for (const { edits, text } of tracked.steps) {
      anchors.change(path, text, draw.one([edits, edits, edits, edits, [joined(before, edits)], undefined]));
      before = text;
    }
    return anchors.place(path, tracked.text, codings, true);
  },
  'changed behind the editor': async ({ tracked, codings, seed }) => {
    const anchors = new Anchors(undefined);
    const known = await anchors.place(path, tracked.first, codings, false);
    anchors.leave(path, tracked.first, known);
    return anchors.place(path, readBack(tracked.text, seed), codings, false);
  },
};

/** The last commit, one half-way, and the first. */
async function* commits(first: string, steps: readonly Step[]): AsyncIterable<string> {
  if (steps.length > 0) yield steps[steps.length - 1]!.text;
  if (steps.length > 2) yield steps[steps.length >> 1]!.text;
  yield first;
}

/** One edit from the first to the last, as some commands of an editor tell it. */
function joined(before: string, edits: readonly TextEdit[]): TextEdit {
  const { start } = edits[0]!;
  const { end } = edits.at(-1)!;
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, text: applyEdits(before.slice(start, end), inside) };
}

/** The text as a file with one of the line ends, marks and encodings that editors write, read again. */
function readBack(text: string, seed: number): string {
  const lineEnd = ['\n', '\n', '\r\n', '\r'][seed % 4]!;
  const mark = seed % 3 === 0 ? '\ufeff' : '';
  const written = mark + text.replaceAll('\n', lineEnd);
  const bytes =
    seed % 5 === 0 ? utf16(`\ufeff${text.replaceAll('\n', lineEnd)}`) : new TextEncoder().encode(written);
  return decodeText(bytes).text;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    bytes[2 * at] = text.charCodeAt(at) & 0xff;
    bytes[2 * at + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}
