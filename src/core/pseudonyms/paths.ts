/** The file beside a file of names that keeps what these alone do not tell: `names.spellings.jsonl`. */
export function spellingsPath(namesPath: string): string {
  return `${namesPath.replace(/\.ya?ml$/i, '')}.spellings.jsonl`;
}
