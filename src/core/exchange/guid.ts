import { sha256Hex } from '../text/sha256';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Ends the GUIDs that are made of ids of 26 hexadecimal digits, so that these can be read from them again. */
const suffix = '1c0d1d';

/**
 * The GUID that stands for a coding or review elsewhere, always the same one. Ids that are a UUID or 26 hexadecimal
 * digits can be read from it again; others cannot, see `idOfGuid`.
 */
export function guidOfId(id: string): string {
  if (uuid.test(id) && !id.endsWith(suffix)) return id;
  return /^[0-9a-f]{26}$/.test(id) ? withHyphens(id + suffix) : guidOf('id', id);
}

/** The id that a GUID stands for, lower case and without braces: what `guidOfId` made it of, as far as it shows. */
export function idOfGuid(guid: string): string {
  return guid.endsWith(suffix) ? guid.replaceAll('-', '').slice(0, -suffix.length) : guid;
}

/** A GUID for something of a kind that has a name of its own, always the same one. */
export function guidOf(kind: string, ...names: string[]): string {
  const hash = sha256Hex(JSON.stringify(['interview-coding', kind, ...names])).slice(0, 32);
  // Version 8 of RFC 9562: made by a rule of one's own.
  return withHyphens(`${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17)}`);
}

function withHyphens(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
