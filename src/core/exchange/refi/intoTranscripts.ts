import type { FileStore } from '../../ports';
import { isStudyFile } from '../../study/files';
import { decodeText } from '../../text/decode';
import { parseFrontMatter } from '../../transcript/frontMatter';
import { scalarText } from '../../yaml/render';
import { isCaseId, safeName, splitName } from '../names';
import type { RefiProject, RefiSource } from './model';
import type { OriginalText } from './openProject';

/** A source as a transcript of the study. */
export interface TakenTranscript {
  readonly path: string;
  /** The whole text that the codings' places are in, with `\n` line ends. */
  readonly text: string;
  /** How far the source's own text stands further on in it. */
  readonly shift: number;
  /** True where it is to be written. */
  readonly isNew: boolean;
  /** True where the study has another text under that path, which stays. */
  readonly differs: boolean;
}

/** What of the front matter variables can say, by their names in lower case, and what else these are called. */
const facts: Readonly<Record<string, readonly string[]>> = {
  organization: ['organization', 'organisation', 'organisatie'],
  participant: ['participant', 'respondent', 'deelnemer'],
  role: ['role', 'rol', 'functie', 'profession'],
  interviewer: ['interviewer'],
  date: ['date', 'datum'],
  language: ['language', 'taal'],
};

/** Gives the sources of a project their paths in a study, in the order in which they are asked for. */
export class TranscriptTaker {
  readonly #taken = new Set<string>();
  readonly #variables: ReadonlyMap<string, string>;

  /** @param caseId the case of interviews that name none */
  constructor(
    private readonly files: FileStore,
    private readonly project: RefiProject,
    private readonly caseId: string,
  ) {
    this.#variables = new Map(
      project.variables.map(({ guid, name }) => [
        guid,
        name
          .toLowerCase()
          .replace(/^cases:/, '')
          .trim(),
      ]),
    );
  }

  async take(source: RefiSource, { text }: OriginalText): Promise<TakenTranscript> {
    const values = this.#valuesOf(source);
    const own = ownPath(values.get('transcript'));
    if (own !== undefined && !this.#taken.has(own)) {
      const before = await this.#textAt(own);
      this.#taken.add(own);
      const isNew = before === undefined;
      return { path: own, text, shift: 0, isNew, differs: !isNew && before !== text };
    }
    const head = /^---[ \t]*\n/.test(text) ? '' : headOf(values);
    const whole = head + text;
    const named = values.get('case');
    const stem = safeName(
      /\.(?:txt|md|docx?|rtf|pdf|odt)$/i.test(source.name) ? splitName(source.name)[0] : source.name,
    );
    const folder = `transcripts/${named !== undefined && isCaseId(named) ? named : this.caseId}`;
    for (let number = 1; ; number++) {
      const path = `${folder}/${stem}${number === 1 ? '' : `-${number}`}.txt`;
      if (this.#taken.has(path)) continue;
      const before = await this.#textAt(path);
      if (before !== undefined && !isSameInterview(path, before, text)) continue;
      this.#taken.add(path);
      const known = before ?? whole;
      return {
        path,
        text: known,
        shift: known.length - text.length,
        isNew: before === undefined,
        differs: false,
      };
    }
  }

  async #textAt(path: string): Promise<string | undefined> {
    const bytes = await this.files.read(path);
    return bytes && decodeText(bytes).text;
  }

  /** What variables say of a source: its own, then those of the cases that it is in. */
  #valuesOf(source: RefiSource): Map<string, string> {
    const cases = this.project.cases.filter(({ sources }) => sources.includes(source.guid));
    const found = new Map<string, string>();
    for (const { variable, value } of [...source.values, ...cases.flatMap((one) => one.values)]) {
      const name = this.#variables.get(variable);
      if (name !== undefined && !found.has(name)) found.set(name, value);
    }
    const [only, ...others] = cases;
    const hasParticipant = facts.participant!.some((name) => found.has(name));
    if (only && others.length === 0 && only.name !== '' && !hasParticipant)
      found.set('participant', only.name);
    return found;
  }
}

/** The path that a transcript of ours says it has, where that is one. */
function ownPath(said: string | undefined): string | undefined {
  const path = `transcripts/${said}`;
  const isPlain = said?.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  return isPlain && !/[\\\p{Cc}]/u.test(path) && isStudyFile.transcripts(path) ? path : undefined;
}

function headOf(values: ReadonlyMap<string, string>): string {
  const lines = Object.entries(facts).flatMap(([key, names]) => {
    const value = names.map((name) => values.get(name)).find((one) => one !== undefined);
    return value === undefined ? [] : [`${key}: ${scalarText(value)}`];
  });
  return lines.length === 0 ? '' : ['---', ...lines, '---', ''].join('\n');
}

/** The same words after the front matter, which people may have changed since. */
function isSameInterview(path: string, before: string, text: string): boolean {
  return before === text || before.slice(parseFrontMatter(path, before).head.end) === text;
}
