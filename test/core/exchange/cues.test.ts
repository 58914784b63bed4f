import { describe, expect, it } from 'vitest';
import { bodyOf, read, warningsOf } from './support/read';

const vtt = (...cues: readonly string[]) => `WEBVTT\n\n${cues.join('\n\n')}\n`;
const cue = (start: string, text: string, number = '') =>
  `${number === '' ? '' : `${number}\n`}${start} --> 01:00:00.000\n${text}`;

describe('subtitles of Zoom', () => {
  it('become turns: the cues of one speaker together, with the time of the first', async () => {
    const file = vtt(
      cue('00:00:01.250', 'Anna Bakker: Wat staat er in de weg?', '1'),
      cue('00:00:04.000', 'Anna Bakker: En waarom?', '2'),
      cue('00:01:02.900', 'P. de Vries: De vergoeding.', '3'),
    );
    expect(await bodyOf('zoom.vtt', file)).toBe(
      '[00:00:01] Anna Bakker: Wat staat er in de weg? En waarom?\n[00:01:02] P. de Vries: De vergoeding.\n',
    );
  });

  it('take a time of day in what is said for no speaker, and go on with who spoke last', async () => {
    const file = vtt(
      cue('00:00:01.000', 'Anna Bakker: Hoe laat?'),
      cue('00:00:02.000', '17:30 was het.'),
      cue('00:00:03.000', 'En 17: 30 ook.'),
    );
    expect(await bodyOf('zoom.vtt', file)).toBe(
      '[00:00:01] Anna Bakker: Hoe laat? 17:30 was het. En 17: 30 ook.\n',
    );
  });

  it('have a byte order mark, CRLF, and times without hours', async () => {
    const file = `\ufeff${vtt(cue('00:07.500', 'Anna Bakker: Ja.'))}`.replaceAll('\n', '\r\n');
    expect(await bodyOf('zoom.vtt', file)).toBe('[00:00:07] Anna Bakker: Ja.\n');
  });

  it('have names in lower case, which are names where they come back', async () => {
    const said = [
      cue('00:01.000', 'piet: ja'),
      cue('00:02.000', 'Anna Bakker: nee'),
      cue('00:03.000', 'piet: o'),
    ];
    expect(await bodyOf('a.vtt', vtt(...said))).toBe(
      '[00:00:01] piet: ja\n[00:00:02] Anna Bakker: nee\n[00:00:03] piet: o\n',
    );
  });
});

describe('subtitles of Teams', () => {
  it('name the voice, with ids, text over lines and end tags that may be missing', async () => {
    const file = vtt(
      cue('00:00:01.000', '<v Bakker, Anna>Hoe gaat\nhet?</v>', '6a1e/277-0'),
      cue('00:00:03.000', '<v.loud Piet de Vries>Goed &amp; wel.'),
      cue('00:00:05.000', 'Echt.'),
    );
    expect(await bodyOf('teams.vtt', file)).toBe(
      '[00:00:01] Bakker, Anna: Hoe gaat het?\n[00:00:03] Piet de Vries: Goed & wel. Echt.\n',
    );
  });

  it('may have several voices in a cue, and marks that are no text', async () => {
    const file = vtt(cue('00:01.000', '<v Anna><i>Ja</i>?</v> <v Piet>Nee <00:00:01.500>hoor, <lacht>.</v>'));
    expect(await bodyOf('a.vtt', file)).toBe('[00:00:01] Anna: Ja?\n[00:00:01] Piet: Nee hoor, <lacht>.\n');
  });

  it('name people in ways that are no label of a transcript', async () => {
    const names = [
      'de heer van der Berg-Jansen: afdeling (extern, Gemeente Utrecht)',
      '+31612345678',
      '张伟',
      '::',
    ];
    const { speakers, turns } = await read(
      'a.vtt',
      vtt(...names.map((name) => cue('00:01.000', `<v ${name}>Ja.`))),
    );
    expect(turns).toBe(names.length);
    expect(speakers.map(({ name }) => name)).toEqual([
      'De Heer Van Der Berg-Jansen',
      'Speaker',
      '张伟',
      'Speaker 2',
    ]);
  });
});

describe('subtitles without speakers', () => {
  it('become paragraphs of half a minute that end with a sentence', async () => {
    const said = Array.from({ length: 8 }, (_, index) =>
      cue(
        `00:${String(index * 10).padStart(2, '0')}.000`.replace('00:60', '01:00').replace('00:70', '01:10'),
        index % 2 ? 'en klaar.' : 'Eerst dit',
      ),
    );
    expect(await bodyOf('a.srt', said.join('\n\n').replaceAll('.000', ',000'))).toBe(
      [
        '[00:00:00] Eerst dit en klaar. Eerst dit en klaar.',
        '[00:00:40] Eerst dit en klaar. Eerst dit en klaar.\n',
      ].join('\n'),
    );
    expect(await warningsOf('a.srt', said.join('\n\n'))).toEqual(['1: import-no-speakers']);
  });
});

describe('SRT', () => {
  it('is read with its numbers, tags and commas', async () => {
    const file =
      '1\n00:00:01,000 --> 00:00:02,000\nI: <b>Dag</b>\n\n2\n00:00:03,000 --> 00:00:04,000\nR: Dag.\n';
    expect(await bodyOf('a.srt', file)).toBe('[00:00:01] I: Dag\n[00:00:03] R: Dag.\n');
  });

  it('is read where blank lines are missing, or stand within a cue', async () => {
    const file =
      '1\n00:00:01,000 --> 00:00:02,000\nI: Een\n2\n00:00:03,000 --> 00:00:04,000\nR: Twee\n\ndrie\n\n3\n00:00:05,000 --> 00:00:06,000\nI: Vier\n';
    expect(await bodyOf('a.srt', file)).toBe(
      '[00:00:01] I: Een\n[00:00:03] R: Twee drie\n[00:00:05] I: Vier\n',
    );
    expect(await warningsOf('a.srt', file)).toEqual(['8: import-cue-no-time']);
  });

  it('says what stands before the first time', async () => {
    expect(await warningsOf('a.srt', 'Vooraf\n\n1\n00:00:01,000 --> 00:00:02,000\nI: Ja\n')).toEqual([
      '1: import-cue-before-first',
    ]);
  });
});

describe('notes and styles of WebVTT', () => {
  it('are no speech', async () => {
    const file = vtt('NOTE\nniet zeggen', 'STYLE\n::cue {}', cue('00:01.000', 'I: Ja'));
    expect(await bodyOf('a.vtt', file)).toBe('[00:00:01] I: Ja\n');
    expect(await warningsOf('a.vtt', file)).toEqual([]);
  });
});
