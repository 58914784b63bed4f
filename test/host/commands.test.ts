import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension } from './workspace';

describe('the commands of the manifest', () => {
  it('are all there', async () => {
    const { packageJSON } = await activateExtension();
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed: string[] = packageJSON.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    assert.ok(contributed.length > 20);
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
