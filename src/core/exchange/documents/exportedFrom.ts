import type { Archive } from '../container/archive';
import { readXml } from '../container/xml';
import { ImportError } from '../importError';
import type { ExportedCoding, ExportedFrom } from '../transcripts/importedTranscript';

/** What a document of Word says of the study that it was exported from, where it says so. */
export function exportedFrom(archive: Archive): ExportedFrom | undefined {
  for (const name of [...archive.names].filter((one) => /^customXml\/item\d+\.xml$/.test(one))) {
    const found = readExported(name, archive.read(name)!);
    if (found) return found;
  }
  return undefined;
}

function readExported(name: string, bytes: Uint8Array): ExportedFrom | undefined {
  let transcript: string | undefined;
  const codings: ExportedCoding[] = [];
  try {
    readXml(name, bytes, {
      open(element, attributes) {
        if (element === 'ic:export') transcript = attributes.get('transcript');
        if (element !== 'ic:coding') return;
        const value = (name: string) => attributes.get(name) ?? '';
        const coding = { id: value('id'), by: value('by'), at: value('at'), said: value('said') };
        if (coding.id !== '' && coding.by !== '') codings.push(coding);
      },
      close() {},
      text() {},
    });
  } catch (error) {
    // Other programs keep all kinds of things there.
    if (error instanceof ImportError) return undefined;
    throw error;
  }
  return transcript === undefined ? undefined : { transcript, codings };
}
