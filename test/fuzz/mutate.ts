import type { Draw } from './draw';
import {
  hostileJson,
  hostileJsonValues,
  hostileMarkdown,
  hostileNames,
  hostileTexts,
  hostileTranscript,
  hostileYaml,
} from './hostile';
import type { SeedKind } from './seeds';

/** The most bytes of a case, so that a hundred thousand of them take minutes. */
const mostBytes = 300_000;
const usualBytes = 12_000;

const hostileBytes = [
  0, 1, 9, 10, 13, 0x1b, 0x22, 0x7f, 0x80, 0x9d, 0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xf0, 0xfe, 0xff,
];

const jsonLines = [...hostileJson, ...hostileTexts];

const fragments: Readonly<Record<SeedKind, readonly string[]>> = {
  codebook: [...hostileYaml, ...hostileTexts],
  settings: [...hostileYaml, ...hostileTexts],
  scale: [...hostileYaml, ...hostileTexts],
  scores: [...hostileYaml, ...hostileTexts],
  log: jsonLines,
  reviews: jsonLines,
  progress: jsonLines,
  transcript: [...hostileTranscript, ...hostileTexts, ...hostileYaml],
  notes: [...hostileMarkdown, ...hostileTexts],
  names: [...hostileYaml, ...hostileTexts],
};

/** Makes a bad file of a good one: some changes to its text, its lines or its bytes. */
export function mutate(draw: Draw, kind: SeedKind, seed: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes = excerpt(draw, seed);
  for (let left = 1 + draw.below(5); left > 0; left--) {
    bytes = draw.chance(0.7)
      ? Buffer.from(changeText(draw, kind, Buffer.from(bytes).toString('utf8')), 'utf8')
      : changeBytes(draw, bytes, other);
  }
  return draw.chance(0.06) ? reencoded(draw, bytes) : bytes.subarray(0, mostBytes);
}

/** Makes a bad text of a good one, for what is no file. */
export function mutateText(draw: Draw, text: string): string {
  const [start, end] = draw.range(text.length);
  switch (draw.below(4)) {
    case 0:
      return text.slice(0, start) + draw.pick(hostileTexts) + text.slice(start);
    case 1:
      return text.slice(0, start) + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(start);
    default:
      return draw.pick(hostileNames);
  }
}

/** Mostly a part of a long file, cut at lines: what is read of a whole one takes longer, and is much the same. */
function excerpt(draw: Draw, seed: Uint8Array): Uint8Array {
  if (seed.length <= usualBytes || draw.chance(0.05)) return seed;
  const head = seed.subarray(0, seed.indexOf(10, usualBytes / 4) + 1);
  const from = seed.indexOf(10, draw.below(seed.length - usualBytes)) + 1;
  return Buffer.concat([draw.chance(0.7) ? head : Buffer.of(), seed.subarray(from, from + usualBytes)]);
}

function changeText(draw: Draw, kind: SeedKind, text: string): string {
  const lines = text.split('\n');
  const at = draw.below(lines.length);
  const line = lines[at]!;
  const fragment = draw.pick(fragments[kind]);
  switch (draw.below(12)) {
    case 0:
      return lines.toSpliced(at, 1 + draw.below(3)).join('\n');
    case 1:
      return lines.toSpliced(at, 0, ...lines.slice(at, at + 1 + draw.below(8))).join('\n');
    case 2:
      return lines.toSpliced(draw.below(lines.length), 0, line).toSpliced(at, 1).join('\n');
    case 3:
      return lines
        .with(at, `${' '.repeat(draw.below(5))}${draw.chance(0.2) ? '\t' : ''}${line.trimStart()}`)
        .join('\n');
    case 4:
      return lines.toSpliced(at, 0, fragment).join('\n');
    case 5:
      return lines.with(at, valueReplaced(draw, kind, line, fragment)).join('\n');
    case 6:
      return lines.with(at, keyReplaced(draw, line)).join('\n');
    case 7:
      return lines.with(at, `${/^\s*(?:- )?/.exec(line)![0]}${fragment}`).join('\n');
    case 8: {
      const offset = draw.below(text.length + 1);
      return text.slice(0, offset) + fragment + text.slice(offset);
    }
    case 9: {
      const [start, end] = draw.range(text.length);
      return text.slice(0, start) + text.slice(start, end).repeat(draw.below(6)) + text.slice(end);
    }
    case 10:
      return text.slice(0, draw.below(text.length + 1));
    default:
      return draw.chance(0.5) ? text.replaceAll('\n', draw.pick(['\r\n', '\r'])) : fragment + text;
  }
}

function valueReplaced(draw: Draw, kind: SeedKind, line: string, fragment: string): string {
  if (fragments[kind] !== jsonLines)
    return line.replace(/: .*$|- [^:]*$/, (all) => `${all.slice(0, 2)}${fragment}`);
  const fields = [...line.matchAll(/(?<="[a-z]+":)(?:"(?:[^"\\]|\\.)*"|[^,}]+)/g)];
  if (fields.length === 0) return fragment;
  const { index, 0: old } = draw.pick(fields);
  return line.slice(0, index) + draw.pick(hostileJsonValues) + line.slice(index + old.length);
}

function keyReplaced(draw: Draw, line: string): string {
  const keys = [...line.matchAll(/[\w-]+(?="?:)/g)];
  if (keys.length === 0) return draw.pick(hostileNames);
  const { index, 0: old } = draw.pick(keys);
  return line.slice(0, index) + draw.pick(hostileNames) + line.slice(index + old.length);
}

function changeBytes(draw: Draw, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const [start, end] = draw.range(bytes.length);
  const spliced = (middle: Uint8Array, from = start, to = end) =>
    Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);
  switch (draw.below(7)) {
    case 0:
      return flipped(draw, bytes);
    case 1:
      return spliced(Uint8Array.of(draw.pick(hostileBytes)), start, start);
    case 2:
      return spliced(Buffer.of());
    case 3:
      return spliced(bytes.subarray(start, end), end);
    case 4:
      return spliced(other.subarray(...draw.range(other.length)));
    case 5:
      return spliced(
        Uint8Array.from({ length: draw.below(40) }, () => draw.below(256)),
        start,
        start,
      );
    default:
      return bytes.subarray(0, start);
  }
}

function flipped(draw: Draw, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + draw.below(8); left > 0 && copy.length > 0; left--) {
    copy[draw.below(copy.length)]! ^= 1 << draw.below(8);
  }
  return copy;
}

/** In another encoding, whole or with an odd byte, and with or without its mark. */
function reencoded(draw: Draw, bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.subarray(0, mostBytes)).toString('utf8');
  const mark = draw.chance(0.5) ? '\ufeff' : '';
  if (draw.chance(0.3)) return Buffer.from(text, 'latin1');
  const little = Buffer.from(mark + text, 'utf16le');
  const whole = draw.chance(0.5) ? little : little.swap16();
  return draw.chance(0.5) ? whole : whole.subarray(draw.below(2), whole.length - draw.below(2));
}
