import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { commented } from '../core/exchange/support/word';
import { useStudy } from './useStudy';

const lines = [
  'Interviewer: Wat ging er mis met de beeldzorg?',
  'Respondent: ⟦1Het beeld viel steeds weg⟦2 en dan hing je daar1⟧ met z’n tweeën2⟧.',
  'Interviewer: En wat hielp er dan, dat jullie het toch zijn blijven doen?',
  'Respondent: ⟦3Een collega die naast je zit3⟧, en ⟦4tijd om het te oefenen4⟧.',
];

const comments = [
  { id: 1, author: 'Zoë', text: 'Technology fails' },
  { id: 2, author: 'Zoë', text: 'Regeldruk: veel' },
  { id: 3, author: 'Zoë', text: 'Facilitator: buddy' },
  { id: 4, author: 'Zoë', text: 'Dit vind ik een heel mooi stuk om te gebruiken.' },
];

const subtitles = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Anna de Wit>Hoe kwam u erbij om met telemonitoring te beginnen?

00:00:05.000 --> 00:00:09.000
<v Bram>De verzekeraar wilde het vergoeden, en toen begonnen we met een proef.

00:00:10.000 --> 00:00:12.000
<v Anna de Wit>Wat is er nodig om het te laten groeien?

00:00:13.000 --> 00:00:19.000
<v Bram>Dat de dokters meedoen en dat het bij ons in het systeem zit.
`;

/** What a researcher has at the beginning: interviews coded in Word, and subtitles of a meeting. */
async function incoming(folder: string): Promise<void> {
  await mkdir(join(folder, 'incoming'));
  await writeFile(join(folder, 'incoming', 'verpleegkundige.docx'), commented(lines, comments));
  await writeFile(join(folder, 'incoming', 'overleg.vtt'), subtitles);
}

describe('importing transcripts, on the packaged extension', () => {
  const vscode = useStudy({ study: 'sample', theme: 'dark', prepare: incoming });

  const row = (text: string | RegExp) =>
    vscode().page.locator('.quick-input-list .monaco-list-row', { hasText: text });

  /** Waits for a question by its placeholder. */
  const question = (placeholder: string) =>
    vscode().page.locator(`.quick-input-widget input[placeholder^="${placeholder}"]`).waitFor();

  async function importFromMenuOf(name: string): Promise<void> {
    await vscode().showViewContainer('Explorer');
    await vscode().chooseFromMenu(vscode().treeItem(name).first(), 'Import Transcripts…');
  }

  async function newCase(name: string): Promise<void> {
    await question('Which case');
    // Its name can be typed at once: nothing else is left to choose then.
    await vscode().fillIn(name);
    await expect.poll(() => row(/./).count()).toBe(1);
    await row('New case…').waitFor();
    await vscode().press('Enter');
    await vscode().page.locator('.quick-input-message', { hasText: 'What is the case called?' }).waitFor();
    await vscode().press('Enter');
  }

  it('shows from the menu of a folder what was recognized, before anything is written', async () => {
    await importFromMenuOf('incoming');
    await newCase('Wijkzorg');
    await row('overleg.vtt').waitFor();
    expect(await row('overleg.vtt').textContent()).toMatch(
      /turns: 4 · times: 4 · Dutch.*Asks the questions: Anna de Wit · Answers: Bram/,
    );
    expect(await row('verpleegkundige.docx').textContent()).toMatch(
      /turns: 4 · no times · Dutch · comments: 4.*Asks the questions: Interviewer · Answers: Respondent/,
    );
    await vscode().press('ArrowDown', 'ArrowDown');
    await vscode().page.locator('.tab.active', { hasText: 'verpleegkundige.docx' }).waitFor();
    await vscode().screenshot('import preview dark');
    await vscode().useTheme('light');
    await vscode().screenshot('import preview light');
    await vscode().useTheme('high-contrast');
    await vscode().screenshot('import preview high-contrast');
    await vscode().useTheme('dark');
    await vscode().press('Escape');
    await row('overleg.vtt').waitFor({ state: 'hidden' });
    expect(await vscode().readFile('study.yaml')).not.toContain('Wijkzorg');
  });

  it('makes a case, and codings of the comments, by clicks', async () => {
    await importFromMenuOf('incoming');
    await newCase('Wijkzorg');
    await row('verpleegkundige.docx').click();
    await question('Who asks the questions?');
    await vscode().screenshot('import interviewers');
    await vscode().page.locator('.quick-input-action .monaco-button', { hasText: 'OK' }).click();
    await row('Import into “Wijkzorg”').click();
    await question('“Regeldruk” (comments: 1) is no code yet');
    await vscode().screenshot('import unknown code');
    await vscode().pick('Workload');
    await vscode().notification('Interviews imported: 2. Codings from comments: 3.').waitFor();
    await vscode().screenshot('imported');
    expect(await vscode().readFile('study.yaml')).toContain('name: Wijkzorg');
    expect(await vscode().readFile('transcripts/wijkzorg/verpleegkundige.txt')).toContain(
      'Respondent: Het beeld viel steeds weg en dan hing je daar met z’n tweeën.',
    );
    const codings = (await vscode().readFile('codings/Zoë/wijkzorg/verpleegkundige.txt.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(codings.map(({ code, quote, memo }) => [code, quote, memo])).toEqual([
      ['technology-fails', 'Het beeld viel steeds weg en dan hing je daar', undefined],
      ['workload', 'en dan hing je daar met z’n tweeën', 'veel'],
      ['facilitator', 'Een collega die naast je zit', 'buddy'],
    ]);
  });

  it('lists what was not understood', async () => {
    await vscode().answer('Not understood or left out: 1.', 'Show What Was Left Out');
    await vscode().page.locator('.tab.active', { hasText: 'Left out of the import' }).waitFor();
    await expect.poll(() => vscode().visibleText()).toContain('“Dit vind ik een heel mooi stuk');
    await vscode().screenshot('import left out');
  });

  it('shows the codings in the Quotes view', async () => {
    await vscode().showViewContainer('Interview Coding');
    await vscode().runCommand('Interview Coding: Group Quotes By…');
    await vscode().pick('Case');
    await vscode().runCommand('Interview Coding: Focus on Quotes View');
    // The quotes may still be being grouped anew.
    await vscode().pressUntil(vscode().treeItem('en dan hing je daar met').first(), 'End', 'ArrowRight');
    await vscode().screenshot('import quotes');
  });

  it('takes a file in from the palette, by keys alone', async () => {
    await vscode().runCommand('Interview Coding: Import Transcripts…');
    await vscode()
      .page.locator('.quick-input-title', { hasText: /^Import Transcripts$/ })
      .waitFor();
    await vscode().chooseFile(join(vscode().folder, 'incoming', 'overleg.vtt'));
    await question('Which case');
    await vscode().press('ArrowDown', 'Enter');
    await row('Import into “Telemonitoring of heart failure”').waitFor();
    await vscode().press('Enter');
    await vscode().page.locator('.tab.active', { hasText: 'overleg.txt' }).waitFor();
    expect(await vscode().readFile('transcripts/heart-failure/overleg.txt')).toMatch(
      /^---\ninterviewer: Anna de Wit\n[\s\S]*\[00:00:13\] Bram: Dat de dokters/,
    );
  });

  it('takes a file in that is dragged from the Explorer onto a case', async () => {
    const go = row('Import into “Blended care in mental health”');
    await expect
      .poll(async () => {
        await drag('overleg.vtt', 'Blended care in mental health');
        return appears(go);
      })
      .toBe(true);
    await vscode().screenshot('import dropped');
    await vscode().press('Enter');
    await expect
      .poll(() =>
        vscode()
          .readFile('transcripts/mental-health/overleg.txt')
          .catch(() => ''),
      )
      .toContain('Anna de Wit: Wat is er nodig');
  });

  /** Drags a file of the folder with the mouse, over the activity bar, which opens the view, to a case. */
  async function drag(file: string, caseName: string): Promise<void> {
    const { page } = vscode();
    await vscode().showViewContainer('Explorer');
    await vscode().treeItem('incoming').first().click();
    // Opens the folder, also where the click closed it.
    await vscode().press('ArrowRight');
    await moveOver(vscode().treeItem(file).first());
    await page.mouse.down();
    const tab = page.locator('.part.activitybar').getByRole('tab', { name: 'Interview Coding' }).first();
    const title = page.locator('.part.sidebar .composite.title', { hasText: 'Interview Coding' });
    await expect
      .poll(async () => {
        await moveOver(tab);
        return title.isVisible();
      })
      .toBe(true);
    const target = vscode().treeItem(caseName).last();
    // The view takes its time to say that it takes what is held over it.
    for (let times = 0; times < 5; times++) {
      await moveOver(target);
      await page.waitForTimeout(100);
    }
    await page.mouse.up();
  }

  /** Moves the mouse to the middle of something, in steps, as a hand does. */
  async function moveOver(what: Locator): Promise<void> {
    const { x, y, width, height } = (await what.boundingBox())!;
    await vscode().page.mouse.move(x + width / 2 - 8, y + height / 2, { steps: 5 });
    await vscode().page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
  }

  function appears(what: Locator): Promise<boolean> {
    return what.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  }

  it('says all of it without an error on the console', () => {
    expect(vscode().consoleErrors()).toEqual([]);
  });
});
