import { studyFiles } from '../../study/files';
import { safeName } from '../names';

/** What is before the name of a file of notes on a case, in the name of the note that carries it. */
const notesOn = 'notes - ';

/** The name of the note that carries a file which people wrote: its path, as the name of a file. */
export function carriedName(path: string): string {
  return path.replace(/^notes\//, notesOn);
}

/** The path of the file that a note of this name carries; undefined for any other note. */
export function carriedPath(name: string): string | undefined {
  if (name === studyFiles.settings || name === studyFiles.scale) return name;
  const file = name.startsWith(notesOn) ? name.slice(notesOn.length) : '';
  return file.endsWith('.md') && safeName(file) === file ? `notes/${file}` : undefined;
}
