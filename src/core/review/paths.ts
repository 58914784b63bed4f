/** The path of a reviewer's log of a transcript: `reviews/<coder>/<case>/<name>.txt.jsonl`. */
export function reviewPath(reviewer: string, transcriptPath: string): string {
  return `reviews/${reviewer}/${transcriptPath.replace(/^transcripts\//, '')}.jsonl`;
}

/** The reviewer and the transcript that a log's path stands for; undefined for other files below `reviews/`. */
export function parseReviewPath(path: string): { reviewer: string; transcript: string } | undefined {
  const match = /^reviews\/([^/]+)\/(.+\.(?:txt|md|transcript))\.jsonl$/is.exec(path);
  return match ? { reviewer: match[1]!, transcript: `transcripts/${match[2]!}` } : undefined;
}

/** The path of the log in which a coder says which transcripts are done: `reviews/<coder>/progress.jsonl`. */
export function progressPath(coder: string): string {
  return `reviews/${coder}/progress.jsonl`;
}

/** The coder whose progress a path holds; undefined for other files. */
export function parseProgressPath(path: string): string | undefined {
  return /^reviews\/([^/]+)\/progress\.jsonl$/.exec(path)?.[1];
}
