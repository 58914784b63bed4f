import type { Codebook } from '../../codebook/codebook';
import { type Coding, selectQuote } from '../../coding/coding';
import { codingLine, removalLine } from '../../coding/log';
import { isCoderName, logPath } from '../../coding/paths';
import { type Problem, ProblemList } from '../../problem';
import { reviewPath } from '../../review/paths';
import type { Review } from '../../review/review';
import { reviewLine } from '../../review/reviewLog';
import type { Study, StudyCoding, StudyReview } from '../../study';
import type { Range } from '../../text/range';
import { sha256Hex } from '../../text/sha256';
import { trimRange } from '../../text/words';
import { parseTranscript } from '../../transcript/parse';
import type { Turn } from '../../transcript/transcript';
import { safeName } from '../names';
import type { ExportedCoding, ImportedComment } from '../transcripts/importedTranscript';
import { CodeLabels, labelKey } from './codeLabels';
import { readComment } from './readComment';
import { readReply } from './readReply';
import { type Claim, claimCodings, isMostly, toSecond } from './returned';
import { threaded } from './threads';

/** What a person decided about labels that are no code: the id of a code each, by `labelKey`. */
export type LabelChoices = ReadonlyMap<string, string>;

/** Comments to be made into codings. */
export interface CommentRequest {
  /** The study as it is with the transcript's new text. */
  readonly study: Study;
  readonly transcript: string;
  readonly text: string;
  /** With ranges of `text`. */
  readonly comments: readonly ImportedComment[];
  readonly choices: LabelChoices;
  /** Who made the comments; undefined for whom the document names as their authors. */
  readonly coder: string | undefined;
  /** When, for comments that do not say: ISO 8601, UTC. */
  readonly at: string;
  /** Of a document that was exported from the study: what it then held, and who edited it, where that is known. */
  readonly returned?: {
    readonly codings: readonly ExportedCoding[];
    readonly editor: string | undefined;
  };
}

/** Something in comments that would be a code and is none. */
interface UnknownLabel {
  readonly label: string;
  readonly comments: number;
}

/** What comments come to: lines of logs by path, and what was not understood. */
export interface CommentPlan {
  readonly appends: ReadonlyMap<string, readonly string[]>;
  readonly codings: number;
  readonly reviews: number;
  readonly unknown: readonly UnknownLabel[];
  readonly problems: readonly Problem[];
}

const idLength = 26;

/**
 * Makes codings of the comments of a document, and reviews of the replies to them. A comment that came before, or
 * that says what its coder has coded there already, is not made into a coding again.
 */
export async function planComments(request: CommentRequest): Promise<CommentPlan> {
  const { study, transcript } = request;
  const [codebook, codings, logs, coders, reviews] = await Promise.all([
    study.codebook(),
    study.codings(transcript),
    study.logsOf(transcript),
    study.coders(),
    study.reviews(transcript),
  ]);
  const known = new Set([
    ...logs.flatMap(({ current, removed }) => [...current.map(({ id }) => id), ...removed]),
    ...reviews.map(({ review }) => review.id),
  ]);
  return new CommentReader(request, codebook, codings, known, coders, reviews).read();
}

class CommentReader {
  readonly #labels: CodeLabels;
  readonly #comments: readonly ImportedComment[];
  readonly #turns: readonly Turn[];
  readonly #appends = new Map<string, string[]>();
  readonly #unknown = new Map<string, { label: string; comments: number }>();
  readonly #problems: ProblemList;
  /** The ids of the codings that a comment stands for. */
  readonly #codingsOf = new Map<string, readonly string[]>();
  readonly #lastReview = new Map<string, Review>();
  readonly #counts = new Map<string, number>();
  /** The ids of what this import adds: a damaged document can have a comment twice. */
  readonly #made = new Set<string>();
  #codings = 0;
  #reviews = 0;

  constructor(
    private readonly request: CommentRequest,
    codebook: Codebook,
    private readonly before: readonly StudyCoding[],
    private readonly known: ReadonlySet<string>,
    private readonly coders: readonly string[],
    private readonly reviewsBefore: readonly StudyReview[],
  ) {
    this.#labels = new CodeLabels(codebook);
    this.#comments = threaded(request.comments, (label) => this.#codeOf(label) !== undefined);
    this.#turns = parseTranscript(request.transcript, request.text).transcript.turns;
    this.#problems = new ProblemList(request.transcript, request.text);
  }

  read(): CommentPlan {
    const comments = this.#comments;
    const byId = new Map(comments.map((comment) => [comment.id, comment]));
    const isReply = ({ parent }: ImportedComment) => parent !== undefined && byId.has(parent);
    const replies = comments.filter(isReply);
    const roots = comments.filter((comment) => !isReply(comment));
    const { claims, left } = this.#claims(roots);
    for (const root of roots) {
      const additions = ownAdditions(root, replies);
      const claim = claims.get(root.id);
      if (claim) this.#returned(root, claim, additions);
      else this.#comment(root, additions);
    }
    for (const coding of left) this.#change(coding, undefined, '');
    for (const reply of replies) this.#reply(reply, rootOf(reply, byId));
    for (const { label, comments } of this.#unknown.values()) {
      this.#problems.add('import-unknown-code', { start: 0, end: 0 }, label, String(comments));
    }
    return {
      appends: this.#appends,
      codings: this.#codings,
      reviews: this.#reviews,
      unknown: [...this.#unknown.values()],
      problems: this.#problems.problems,
    };
  }

  #comment(comment: ImportedComment, additions: readonly string[]): void {
    const { labels, memo } = readComment(comment.text, (label) => this.#codeOf(label) !== undefined);
    const range = this.#passage(comment);
    if (labels.length === 0 || range.start === range.end) {
      this.#problems.add('import-comment-unread', range, comment.author, shortened(comment.text));
      return;
    }
    const codes = labels.flatMap((label) => this.#codeOf(label) ?? this.#missing(label));
    const said = [memo, ...additions].filter((one) => one !== '').join('\n');
    this.#codingsOf.set(
      comment.id,
      [...new Set(codes)].map((code) => this.#code(comment, code, range, said)),
    );
  }

  #claims(roots: readonly ImportedComment[]): ReturnType<typeof claimCodings> {
    const { returned } = this.request;
    if (!returned) return { claims: new Map(), left: [] };
    const comments = roots.map((root) => ({ ...root, coder: this.#coderOf(root) }));
    return claimCodings(comments, returned.codings, this.before);
  }

  /** A comment that was a coding before it was exported; where it was edited, that is said of the coding. */
  #returned(
    comment: ImportedComment,
    { exported, coding, isChanged }: Claim,
    additions: readonly string[],
  ): void {
    this.#codingsOf.set(comment.id, [exported.id]);
    if (!coding) return;
    const added = additions.filter((one) => !(coding.coding.memo ?? '').includes(one));
    if (added.length > 0) {
      const memo = [coding.coding.memo ?? '', ...added].filter((one) => one !== '').join('\n');
      this.#append(coding.log, codingLine({ ...coding.coding, memo, at: this.request.at }));
      this.#codings++;
    }
    if (!isChanged) return;
    const { labels, memo } = readComment(comment.text, (label) => this.#codeOf(label) !== undefined);
    const [code, ...others] = labels.flatMap((label) => this.#codeOf(label) ?? this.#missing(label));
    if (labels.length > 0 && code === undefined) return;
    this.#change(
      coding,
      code ?? coding.coding.code,
      [...others, memo].filter((one) => one !== '').join('\n'),
    );
  }

  /** What an editor did to a comment: to their own as a change, to another's as a review. Without a code it is gone. */
  #change(found: StudyCoding, code: string | undefined, memo: string): void {
    const { coding, log } = found;
    const { transcript, at, returned } = this.request;
    const by = returned?.editor;
    if (by === undefined) {
      this.#problems.add('import-comment-changed', found, coding.by);
      return;
    }
    if (log === logPath(by, transcript)) {
      const { memo: _, ...rest } = coding;
      const changed = code && { ...rest, code, ...(memo !== '' && { memo }), at };
      this.#append(log, changed ? codingLine(changed) : removalLine(coding.id, by, at));
      this.#codings++;
      return;
    }
    const isOther = code !== coding.code;
    const review: Review = {
      id: sha256Hex(JSON.stringify([transcript, by, coding.id, code ?? null, memo])).slice(0, idLength),
      coding: coding.id,
      verdict: isOther ? 'disagree' : 'discuss',
      ...(isOther && code !== undefined && { code }),
      ...(memo !== '' && memo !== coding.memo && { comment: memo }),
      by,
      at,
    };
    if (this.known.has(review.id)) return;
    this.#append(reviewPath(by, transcript), reviewLine(review));
    this.#reviews++;
  }

  /** The id of the coding that a comment stands for, which is made where there is none yet. */
  #code(comment: ImportedComment, code: string, range: Range, memo: string): string {
    const by = this.#coderOf(comment);
    const log = logPath(by, this.request.transcript);
    const id = this.#idOf(comment, code);
    if (this.known.has(id) || this.#made.has(id)) return id;
    const there = this.before.find(
      (one) => one.log === log && one.coding.code === code && isMostly(one, range),
    );
    if (there) return there.coding.id;
    const place = selectQuote(this.request.text, range);
    const at = comment.at ?? this.request.at;
    const coding: Coding = { id, code, ...place, ...(memo !== '' && { memo }), by, at };
    this.#append(log, codingLine(coding));
    this.#made.add(id);
    this.#codings++;
    return id;
  }

  #reply(reply: ImportedComment, root: ImportedComment): void {
    const by = this.#coderOf(reply);
    const isOwn = by === this.#coderOf(root);
    const codings = this.#codingsOf.get(root.id);
    if (!codings) {
      this.#problems.add('import-comment-unread', this.#passage(root), reply.author, shortened(reply.text));
      return;
    }
    for (const coding of codings) {
      const review = this.#reviewOf(reply, coding, by);
      const answered = this.#lastReview.get(coding);
      // What a coder adds to a comment of their own stands in its memo.
      if (isOwn && !answered) continue;
      const known = this.#sameReview(review);
      if (!isOwn) this.#lastReview.set(coding, known ?? review);
      if (known || this.#made.has(review.id)) continue;
      this.#made.add(review.id);
      const said = isOwn ? { ...review, answer: answered!.id } : review;
      this.#append(reviewPath(by, this.request.transcript), reviewLine(said));
      this.#reviews++;
    }
  }

  /** The review that a reply was before it was exported, or when it came before. */
  #sameReview({ id, coding, by, at }: Review): Review | undefined {
    return this.reviewsBefore.find(
      ({ review }) =>
        review.id === id ||
        (review.coding === coding && review.by === by && toSecond(review.at) === toSecond(at)),
    )?.review;
  }

  #reviewOf(reply: ImportedComment, coding: string, by: string): Review {
    const { verdict, comment } = readReply(reply.text);
    const proposed = this.#labels.find(comment) ?? this.#labels.find(comment.split(':', 1)[0]!);
    const isProposal = verdict !== 'agree' && proposed !== undefined;
    const rest = isProposal ? comment.replace(/^[^:]*:?\s*/, '') : comment;
    return {
      id: this.#idOf(reply, coding),
      coding,
      verdict: isProposal ? 'disagree' : verdict,
      ...(isProposal && { code: proposed.id }),
      ...(rest !== '' && { comment: rest }),
      by,
      at: reply.at ?? this.request.at,
    };
  }

  /** The same for the same comment of the same document, whenever it comes. */
  #idOf({ author, at, text, id }: ImportedComment, about: string): string {
    const key = JSON.stringify([this.request.transcript, author, at ?? '', text, about]);
    const counted = `${key}\n${id}`;
    const number = this.#counts.get(counted) ?? this.#counts.get(key) ?? 0;
    if (!this.#counts.has(counted)) {
      this.#counts.set(counted, number);
      this.#counts.set(key, number + 1);
    }
    return sha256Hex(`${key}${number}`).slice(0, idLength);
  }

  #append(path: string, line: string): void {
    this.#appends.set(path, [...(this.#appends.get(path) ?? []), line]);
  }

  #codeOf(label: string): string | undefined {
    return this.#labels.find(label)?.id ?? this.request.choices.get(labelKey(label));
  }

  #missing(label: string): string[] {
    const key = labelKey(label);
    const { comments } = this.#unknown.get(key) ?? { comments: 0 };
    this.#unknown.set(key, { label: this.#unknown.get(key)?.label ?? label, comments: comments + 1 });
    return [];
  }

  #coderOf({ author, parent }: ImportedComment): string {
    if (this.request.coder !== undefined && parent === undefined) return this.request.coder;
    if (this.request.coder !== undefined && this.#isRootAuthor(author)) return this.request.coder;
    const same = (name: string) => name.toLowerCase() === author.toLowerCase();
    const name =
      this.coders.find(same) ??
      safeName(author === '' ? 'unknown' : author)
        .slice(0, 60)
        .trim();
    return isCoderName(name) ? name : `${name}-1`;
  }

  #isRootAuthor(author: string): boolean {
    return this.#comments.some((one) => one.parent === undefined && one.author === author);
  }

  /** What a comment is on, without white space at its ends and the labels of turns. */
  #passage(comment: Range): Range {
    const { text } = this.request;
    let { start, end } = trimRange(text, comment);
    const first = this.#turns.find((turn) => turn.label.start <= start && start < turn.label.end);
    if (first) start = first.speech.start;
    const last = this.#turns.findLast((turn) => turn.label.start < end && end <= turn.label.end);
    if (last) end = last === first ? last.speech.end : last.label.start;
    return trimRange(text, { start: Math.min(start, end), end: Math.max(start, end) });
  }
}

/** What coders add to their own comments before anybody else has replied. */
function ownAdditions(comment: ImportedComment, replies: readonly ImportedComment[]): string[] {
  const own: string[] = [];
  for (const reply of replies) {
    if (reply.parent !== comment.id) continue;
    if (reply.author !== comment.author) break;
    own.push(reply.text);
  }
  return own;
}

function rootOf(reply: ImportedComment, byId: ReadonlyMap<string, ImportedComment>): ImportedComment {
  let root = reply;
  for (let steps = byId.size; steps > 0; steps--) root = byId.get(root.parent ?? '') ?? root;
  return root;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
