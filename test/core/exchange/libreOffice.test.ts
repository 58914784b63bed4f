import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NodeFiles } from '../../../src/cli/nodeFiles';
import { exportForReview } from '../../../src/core/exchange/comments/reviewExport';
import { planFile } from '../../../src/core/exchange/planFile';
import type { ImportedTranscript } from '../../../src/core/exchange/transcripts/importedTranscript';
import { Study } from '../../../src/core/study';
import { MemoryFiles } from '../support/memoryStudy';
import { read } from './support/read';

const fixtures = join(import.meta.dirname, '../../fixtures');
const fileOf = (name: string) => new Uint8Array(readFileSync(join(fixtures, 'documents', name)));

/** What comments say, on which words, and whom they reply to. */
function saidIn({ body, comments }: ImportedTranscript): (string | undefined)[][] {
  return comments.map(({ author, at, text, start, end }) => [author, at, text, body.slice(start, end)]);
}

describe('a document that LibreOffice has written', () => {
  it.each(['docx', 'odt', 'rtf'])('is read with its turns and comments: .%s', async (format) => {
    const imported = await read(`interview.${format}`, fileOf(`interview.${format}`));
    expect(imported.body).toBe(
      [
        'Gesprek 4 – zorg op afstand',
        'I: Wat maakt “beeldbellen” lastig?',
        'R: Nou, het inloggen is een drempel voor wie geen e-mail heeft, en de zorgverzekeraar [lacht] betaalt € 5 per halve dag.',
        'I: En de collega’s?',
        'R: Die zijn om.\tEcht',
        'waar.',
        'I: Hoe gaat het verder?',
        'R: Het geld is op,',
        'dus dat wordt zoeken in 2025.',
        '[00:00:41] I: Nog iets?',
        '[00:00:44] R: Nee, oefenen helpt.',
        '[00:00:50] I: Dank u.',
        'R: Tot ziens.',
        'Naschrift van de interviewer',
        '',
      ].join('\n'),
    );
    expect(saidIn(imported)).toEqual([
      [
        'Anna Jansen',
        '2024-03-04T09:15:00.000Z',
        'barrier: begint met\nde techniek',
        'het inloggen is een drempel',
      ],
      ['Bram', '2024-03-04T11:30:00.000Z', 'skills', 'drempel voor wie geen e-mail heeft'],
      ['Bram', '2024-03-04T11:45:00.000Z', 'Klopt dit wel?', 'waar.'],
      [
        'Anna Jansen',
        '2024-03-04T09:20:00.000Z',
        'financing',
        'gaat het verder?\nR: Het geld is op,\ndus dat wordt zoeken',
      ],
      ['Carla', '2024-03-06T08:00:00.000Z', 'skills: oefenen', 'oefenen'],
    ]);
    expect(imported.warnings).toEqual([]);
  });

  it('comes back from there without losing a coding or a reply, though it loses what replies reply to', async () => {
    const files = await NodeFiles.open(join(fixtures, 'studies/double'));
    const study = new Study(files);
    const transcript = 'transcripts/home-care/eerste.txt';
    const written = (await exportForReview(study, transcript, 'nl'))!.bytes;
    const [before, imported] = await Promise.all([
      read('eerste.docx', written),
      read('eerste.docx', fileOf('review.docx')),
    ]);
    expect(imported.body).toBe(before.body);
    expect(saidIn(imported)).toEqual(saidIn(before));
    const order = { caseId: 'home-care', overwrite: false, at: '2026-06-01T00:00:00.000Z' };
    const request = { imported, choices: new Map(), coder: undefined, ...order };
    const plan = await planFile(files, {
      ...request,
      source: { name: 'eerste.docx', bytes: fileOf('review.docx') },
    });
    expect(plan).toMatchObject({
      outcome: 'returned',
      appends: new Map(),
      comments: { unknown: [], problems: [] },
    });
    const codebook = (await files.read('codebook.yaml'))!;
    const empty = new MemoryFiles({ 'codebook.yaml': codebook });
    const anew = await planFile(empty, {
      ...request,
      source: { name: 'eerste.docx', bytes: fileOf('review.docx') },
    });
    const replies = before.comments.filter(({ parent }) => parent !== undefined).length;
    expect(anew.comments).toMatchObject({
      codings: before.comments.length - replies,
      reviews: replies,
      unknown: [],
      problems: [],
    });
  });
});
