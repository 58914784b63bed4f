import { readArguments, readFormat } from '../arguments';
import { exitCodeOf } from '../errors';
import type { Output } from '../output';

/** Lists the hits of the codebook's terms, transcript by transcript. */
export async function highlight(args: readonly string[], output: Output): Promise<number> {
  const { study, values } = await readArguments(args, ['format']);
  readFormat(values.format, ['jsonl']);
  for (const path of await study.transcriptPaths()) {
    const text = (await study.transcript(path))?.text ?? '';
    const lines = (await study.hits(path)).map(({ start, end, code, term, negated }) =>
      JSON.stringify({ transcript: path, start, end, text: text.slice(start, end), code, term, negated }),
    );
    if (lines.length > 0) await output.result(`${lines.join('\n')}\n`);
  }
  return exitCodeOf(study, output);
}
