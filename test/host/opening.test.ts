import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyCodebook } from '../../src/core/codebook/codebook';
import type { Mark } from '../../src/core/highlight/marks';
import type { StudyCoding } from '../../src/core/study';
import type { Hit } from '../../src/core/terms/matcher';
import { parseTranscript } from '../../src/core/transcript/parse';
import { Highlighter } from '../../src/features/highlighting/highlighter';
import { Breather } from '../../src/host/breather';
import type { Services } from '../../src/host/services';
import { waitUntil } from './waitUntil';

const text = 'R: De cursus is fijn.\n';
const hit: Hit = { start: 6, end: 12, code: 'skills', term: 'cursus', negated: false };
const coding = { start: 3, end: 21, anchor: 'exact', coding: { code: 'skills' } } as unknown as StudyCoding;
const fewTurns = 5;

/** A window with a study whose codings are there when they are given, request by request. */
function slowStudy() {
  const shownMarks = new Map<string, readonly Mark[]>();
  const never = () => new vscode.Disposable(() => {});
  const requests: ((codings: readonly StudyCoding[]) => void)[] = [];
  const session = {
    study: {
      codebook: async () => emptyCodebook,
      transcript: async (path: string) => parseTranscript(path, text).transcript,
      hits: async () => [hit],
    },
    codings: () => new Promise<readonly StudyCoding[]>((resolve) => requests.push(resolve)),
  };
  const transcriptOf = (document: vscode.TextDocument) =>
    document.getText() === text ? { session, path: 'transcripts/case/a.txt', document } : undefined;
  const services = {
    studies: { transcriptOf, onDidChangeSessions: never, onDidChange: never },
    shownCoders: { of: () => undefined, onDidChange: never },
    shownMarks,
  } as unknown as Services;
  return { services, requests, kindsIn: (uri: vscode.Uri) => kindsOf(shownMarks.get(uri.toString())) };
}

function kindsOf(marks: readonly Mark[] | undefined): string[] | undefined {
  return marks && [...new Set(marks.map(({ kind }) => kind))].sort();
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < fewTurns; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** True where a part of long work that is done now is not followed by another at once. */
async function longWorkRests(): Promise<boolean> {
  let rests = true;
  void new Breather().rest().then(() => {
    rests = false;
  });
  await turns();
  return rests;
}

describe('a transcript that is opened while there is long work', () => {
  let study: ReturnType<typeof slowStudy>;
  let highlighter: Highlighter;
  let document: vscode.TextDocument;

  beforeEach(async () => {
    study = slowStudy();
    highlighter = new Highlighter(study.services);
    document = await vscode.workspace.openTextDocument({ content: text });
    await waitUntil('what it is to show', () => study.requests.length === 1);
  });

  afterEach(async () => {
    for (const give of study.requests) give([]);
    highlighter.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('has the work rest until it is seen and highlighted', async () => {
    assert.ok(await longWorkRests(), 'it went on before the transcript was seen');
    study.requests[0]!([coding]);
    const editor = await vscode.window.showTextDocument(document);
    await waitUntil('what the editor is to show', () => study.requests.length === 2);
    assert.ok(await longWorkRests(), 'it went on before the transcript was highlighted');
    study.requests[1]!([coding]);
    await waitUntil('the end of the rest', async () => !(await longWorkRests()));
    assert.deepEqual(study.kindsIn(editor.document.uri), ['coding', 'hit', 'passage']);
  });

  it('shows its hits where its codings are long in coming, and then these too', async () => {
    study.requests[0]!([coding]);
    const { uri } = (await vscode.window.showTextDocument(document)).document;
    assert.deepEqual(await waitUntil('the hits', () => study.kindsIn(uri)), ['hit']);
    study.requests[1]!([coding]);
    await waitUntil('the coding', () => study.kindsIn(uri)?.includes('coding'));
    assert.deepEqual(study.kindsIn(uri), ['coding', 'hit', 'passage']);
  });
});

describe('long work of several kinds', () => {
  it('lets the editor do other things after each part', async () => {
    const done: string[] = [];
    const parts = 6;
    let working = 3;
    const work = async () => {
      const breather = new Breather();
      for (let part = 0; part < parts; part++) {
        for (const end = performance.now() + 12; performance.now() < end; );
        done.push('part');
        await breather.rest();
      }
      working--;
    };
    const all = Promise.all([work(), work(), work()]);
    while (working > 0) {
      done.push('other');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await all;
    // Each began with a part of its own.
    const later = done.slice(done.indexOf('other'));
    assert.equal(later.filter((what) => what === 'part').length, 3 * (parts - 1));
    assert.ok(!later.join(' ').includes('part part'), later.join(' '));
  });
});
