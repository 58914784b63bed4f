import { describe, expect, it } from 'vitest';
import { definitionMark } from '../../../src/core/codebook/definitionMark';
import { codingLine } from '../../../src/core/coding/log';
import { studyProblems } from '../../../src/core/studyProblems';
import { codingOfQuote } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const text = 'R: Het kost te veel tijd.\n';
const codebook = (definition: string, more = '') =>
  `codes:\n  - {id: barrier, name: Barrier, definition: ${definition}${more}}\n`;

const logOf = (coder: string, defined?: string, code = 'barrier') => ({
  [`codings/${coder}/icu/x.txt.jsonl`]: `${codingLine(codingOfQuote(text, 'te veel tijd', 0, { id: `${coder}1`, by: coder, code, ...(defined && { defined }) }))}\n`,
});

async function markOf(text: string): Promise<string> {
  const { codes } = await memoryStudy({ 'codebook.yaml': text }).study.codebook();
  return definitionMark(codes[0]!);
}

async function problemsOf(book: string, logs: Readonly<Record<string, string>>) {
  const { study } = memoryStudy({
    'codebook.yaml': book,
    'study.yaml': 'title: T\n',
    'transcripts/icu/x.txt': text,
    ...logs,
  });
  const problems = (await studyProblems(study)).filter(({ code }) => code === 'definition-changed');
  return problems.map(({ file, start, args }) => [file, start.line, ...args]);
}

describe('a definition that changed', () => {
  it('is told of at its code, with how many codings of whom were made before', async () => {
    const old = await markOf(codebook('A hindrance'));
    const logs = { ...logOf('anna', old), ...logOf('bram', old), ...logOf('cees') };
    expect(await problemsOf(codebook('What hinders'), logs)).toEqual([
      ['codebook.yaml', 1, 'barrier', '1 (anna), 1 (bram)'],
    ]);
  });

  it('is told of in codings of a code that was merged into another', async () => {
    const old = await markOf(codebook('A hindrance'));
    const book = codebook('What hinders', ', was: [hurdle]');
    expect(await problemsOf(book, logOf('anna', old, 'hurdle'))).toHaveLength(1);
  });

  it('is none where only white space, names or terms are others', async () => {
    const old = await markOf(codebook('A  hindrance'));
    const book = codebook('A hindrance', ', terms: [tijd]').replace('name: Barrier', 'name: Hindrance');
    expect(await problemsOf(book, logOf('anna', old))).toEqual([]);
  });
});
