import * as vscode from 'vscode';
import { editScore, removeScore, type ScoreEdit } from '../../core/maturity/editScores';
import { consensusScorer } from '../../core/maturity/maturity';
import { Debounced } from '../../host/debounce';
import { HumanError } from '../../host/errors';
import type { StudySession } from '../../host/studySession';
import { changeYamlFile, oneByOne } from '../../host/yamlFile';

/** What a scorer says of a domain, as far as they have said it. */
export interface Said {
  readonly score: number | null;
  readonly rationale: string;
  readonly evidence: readonly string[];
}

/** A change of what a scorer says; `score: null` takes the score away. */
export interface SaidChange extends Omit<ScoreEdit, 'score'> {
  readonly score?: number | null;
  /** The number of the change of the rationale. */
  readonly revision?: number;
}

/** How far the changes of a scorer on a domain have come. */
export interface WriteState {
  readonly scorer: string;
  readonly domain: string;
  readonly status: 'saving' | 'saved' | 'kept' | 'failed';
  readonly revision: number;
  /** Why it failed. */
  readonly reason?: string;
}

/** Reasons and evidence without a score to write them with. */
type Draft = Omit<Said, 'score'>;

const memoryKey = 'interviewCoding.scoreDrafts';
const none: Said = { score: null, rationale: '', evidence: [] };

/**
 * Writes what scorers say of an organization into their files, a moment after the last of many changes. What has no
 * score yet is kept on this computer, since a score's file has nothing to say without one.
 */
export class ScoreWriter implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<WriteState>();
  readonly onDidChange = this.#changed.event;
  readonly #pending = new Map<string, SaidChange & { scorer: string; domain: string }>();
  readonly #flush = new Debounced(() => this.write(), 300);

  constructor(
    private readonly session: StudySession,
    private readonly organization: string,
    private readonly memory: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** What a scorer says of a domain, with what is not written yet. */
  async said(scorer: string, domain: string): Promise<Said> {
    // Taken before the file is read: a change that is written meanwhile says the same again.
    const change = this.#pending.get(this.#key(scorer, domain));
    const saved = await this.#saved(scorer, domain);
    const said = saved ?? { ...none, ...this.#drafts()[this.#key(scorer, domain)] };
    return change ? changed(said, change) : said;
  }

  /** Takes a change in, to be written. */
  change(scorer: string, domain: string, change: SaidChange): void {
    const key = this.#key(scorer, domain);
    const before = this.#pending.get(key);
    this.#pending.set(key, { ...merged(before ?? {}, change), scorer, domain });
    this.#tell(scorer, domain, { status: 'saving', revision: change.revision ?? before?.revision ?? 0 });
    this.#flush.trigger();
  }

  /** Writes what is to be written now; resolves when it is on disk. */
  async write(): Promise<void> {
    await oneByOne(async () => {
      const changes = [...this.#pending.values()];
      for (const change of changes) await this.#write(change);
    });
  }

  dispose(): void {
    this.#flush.dispose();
    void this.write().finally(() => this.#changed.dispose());
  }

  async #write(change: SaidChange & { scorer: string; domain: string }): Promise<void> {
    const { scorer, domain, revision = 0 } = change;
    const key = this.#key(scorer, domain);
    try {
      const status = await this.#save(change);
      if (this.#pending.get(key) === change) this.#pending.delete(key);
      this.#tell(scorer, domain, { status, revision });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!(error instanceof HumanError)) this.log.error(`scores of ${scorer}: ${reason}`);
      this.#tell(scorer, domain, { status: 'failed', revision, reason });
    }
  }

  async #save(change: SaidChange & { scorer: string; domain: string }): Promise<'saved' | 'kept'> {
    const { scorer, domain } = change;
    const key = { organization: this.organization, domain };
    const [saved, path] = await Promise.all([this.#saved(scorer, domain), this.#path(scorer)]);
    const draft = this.#drafts()[this.#key(scorer, domain)] ?? none;
    if (change.score === null || (!saved && change.score === undefined)) {
      const left = changed(saved ?? { ...draft, score: null }, change);
      if (scorer !== consensusScorer) await this.#keep(scorer, domain, left);
      if (saved) await changeYamlFile(this.session, path, (text) => removeScore(text, key));
      return saved ? 'saved' : 'kept';
    }
    const { score, rationale, evidence } = changed(saved ?? { ...draft, score: null }, change);
    const edit: ScoreEdit = saved ? editOf(change) : { score: score!, rationale, rely: evidence };
    await changeYamlFile(this.session, path, (text) => editScore(text, key, edit));
    if (!saved) await this.#keep(scorer, domain, undefined);
    return 'saved';
  }

  async #saved(scorer: string, domain: string): Promise<Said | undefined> {
    const found = (await this.session.study.scores()).find(
      (one) => one.scorer === scorer && one.organization === this.organization && one.domain === domain,
    );
    if (!found) return undefined;
    const { score, rationale = '', evidence } = found;
    return { score, rationale, evidence: evidence.map(({ id }) => id) };
  }

  async #path(scorer: string): Promise<string> {
    const paths = await this.session.study.scorePaths();
    return paths.find((path) => path === `scores/${scorer}.yml`) ?? `scores/${scorer}.yaml`;
  }

  #drafts(): Readonly<Record<string, Draft>> {
    return this.memory.get<Record<string, Draft>>(memoryKey, {});
  }

  async #keep(scorer: string, domain: string, said: Said | undefined): Promise<void> {
    const { [this.#key(scorer, domain)]: _before, ...others } = this.#drafts();
    const isEmpty = !said || (said.rationale === '' && said.evidence.length === 0);
    const own = isEmpty
      ? {}
      : { [this.#key(scorer, domain)]: { rationale: said.rationale, evidence: said.evidence } };
    await this.memory.update(memoryKey, { ...others, ...own });
  }

  #key(scorer: string, domain: string): string {
    return JSON.stringify([this.session.folder.uri.toString(), this.organization, domain, scorer]);
  }

  #tell(scorer: string, domain: string, state: Omit<WriteState, 'scorer' | 'domain'>): void {
    this.#changed.fire({ scorer, domain, ...state });
  }
}

/** Two changes as one, the second after the first. */
function merged(first: SaidChange, second: SaidChange): SaidChange {
  const without = (ids: readonly string[] = [], gone: readonly string[] = []) =>
    ids.filter((id) => !gone.includes(id));
  return {
    ...first,
    ...second,
    rely: [...without(first.rely, second.drop), ...(second.rely ?? [])],
    drop: [...without(first.drop, second.rely), ...(second.drop ?? [])],
  };
}

function changed(said: Said, { score, rationale, rely = [], drop = [] }: SaidChange): Said {
  const evidence = [...new Set([...said.evidence, ...rely])].filter((id) => !drop.includes(id));
  return {
    score: score === undefined ? said.score : score,
    rationale: rationale ?? said.rationale,
    evidence,
  };
}

function editOf({ score, rationale, rely, drop }: SaidChange): ScoreEdit {
  return {
    ...(typeof score === 'number' && { score }),
    ...(rationale !== undefined && { rationale }),
    ...(rely && { rely }),
    ...(drop && { drop }),
  };
}
