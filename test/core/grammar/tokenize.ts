import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const { INITIAL, parseRawGrammar, Registry } = textmate;

/** A part of a line with the scopes that the grammar gives it, innermost last. */
export interface Token {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

const grammarFile = join(import.meta.dirname, '../../../syntaxes/transcript.tmLanguage.json');

/** Stands in for VS Code's own YAML grammar, which is only there in VS Code. */
const yamlStandIn = {
  scopeName: 'source.yaml',
  patterns: [{ match: '^[a-z]+(?=:)', name: 'entity.name.tag.yaml' }],
};

let engine: ReturnType<typeof loadEngine> | undefined;

async function loadEngine() {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  return { createOnigScanner, createOnigString };
}

/** The tokens of a transcript, as VS Code's grammar engine makes them. */
export async function tokenizeTranscript(text: string): Promise<Token[]> {
  engine ??= loadEngine();
  const registry = new Registry({
    onigLib: engine,
    loadGrammar: async (scope) => {
      const isOwn = scope === 'text.transcript';
      const source = isOwn ? readFileSync(grammarFile, 'utf8') : JSON.stringify(yamlStandIn);
      return parseRawGrammar(source, `${scope}.json`);
    },
  });
  const grammar = (await registry.loadGrammar('text.transcript'))!;
  const tokens: Token[] = [];
  let stack = INITIAL;
  text.split('\n').forEach((content, line) => {
    const result = grammar.tokenizeLine(content, stack);
    stack = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      tokens.push({ line, text: content.slice(startIndex, endIndex), scopes });
    }
  });
  return tokens;
}
