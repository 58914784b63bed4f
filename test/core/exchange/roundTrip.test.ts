import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, clock, docx, odt, otr, paragraph, rtf, run, type Said, xmlText } from './support/files';
import { bodyOf } from './support/read';

const words = [
  'drempel',
  'één',
  'auto’s',
  '“ja”',
  'nee?',
  'Zeeën,',
  '€5',
  '😀',
  'wet-',
  '17:30',
  'a&b',
  '<1>',
  'x.',
];
const speech = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(' '));
const speaker = fc.constantFrom('I', 'R', 'Anna de Vries', 'R2', 'Dr. O’Brien', 'Çelik');

/** Turns of speakers who take turns, ever later. */
const interview: fc.Arbitrary<Said[]> = fc
  .array(fc.record({ speaker, text: speech, pause: fc.integer({ min: 1, max: 4000 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => {
    const taking = list.filter((one, index) => index === 0 || one.speaker !== list[index - 1]!.speaker);
    const secondsAt = (index: number) =>
      taking.slice(0, index + 1).reduce((sum, { pause }) => sum + pause, 0);
    return taking.map(({ speaker, text }, index) => ({ speaker, text, seconds: secondsAt(index) }));
  });

const line = ({ speaker, seconds, text }: Said) => `[${clock(seconds)}] ${speaker}: ${text}`;
const bodyText = (turns: readonly Said[]) => `${turns.map(line).join('\n')}\n`;

const formats: Readonly<Record<string, (turns: readonly Said[]) => Uint8Array>> = {
  txt: (turns) => bytesOf(bodyText(turns)),
  md: (turns) =>
    bytesOf(turns.map((one) => line(one).replace(`${one.speaker}:`, `**${one.speaker}:**`)).join('\n')),
  otr: (turns) =>
    otr(
      turns
        .map(
          ({ speaker, seconds, text }) =>
            `<p><span class="timestamp" data-timestamp="${seconds}.3">${clock(seconds)}</span>&nbsp;${speaker}: ${xmlText(text)}</p>`,
        )
        .join(''),
    ),
  vtt: (turns) =>
    bytesOf(
      `WEBVTT\n\n${turns.map((one) => `${clock(one.seconds, '.250')} --> ${clock(one.seconds, '.900')}\n<v ${one.speaker}>${xmlText(one.text)}</v>\n\n`).join('')}`,
    ),
  srt: (turns) =>
    bytesOf(
      turns
        .map(
          (one, index) =>
            `${index + 1}\r\n${clock(one.seconds, ',250')} --> ${clock(one.seconds, ',900')}\r\n${one.speaker}: ${one.text}\r\n\r\n`,
        )
        .join(''),
    ),
  rtf: (turns) => rtf(turns.map(line)),
  docx: (turns) => docx(turns.map((one) => paragraph(...line(one).split(/(?= )/).map(run))).join('')),
  odt: (turns) => odt(turns.map((one) => `<text:p>${xmlText(line(one))}</text:p>`).join('')),
};

describe('what was said comes through as it was', () => {
  it.each(Object.keys(formats))('in .%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(interview, async (turns) => {
        expect(await bodyOf(`a.${format}`, formats[format]!(turns))).toBe(bodyText(turns));
      }),
      { numRuns: 100 },
    );
  });

  it('and what was read once reads the same again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'I:',
            '\n',
            ' ',
            '(0:01)',
            'Anna',
            '**R:** ',
            'ja',
            ':',
            '[1:02:03]',
            '\t',
            'Let op:',
            'x   0:05\n',
          ),
        ),
        async (parts) => {
          const once = await bodyOf('a.otr', otr(`<p>${parts.join('').replaceAll('\n', '<br>')}</p>`));
          expect(await bodyOf('a.otr', otr(`<p>${once.replaceAll('\n', '<br>')}</p>`))).toBe(once);
        },
      ),
      { numRuns: 300 },
    );
  });
});
