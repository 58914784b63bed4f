import { posix } from 'node:path';
import { type Token, tokenize } from './tokens';

/** The modules that tokens import in any way; `undefined` for a dynamic import whose name is computed. */
export function importedModules(tokens: readonly Token[]): (string | undefined)[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || tokens[at - 1]?.text === '.') return [];
    if (token.text === 'import') return importAt(tokens, at);
    if (token.text === 'export') return exportAt(tokens, at);
    // A method may be called so; what is called with a name is none.
    const required = token.text === 'require' && isMark(tokens[at + 1], '(') && stringIn(tokens[at + 2]);
    return required ? [required] : [];
  });
}

/** The source files by path, and for each what it imports: files of the source by path, packages by name. */
export function importGraph(sources: ReadonlyMap<string, string>): Map<string, string[]> {
  return new Map(
    [...sources].map(([path, source]) => [
      path,
      importedModules(tokenize(source)).map((name) =>
        name === undefined ? '(computed)' : name.startsWith('.') ? resolveFile(sources, path, name) : name,
      ),
    ]),
  );
}

function importAt(tokens: readonly Token[], at: number): (string | undefined)[] {
  const next = tokens[at + 1];
  if (isMark(next, '.')) return [];
  if (isMark(next, '(')) return [stringIn(tokens[at + 2])];
  if (next?.kind === 'string') return [next.text];
  return fromClause(tokens, at);
}

function exportAt(tokens: readonly Token[], at: number): (string | undefined)[] {
  const first = tokens[at + 1]?.text === 'type' ? tokens[at + 2] : tokens[at + 1];
  if (isMark(first, '*')) return fromClause(tokens, at);
  if (!isMark(first, '{')) return [];
  const close = tokens.findIndex((token, index) => index > at && isMark(token, '}'));
  return tokens[close + 1]?.text === 'from' ? [stringIn(tokens[close + 2])] : [];
}

/** The module after the next `from`; none where the statement ends first, as `import x = require(…)` does. */
function fromClause(tokens: readonly Token[], at: number): (string | undefined)[] {
  for (let index = at + 1; index < tokens.length && !isMark(tokens[index], ';'); index++) {
    const name = tokens[index + 1];
    if (tokens[index]!.text === 'from' && tokens[index]!.kind === 'word' && name?.kind === 'string')
      return [name.text];
  }
  return [];
}

function resolveFile(sources: ReadonlyMap<string, string>, from: string, name: string): string {
  const path = posix.join(posix.dirname(from), name);
  const candidates = [path, `${path}.ts`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')];
  return candidates.find((candidate) => sources.has(candidate)) ?? path;
}

function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}

function stringIn(token: Token | undefined): string | undefined {
  return token?.kind === 'string' ? token.text : undefined;
}
