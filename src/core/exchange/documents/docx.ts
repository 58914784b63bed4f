import type { XmlHandler } from '../../xml/scan';
import { Archive } from '../container/archive';
import { readXml } from '../container/xml';
import { ImportError } from '../importError';
import type { Draft, ImportSource } from '../transcripts/importedTranscript';
import { commentsOf } from './comments';
import { documentText } from './documentText';
import { type DocxComment, readDocxComments } from './docxComments';
import { DocxFlow } from './docxFlow';
import { exportedFrom } from './exportedFrom';

const usualPath = 'word/document.xml';
const mainPart = /\/officeDocument$/;

/** Reads a document of Word: its text with tracked changes accepted, and its comments with the ranges they are on. */
export function readDocx({ name, bytes }: ImportSource): Draft {
  const archive = new Archive(bytes);
  const path = documentPath(archive);
  const document = archive.read(path);
  if (!document) throw new ImportError('import-no-document');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const notes = new Map([
    ...notesIn(name, archive, `${folder}footnotes.xml`, 'w:footnote'),
    ...notesIn(name, archive, `${folder}endnotes.xml`, 'w:endnote'),
  ]);
  const flow = new DocxFlow(name, notes);
  readXml(path, document, flow);
  const text = documentText(flow.end());
  const known = commentsIn(archive, folder);
  const { comments, warnings } = commentsOf(name, text, known);
  const exported = exportedFrom(archive);
  return { text: text.text, comments, warnings: [...flow.warnings, ...warnings], exported };
}

function commentsIn(archive: Archive, folder: string): readonly DocxComment[] {
  const comments = archive.read(`${folder}comments.xml`);
  if (!comments) return [];
  return readDocxComments(comments, archive.read(`${folder}commentsExtended.xml`));
}

function documentPath(archive: Archive): string {
  const relations = archive.read('_rels/.rels');
  let found: string | undefined;
  if (relations) {
    readXml('_rels/.rels', relations, {
      open(name, attributes) {
        const target = attributes.get('Target');
        if (name === 'Relationship' && mainPart.test(attributes.get('Type') ?? '') && target) {
          found = target.replace(/^\//, '');
        }
      },
      close() {},
      text() {},
    });
  }
  return found !== undefined && archive.has(found) ? found : usualPath;
}

/** The texts of footnotes or endnotes, by kind and id; those that only draw lines have none. */
function notesIn(file: string, archive: Archive, path: string, element: string): Map<string, string> {
  const bytes = archive.read(path);
  const notes = new Map<string, string>();
  if (!bytes) return notes;
  let flow = new DocxFlow(file, new Map());
  let id: string | undefined;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === element) {
        flow = new DocxFlow(file, new Map());
        id = attributes.has('w:type') ? undefined : attributes.get('w:id');
      } else flow.open(name, attributes);
    },
    close(name) {
      if (name !== element) flow.close(name);
      else if (id !== undefined)
        notes.set(`${element}:${id}`, documentText(flow.end()).text.replace(/\s+/g, ' ').trim());
    },
    text: (text) => flow.text(text),
  };
  readXml(path, bytes, handler);
  return notes;
}
