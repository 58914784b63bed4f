import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { logLine, makeFolders, type Row, rowOf, rowsOf, tooltipOf, treeOf } from './trees';
import { waitUntil, waitUntilQuiet } from './waitUntil';
import { activateExtension, openFile, readFile, studyFile, writeFile } from './workspace';

const transcript = 'transcripts/codebook-view/gesprek.txt';
const log = 'codings/karin/codebook-view/gesprek.txt.jsonl';
const text = 'I: En?\nR: De kosten zijn hoog, en de cursus was kort.\n';

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewCoding.${command}`, ...args);
}

async function code(...labels: string[]): Promise<Row> {
  let row: Row | undefined;
  for (const label of labels) {
    row = await rowOf('codebook', label, row);
    assert.ok(row, `There is no code ${label}.`);
  }
  return row!;
}

/** The number of codings in a code's description, after its key; undefined while they are being counted. */
function countOf({ description }: Row): number | undefined {
  const count = description.split(' · ')[1];
  return /^\d+$/.test(count ?? '') ? Number(count) : undefined;
}

/** How often the terms of a code were found, and how many of these are negated; undefined while they are counted. */
function foundOf({ description }: Row): [number, number] | undefined {
  const found = / · found (\d+)(?:, (\d+) negated)?$/.exec(description);
  return found ? [Number(found[1]), Number(found[2] ?? 0)] : undefined;
}

describe('the Codebook view', () => {
  let original: string;

  before(async () => {
    await activateExtension();
    original = await readFile('codebook.yaml');
  });

  afterEach(async () => {
    if ((await readFile('codebook.yaml')) !== original) await writeFile('codebook.yaml', original);
    await waitUntil('the codebook as it was', async () => {
      const roots = await rowsOf('codebook');
      return roots.map(({ label }) => label).join() === 'Barrier,Enabler';
    });
  });

  it('shows the tree of codes in their order, with keys, colors and definitions', async () => {
    const roots = await rowsOf('codebook');
    assert.deepEqual(
      roots.map(({ label, description }) => [label, description.split(' · ')[0]]),
      [
        ['Barrier', '1'],
        ['Enabler', '2'],
      ],
    );
    const children = await rowsOf('codebook', roots[0]);
    assert.deepEqual(
      children.map(({ label, description }) => [label, description.split(' · ')[0]]),
      [
        ['Digital skills', '3'],
        ['Money', '4'],
      ],
    );
    const { light, dark } = roots[0]!.item.iconPath as { light: vscode.Uri; dark: vscode.Uri };
    assert.match(light.toString(true), /^data:image\/svg/);
    assert.match(dark.toString(true), /^data:image\/svg/);
    assert.equal(roots[0]!.item.contextValue, 'code');
    assert.match(await tooltipOf('codebook', roots[0]!), /What hinders/);
    assert.match(await tooltipOf('codebook', children[1]!), /financ/);
    const tree = await treeOf('codebook');
    assert.equal(await tree.getParent?.(children[0]!.element), roots[0]!.element);
  });

  it('counts codings, anew when a line is added to a log on disk', async () => {
    await makeFolders('transcripts/codebook-view', 'codings/karin/codebook-view');
    const [found] = await waitUntil('hits', async () => foundOf(await code('Barrier', 'Money')));
    await writeFile(transcript, text);
    const before = await waitUntil('a hit more', async () => {
      const row = await code('Barrier', 'Money');
      return foundOf(row)?.[0] === found + 1 ? row : undefined;
    });
    const count = countOf(before)!;
    assert.match(before.spoken, new RegExp(`^Money, key 4, ${count} codings?, terms found`));
    const tree = await treeOf('codebook');
    const refreshed: unknown[] = [];
    const listener = tree.onDidChangeTreeData?.((element) => refreshed.push(element));
    // Systems may tell of a new transcript more than once, and each time its hits are counted.
    await waitUntilQuiet(() => refreshed.length);
    refreshed.length = 0;
    await writeFile(log, logLine(text, 'kosten', 'money', 'karin'));
    const after = await waitUntil('a coding more', async () => {
      const row = await code('Barrier', 'Money');
      return countOf(row) === count + 1 && row;
    });
    listener?.dispose();
    const barrier = await code('Barrier');
    assert.deepEqual(
      refreshed.map((element) => (element as { code?: { id: string } } | undefined)?.code?.id).sort(),
      ['barrier', 'money'],
    );
    assert.ok(refreshed.includes(barrier.element) && refreshed.includes(after.element));
    assert.match(await tooltipOf('codebook', barrier), /with sub-codes/);
    await vscode.workspace.fs.delete(studyFile(log));
    await vscode.workspace.fs.delete(studyFile(transcript));
    await waitUntil('the count as it was', async () => countOf(await code('Barrier', 'Money')) === count);
  });

  it('counts what terms find, negated apart, and anew when the text or the terms change', async () => {
    await makeFolders('transcripts/codebook-view');
    const [all, negated] = await waitUntil('hits', async () => foundOf(await code('Barrier', 'Money')));
    const becomes = (what: string, found: number, ofThemNegated: number) =>
      waitUntil(what, async () => {
        const row = await code('Barrier', 'Money');
        const [now, no] = foundOf(row) ?? [];
        return now === all + found && no === negated + ofThemNegated && row;
      });
    const other = 'transcripts/codebook-view/kosten.txt';
    await writeFile(other, 'I: Kosten?\nR: De kosten. Er zijn geen kosten, zegt men.\n');
    const row = await becomes('two hits more, of what the respondent says', 2, 1);
    assert.match(row.spoken, new RegExp(`terms found ${all + 2} times, ${negated + 1} of them negated$`));
    assert.match(await tooltipOf('codebook', row), /of them negated/);
    await writeFile(other, 'R: De kosten.\n');
    await becomes('one hit more', 1, 0);
    await vscode.workspace.fs.delete(studyFile(other));
    await becomes('the hits as they were', 0, 0);
    await writeFile('codebook.yaml', original.replace(/terms: .*kosten.*/, "terms: ['nooit-gezegd']"));
    await waitUntil('none', async () => foundOf(await code('Barrier', 'Money'))?.[0] === 0);
    await writeFile('codebook.yaml', original);
    await becomes('those of the terms as they were', 0, 0);
  });

  it('renames in the language of the editor and leaves all the rest of the file', async () => {
    const commented = original
      .replace('codes:\n', '# Our codes\ncodes:\n')
      .replace("    color: '#c4572e'", '    color: "#c4572e"   # brick');
    await writeFile('codebook.yaml', commented);
    await run('renameCode', await code('Barrier', 'Money').then(({ element }) => element), 'Money & time');
    const renamed = await readFile('codebook.yaml');
    assert.equal(renamed, commented.replace('{ en: Money,', "{ en: 'Money & time',"));
    await waitUntil('the new name', () =>
      rowOf('codebook', 'Barrier').then((row) => rowOf('codebook', 'Money & time', row)),
    );
  });

  it('adds a code and a sub-code, and knows them at once', async () => {
    await run('addCode', 'Tijd gebrek!');
    assert.match(await readFile('codebook.yaml'), /\n {2}- id: tijd-gebrek\n {4}name: 'Tijd gebrek!'\n$/);
    const added = await code('Tijd gebrek!');
    assert.equal(added.description.split(' · ')[0], '3');
    await run('addSubcode', added.element, 'Te laat');
    assert.equal((await code('Tijd gebrek!', 'Te laat')).description.split(' · ')[0], '7');
  });

  it('recolors a code through the document where codebook.yaml is open', async () => {
    const document = await vscode.workspace.openTextDocument(studyFile('codebook.yaml'));
    await vscode.window.showTextDocument(document);
    await run('recolorCode', (await code('Barrier', 'Digital skills')).element, '0072B2');
    assert.equal(document.isDirty, false);
    assert.equal(
      await readFile('codebook.yaml'),
      original.replace(
        'name: { en: Digital skills, nl: Digitale vaardigheden }\n',
        "name: { en: Digital skills, nl: Digitale vaardigheden }\n        color: '#0072b2'\n",
      ),
    );
    await vscode.commands.executeCommand('undo');
    await document.save();
    assert.equal(await readFile('codebook.yaml'), original);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('keeps what another program has just written to codebook.yaml, open or not', async () => {
    const { element } = await code('Barrier', 'Money');
    const { fsPath } = studyFile('codebook.yaml');
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    for (const isOpen of [true, false]) {
      if (isOpen) await openFile('codebook.yaml');
      else await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      // From before the editor can have heard of it to when it reads the file anew, and after.
      for (const wait of [0, 5, 20, 60, 120, 250, 600]) {
        const note = `# pulled ${isOpen} ${wait}`;
        writeFileSync(fsPath, `${await readFile('codebook.yaml')}${note}\n`);
        if (wait > 0) await pause(wait);
        await run('renameCode', element, `Money ${isOpen} ${wait}`);
        const text = await readFile('codebook.yaml');
        assert.ok(text.includes(`${note}\n`), `${note} is kept`);
        assert.ok(text.includes(`Money ${isOpen} ${wait}`), `the name at ${note} is kept`);
      }
    }
    const text = await readFile('codebook.yaml');
    assert.equal(text.match(/^# pulled/gm)?.length, 14);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('goes to the code in codebook.yaml', async () => {
    await run('goToCode', (await code('Enabler', 'Training')).element);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), studyFile('codebook.yaml').toString());
    assert.equal(editor.document.getText(editor.selection), 'training');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('shows retired codes last, without a key and marked', async () => {
    await writeFile(
      'codebook.yaml',
      original.replace('  - id: barrier\n', '  - id: barrier\n    retired: true\n'),
    );
    const roots = await waitUntil('the retired code', async () => {
      const rows = await rowsOf('codebook');
      return rows.at(-1)?.label === 'Barrier' && rows;
    });
    assert.match(roots[1]!.description, /^(?:\d+ · )?retired$/);
    assert.match(roots[1]!.spoken, /^Barrier, .*retired$/);
    assert.equal(roots[0]!.description.split(' · ')[0], '1');
  });
});
