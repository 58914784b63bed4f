import { numberColumn, type Table, textColumn } from '../report/blocks';
import { formatCount, type Labels, labelsOf } from '../summary/labels';
import { type PictureLabels, pictureLabels } from './labels';
import type {
  CodeHeatMap,
  CodeLine,
  CodesTogether,
  DomainBalance,
  MaturityProfiles,
  PictureData,
  Saturation,
} from './model';

type Words = Labels & PictureLabels;

/** A table whose cells are all plain texts. */
type TextTable = Table & { readonly rows: readonly (readonly string[])[] };

/** The numbers of a picture as a table, for those who do not see it, with the picture's title as its caption. */
export function tableOf(data: PictureData): TextTable {
  const words = { ...labelsOf(data.language), ...pictureLabels(data.language) };
  const table = (columns: Table['columns'], rows: readonly (readonly string[])[]): TextTable => ({
    kind: 'table',
    caption: data.title,
    columns,
    rows,
  });
  switch (data.kind) {
    case 'codes':
      return table(...codesTable(data, words));
    case 'balance':
      return table(...balanceTable(data, words));
    case 'maturity':
      return table(...maturityTable(data, words));
    case 'together':
      return table(...togetherTable(data, words));
    case 'code-line':
      return table(...codeLineTable(data, words));
    case 'saturation':
      return table(...saturationTable(data, words));
  }
}

type Parts = [Table['columns'], string[][]];

function codesTable({ rows, groups }: CodeHeatMap, words: Words): Parts {
  return [
    [
      textColumn(words.code),
      ...groups.flatMap(({ title, columns }) => columns.map((name) => numberColumn(`${title}: ${name}`))),
      numberColumn(words.total),
    ],
    rows.map(({ path, count }, row) => [
      path,
      ...groups.flatMap(({ counts }) => counts[row]!.map((one) => formatCount(one, words))),
      formatCount(count, words),
    ]),
  ];
}

function balanceTable({ domains }: DomainBalance, words: Words): Parts {
  return [
    [
      textColumn(words.domain),
      numberColumn(words.hinders),
      numberColumn(words.helps),
      numberColumn(words.neither),
    ],
    domains.map(({ name, ...counts }) => [
      name,
      ...[counts.hinders, counts.helps, counts.neither].map((one) => formatCount(one, words)),
    ]),
  ];
}

function maturityTable({ domains, organizations }: MaturityProfiles, words: Words): Parts {
  return [
    [textColumn(words.domain), ...organizations.map(({ name }) => numberColumn(name))],
    [
      ...domains.map(({ name }, index) => [
        name,
        ...organizations.map(({ figures }) => figures[index]!.said),
      ]),
      ...(domains.length > 0 ? [[words.total, ...organizations.map(({ total }) => total || '–')]] : []),
    ],
  ];
}

/** A row for each pair, those that occur together most first. */
function togetherTable({ codes, pairs }: CodesTogether, words: Words): Parts {
  const sorted = [...pairs].sort((a, b) => b.count - a.count || a.first - b.first || a.second - b.second);
  return [
    [
      textColumn(words.code),
      textColumn(words.otherCode),
      numberColumn(words.both),
      numberColumn(words.ofCode),
      numberColumn(words.ofOtherCode),
    ],
    sorted.map(({ first, second, count }) => [
      codes[first]!.path,
      codes[second]!.path,
      ...[count, codes[first]!.count, codes[second]!.count].map((one) => formatCount(one, words)),
    ]),
  ];
}

function codeLineTable({ rows, marks, times }: CodeLine, words: Words): Parts {
  const timed = times.length > 0;
  return [
    [
      textColumn(words.code),
      numberColumn(words.from),
      numberColumn(words.to),
      ...(timed ? [textColumn(words.time)] : []),
      textColumn(words.coder),
    ],
    marks.map(({ row, start, end, time, coder }) => [
      rows[row]!.path,
      formatCount(start + 1, words),
      formatCount(end, words),
      ...(timed ? [time] : []),
      coder,
    ]),
  ];
}

function saturationTable({ interviews }: Saturation, words: Words): Parts {
  return [
    [
      textColumn(words.interview),
      numberColumn(words.order),
      textColumn(words.firstCoded),
      numberColumn(words.codes),
      numberColumn(words.newCodes),
      numberColumn(words.codesSoFar),
      textColumn(words.namesOfNew),
    ],
    interviews.map(({ name, day, codes, added, total }, index) => [
      name,
      ...[index + 1].map((one) => formatCount(one, words)),
      day,
      ...[codes, added.length, total].map((one) => formatCount(one, words)),
      added.join('; '),
    ]),
  ];
}
