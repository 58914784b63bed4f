import { addCode, proposeCodeId } from '../core/codebook/edit';
import { editCodebook } from './codebookFile';
import type { StudySession } from './studySession';

/**
 * Adds a code to codebook.yaml, last among its siblings, and gives the id that was made from its name. The
 * study knows the code when this is resolved.
 */
export async function createCode(session: StudySession, name: string, parentId?: string): Promise<string> {
  const trimmed = name.replace(/\s+/g, ' ').trim();
  let id = '';
  await editCodebook(session, (text, codebook) => {
    id = proposeCodeId(trimmed, new Set(codebook.byId.keys()));
    return addCode(text, { id, name: trimmed, parentId });
  });
  return id;
}
