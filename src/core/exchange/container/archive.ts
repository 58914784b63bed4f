import { Inflate } from 'fflate/browser';
import { ImportError } from '../importError';
import { crc32 } from './crc32';

/** What an archive may hold at most; documents that people write stay far below. */
const most = {
  entries: 10_000,
  /** Bytes of one file when inflated, and of all that are read together. */
  size: 256e6,
  /** Bytes that come of one byte. Text of a transcript gives 5 to 20. */
  ratio: 200,
  /** Below this size the ratio tells nothing. */
  small: 1e6,
};
const signature = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50 };
const endLength = 22;
const longestComment = 0xffff;
const zip64 = 0xffffffff;
const chunk = 16_384;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * A zip archive such as a .docx, read with distrust: names that lead out of it, files that overlap, are encrypted or
 * are not the size they say, and what would inflate to more than a document ever is, are refused.
 */
export class Archive {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #view: DataView;
  #inflated = 0;

  /** Throws an ImportError where the bytes are no archive to be trusted. */
  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = this.#readEntries();
  }

  /** The names of the files in it. */
  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a file in it; undefined where there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    this.#inflated += entry.size;
    if (entry.size > most.size || this.#inflated > most.size) throw new ImportError('import-too-large');
    if (entry.size > most.small && entry.size > entry.packed * most.ratio) {
      throw new ImportError('import-too-large');
    }
    const start = this.#dataOf(entry);
    const packed = this.bytes.subarray(start, start + entry.packed);
    const content = entry.method === 0 ? packed : inflated(packed, entry.size);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged();
    return content;
  }

  #readEntries(): Map<string, Entry> {
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    const listed = this.#view.getUint32(end + 16, true);
    if (count === 0xffff || listed === zip64 || count > most.entries)
      throw new ImportError('import-too-large');
    const entries = new Map<string, Entry>();
    let at = listed;
    for (let left = count; left > 0; left--) {
      if (at + 46 > end || this.#view.getUint32(at, true) !== signature.entry) throw damaged();
      const [entry, next] = this.#entryAt(at);
      if (entries.has(entry.name)) throw new ImportError('import-zip-unsafe', entry.name);
      entries.set(entry.name, entry);
      at = next;
    }
    demandApart([...entries.values()], listed);
    return entries;
  }

  #findEnd(): number {
    const { length } = this.bytes;
    const first = Math.max(0, length - endLength - longestComment);
    for (let at = length - endLength; at >= first; at--) {
      if (this.#view.getUint32(at, true) === signature.end) return at;
    }
    throw new ImportError('import-not-zip');
  }

  #entryAt(at: number): [entry: Entry, next: number] {
    const view = this.#view;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > this.bytes.length) throw damaged();
    const name = this.#nameAt(at + 46, nameLength);
    const flags = view.getUint16(at + 8, true);
    if (!isSafeName(name)) throw new ImportError('import-zip-unsafe', name);
    if (flags & 1) throw new ImportError('import-encrypted');
    const method = view.getUint16(at + 10, true);
    const entry = {
      name,
      flags,
      method,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (entry.packed === zip64 || entry.size === zip64) throw new ImportError('import-too-large');
    if ((method !== 0 && method !== 8) || (method === 0 && entry.size !== entry.packed)) throw damaged();
    return [entry, next];
  }

  /** Where the data of a file begins; its own header must say the same as the list. */
  #dataOf({ name, offset, packed }: Entry): number {
    if (this.#view.getUint32(offset, true) !== signature.file) throw damaged();
    const nameLength = this.#view.getUint16(offset + 26, true);
    const start = offset + 30 + nameLength + this.#view.getUint16(offset + 28, true);
    if (this.#nameAt(offset + 30, nameLength) !== name || start + packed > this.bytes.length) throw damaged();
    return start;
  }

  /** The name that stands at an offset; old programs for Windows write `\` between its folders. */
  #nameAt(at: number, length: number): string {
    return new TextDecoder('utf-8').decode(this.bytes.subarray(at, at + length)).replaceAll('\\', '/');
  }
}

/** No two files may share bytes, as they do in archives that are made to swell. */
function demandApart(entries: readonly Entry[], listed: number): void {
  let last = 0;
  for (const { offset, packed } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < last || offset + 30 + packed > listed) throw damaged();
    last = offset + 30 + packed;
  }
}

/** Names are never used as paths here, but an archive that tries to lead out of itself is not to be trusted. */
function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    !/\0|^\/|^[a-z]:/i.test(name) &&
    !name.split('/').some((part) => part === '..' || part === '.')
  );
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((part) => {
    if (length + part.length > size) throw damaged();
    content.set(part, length);
    length += part.length;
  });
  try {
    for (let at = 0; at < packed.length; at += chunk) {
      stream.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
    }
  } catch (error) {
    throw error instanceof ImportError ? error : damaged();
  }
  return content.subarray(0, length);
}

function damaged(): ImportError {
  return new ImportError('import-damaged');
}
