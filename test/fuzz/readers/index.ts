import type { Reader } from '../reader';
import { commandLineReader } from './commandLine';
import { editReader } from './edits';
import { fileReaders } from './files';
import { importReaders } from './imports';
import { projectReader } from './projects';
import { studyReader } from './studies';
import { termReader } from './terms';

/** All of them; an input goes only to the reader that drew it. */
export const readers = [
  ...fileReaders,
  editReader,
  termReader,
  studyReader,
  commandLineReader,
  ...importReaders,
  projectReader,
] as readonly Reader[];
