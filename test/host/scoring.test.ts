import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logLine, makeFolders } from './trees';
import { waitUntil } from './waitUntil';
import { activateExtension, readFile, studyFile, writeFile } from './workspace';

const organization = 'het-wad';
const name = `scoring:${organization}`;
const transcript = 'transcripts/scored/a.txt';
const log = 'codings/kees/scored/a.txt.jsonl';
const written = [
  transcript,
  log,
  'maturity.yaml',
  'scores/jo.yaml',
  'scores/kees.yaml',
  'scores/consensus.yaml',
];
const text = `---\nparticipant: P1\nrole: arts\norganization: ${organization}\n---\nR: De cursus was kort. Er is tijd.\n`;
const scale =
  'domains:\n  - { id: tech, name: Technology, levels: [a, b, c] }\n  - { id: money, name: Money, levels: [a, b, c] }\n';
const othersScores = `# Scores of Jo\n- { organization: ${organization}, domain: tech, score: 2, rationale: Weinig. } # sure\n`;
const course = 'kees-training-';
const time = 'kees-barrier-';

interface Quote {
  readonly id: string;
  readonly relied: boolean;
}

interface Domain {
  readonly own: { readonly score: number | null; readonly rationale: string };
  readonly hidden: string;
  readonly others: readonly { readonly scorer: string; readonly score: string }[];
  readonly consensus: { readonly score: number | null; readonly offered: number | null } | null;
  readonly groups: readonly { readonly quotes: readonly Quote[] }[];
}

interface Webview {
  shown(): { readonly domains: readonly Domain[] } | undefined;
  receive(message: unknown): Promise<void>;
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

async function openViews(): Promise<ReadonlyMap<string, Webview>> {
  return ((await activateExtension()).exports as { webviews: ReadonlyMap<string, Webview> }).webviews;
}

async function webview(): Promise<Webview> {
  const views = await openViews();
  return waitUntil('the view', () => views.get(name));
}

async function say(message: Record<string, unknown>): Promise<void> {
  await (await webview()).receive({ domain: 'tech', who: 'own', ...message });
}

function shows(what: string, test: (domain: Domain) => boolean): Promise<Domain> {
  return waitUntil(what, async () => {
    const domain = (await webview()).shown()?.domains[0];
    return domain !== undefined && test(domain) && domain;
  });
}

async function reads(path: string, expected: string): Promise<void> {
  let found = '';
  await waitUntil(path, async () => {
    found = await readFile(path).catch(() => '');
    return found === expected;
  }).catch(() => assert.equal(found, expected));
}

function entry(score: number, ...more: string[]): string {
  const lines = [`- organization: ${organization}`, '  domain: tech', `  score: ${score}`];
  return [...lines, ...more.map((line) => `  ${line}`), ''].join('\n');
}

function quotes({ groups }: Domain): Quote[] {
  return groups.flatMap((group) => group.quotes);
}

describe('the scoring view', () => {
  before(async () => {
    await activateExtension();
    await run('setCoder', 'kees');
    await makeFolders('transcripts/scored', 'codings/kees/scored', 'scores');
    await writeFile(transcript, text);
    const lines = logLine(text, 'cursus', 'training', 'kees') + logLine(text, 'tijd', 'barrier', 'kees');
    await writeFile(log, lines);
    await writeFile('maturity.yaml', scale);
    await writeFile('scores/jo.yaml', othersScores);
    await waitUntil('the scale', async () => {
      await run('scoreOrganization', { organization });
      return (await openViews()).has(name);
    });
    await shows('the domain', ({ hidden }) => hidden !== '');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('setCoder', 'tester');
    for (const path of written) {
      await vscode.workspace.fs.delete(studyFile(path)).then(undefined, () => undefined);
    }
  });

  it('shows nothing of others’ scores, and keeps a rationale that has no score yet', async () => {
    await say({ type: 'rationale', rationale: 'Nog open.', revision: 1 });
    const domain = await shows('the rationale', ({ own }) => own.rationale === 'Nog open.');
    assert.deepEqual(domain.others, []);
    assert.equal(domain.consensus, null);
    await assert.rejects(readFile('scores/kees.yaml').then(undefined));
  });

  it('writes the score with its rationale into the scorer’s own file, and then shows the others’', async () => {
    await say({ type: 'score', score: 3 });
    await reads('scores/kees.yaml', entry(3, 'rationale: Nog open.'));
    const domain = await shows('the others', ({ others }) => others.length > 0);
    assert.deepEqual(
      domain.others.map(({ scorer, score }) => `${scorer} ${score}`),
      ['kees 3', 'jo 2'],
    );
    assert.equal(domain.consensus?.offered, null);
    assert.equal(await readFile('scores/jo.yaml'), othersScores);
  });

  it('takes evidence by hand, and leaves it again', async () => {
    const ids = (await readFile(log)).match(/kees-\w+-\d+/g)!;
    const id = ids.find((one) => one.startsWith(course))!;
    await writeFile('scores/kees.yaml', `# mine\n${entry(3, `evidence: [${id}] # the course`)}`);
    await shows('the evidence', (domain) => quotes(domain).some((quote) => quote.id === id && quote.relied));
    await say({ type: 'rely', quote: id, relied: false });
    await reads('scores/kees.yaml', `# mine\n${entry(3, 'evidence: [] # the course')}`);
    assert.equal(
      ids.some((one) => one.startsWith(time)),
      true,
    );
  });

  it('follows the codebook and the file, and settles with the reasons of those who gave the score', async () => {
    await writeFile('scores/kees.yaml', `# mine\n${entry(2, 'rationale: Te kort.')}`);
    await shows('what it offers', ({ consensus }) => consensus?.offered === 2);
    await say({ type: 'score', who: 'consensus', score: 2 });
    await reads('scores/consensus.yaml', entry(2, 'rationale: |-', '  Te kort.', '  Weinig.'));
    await shows('what is settled', ({ consensus }) => consensus?.score === 2);
    await say({ type: 'score', who: 'consensus', score: null });
    await shows('what is open', ({ consensus }) => consensus?.score === null);
    await reads('scores/consensus.yaml', '[]\n');
  });

  it('takes the score away and keeps what was said', async () => {
    await say({ type: 'score', score: null });
    await reads('scores/kees.yaml', '# mine\n[]\n');
    const domain = await shows('no score', ({ own, hidden }) => own.score === null && hidden !== '');
    assert.equal(domain.own.rationale, 'Te kort.');
  });

  it('does nothing with a message that it does not know', async () => {
    const before = await readFile('scores/kees.yaml');
    for (const message of [
      null,
      'score',
      { type: 'score' },
      { type: 'score', domain: 'tech', who: 'jo', score: 1 },
    ]) {
      await (await webview()).receive(message);
    }
    assert.equal(await readFile('scores/kees.yaml'), before);
  });
});
