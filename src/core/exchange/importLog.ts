import { jsonLines } from '../text/jsonLines';

/** The file that says which transcript was made of which file. */
export const importLogPath = 'originals/imports.jsonl';

/** A transcript that was made of a file from elsewhere. */
export interface ImportRecord {
  readonly transcript: string;
  /** The name of the file, as it was when it was taken in. */
  readonly source: string;
  /** Where it is kept, as it was. */
  readonly original: string;
  /** The SHA-256 of the turns as they were written, to tell whether they were edited since. */
  readonly body: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const fields = ['transcript', 'source', 'original', 'body', 'at'] as const;

/** The last record of each transcript, by its path. Lines that cannot be read are as if they were not there. */
export function parseImportLog(text: string): Map<string, ImportRecord> {
  const records = new Map<string, ImportRecord>();
  for (const { record } of jsonLines(text)) {
    if (!record || fields.some((field) => typeof record[field] !== 'string')) continue;
    const known = record as unknown as ImportRecord;
    records.delete(known.transcript);
    records.set(known.transcript, known);
  }
  return records;
}

/** The line (without line end) that adds a record. */
export function importLine(record: ImportRecord): string {
  return JSON.stringify(record, fields as unknown as string[]);
}
