import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PerTranscript } from '../../src/host/perTranscript';
import { showReading } from '../../src/host/reading';
import type { StudySession } from '../../src/host/studySession';
import type { StudyStore } from '../../src/host/studyStore';
import { waitUntil } from './waitUntil';

const count = 60;
const pathOf = (index: number) => `transcripts/case/${index}.txt`;

/** The studies of a window with one large study, whose transcripts take long to read. */
function largeStudy() {
  const changed = new vscode.EventEmitter<{ session: StudySession; paths: ReadonlySet<string> }>();
  const sessionsChanged = new vscode.EventEmitter<void>();
  const paths = Array.from({ length: count }, (_, index) => pathOf(index));
  const session = { study: { codedTranscriptPaths: async () => paths } } as unknown as StudySession;
  const studies = {
    current: session,
    onDidChange: changed.event,
    onDidChangeSessions: sessionsChanged.event,
  } as unknown as StudyStore;
  return { studies, session, change: (path: string) => changed.fire({ session, paths: new Set([path]) }) };
}

describe('what is read of each transcript in the background', () => {
  let read: string[];
  let values: PerTranscript<number>;
  let study: ReturnType<typeof largeStudy>;

  beforeEach(() => {
    read = [];
    study = largeStudy();
    const find = async (_session: StudySession, path: string, before = 0) => {
      read.push(path);
      await new Promise((resolve) => setTimeout(resolve, 30));
      return before + 1;
    };
    const log = vscode.window.createOutputChannel('Reading test', { log: true });
    values = new PerTranscript(study.studies, find, log);
  });

  afterEach(() => values.dispose());

  it('is there to see before all of it is, and the view says how far it is', async () => {
    const words: string[] = [];
    const shown = showReading('interviewCoding.quotes', values, (now) => words.push(now));
    await values.start();
    assert.ok(values.values.size > 0 && values.values.size < count, `${values.values.size} are read`);
    await waitUntil('the end', () => values.finished);
    shown.dispose();
    const numbers = words.filter(Boolean).map((one) => one.match(/\d+/g)!.map(Number));
    assert.ok(numbers.length > 1, `said: ${words.join('; ')}`);
    assert.ok(numbers.every(([done, of], at) => of === count && done! > (numbers[at - 1]?.[0] ?? 0)));
    assert.equal(words.at(-1), '');
  });

  it('is found again at once where a transcript changes meanwhile, before those that were never read', async () => {
    await values.start();
    const first = pathOf(0);
    study.change(first);
    await waitUntil('the change', () => values.values.get(first) === 2);
    assert.ok(!values.finished);
    await waitUntil('the end', () => values.finished);
    assert.equal(read.length, count + 1);
  });

  it('is told of a changed transcript alone', async () => {
    await values.start();
    await waitUntil('the end', () => values.finished);
    const told: string[][] = [];
    values.onDidChange((paths) => told.push([...paths]));
    study.change(pathOf(7));
    await waitUntil('the change', () => told.length > 0);
    assert.deepEqual(told, [[pathOf(7)]]);
  });
});
