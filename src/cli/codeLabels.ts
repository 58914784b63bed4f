import { labelKey } from '../core/exchange/comments/codeLabels';
import { addCodesFor } from '../core/exchange/comments/newCodes';
import type { Study } from '../core/study';
import { studyFiles } from '../core/study/files';
import type { NodeFiles } from './nodeFiles';
import { UsageError } from './usage';

/** What `--map LABEL=CODE` says: the ids of codes, by the keys of the labels that stand for them. */
export async function readLabelMap(study: Study, pairs: readonly string[]): Promise<Map<string, string>> {
  const { byId } = await study.codebook();
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      const code = byId.get(pair.slice(at + 1).trim());
      if (at < 1 || !code)
        throw new UsageError(`“${pair}” does not say which code is meant: --map LABEL=CODE.`);
      return [labelKey(pair.slice(0, at)), code.id];
    }),
  );
}

/** Adds a code to the codebook for each label, and gives their ids by the labels' keys. */
export async function addCodes(
  files: NodeFiles,
  study: Study,
  labels: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const before = decoder.decode((await files.read(studyFiles.codebook)) ?? new Uint8Array());
  const mark = before.startsWith('\ufeff') ? '\ufeff' : '';
  const { text, ids } = addCodesFor(before.slice(mark.length), labels, (await study.codebook()).byId.keys());
  await files.write(studyFiles.codebook, mark + text);
  study.invalidate([studyFiles.codebook]);
  return ids;
}
