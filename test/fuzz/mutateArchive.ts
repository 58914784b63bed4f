import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import type { Draw } from './draw';
import { hostileNames } from './hostile';
import { mutateText } from './mutate';
import { mutateXml } from './mutateXml';

const most = 300_000;
const signatures = [0x02014b50, 0x04034b50, 0x06054b50];
/** What writes the archive cannot write all. */
const names = hostileNames.filter((name) => name !== '__proto__');
const numbers = [0, 1, 7, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff];

/**
 * Makes a bad archive of a good one: of what its files say, which files it has, or how it is written.
 * @param other another archive, of which parts are taken
 * @param fragments that have broken readers of its XML before
 */
export function mutateArchive(
  draw: Draw,
  good: Uint8Array,
  other: Uint8Array,
  fragments: readonly string[],
): Uint8Array {
  const files = new Map(filesOf(good));
  const theirs = filesOf(other);
  for (let left = 1 + draw.below(3); left > 0; left--) {
    const name = draw.pick([...files.keys(), draw.pick(names)]);
    const content = files.get(name) ?? new Uint8Array();
    const [their, theirContent] = draw.pick(theirs);
    const fate = draw.below(10);
    if (fate === 0) files.delete(name);
    else if (fate === 1) files.set(draw.pick([...files.keys(), name]), content);
    else if (fate === 2) files.set(their, theirContent);
    else {
      const text = strFromU8(content);
      const isPlain = fate === 3;
      const bad = isPlain
        ? mutateText(draw, text)
        : mutateXml(draw, text, strFromU8(theirContent), fragments);
      files.set(name, strToU8(bad.slice(0, most)));
    }
  }
  const bytes = zipSync(Object.fromEntries(files), { level: draw.chance(0.05) ? 1 : 0 });
  return draw.chance(0.2) ? withNumber(draw, bytes) : bytes;
}

const known = new WeakMap<Uint8Array, [string, Uint8Array][]>();

/** The files of a good archive, which is opened once. */
function filesOf(archive: Uint8Array): readonly [string, Uint8Array][] {
  const files = known.get(archive) ?? Object.entries(unzipSync(archive));
  known.set(archive, files);
  return files;
}

/** With another number in one of the archive's headers. */
function withNumber(draw: Draw, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = draw.pick(signatures);
  const starts: number[] = [];
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === signature) starts.push(at);
  }
  if (starts.length === 0) return bytes.subarray(0, draw.below(bytes.length));
  const at = draw.pick(starts) + 4 + 2 * draw.below(20);
  const number = draw.chance(0.7) ? draw.pick(numbers) : draw.below(bytes.length);
  if (draw.chance(0.5) && at + 4 <= bytes.length) view.setUint32(at, number, true);
  else view.setUint16(at, number & 0xffff, true);
  return bytes;
}
