import { emptyCodebook } from '../codebook/codebook';
import { type ParsedCodebook, parseCodebook } from '../codebook/parse';
import type { Scale, Score } from '../maturity/maturity';
import { parseScale } from '../maturity/parseScale';
import { parseScores } from '../maturity/parseScores';
import { fileProblem } from '../problem';
import { parseSettings } from '../settings/parse';
import { emptySettings, type StudySettings } from '../settings/settings';
import { studyFiles } from './files';
import type { Kept } from './kept';
import type { Elsewhere } from './model';
import type { Read, ReadText } from './readText';

/** What stands in the YAML files of a study, each with its problems. */
export class StudyYaml {
  constructor(
    private readonly text: (path: string) => Promise<ReadText>,
    private readonly kept: Kept,
    private readonly elsewhere: Elsewhere | undefined,
  ) {}

  settings(): Promise<Read<StudySettings>> {
    return this.kept.keep(studyFiles.settings, async () => {
      if (this.elsewhere?.settings) return this.elsewhere.settings;
      const file = await this.text(studyFiles.settings);
      if (file.value === undefined) return { value: emptySettings, problems: file.problems };
      const { settings, problems } = parseSettings(studyFiles.settings, file.value);
      return { value: settings, problems: [...file.problems, ...problems] };
    });
  }

  scale(): Promise<Read<Scale | undefined>> {
    return this.kept.keep(studyFiles.scale, async () => {
      const file = await this.text(studyFiles.scale);
      if (file.value === undefined) return { value: undefined, problems: file.problems };
      const { scale, problems } = parseScale(studyFiles.scale, file.value);
      return { value: scale, problems: [...file.problems, ...problems] };
    });
  }

  codebook(): Promise<ParsedCodebook> {
    return this.kept.keep(studyFiles.codebook, async () => {
      if (this.elsewhere?.codebook) return this.elsewhere.codebook;
      const [file, { value: scale }] = await Promise.all([this.text(studyFiles.codebook), this.scale()]);
      if (file.value === undefined) return { codebook: emptyCodebook, problems: file.problems };
      const domains = scale?.domains.length ? scale.domains.map(({ id }) => id) : undefined;
      const { codebook, problems } = await parseCodebook(studyFiles.codebook, file.value, domains);
      return { codebook, problems: [...file.problems, ...problems] };
    });
  }

  scores(path: string): Promise<Read<Score[]>> {
    return this.kept.keep(path, async () => {
      const [file, { value: scale }, { value: settings }] = await Promise.all([
        this.text(path),
        this.scale(),
        this.settings(),
      ]);
      if (file.value === undefined) return { value: [], problems: file.problems };
      if (!scale) return { value: [], problems: [...file.problems, fileProblem(path, 'scores-no-scale')] };
      const scorer = path.replace(/^scores\/|\.ya?ml$/g, '');
      const { scores, problems } = parseScores(path, file.value, scorer, scale, settings);
      return { value: scores, problems: [...file.problems, ...problems] };
    });
  }
}
