import { describe, expect, it } from 'vitest';
import { definitionMark } from '../../../src/core/codebook/definitionMark';
import { selectQuote } from '../../../src/core/coding/coding';
import { codingLine } from '../../../src/core/coding/log';
import { describeProblem } from '../../../src/core/problem';
import { bringBack } from '../../../src/core/pseudonyms/bringBack';
import { MapFiles } from '../../../src/core/pseudonyms/mapFiles';
import { namesLeft } from '../../../src/core/pseudonyms/namesLeft';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';
import { pseudonymize } from '../../../src/core/pseudonyms/pseudonymize';
import { restoreNames } from '../../../src/core/pseudonyms/restoreNames';
import { Study } from '../../../src/core/study';
import { notesPath } from '../../../src/core/summary/notes/paths';
import { wardNames, wardStudy, wardText } from './wardStudy';

type Files = Readonly<Record<string, string | Uint8Array>>;

const encoder = new TextEncoder();
const filesOf = (files: Files) =>
  new MapFiles(
    new Map(
      Object.entries(files).map(([path, one]) => [path, typeof one === 'string' ? encoder.encode(one) : one]),
    ),
  );
const textsOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
const listed = (text: string) => parseNames('names.yaml', text).names;
const made = (files: Files, names = wardNames) => pseudonymize(filesOf(files), listed(names), '');
const refusals = async (files: Files, names = wardNames) =>
  (await made(files, names)).problems.map((problem) =>
    `${problem.file}:${problem.start.line + 1} ${problem.code} ${problem.args.join(' ')}`.trim(),
  );

const copiedLog = 'codings/anna/organisatie-a/ans-bakker.txt.jsonl';
const copiedText = 'transcripts/organisatie-a/ans-bakker.txt';

describe('a copy with pseudonyms', () => {
  it('has them in text, front matter, speakers, notes, codebook, logs and names of files', async () => {
    const { copy, problems } = await made(wardStudy);
    expect(problems.map(describeProblem)).toEqual([]);
    const texts = textsOf(copy.files);
    expect(texts[copiedText]).toBe(
      [
        '---',
        'case: organisatie-a',
        'organization: Organisatie A',
        'participant: Ans Bakker',
        'interviewer: Wim',
        '---',
        'Wim: Hoe ging dat in Plaats 1, mevrouw Bakker?',
        'Ans: Karel zei dat de kok weg moest. Toen vroeg Visser wat Karel wilde.',
        'Ans: In Plaats 1 doet Organisatie A dat met BAKKER zelf.',
        '',
      ].join('\n'),
    );
    expect(texts['codebook.yaml']).toContain('definition: Wat Visser deed., terms: [werk]} # van Ans');
    expect(texts['notes/organisatie-a.md']).toBe('# Organisatie A\nGesproken met Ans Bakker.\n');
    expect(texts[copiedLog]).toContain('"memo":"Over Visser, denk ik"');
    expect(texts['reviews/bram/organisatie-a/ans-bakker.txt.jsonl']).toContain('"comment": "Is dit Karel?"');
  });

  it('keeps ids, coders and times, and every coding on its own words', async () => {
    const { copy } = await made(wardStudy);
    const codings = await new Study(new MapFiles(copy.files)).codings(copiedText);
    expect(
      codings.map(({ coding, anchor, text }) => [coding.id, coding.by, coding.at, anchor, text]),
    ).toEqual([
      ['1a', 'anna', '2021-12-01T09:00:00Z', 'exact', 'Karel zei dat de kok weg moest'],
      ['1b', 'anna', '2021-12-01T09:00:00Z', 'exact', 'doet Organisatie A dat met BAKKER zelf'],
    ]);
  });

  it('has no words of a coding that were edited away since', async () => {
    const path = 'transcripts/zorggroep-delta/marijke-jansen.txt';
    const edited = wardText.replace('dat de kok weg moest', 'dat [de chef] weg moest');
    const { copy, problems } = await made({ ...wardStudy, [path]: edited });
    expect(problems).toEqual([]);
    const codings = await new Study(new MapFiles(copy.files)).codings(copiedText);
    expect(codings[0]).toMatchObject({ anchor: 'exact', text: 'Karel zei dat [de chef] weg moest' });
    expect(textsOf(copy.files)[copiedLog]).not.toContain('de kok');
  });

  it('keeps the marks of definitions that hold', async () => {
    const study = new Study(filesOf(wardStudy));
    const mark = definitionMark((await study.codebook()).codes[0]!);
    const log = 'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl';
    const marked = { ...wardStudy, [log]: wardStudy[log]!.replaceAll('"by":', `"defined":"${mark}","by":`) };
    const { copy, problems } = await made(marked);
    expect(problems).toEqual([]);
    const copied = new Study(new MapFiles(copy.files));
    const now = definitionMark((await copied.codebook()).codes[0]!);
    expect(now).not.toBe(mark);
    expect((await copied.codings(copiedText)).map(({ coding }) => coding.defined)).toEqual([now, now]);
  });

  it('has the notes on a case under the name that its file then has', async () => {
    const { copy, problems } = await made(
      {
        'codebook.yaml': wardStudy['codebook.yaml']!,
        'transcripts/delta/a.txt': 'R: ja\n',
        [notesPath('delta')]: '# Delta\n',
      },
      'organizations: { Delta: Organisatie A }',
    );
    expect(problems).toEqual([]);
    expect([...copy.files.keys()].sort()).toEqual(
      ['codebook.yaml', notesPath('organisatie a'), 'transcripts/organisatie a/a.txt'].sort(),
    );
  });

  it('leaves out what is kept aside, and says so', async () => {
    const aside = {
      'originals/zorggroep-delta/marijke-jansen.docx': 'PK',
      'history/anna/zorggroep-delta/marijke-jansen.txt.jsonl': '{"id":"1a","deleted":true}\n',
      'summaries/zorggroep-delta.md': 'Marijke',
      'kladblok.txt': 'Marijke',
    };
    const { copy, problems } = await made({ ...wardStudy, ...aside });
    expect(problems).toEqual([]);
    expect([...copy.left].sort()).toEqual(Object.keys(aside).sort());
    expect([...copy.files.keys()].sort()).toEqual([...(await made(wardStudy)).copy.files.keys()].sort());
  });

  it('has no part of a name in a context that cut it off', async () => {
    const text = `R: ${'Jansen '.repeat(6)}ja de drempel. ${'Jansen '.repeat(6)}\n`;
    const at = text.indexOf('drempel');
    const stale = { ...selectQuote(text, { start: at, end: at + 7 }), start: 0, end: 4, quote: 'weg!' };
    const log = `${codingLine({ id: '1', code: 'work', ...stale, by: 'anna', at: '2022-01-01T00:00:00Z' })}\n`;
    const { copy, problems } = await made({
      'codebook.yaml': wardStudy['codebook.yaml']!,
      'transcripts/a.txt': text,
      'codings/anna/a.txt.jsonl': log,
    });
    expect(problems).toEqual([]);
    expect(stale.prefix).toMatch(/^nsen/);
    expect(textsOf(copy.files)['codings/anna/a.txt.jsonl']).not.toMatch(/ansen|nsen|Jans|Jan\b/);
  });
});

describe('what stands in the way of a copy', () => {
  it('is a pseudonym that the study has already', async () => {
    const text = `${wardText}Marijke: De bakker bakt.\n`;
    const path = 'transcripts/zorggroep-delta/marijke-jansen.txt';
    expect(await refusals({ ...wardStudy, [path]: text })).toEqual([
      `${path}:10 pseudonym-in-use bakker Bakker`,
    ]);
  });

  it('is a pseudonym that makes a file read in another way', async () => {
    const path = 'transcripts/zorggroep-delta/marijke-jansen.txt';
    const names = 'persons: { Kees: "[naam 1]", Marijke: Ans, Jansen: Bakker }';
    expect(await refusals(wardStudy, names)).toEqual([`${path}:1 pseudonym-breaks-file`]);
  });

  it('are two files that would become one', async () => {
    const both = { ...wardStudy, 'transcripts/jansen.txt': 'R: ja\n', 'transcripts/kees.txt': 'R: nee\n' };
    const names = 'persons: { Jansen: Piet, Kees: Piet }';
    expect(await refusals(both, names)).toEqual([
      'transcripts/kees.txt:1 names-same-path transcripts/jansen.txt transcripts/piet.txt',
    ]);
  });

  it('is a file that cannot be written again as it is', async () => {
    const broken = Uint8Array.of(0x52, 0x3a, 0x20, 0xc3, 0xa9, 0x20, 0xff, 0x20, 0xc3, 0xab, 0x0a);
    expect(await refusals({ ...wardStudy, 'transcripts/a.txt': broken })).toContain(
      'transcripts/a.txt:1 names-damaged-file',
    );
  });

  it('is a round that would draw other transcripts', async () => {
    const texts = Object.fromEntries(
      [...'abcdefgh'].map((one) => [`transcripts/jansen/${one}.txt`, 'R: ja\n'] as const),
    );
    const settings = (draw: string) =>
      `coders: [anna, bram]\ndoubleCoding:\n  - {round: proef, coders: [anna, bram]${draw}}\n`;
    const study = { 'codebook.yaml': wardStudy['codebook.yaml']!, ...texts };
    const drawn = { ...study, 'study.yaml': settings(', share: 50%, seed: 1') };
    expect(await refusals(drawn)).toEqual(['study.yaml:1 pseudonym-other-draw proef']);
    expect(await refusals(drawn, 'persons: { Kees: Wim }')).toEqual([]);
    const list = { ...study, 'study.yaml': settings(', transcripts: [jansen/a.txt]') };
    expect(await refusals(list)).toEqual([]);
  });

  it('is a name that comes about where another was replaced', async () => {
    const names = 'persons: { Jan Jansen: Piet, Kees: Jan }';
    const text = 'R: Kees Jansen kwam.\n';
    const study = { 'codebook.yaml': wardStudy['codebook.yaml']!, 'transcripts/a.txt': text };
    expect(await refusals(study, names)).toEqual(['transcripts/a.txt:1 name-left Jan Jansen']);
  });
});

describe('a file in another encoding', () => {
  it.each([
    ['windows-1252', Uint8Array.from([...'R: Ren\xe9 \x80 ja\r\n'].map((one) => one.charCodeAt(0)))],
    [
      'utf-16',
      Uint8Array.from([0xff, 0xfe, ...[...'R: René, ja\r\n'].flatMap((one) => [one.charCodeAt(0), 0])]),
    ],
  ])('%s stays in it, and comes back as it was', async (_, bytes) => {
    const study = { 'codebook.yaml': wardStudy['codebook.yaml']!, 'transcripts/a.txt': bytes };
    const { copy, problems, spellings } = await made(study);
    expect(problems).toEqual([]);
    expect((await new Study(new MapFiles(copy.files)).transcript('transcripts/a.txt'))!.text).toMatch(
      /^R: Karel/,
    );
    const back = await restoreNames(new MapFiles(copy.files), listed(wardNames), spellings);
    expect(back.files.get('transcripts/a.txt')).toEqual(bytes);
  });

  it('is refused a pseudonym that it has no letters for', async () => {
    const bytes = Uint8Array.from([...'R: Ren\xe9 ja\n'].map((one) => one.charCodeAt(0)));
    const study = { 'codebook.yaml': wardStudy['codebook.yaml']!, 'transcripts/a.txt': bytes };
    expect(await refusals(study, 'persons: { René: Ķārlis }')).toEqual([
      'transcripts/a.txt:1 names-not-encodable',
    ]);
  });
});

describe('a copy that was coded further', () => {
  const passage = 'vroeg Visser wat Karel wilde';
  async function codedFurther() {
    const { copy, spellings } = await made(wardStudy);
    const files = textsOf(copy.files);
    const text = files[copiedText]!;
    const start = text.indexOf(passage);
    const coding = {
      id: '3a',
      code: 'work',
      ...selectQuote(text, { start, end: start + passage.length }),
      memo: 'BAKKER en Visser',
      by: 'bram',
      at: '2022-02-02T00:00:00Z',
    };
    const review =
      '{"id":"3b","coding":"1b","verdict":"agree","comment":"Ans Bakker weet het","by":"bram","at":"2022-02-02T00:00:00Z"}\n';
    const reviewPath = 'reviews/bram/organisatie-a/ans-bakker.txt.jsonl';
    return {
      spellings,
      files: {
        ...files,
        'codings/bram/organisatie-a/ans-bakker.txt.jsonl': `${codingLine(coding)}\n`,
        [reviewPath]: files[reviewPath]! + review,
      },
    };
  }

  it('gives the study what was added, with the names back, and changes nothing else', async () => {
    const { files, spellings } = await codedFurther();
    const back = await restoreNames(filesOf(files), listed(wardNames), spellings);
    const { writes, appends, different } = await bringBack(filesOf(wardStudy), back.files);
    expect(different).toEqual([]);
    const log = 'codings/bram/zorggroep-delta/marijke-jansen.txt.jsonl';
    expect([...writes.keys()]).toEqual([log]);
    expect([...appends]).toEqual([
      [
        'reviews/bram/zorggroep-delta/marijke-jansen.txt.jsonl',
        [
          '{"id":"3b","coding":"1b","verdict":"agree","comment":"Marijke Jansen weet het","by":"bram","at":"2022-02-02T00:00:00Z"}',
        ],
      ],
    ]);
    const study = new Study(filesOf({ ...wardStudy, [log]: writes.get(log)! }));
    const codings = await study.codings('transcripts/zorggroep-delta/marijke-jansen.txt');
    const added = codings.find(({ coding }) => coding.id === '3a')!;
    expect(added.anchor).toBe('exact');
    expect(added.text).toBe('vroeg Kok wat Rene wilde');
    expect(added.coding.memo).toBe('JANSEN en Kok');
  });

  it('gives the study what was compacted in it', async () => {
    const { files, spellings } = await codedFurther();
    const log = 'codings/bram/organisatie-a/ans-bakker.txt.jsonl';
    const old = files[log]!.replace('BAKKER', 'Bakker');
    const compacted = { ...files, 'history/bram/organisatie-a/ans-bakker.txt.jsonl': old };
    const back = await restoreNames(filesOf(compacted), listed(wardNames), spellings);
    const { appends } = await bringBack(filesOf(wardStudy), back.files);
    const [line] = appends.get('history/bram/zorggroep-delta/marijke-jansen.txt.jsonl')!;
    expect(JSON.parse(line!)).toMatchObject({
      id: '3a',
      quote: 'vroeg Kok wat Rene wilde',
      memo: 'Jansen en Kok',
    });
  });

  it('gives nothing twice, also where the names were changed since or what is kept beside them is lost', async () => {
    const { files } = await codedFurther();
    const others = wardNames.replace('René: Karel', 'René: Kees-Jan');
    const back = await restoreNames(filesOf(files), listed(others), '');
    const { writes, appends, different } = await bringBack(filesOf(wardStudy), back.files);
    expect([...writes.keys()]).toEqual(['codings/bram/zorggroep-delta/marijke-jansen.txt.jsonl']);
    expect([...appends.values()].flat().map((line) => JSON.parse(line).id)).toEqual(['3b']);
    expect(different).toEqual(['transcripts/zorggroep-delta/marijke-jansen.txt']);
  });

  it('gives nothing of interviews that the study does not have', async () => {
    const { files, spellings } = await codedFurther();
    const back = await restoreNames(filesOf(files), listed('persons: { Kees: Wim }'), spellings);
    const { writes, appends, different } = await bringBack(filesOf({ 'codebook.yaml': '' }), back.files);
    expect(writes.size + appends.size).toBe(0);
    expect(different.length).toBe(back.files.size);
  });

  it('says which files are not as they are in the study', async () => {
    const { files, spellings } = await codedFurther();
    const changed = { ...files, 'codebook.yaml': 'codes: []\n' };
    const back = await restoreNames(filesOf(changed), listed(wardNames), spellings);
    expect((await bringBack(filesOf(wardStudy), back.files)).different).toEqual(['codebook.yaml']);
  });

  it('gives the names back without the file beside them, in the spelling that is listed', async () => {
    const { files } = await codedFurther();
    const back = textsOf((await restoreNames(filesOf(files), listed(wardNames), '')).files);
    expect(back['transcripts/zorggroep-delta/marijke-jansen.txt']).toBe(wardText.replace('Rene', 'René'));
  });
});

describe('names that are left', () => {
  it('are told with their place: in text, quotes, memos, file names and front matter', async () => {
    const left = await namesLeft(filesOf(wardStudy), listed('persons: { rene: Karel, MARIJKE: Ans }'));
    const places = left.map(
      ({ file, start, code, args }) => `${file}:${start.line + 1}:${start.character + 1} ${code} ${args[0]}`,
    );
    expect(places).toEqual([
      'codebook.yaml:2:76 name-left Marijke',
      'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl:1:1 name-left-in-path marijke',
      'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl:1:56 name-left René',
      'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl:1:97 name-left Marijke',
      'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl:1:142 name-left Rene',
      'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl:2:108 name-left Rene',
      'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl:2:108 name-left Marijke',
      'notes/zorggroep-delta.md:2:15 name-left Marijke',
      'reviews/bram/zorggroep-delta/marijke-jansen.txt.jsonl:1:1 name-left-in-path marijke',
      'reviews/bram/zorggroep-delta/marijke-jansen.txt.jsonl:1:63 name-left René',
      'transcripts/zorggroep-delta/marijke-jansen.txt:1:1 name-left-in-path marijke',
      'transcripts/zorggroep-delta/marijke-jansen.txt:4:14 name-left Marijke',
      'transcripts/zorggroep-delta/marijke-jansen.txt:8:1 name-left Marijke',
      'transcripts/zorggroep-delta/marijke-jansen.txt:8:10 name-left René',
      'transcripts/zorggroep-delta/marijke-jansen.txt:8:60 name-left Rene',
      'transcripts/zorggroep-delta/marijke-jansen.txt:9:1 name-left Marijke',
    ]);
  });

  it('are found in what compacting put aside, in exports, and in lines that cannot be read', async () => {
    const aside = {
      'history/anna/a.txt.jsonl': '{"memo": "Ren\\u00e9"',
      'summaries/a.md': 'René',
      'originals/a.docx': Uint8Array.of(80, 75, 3, 4, 0, 0, 0),
    };
    const left = await namesLeft(filesOf(aside), listed('persons: { René: Karel }'));
    expect(left.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'history/anna/a.txt.jsonl name-left',
      'summaries/a.md name-left',
      'originals/a.docx names-unchecked-file',
    ]);
  });
});
