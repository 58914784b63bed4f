// Runs in the extension host of a window without a study: makes one, activates the extension and waits for the
// first marks. Its figures go to the file named in BENCH_RESULT.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { interviews, VOCABULARY } from '../dutch';

const terms = 1000;
const transcriptLength = 120_000;

export async function run(): Promise<void> {
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const transcript = makeStudy(root);
  const plain = join(root, 'plain.txt');
  writeFileSync(plain, transcript.text);
  const plainMs = await timeOf(() => show(plain));
  const extension = vscode.extensions.getExtension('interview-coding.interview-coding')!;
  if (extension.isActive) throw new Error('The extension was active in a window without a study.');
  let activateMs = 0;
  const firstMs = await timeOf(async () => {
    activateMs = await timeOf(() => extension.activate());
    const { shownMarks } = extension.exports as { shownMarks: Map<string, readonly unknown[]> };
    const editor = await show(transcript.file);
    while (!shownMarks.get(editor.document.uri.toString())?.length)
      await new Promise((done) => setTimeout(done, 1));
  });
  writeFileSync(process.env.BENCH_RESULT!, JSON.stringify({ plainMs, activateMs, firstMs }));
}

function makeStudy(root: string): { file: string; text: string } {
  const folder = join(root, 'transcripts', 'case');
  mkdirSync(folder, { recursive: true });
  const words = VOCABULARY.slice(200, 200 + terms).map((word) => `          - ${JSON.stringify(word)}`);
  const codebook = `codes:\n  - id: code\n    name: Code\n    terms:\n${words.join('\n')}\n`;
  writeFileSync(join(root, 'codebook.yaml'), codebook);
  const text = interviews(transcriptLength)
    .map((interview) => interview.text)
    .join('')
    .slice(0, transcriptLength);
  const file = join(folder, 'interview.txt');
  writeFileSync(file, text);
  return { file, text };
}

async function show(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
