import assert from 'node:assert/strict';
import { activateExtension, openFile } from './workspace';

describe('the extension in a study', () => {
  it('is found and activates', async () => {
    const extension = await activateExtension();
    assert.equal(extension.isActive, true);
  });

  it('has the transcripts of a fresh copy of the fixture at hand', async () => {
    const editor = await openFile('transcripts/home-care/wijkverpleegkundige.txt');
    assert.match(editor.document.getText(), /beeldbellen/);
  });
});
