import type { Code, Codebook } from '../../codebook/codebook';
import { isPlaced } from '../../coding/coding';
import { coderOf } from '../../coding/paths';
import type { Discussion } from '../../review/discussion';
import type { Review, Verdict } from '../../review/review';
import type { StudyCoding } from '../../study';
import { localize } from '../../text/localized';
import type { Transcript } from '../../transcript/transcript';
import { type WrittenComment, writeDocx } from '../documents/writeDocx';
import { CodeLabels } from './codeLabels';
import { commentMark, toSecond } from './returned';

const verdictWords: Readonly<Record<'en' | 'nl', Readonly<Record<Verdict, string>>>> = {
  en: { agree: 'Agree', disagree: 'Disagree', discuss: 'Discuss' },
  nl: { agree: 'Eens', disagree: 'Oneens', discuss: 'Bespreken' },
};

/** A transcript with its codings, to be reviewed by someone who has Word. */
export interface ReviewDocument {
  readonly bytes: Uint8Array;
  /** How many codings have no place in the text, and are not in the document. */
  readonly left: number;
}

/**
 * A transcript as a document of Word with its codings as comments by their coders, and what reviewers said of them as
 * replies.
 * @param language of the names of codes and of the words of verdicts
 */
export function reviewDocument(
  transcript: Transcript,
  codings: readonly StudyCoding[],
  discussions: ReadonlyMap<string, Discussion>,
  codebook: Codebook,
  language: 'en' | 'nl',
): ReviewDocument {
  const namer = new CodeNamer(codebook, language);
  const placed = codings.filter(isPlaced);
  const comments = placed.map((coding): WrittenComment => {
    const discussion = discussions.get(coding.coding.id);
    const replies = (discussion?.opinions ?? []).flatMap(({ review, answer }) => [
      review,
      ...(answer ? [answer] : []),
    ]);
    const { id, code, memo, at } = coding.coding;
    const [by, text] = [coderOf(coding), withMemo(namer.nameOf(code), memo)];
    return {
      start: coding.start,
      end: coding.end,
      author: by,
      at,
      text,
      replies: replies.map((one) => ({ author: one.by, at: one.at, text: namer.sayingOf(one) })),
      done: discussion?.opinions.every(({ open }) => !open) ?? false,
      exported: { id, by, at: toSecond(at), said: commentMark(text) },
    };
  });
  return { bytes: writeDocx(transcript, comments), left: codings.length - placed.length };
}

/** Calls codes by their names where a reader finds them by these again, else by their ids. */
class CodeNamer {
  readonly #labels: CodeLabels;

  constructor(
    private readonly codebook: Codebook,
    private readonly language: 'en' | 'nl',
  ) {
    this.#labels = new CodeLabels(codebook);
  }

  nameOf(id: string): string {
    const code = this.codebook.byId.get(id);
    return code ? this.#name(code) : id;
  }

  sayingOf({ verdict, code, comment = '' }: Review): string {
    const word = verdictWords[this.language][verdict];
    const said = code === undefined ? comment : withMemo(this.nameOf(code), comment);
    return said === '' ? word : `${word}: ${said}`;
  }

  #name(code: Code): string {
    const name = localize(code.name, this.language);
    return /[;,|:#\n]/.test(name) || this.#labels.find(name) !== code ? code.id : name;
  }
}

function withMemo(name: string, memo: string | undefined): string {
  return memo === undefined || memo.trim() === '' ? name : `${name}: ${memo}`;
}
