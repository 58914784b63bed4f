import { Archive } from '../container/archive';
import { readXml } from '../container/xml';
import { ImportError } from '../importError';
import type { Draft, ImportSource } from '../transcripts/importedTranscript';
import { commentsOf } from './comments';
import { documentText } from './documentText';
import { OdtFlow } from './odtFlow';

/** Reads a document of LibreOffice (OpenDocument text): its text with tracked changes accepted, and its comments. */
export function readOdt({ name, bytes }: ImportSource): Draft {
  const archive = new Archive(bytes);
  const content = archive.read('content.xml');
  if (!content) throw new ImportError('import-no-document');
  const flow = new OdtFlow(name);
  readXml('content.xml', content, flow);
  const text = documentText(flow.end());
  const { comments, warnings } = commentsOf(name, text, flow.comments);
  return { text: text.text, comments, warnings: [...flow.warnings, ...warnings] };
}
