import { fileNameOf } from '../paths';

/** The folder, below the study's, of what researchers write about their cases. */
const notesFolder = 'notes';

/** Where the notes on a case are: `notes/<case>.md`, named as its summary is. */
export function notesPath(caseId: string): string {
  return `${notesFolder}/${fileNameOf(caseId)}.md`;
}
