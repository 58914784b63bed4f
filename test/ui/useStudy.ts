import { basename } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { openStudy, type StudyOptions } from './openStudy';
import type { Workbench } from './Workbench';

/**
 * Opens a fresh copy of a study in VS Code, with the packaged extension installed, before the tests of a
 * `describe`, and closes it after them; they share the page. A failing test leaves a screenshot.
 */
export function useStudy(options: StudyOptions = {}): () => Workbench {
  const cleanUps: (() => unknown)[] = [];
  let opened: Workbench | undefined;
  const workbench = () => {
    if (!opened) throw new Error('The study is not open yet: use it inside a test.');
    return opened;
  };
  beforeAll(async () => {
    const name = basename(expect.getState().testPath ?? '');
    opened = await openStudy(options, name, (cleanUp) => cleanUps.push(cleanUp));
  });
  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => workbench().screenshot(`failed ${task.name}`));
  });
  return workbench;
}
