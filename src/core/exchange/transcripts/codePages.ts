import { decodeWindows1252 } from '../../text/decode';

const otherLabels: Readonly<Record<number, string>> = {
  ...{ 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 10000: 'macintosh', 65001: 'utf-8' },
};

/** What decodes a code page of Windows; the Western one where it is not known. */
export function decoderOf(page: number): (bytes: Uint8Array) => string {
  if (page === 1252) return decodeWindows1252;
  try {
    const decoder = new TextDecoder(otherLabels[page] ?? `windows-${page}`);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return decodeWindows1252;
  }
}
