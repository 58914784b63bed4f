import { mapBounded } from '../cache/bounded';
import { type Problem, ProblemList } from '../problem';
import type { Study } from '../study';
import { studyFiles } from '../study/files';
import { isOfEarlierDefinition } from './definitions';

/** Codes of which codings were made when their definition was another one, at their ids in codebook.yaml. */
export async function problemsOfDefinitions(study: Study): Promise<readonly Problem[]> {
  const codebook = await study.codebook();
  const earlier = new Map<string, Map<string, number>>();
  for (const { coder, current } of await mapBounded(await study.logPaths(), (path) => study.logFacts(path))) {
    for (const coding of current) {
      if (!isOfEarlierDefinition(coding, codebook)) continue;
      const { id } = codebook.byId.get(coding.code)!;
      const byCoder = earlier.get(id) ?? new Map<string, number>();
      earlier.set(id, byCoder.set(coder, (byCoder.get(coder) ?? 0) + 1));
    }
  }
  if (earlier.size === 0) return [];
  const list = new ProblemList(studyFiles.codebook, (await study.sourceText(studyFiles.codebook)) ?? '');
  for (const [id, byCoder] of earlier) {
    const counts = [...byCoder].map(([coder, codings]) => `${codings} (${coder})`).join(', ');
    list.add('definition-changed', codebook.byId.get(id)!.range, id, counts);
  }
  return list.problems;
}
