import * as vscode from 'vscode';
import { mapBounded } from '../../core/cache/bounded';
import { isCoderName } from '../../core/coding/paths';
import { roundsByTranscript } from '../../core/review/assignments';
import { addAssignment, addRound, type NewRound } from '../../core/settings/edit';
import type { Draw } from '../../core/settings/settings';
import { studyFiles } from '../../core/study/files';
import { localize } from '../../core/text/localized';
import { sha256Hex } from '../../core/text/sha256';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { changeYamlFile, oneByOne } from '../../host/yamlFile';
import type { InterviewTarget } from './progress';

const largestSeed = 1_000_000;

/** Asks for a round of double coding, shows which transcripts are drawn, and writes it into study.yaml. */
export async function drawRound({ studies }: Services): Promise<void> {
  const session = studies.needCurrent();
  const coders = await askCoders(session);
  if (!coders) return;
  const cases = await askCases(session);
  if (!cases) return;
  const draw = await askDraw();
  if (!draw) return;
  const { doubleCoding } = await session.study.settings();
  const proposed: NewRound = {
    round: freeName(doubleCoding.map(({ round }) => round)),
    coders,
    ...(cases.length > 0 && { cases }),
    ...(draw !== 'all' && { draw }),
  };
  if (!(await isWanted(session, proposed))) return;
  await oneByOne(() => changeYamlFile(session, studyFiles.settings, (text) => addRound(text, proposed)));
  say(vscode.l10n.t('Round {0} is in study.yaml. Its coders now code blind.', proposed.round));
}

/** Assigns the interviews that are meant to a coder, in study.yaml. */
export async function assignInterviews(
  called: InterviewTarget | undefined,
  selected: readonly Partial<InterviewTarget>[] = [],
): Promise<void> {
  const targets = selected.length > 1 ? selected.filter(isInterview) : called ? [called] : [];
  const [first] = targets;
  if (!first) throw new Hint(vscode.l10n.t('Choose interviews in the Cases view first.'));
  const { session } = first.in;
  const paths = targets.map(({ interview }) => interview.path);
  const items = (await session.study.coders()).filter(isCoderName).map((label) => ({ label }));
  const coder = (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Who codes them?') }))
    ?.label;
  if (coder === undefined) return;
  await oneByOne(() =>
    changeYamlFile(session, studyFiles.settings, (text) => addAssignment(text, coder, paths)),
  );
  say(vscode.l10n.t('{0} interviews assigned to {1} in study.yaml.', paths.length, coder));
}

function isInterview(element: Partial<InterviewTarget>): element is InterviewTarget {
  return element.interview !== undefined && element.in !== undefined;
}

async function askCoders({ study }: StudySession): Promise<readonly string[] | undefined> {
  const items = (await study.coders())
    .filter(isCoderName)
    .map((label, index) => ({ label, picked: index < 2 }));
  if (items.length < 2) {
    throw new Hint(
      vscode.l10n.t('Double coding needs two coders. Name them in study.yaml: “coders: [anna, bram]”.'),
    );
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Double coding (1 of 3)'),
    placeHolder: vscode.l10n.t('Who codes the same transcripts, each without seeing the others?'),
    canPickMany: true,
  });
  if (!picked) return undefined;
  if (picked.length < 2) throw new Hint(vscode.l10n.t('Choose at least two coders.'));
  return picked.map(({ label }) => label);
}

/** The cases to draw from; none for all of them. */
async function askCases({ study }: StudySession): Promise<readonly string[] | undefined> {
  const { cases } = await study.settings();
  if (cases.length < 2) return [];
  const items = cases.map(({ id, name }) => ({
    label: localize(name, vscode.env.language),
    id,
    picked: true,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Double coding (2 of 3)'),
    placeHolder: vscode.l10n.t('From which cases?'),
    canPickMany: true,
  });
  if (!picked || picked.length === 0) return undefined;
  return picked.length === cases.length ? [] : picked.map(({ id }) => id);
}

async function askDraw(): Promise<Draw | 'all' | undefined> {
  const seed = Math.floor(Math.random() * largestSeed);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Double coding (3 of 3)'),
    prompt: vscode.l10n.t(
      'How many transcripts are drawn: a share such as 25%, a number, or 100% for all. The seed {0} draws the same ones again.',
      seed,
    ),
    value: '25%',
    validateInput: (value) =>
      sizeOf(value) ? undefined : vscode.l10n.t('Write a share such as 25%, or a number such as 4.'),
  });
  const size = typed === undefined ? undefined : sizeOf(typed);
  if (!size) return undefined;
  return 'percent' in size && size.percent === 100 ? 'all' : { size, seed };
}

function sizeOf(typed: string): Draw['size'] | undefined {
  const [, number, percent] = /^\s*(\d{1,4}(?:[.,]\d+)?)\s*(%?)\s*$/.exec(typed) ?? [];
  const value = Number(number?.replace(',', '.'));
  if (!(value > 0)) return undefined;
  if (percent) return value <= 100 ? { percent: value } : undefined;
  return Number.isInteger(value) ? { count: value } : undefined;
}

/** Shows what a round draws, and asks whether it is to be. */
async function isWanted({ study }: StudySession, round: NewRound): Promise<boolean> {
  const transcripts = await mapBounded(await study.transcriptPaths(), async (path) => ({
    path,
    case: (await study.transcriptFacts(path))?.case,
  }));
  const settings = await study.settings();
  const { cases = [], draw } = round;
  const asRead = { ...round, cases, draw, transcripts: [] };
  const drawn = [
    ...roundsByTranscript({ ...settings, doubleCoding: [asRead] }, transcripts, sha256Hex).keys(),
  ];
  if (drawn.length === 0) throw new Hint(vscode.l10n.t('There are no transcripts to draw from.'));
  const add = {
    label: `$(add) ${vscode.l10n.t('Begin this round with {0} of {1} transcripts', drawn.length, transcripts.length)}`,
    detail: vscode.l10n.t('{0} code them without seeing each other’s codings', round.coders.join(', ')),
  };
  const picked = await vscode.window.showQuickPick(
    [
      add,
      { label: vscode.l10n.t('drawn'), kind: vscode.QuickPickItemKind.Separator },
      ...drawn.map((label) => ({ label })),
    ],
    { placeHolder: vscode.l10n.t('These transcripts are drawn. Begin the round?') },
  );
  return picked === add;
}

function freeName(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(String(number))) number++;
  return String(number);
}
