import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when: string;
  /** What `runCommands` runs. */
  readonly args?: { readonly commands: readonly string[] };
}

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const source = read('package.json');
const { contributes } = JSON.parse(source);
const keybindings: Keybinding[] = contributes.keybindings;
const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const dutch: Record<string, string> = JSON.parse(read('package.nls.nl.json'));

describe('the strings of the manifest', () => {
  it('are in English and in Dutch', () => {
    expect(Object.keys(dutch).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(dutch).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('are those that it uses', () => {
    const used = [...source.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
  });

  it('have the same links to commands in both languages', () => {
    const links = (text: string) => (text.match(/\(command:[^)]+\)/g) ?? []).sort();
    for (const [key, text] of Object.entries(english)) expect(links(dutch[key]!), key).toEqual(links(text));
  });

  it('include the walkthrough in both languages', () => {
    for (const { steps } of contributes.walkthroughs) {
      for (const { media } of steps) {
        expect(existsSync(join(root, media.markdown)), media.markdown).toBe(true);
        expect(existsSync(join(root, media.markdown.replace(/\.md$/, '.nls.nl.md')))).toBe(true);
      }
    }
  });
});

describe('the commands of the manifest', () => {
  it('are listed once', () => {
    expect(commands.filter((command, index) => commands.indexOf(command) !== index)).toEqual([]);
  });

  it('are the only ones that keys and menus name', () => {
    const named = [
      ...keybindings.flatMap(({ command, args }) => (command === 'runCommands' ? args!.commands : command)),
      ...(Object.values(contributes.menus) as { command: string }[][]).flat().map(({ command }) => command),
    ];
    const ofVsCode = ['list.selectAndPreserveFocus'];
    expect(named.filter((command) => ![...commands, ...ofVsCode].includes(command))).toEqual([]);
  });
});

describe('the keys of the manifest', () => {
  /** Where one writes, a key alone is a letter; in a view it is not. */
  const isInView = ({ when }: Keybinding) => when.startsWith('focusedView == interviewCoding.');
  const single = keybindings.filter((one) => !/ctrl|cmd|alt/.test(one.key) && !isInView(one));

  it('act alone only in coding mode, where they can be switched off', () => {
    expect(single.length).toBeGreaterThan(10);
    for (const { key, when } of single) {
      expect(when, key).toContain('interviewCoding.codingMode');
      expect(when, key).toContain('config.interviewCoding.singleKeys');
    }
  });

  it('act as a chord too', () => {
    const chords = keybindings.filter(({ key }) => key.startsWith('ctrl+; '));
    const withoutChord = single.filter(({ command }) => !chords.some((chord) => chord.command === command));
    expect(withoutChord).toEqual([]);
    for (const { key, mac, when } of chords) {
      expect(mac).toBe(key.replace('ctrl+;', 'cmd+;'));
      expect(when).not.toContain('singleKeys');
    }
  });

  it('are not typed characters of European keyboards', () => {
    expect(keybindings.filter(({ key }) => /ctrl\+alt|alt\+ctrl|altgr/.test(key))).toEqual([]);
  });

  it('mean one thing each', () => {
    const meanings = keybindings.map(({ key, when }) => `${key} ${when}`);
    expect(meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index)).toEqual([]);
  });

  it('of comparing stand last, and so go before the others with the same key', () => {
    const isComparing = ({ when }: Keybinding) => / interviewCoding\.comparing\b/.test(when);
    const keys = keybindings.filter(isComparing).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys)
      expect(isComparing(keybindings.findLast((one) => one.key === key)!), key).toBe(true);
  });
});
