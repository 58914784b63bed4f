import { selectQuote } from '../../coding/coding';
import type { Study } from '../../study';
import { encodePath } from '../../summary/paths';
import { CodePoints } from '../../text/codePoints';
import { isDateTime } from '../dateTime';
import { guidOf, guidOfId } from '../guid';
import type { CodingRow, InterviewRows } from './codingRows';

/**
 * The codings of a study as W3C Web Annotations in JSON-LD: one collection with one page. Positions are in code
 * points, as the Web Annotation Data Model has them. Transcripts are named by their addresses relative to the study's
 * folder. A coding without a place has only its quote.
 */
export async function webAnnotations(
  source: Pick<Study, 'settings' | 'transcript'>,
  interviews: readonly InterviewRows[],
): Promise<string> {
  const { title } = await source.settings();
  const items: object[] = [];
  for (const { transcript, rows } of interviews) {
    if (rows.length === 0) continue;
    const text = (await source.transcript(transcript))?.text ?? '';
    const points = new CodePoints(text);
    for (const row of rows) items.push(annotationOf(row, text, points));
  }
  const page = { id: urn(guidOf('page', title)), type: 'AnnotationPage', startIndex: 0, items };
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: urn(guidOf('collection', title)),
    type: 'AnnotationCollection',
    ...(title === '' ? {} : { label: title }),
    total: items.length,
    ...(items.length === 0 ? {} : { first: page }),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function annotationOf(row: CodingRow, text: string, points: CodePoints): object {
  const { id, path, memo, coder, at, transcript } = row;
  return {
    id: urn(guidOfId(id)),
    type: 'Annotation',
    motivation: 'classifying',
    creator: { id: urn(guidOf('user', coder)), type: 'Person', name: coder },
    ...(isDateTime(at) ? { modified: at } : {}),
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: path, format: 'text/plain' },
      ...(memo === null
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', value: memo, format: 'text/plain' }]),
    ],
    target: {
      source: encodePath(transcript),
      selector: selectorsOf(row, text, points),
    },
  };
}

function selectorsOf(row: CodingRow, text: string, points: CodePoints): object[] {
  const { start, end, line, coding } = row;
  const { quote, prefix, suffix } = line === null ? coding : selectQuote(text, { start, end });
  const byQuote = { type: 'TextQuoteSelector', exact: quote, prefix, suffix };
  if (line === null) return [byQuote];
  return [{ type: 'TextPositionSelector', start: points.at(start), end: points.at(end) }, byQuote];
}

function urn(guid: string): string {
  return `urn:uuid:${guid}`;
}
