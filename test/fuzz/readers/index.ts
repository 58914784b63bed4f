import type { Reader } from '../reader';
import { archiveReader } from './archives';
import { commandLineReader } from './commandLine';
import { commentReaders } from './comments';
import { copyReader } from './copies';
import { editReader } from './edits';
import { fileReaders } from './files';
import { importReaders } from './imports';
import { codebookReader, projectReader } from './projects';
import { pseudonymReader } from './pseudonyms';
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
  ...commentReaders,
  projectReader,
  codebookReader,
  archiveReader,
  copyReader,
  pseudonymReader,
] as readonly Reader[];
