import { describe, expect, it } from 'vitest';
import { bytesOf, docx, otr, paragraph, rtf, run } from './support/files';
import { read } from './support/read';

async function interviewersOf(text: string): Promise<string[]> {
  const { speakers } = await read('a.txt', text);
  return speakers.filter(({ interviewer }) => interviewer).map(({ name }) => name);
}

const long = 'Dat is een lang verhaal over alles wat er in de zorg gebeurt en nog moet gebeuren.';

describe('who asks the questions', () => {
  it.each([
    ['has the usual label', `I: Ja.\nR: Waarom? Hoe? ${long}\n`, ['I']],
    [
      'asks most, and says less',
      `Anna: Hoe?\nPiet: ${long}\nAnna: En?\nPiet: ${long} Toch?\nAnna: Ja.\nPiet: ${long}\n`,
      ['Anna'],
    ],
    ['is nobody where nobody stands out', `Anna: Hoe?\nPiet: En?\nAnna: ${long}\nPiet: ${long}\n`, []],
    ['is not who asks once', `Anna: Hoe?\nPiet: ${long}\n`, []],
    ['is nobody where one speaks', `Anna: Hoe?\nAnna: En?\n${long}\n`, []],
  ])('%s', async (_, text, expected) => {
    expect(await interviewersOf(text)).toEqual(expected);
  });
});

describe('the language', () => {
  it.each([
    ['nl', 'R: Ik denk dat het niet wel zo is, maar een beetje van dat.\n'],
    ['en', 'R: I think that it is not what you have, but they would say the same.\n'],
    ['de', 'R: Ich glaube, dass wir das nicht mit der Karte und auch nicht auf Papier haben.\n'],
    ['fr', 'R: Je pense que les gens ne sont pas dans une situation pour nous, mais avec vous.\n'],
    [undefined, 'R: Ja.\n'],
    [undefined, 'R: Het een niet dat van. The and that you with.\n'],
  ])('is %s', async (language, text) => {
    expect((await read('a.txt', text)).language).toBe(language);
  });
});

describe('what is recognized', () => {
  it('is counted by speaker', async () => {
    const { speakers, turns, timestamps } = await read(
      'a.txt',
      '[0:01] I: Een twee\nR: drie\n[0:05] I: vier\n',
    );
    expect({ turns, timestamps }).toEqual({ turns: 3, timestamps: 2 });
    expect(speakers).toEqual([
      { name: 'I', turns: 2, words: 3, interviewer: true },
      { name: 'R', turns: 1, words: 1, interviewer: false },
    ]);
  });
});

describe('a long run of one sign', () => {
  const makers: Readonly<Record<string, (text: string) => Uint8Array>> = {
    txt: bytesOf,
    vtt: (text) => bytesOf(`WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${text}`),
    otr,
    rtf: (text) => rtf(text.split('\n')),
    docx: (text) => docx(paragraph(run(text))),
  };
  const signs = [
    ' ',
    '\t',
    ':',
    '<',
    '[',
    '(',
    '*',
    '_',
    '0:01 ',
    'A: ',
    'A B ',
    '&',
    '"',
    '\n ',
    '<v ',
    '(0:01)',
  ];

  it.each(signs)('of %j takes no longer to read than its length, in any format', async (sign) => {
    for (const [format, make] of Object.entries(makers)) {
      for (const [before, after] of [
        ['', ''],
        ['I: a', 'b\nR: c'],
        ['[0:01', 'x'],
      ] as const) {
        const text = before + sign.repeat(60_000 / sign.length) + after;
        expect((await read(`a.${format}`, make(text))).format).toBe(format);
      }
    }
  });
});
