import * as vscode from 'vscode';
import { ImportError } from '../../core/exchange/importError';
import type { ImportedTranscript, ImportSource } from '../../core/exchange/transcripts/importedTranscript';
import { readTranscriptFile } from '../../core/exchange/transcripts/read';
import type { Problem } from '../../core/problem';
import { longWork } from '../../host/longWork';
import type { FoundFile } from './files';

/** A file with what was recognized in it, and who is to be taken for the interviewers. */
export interface RecognizedFile {
  readonly source: ImportSource;
  readonly imported: ImportedTranscript;
  interviewers: readonly string[];
}

/** Files that could be read, and what is wrong with the others. */
export interface ReadFiles {
  readonly files: readonly RecognizedFile[];
  readonly problems: readonly Problem[];
}

/** Reads files, with progress where it takes long. Undefined where the person did not wait for it. */
export async function readFiles(found: readonly FoundFile[]): Promise<ReadFiles | undefined> {
  return longWork(vscode.l10n.t('Reading transcripts'), async (breather, tell) => {
    const files: RecognizedFile[] = [];
    const problems: Problem[] = [];
    for (const [index, { uri, name }] of found.entries()) {
      tell(`${name} (${index + 1}/${found.length})`);
      await breather.rest();
      try {
        const source = { name, bytes: await vscode.workspace.fs.readFile(uri) };
        const imported = await readTranscriptFile(source);
        const interviewers = imported.speakers.filter((one) => one.interviewer).map((one) => one.name);
        files.push({ source, imported, interviewers });
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        problems.push(error.problemOf(name));
      }
    }
    return { files, problems };
  });
}
