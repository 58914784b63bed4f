import { describe, expect, it } from 'vitest';
import { codingLine, parseLog } from '../../../src/core/coding/log';
import { codeLineOfTranscript, picturesOfCase, picturesOfSummary } from '../../../src/core/pictures/pictures';
import { tableOf } from '../../../src/core/pictures/tables';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { filesOf, first, type MadeInterview, pictureOf, second, studyOf } from './studyOf';

const both = studyOf([first, second]);
const withScores = (files: Readonly<Record<string, string>>) => studyOf([first, second], files);
const score = (organization: string, domain: string, figure: number) =>
  `- {organization: ${organization}, domain: ${domain}, score: ${figure}, rationale: Said so.}\n`;

describe('codes by organization and role', () => {
  it('counts as the summary does, with the codes above those that have codings', async () => {
    const { rows, groups, caption, empty } = await pictureOf(both, 'codes');
    expect(empty).toBeNull();
    expect(rows.map(({ path, depth, count }) => [path, depth, count])).toEqual([
      ['Barrier', 0, 1],
      ['Barrier › Time', 1, 1],
      ['Facilitator', 0, 1],
      ['Money', 0, 2],
    ]);
    expect(groups.map(({ columns }) => columns)).toEqual([
      ['North', 'South'],
      ['manager', 'nurse'],
    ]);
    expect(groups[0]!.counts).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    const { codes } = (await summarizeStudy(both)).cases[0]!;
    expect(rows.map(({ count }) => count)).toEqual(
      codes.filter(({ quotes }) => quotes > 0).map(({ quotes }) => quotes),
    );
    expect(caption.join(' ')).toContain('5 codings in 2 interviews');
    expect(caption.join(' ')).toContain('1 code of the codebook without codings');
  });

  it('says so of what has no certain place any more and counts it', async () => {
    const lost = { ...first, codings: [{ code: 'barrier', quote: 'words that nobody ever said here' }] };
    const { rows, caption } = await pictureOf(studyOf([lost]), 'codes');
    expect(rows[0]!.count).toBe(1);
    expect(caption.join(' ')).toContain(
      '1 coding that has no certain place in its transcript any more counts',
    );
  });

  it('has organizations and roles that are not given, and ids that the codebook does not know', async () => {
    const bare: MadeInterview = {
      name: 'bare',
      turns: first.turns,
      codings: [{ code: 'odd', quote: 'no time' }],
    };
    const { rows, groups } = await pictureOf(studyOf([bare]), 'codes');
    expect(rows.map(({ path }) => path)).toEqual(['odd (not in the codebook)']);
    expect(groups[0]!.columns).toEqual(['North', 'South', 'organization not given']);
    expect(groups[1]!.columns).toEqual(['role not given']);
  });

  it('counts what was settled once', async () => {
    const text = filesOf(first)['transcripts/care/first.txt']!;
    const bram = { ...first, codings: [{ code: 'time', quote: 'no time', by: 'bram', id: 'b' }] };
    const log = filesOf({
      ...first,
      codings: [{ code: 'time', quote: 'no time', by: 'consensus', id: 'k' }],
    });
    const [made] = parseLog('', log['codings/consensus/care/first.txt.jsonl']!).log.current;
    const study = studyOf([first], {
      ...filesOf(bram),
      ...filesOf(first),
      'transcripts/care/first.txt': text,
      'codings/consensus/care/first.txt.jsonl': `${codingLine({ ...made!, from: ['first-1', 'b'] })}\n`,
    });
    const { rows, caption } = await pictureOf(study, 'codes');
    expect(rows.find(({ id }) => id === 'time')!.count).toBe(1);
    expect(caption.join(' ')).toContain('by consensus');
  });
});

describe('what hinders against what helps', () => {
  it('counts a coding in each domain of its code', async () => {
    const { domains, caption } = await pictureOf(both, 'balance');
    expect(domains).toEqual([
      { name: 'People', hinders: 2, helps: 1, neither: 0 },
      { name: 'Money', hinders: 0, helps: 1, neither: 0 },
    ]);
    expect(caption.join(' ')).toContain('In all 3 codings bear on a domain');
    expect(caption.join(' ')).toContain('2 codings have a code that bears on no domain');
  });

  it('cannot be without a scale', async () => {
    const { empty, domains } = await pictureOf(withScores({ 'maturity.yaml': '' }), 'balance');
    expect(empty).toBe('The study has no maturity scale.');
    expect(domains).toEqual([]);
  });
});

describe('maturity profiles', () => {
  it('have the figures of the tables, and say what is not settled', async () => {
    const study = withScores({
      'scores/anna.yaml':
        score('north', 'people', 2) + score('north', 'money', 1) + score('south', 'people', 3),
      'scores/bram.yaml': score('north', 'people', 3) + score('north', 'money', 1),
      'scores/consensus.yaml': score('north', 'money', 1),
    });
    const { organizations, domains } = await pictureOf(study, 'maturity');
    expect(domains).toEqual([
      { name: 'People', highest: 3 },
      { name: 'Money', highest: 3 },
    ]);
    expect(organizations.map(({ name, total }) => [name, total])).toEqual([
      ['North', '1 of 6 (1 of 2 domains)'],
      ['South', '3 of 6 (1 of 2 domains)'],
    ]);
    expect(organizations[0]!.figures).toEqual([
      { range: [2, 3], settled: false, said: '2 (anna) / 3 (bram) (not settled)' },
      { range: [1, 1], settled: true, said: '1' },
    ]);
    expect(organizations[1]!.figures[1]).toEqual({ range: null, settled: false, said: '–' });
  });

  it('are empty without scores', async () => {
    expect((await pictureOf(both, 'maturity')).empty).toBe('There are no scores yet.');
  });
});

describe('codes that occur together', () => {
  it('are those whose passages share words', async () => {
    const { codes, pairs } = await pictureOf(both, 'together');
    expect(codes.map(({ path, count }) => [path, count])).toEqual([
      ['Barrier', 1],
      ['Barrier › Time', 1],
      ['Money', 2],
    ]);
    expect(pairs).toEqual([
      { first: 0, second: 1, count: 1 },
      { first: 0, second: 2, count: 1 },
    ]);
  });

  it('count once what two coders tagged alike, and not what only touches', async () => {
    const twice: MadeInterview = {
      ...first,
      codings: [
        { code: 'barrier', quote: 'There is no time' },
        { code: 'barrier', quote: 'is no time and', by: 'bram' },
        { code: 'money', quote: 'no time' },
        { code: 'money', quote: 'time', by: 'bram' },
        { code: 'helper', quote: ' and no money' },
      ],
    };
    const { pairs, codes } = await pictureOf(studyOf([twice]), 'together');
    const name = (index: number) => codes[index]!.id;
    expect(pairs.map(({ first: a, second: b, count }) => [name(a), name(b), count])).toEqual([
      ['barrier', 'helper', 1],
      ['barrier', 'money', 1],
    ]);
  });

  it('do not occur together in different interviews', async () => {
    const apart = [
      { ...first, codings: [{ code: 'barrier', quote: 'no time' }] },
      { ...second, name: 'other', turns: first.turns, codings: [{ code: 'money', quote: 'no time' }] },
    ];
    expect((await pictureOf(studyOf(apart), 'together')).empty).toBe('No two codes occur together.');
  });

  it('are drawn as far as a picture can hold them', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
    const many = { ...first, codings: ids.map((code) => ({ code, quote: 'no time' })) };
    const study = studyOf([many], {
      'codebook.yaml': `codes:\n${ids.map((id) => `  - {id: ${id}}\n`).join('')}`,
    });
    const data = await pictureOf(study, 'together');
    expect(data.pairs).toHaveLength((40 * 39) / 2);
    expect(data.drawn).toHaveLength(30);
    expect(data.caption.join(' ')).toContain('the 30 codes that most often occur together, of 40');
    expect(tableOf(data).rows).toHaveLength((40 * 39) / 2);
  });
});

describe('a code line', () => {
  it('counts words of speech, with the time of the turn', async () => {
    const line = await codeLineOfTranscript(both, 'transcripts/care/first.txt');
    expect(line.words).toBe(14);
    expect(line.questions).toEqual([{ start: 0, end: 3 }]);
    expect(line.times).toEqual([
      { word: 0, time: '1:00' },
      { word: 3, time: '1:05' },
    ]);
    expect(line.rows.map(({ id, count }) => [id, count])).toEqual([
      ['barrier', 1],
      ['time', 1],
      ['money', 1],
    ]);
    const text = 'What is hard There is no time and no money for it at all'.split(' ');
    const said = line.marks.map(({ start, end, row }) => [
      line.rows[row]!.id,
      text.slice(start, end).join(' '),
    ]);
    expect(said.sort()).toEqual([
      ['barrier', 'no time and no money'],
      ['money', 'no money'],
      ['time', 'no time'],
    ]);
    expect(line.marks.every(({ time, coder }) => time === '1:05' && coder === 'anna')).toBe(true);
  });

  it('has the word that a passage is in', async () => {
    const part = { ...first, codings: [{ code: 'money', quote: 'one' }] };
    const { marks } = await codeLineOfTranscript(studyOf([part]), 'transcripts/care/first.txt');
    expect(marks.map(({ start, end }) => [start, end])).toEqual([[9, 10]]);
  });

  it('leaves out what has no certain place, and says so', async () => {
    const lost = { ...first, codings: [{ code: 'money', quote: 'words that nobody ever said here' }] };
    const line = await codeLineOfTranscript(studyOf([lost]), 'transcripts/care/first.txt');
    expect(line.empty).toBe('Nothing has been coded in this interview yet.');
    expect(line.caption.join(' ')).toContain('1 coding that has no certain place');
  });

  it('is not drawn of a transcript that is missing', async () => {
    const study = studyOf([], {
      'codings/anna/care/gone.txt.jsonl': filesOf(first)['codings/anna/care/first.txt.jsonl']!,
    });
    const line = await codeLineOfTranscript(study, 'transcripts/care/gone.txt');
    expect(line.empty).toBe('The transcript is missing or cannot be read.');
    await expect(codeLineOfTranscript(study, 'transcripts/care/none.txt')).rejects.toThrow(RangeError);
  });
});

describe('new codes per interview', () => {
  it('stand in the order in which interviews were first coded', async () => {
    const { interviews } = await pictureOf(both, 'saturation');
    expect(interviews).toEqual([
      { name: 'nurse', day: '2021-12-01', codes: 3, added: ['Barrier', 'Barrier › Time', 'Money'], total: 3 },
      { name: 'manager', day: '2021-12-02', codes: 2, added: ['Facilitator'], total: 4 },
    ]);
  });

  it('keep the order when a coding is changed later', async () => {
    const log = 'codings/anna/care/first.txt.jsonl';
    const lines = filesOf(first)[log]!;
    const study = studyOf([first, second], { [log]: lines + lines.replaceAll('2021-12-01', '2022-01-01') });
    expect((await pictureOf(study, 'saturation')).interviews.map(({ day }) => day)).toEqual([
      '2021-12-01',
      '2021-12-02',
    ]);
  });

  it('go by when it was, however the dates are written', async () => {
    const dates = [
      '2021-13-45T00:00:00.000Z',
      '2021-12-03T00:30:00.000Z',
      '2021-12-03T01:00:00+02:00',
      'later',
    ];
    const codings = dates.map((at) => ({ ...first.codings[0]!, at }));
    for (const order of [codings, codings.toReversed()]) {
      const { interviews } = await pictureOf(studyOf([{ ...first, codings: order }]), 'saturation');
      expect(interviews.map(({ day }) => day)).toEqual(['2021-12-02']);
    }
  });

  it('put what has no readable date last', async () => {
    const undated = { ...first, codings: first.codings.map((one) => ({ ...one, at: 'long ago' })) };
    const { interviews } = await pictureOf(studyOf([undated, second]), 'saturation');
    expect(interviews.map(({ name, day, total }) => [name, day, total])).toEqual([
      ['manager', '2021-12-02', 2],
      ['nurse', '', 4],
    ]);
  });
});

describe('the pictures of a case', () => {
  it('are the same from its summary', async () => {
    const lost = { ...first, name: 'lost', codings: [{ code: 'barrier', quote: 'words that nobody said' }] };
    for (const study of [both, studyOf([first, second, lost]), studyOf([])]) {
      for (const summary of (await summarizeStudy(study)).cases) {
        expect(await picturesOfSummary(study, summary)).toEqual(await picturesOfCase(study, summary.id));
      }
    }
  });

  it('say why there is nothing to draw', async () => {
    const pictures = await picturesOfCase(studyOf([]), 'care');
    expect(pictures.map(({ kind, empty }) => [kind, empty])).toEqual([
      ['codes', 'Nothing has been coded yet.'],
      ['balance', 'Nothing has been coded yet.'],
      ['maturity', 'There are no scores yet.'],
      ['together', 'Nothing has been coded yet.'],
      ['saturation', 'Nothing has been coded yet.'],
    ]);
    for (const data of pictures) expect(tableOf(data).columns.length).toBeGreaterThan(0);
    await expect(picturesOfCase(studyOf([]), 'none')).rejects.toThrow(RangeError);
  });

  it('are of all cases where none is named, and in the language that is asked for', async () => {
    const study = studyOf([first, second]);
    expect((await pictureOf(study, 'codes', undefined)).rows).toHaveLength(4);
    const [codes] = await picturesOfCase(study, 'care', 'nl');
    expect(codes).toMatchObject({ language: 'nl', title: 'Codes naar organisatie en rol' });
    expect(tableOf(codes!).rows[0]![0]).toBe('Belemmering');
  });

  it('have the same numbers in their tables', async () => {
    for (const data of await picturesOfCase(both, 'care')) {
      const { columns, rows, caption } = tableOf(data);
      expect(caption).toBe(data.title);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    const table = tableOf(await pictureOf(both, 'saturation'));
    expect(table.rows[1]).toEqual(['manager', '2', '2021-12-02', '2', '1', '4', 'Facilitator']);
  });
});
