const longest = 100;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name for a file or folder that every system takes, as near to the given one as can be. */
export function safeName(given: string): string {
  const safe = given
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Surrogate}]+/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, longest)
    .trim();
  if (safe === '') return 'interview';
  return reserved.test(safe) ? `${safe.replace('.', '-')}-` : safe;
}

/** True where a case can have this id: it is the name of a folder. */
export function isCaseId(id: string): boolean {
  return id !== '' && safeName(id) === id;
}

/** A file's name, in front of its extension and the extension with its dot; empty where there is none. */
export function splitName(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}
