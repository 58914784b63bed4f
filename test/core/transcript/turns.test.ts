import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../src/core/transcript/parse';
import { respondentSpeech, turnAt } from '../../../src/core/transcript/transcript';
import { places } from '../support/problems';

const parse = (text: string) => parseTranscript('transcripts/a/b.txt', text).transcript;

/** The turns as `speaker|speech`, an interviewer's marked with `?`. */
function turns(text: string): string[] {
  return parse(text).turns.map(
    ({ speaker, interviewer, speech }) =>
      `${speaker ?? ''}${interviewer ? '?' : ''}|${text.slice(speech.start, speech.end)}`,
  );
}

describe('turns', () => {
  it('run from a label to the next', () => {
    const text = 'I: Hoe gaat het?\nR: Goed.\n\nMaar druk.\nI: Ja?\n';
    expect(turns(text)).toEqual(['I?|Hoe gaat het?', 'R|Goed.\n\nMaar druk.', 'I?|Ja?']);
    const { turns: all } = parse(text);
    expect(all.map(({ start }) => start)).toEqual([0, 17, 38]);
    expect(all.map(({ end }) => end)).toEqual([17, 38, text.length]);
    expect(text.slice(all[1]!.label.start, all[1]!.label.end)).toBe('R:');
  });

  it.each([
    ['R: Ja.', 'R'],
    ['R:\tJa.', 'R'],
    ['R : Ja.', 'R'],
    ['R:\nJa.', 'R'],
    ['  R: Ja.', 'R'],
    ['R1: Ja.', 'R1'],
    ['P_01: Ja.', 'P_01'],
    ['Interviewer 1: Ja.', 'Interviewer 1'],
    ['Respondent 2 (man): Ja.', 'Respondent 2 (man)'],
    ['Partner (van R1, 70): Ja.', 'Partner (van R1, 70)'],
    ['Mevr. De Vries: Ja.', 'Mevr. De Vries'],
    ['Dhr. J.M. van der Berg: Ja.', 'Dhr. J.M. van der Berg'],
    ["Anna van 't Hof: Ja.", "Anna van 't Hof"],
    ['Jan van ’t Hof: Ja.', 'Jan van ’t Hof'],
    ["'t Hart: Ja.", "'t Hart"],
    ['van Dijk: Ja.', 'van Dijk'],
    ["Hoofd 's Nachts: Ja.", "Hoofd 's Nachts"],
    ['Jan & Piet: Ja.', 'Jan & Piet'],
    ['R1 + R2: Ja.', 'R1 + R2'],
    ['I/R: Ja.', 'I/R'],
    ['Élodie: Ja.', 'Élodie'],
    ['**Naam:** Ja.', 'Naam'],
    ['**Naam**: Ja.', 'Naam'],
    ['__Naam:__ Ja.', 'Naam'],
    ['*Naam:* Ja.', 'Naam'],
    ['***Naam:*** Ja.', 'Naam'],
    ['1: Ja.', '1'],
  ])('begin at %j', (text, speaker) => {
    expect(turns(text)).toEqual([`${speaker}|Ja.`].map((turn) => turn.replace(/^(I\w+ 1)\|/, '$1?|')));
  });

  it.each([
    ['Let op: dit is geen spreker.'],
    ['En toen zei hij: kom maar.'],
    ['Dus: we zijn gestopt.'],
    ['om 10:30 begon het'],
    ['Om 10:30 uur begon het.'],
    ['10:30 kwam ik binnen.'],
    ['10:30 Daarna zei ze tegen mij: ga maar.'],
    ['https://example.org/pad is de plek'],
    ['Kijk op www.example.org:8080 voor meer'],
    ['1. Eerste: dit.'],
    ['12) Tweede: dat.'],
    ['- Derde: dat.'],
    ['“Ja”, zei ze: “nee”.'],
    ['een heel lange zin zonder hoofdletters die pas hier ophoudt: zo.'],
    ['C:\\Users\\anna'],
    [':'],
    [': leeg'],
  ])('do not begin at %j', (line) => {
    expect(turns(`R: Ja.\n${line}\nI: En?`)).toEqual([`R|Ja.\n${line}`, 'I?|En?']);
  });

  it('do not begin at a remark that comes back', () => {
    expect(turns('R: Ja.\nLet op: a\nI: En?\nLet op: b')).toEqual(['R|Ja.\nLet op: a', 'I?|En?\nLet op: b']);
  });

  it('begin at words without capitals that come back', () => {
    expect(turns('interviewer: En?\nmevrouw jansen: Ja.\ninterviewer: Zo.\nmevrouw jansen: Nee.')).toEqual([
      'interviewer?|En?',
      'mevrouw jansen|Ja.',
      'interviewer?|Zo.',
      'mevrouw jansen|Nee.',
    ]);
  });

  it('begin at a label without a space after it, where the label comes back', () => {
    expect(turns('I:Hoe?\nR: Zo.\nI: En?\nR:“Ja”')).toEqual(['I?|Hoe?', 'R|Zo.', 'I?|En?', 'R|“Ja”']);
    expect(turns('R: Ja.\nAnders:zo')).toEqual(['R|Ja.\nAnders:zo']);
  });

  it('keep text before the first label, without a speaker', () => {
    const text = 'Interview met org-1\n\nR: Ja.';
    expect(turns(text)).toEqual(['|Interview met org-1', 'R|Ja.']);
    expect(parse(text).turns[0]!.label).toEqual({ start: 0, end: 0 });
  });

  it('are one turn without a speaker where there are no labels, which is a problem', () => {
    expect(turns('Zomaar tekst.\nNog meer.')).toEqual(['|Zomaar tekst.\nNog meer.']);
    expect(places(parseTranscript('transcripts/a.txt', 'Zomaar.').problems)).toEqual([
      '1:1 transcript-no-turns',
    ]);
  });

  it('are none in an empty file, which is a problem', () => {
    for (const text of ['', ' \n\t\n']) {
      const { transcript, problems } = parseTranscript('transcripts/a.txt', text);
      expect(transcript.turns).toEqual([]);
      expect(places(problems)).toEqual(['1:1 file-empty']);
    }
  });

  it('may be silent', () => {
    expect(turns('I:\nR: \nI: En?')).toEqual(['I?|', 'R|', 'I?|En?']);
  });
});

describe('timestamps', () => {
  it.each([
    ['[00:12:03] R: Ja.', 723],
    ['[12:03] R: Ja.', 723],
    ['(1:02:03) R: Ja.', 3723],
    ['00:12:03 R: Ja.', 723],
    ['[00:12:03.5] R: Ja.', 723],
    ['[00:12:03,250] R: Ja.', 723],
    ['[00:12:03]\tR: Ja.', 723],
    ['[00:12:03]R: Ja.', 723],
    ['[00:12:03] **R:** Ja.', 723],
    ['[00:12:03]\nR: Ja.', 723],
    ['[00:12:03]\n\nR: Ja.', 723],
    ['R [00:12:03]: Ja.', 723],
    ['R (12:03): Ja.', 723],
    ['R: Ja.', undefined],
  ])('of %j', (text, time) => {
    const [turn, ...more] = parse(text).turns;
    expect(more).toEqual([]);
    expect(turn).toMatchObject({ start: 0, speaker: 'R', time });
    expect(text.slice(turn!.speech.start, turn!.speech.end)).toBe('Ja.');
  });

  it('alone on a line belong to the turn that follows, or stay in the text', () => {
    expect(turns('I: En?\n[00:12:03]\nR: Ja.\n[00:12:09]\nen door')).toEqual([
      'I?|En?',
      'R|Ja.\n[00:12:09]\nen door',
    ]);
  });

  it('in brackets make a label of two words without capitals', () => {
    expect(turns('[00:01] mevrouw jansen: Ja.')).toEqual(['mevrouw jansen|Ja.']);
    expect(turns('[00:01] dus toen zei ik: Ja.')).toEqual(['|[00:01] dus toen zei ik: Ja.']);
  });
});

describe('interviewers', () => {
  const speakers = (text: string) =>
    parse(text)
      .turns.filter(({ interviewer }) => interviewer)
      .map(({ speaker }) => speaker);
  const body =
    'I: a\nINT: b\nInterviewer 2: c\nInt. 1: d\nInterviewer (Anna): e\nR: f\nInes: g\nAnna: h\nI.: i\n';

  it('are the usual labels by default', () => {
    expect(speakers(body)).toEqual(['I', 'INT', 'Interviewer 2', 'Int. 1', 'Interviewer (Anna)', 'I.']);
  });

  it('are those that the front matter names, one or several, and no others', () => {
    expect(speakers(`---\ninterviewer: Anna\n---\n${body}`)).toEqual(['Anna']);
    expect(speakers(`---\ninterviewer: [anna, R]\n---\n${body}`)).toEqual(['R', 'Anna']);
    expect(speakers(`---\ninterviewer: []\n---\n${body}`)).toEqual([]);
  });

  it('are the usual labels where the one who is named never speaks by that name', () => {
    expect(speakers('---\ninterviewer: Marieke de Boer\n---\nI: a\nR: b')).toEqual(['I']);
  });

  it('do not count for where terms are looked for', () => {
    const text = 'Vooraf.\nI: Belemmeringen?\nR: Ja, geld.';
    expect(respondentSpeech(parse(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Vooraf.',
      'Ja, geld.',
    ]);
  });
});

describe('turnAt', () => {
  it('finds the turn of every offset', () => {
    const text = '---\ncase: a\n---\n\nI: Hoe?\nR: Goed.\nMaar druk.\n';
    const transcript = parse(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const expected = transcript.turns.findLast(({ start }) => start <= offset);
      expect(turnAt(transcript, offset)).toBe(expected);
    }
  });
});

describe('the turns of any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'I: ja',
      'R: nee',
      '[00:01:02] R: zo',
      'Let op: x',
      '**A:** b',
      '',
      ' ',
      '[00:01:02]',
      '10:30',
      'R:x',
      '---',
    ),
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
  );

  it('cover the body without gap or overlap, each with its label and speech inside', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const { head, turns: all } = parse(text);
        let at = all[0]?.start ?? text.length;
        expect(text.slice(head.end, at).trim()).toBe('');
        for (const { start, end, label, speech } of all) {
          expect(start).toBe(at);
          expect(label.start).toBe(start);
          expect(label.end).toBeLessThanOrEqual(speech.start);
          expect(speech.end).toBeLessThanOrEqual(end);
          expect(text.slice(speech.start, speech.end).trim()).toBe(text.slice(label.end, end).trim());
          at = end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});

describe('a large transcript', () => {
  it('of 20 MB is read, every turn of it', () => {
    const turn = `I: Wat vindt u ervan?\n[00:12:03] R: ${'Het werkt wel, maar het kost veel tijd. '.repeat(10)}\n`;
    const count = Math.ceil(20_000_000 / turn.length);
    const { turns: all } = parse(turn.repeat(count));
    expect(all).toHaveLength(2 * count);
  });

  it.each([
    ['spaces', ' '],
    ['asterisks', '*'],
    ['letters', 'a'],
    ['name-like words', 'A '],
    ['timestamps', '00:00 '],
    ['opening brackets', '['],
    ['timestamps on lines', '[00:00]\n'],
    ['blank lines', '\n'],
    ['colons', ':'],
  ])('of one long run of %s is read in linear time', (_, unit) => {
    const text = unit.repeat(2_000_000 / unit.length);
    expect(parse(text).text).toHaveLength(text.length);
    expect(parse(`[00:00]${text}`).head.end).toBe(0);
  });
});
