import * as vscode from 'vscode';
import { drawPicture } from '../../core/pictures/draw';
import type { PictureSource } from '../../core/pictures/material';
import type { CodeLine, PictureData } from '../../core/pictures/model';
import { casePictures, codeLineOfTranscript, pictureOfCase } from '../../core/pictures/pictures';
import { tableOf } from '../../core/pictures/tables';
import type { PictureTheme } from '../../core/pictures/theme';
import { noCase } from '../../core/summary/cases';
import { studyInSight } from '../../host/studyInSight';
import type { StudySession } from '../../host/studySession';
import type { PicturesState, ShownPicture } from '../../protocol/pictures';
import { notesOn } from './inSight';
import { caseOfChoice, choiceOfCase, choicesOf, type Target } from './target';

/** The numbers of what is to be shown, as far as the coder at the screen may see them. */
export function readPicture(session: StudySession, target: Target): Promise<PictureData> {
  const source = studyInSight(session);
  return target.picture === 'code-line'
    ? codeLineOfTranscript(source, target.of)
    : pictureOfCase(source, target.picture, caseOfChoice(target.of));
}

/**
 * What can be shown where something is asked for: of a case the code line of its first interview, of an interview
 * the pictures of its case, else the first there is. Undefined where there is nothing.
 */
export async function existingTarget(
  session: StudySession,
  { picture, of }: Target,
): Promise<Target | undefined> {
  const choices = await choicesOf(session, picture);
  const found = choices.find(({ id }) => id === of);
  if (found) return { picture, of };
  const { study } = session;
  const paths = await study.transcriptPaths();
  const choiceAt = async (path: string) => choiceOfCase((await study.transcriptFacts(path))?.case ?? noCase);
  const ids = await Promise.all(paths.map(choiceAt));
  const near = picture === 'code-line' ? paths[ids.indexOf(of)] : ids[paths.indexOf(of)];
  const first = near ?? choices[0]?.id;
  return first === undefined ? undefined : { picture, of: first };
}

/** Everything that the view shows. */
export async function stateOf(
  session: StudySession,
  target: Target,
): Promise<{ readonly state: PicturesState; readonly data: PictureData }> {
  const data = await readPicture(session, target);
  const [choices, notes, { svg }] = await Promise.all([
    choicesOf(session, target.picture),
    notesOn(session, {
      scores: target.picture === 'maturity',
      transcripts: await transcriptsOf(studyInSight(session), target),
    }),
    drawPicture(data, currentTheme()),
  ]);
  const state: PicturesState = {
    study: session.folder.uri.toString(),
    ...target,
    title: data.title,
    language: data.language,
    pictures: [...casePictures, 'code-line' as const].map((id) => ({ id, name: nameOf(id) })),
    choices,
    notes,
    caption: data.caption,
    svg,
    marks: data.kind === 'code-line' ? marksOf(data) : [],
    table: textTable(data),
    strings: {
      picture: vscode.l10n.t('Picture'),
      of: target.picture === 'code-line' ? vscode.l10n.t('Interview') : vscode.l10n.t('Case'),
      save: vscode.l10n.t('Save as SVG…'),
      copy: vscode.l10n.t('Copy Table'),
      table: vscode.l10n.t('The numbers as a table'),
      marks: vscode.l10n.t('Codings in the order of the interview'),
      marksExplained: vscode.l10n.t(
        'Click a mark to go to its passage. By keyboard: Left and Right go from mark to mark, Enter goes to the passage.',
      ),
    },
  };
  return { state, data };
}

async function transcriptsOf(source: PictureSource, { picture, of }: Target): Promise<readonly string[]> {
  if (picture === 'code-line') return [of];
  const caseId = caseOfChoice(of);
  const paths = await source.transcriptPaths();
  if (caseId === undefined) return paths;
  const facts = await Promise.all(paths.map((path) => source.transcriptFacts(path)));
  return paths.filter((_, index) => (facts[index]?.case ?? '') === caseId);
}

/** A picture's table in texts, as the view and the clipboard take it. */
export function textTable(data: PictureData): PicturesState['table'] {
  const { caption, columns, rows } = tableOf(data);
  return {
    caption,
    columns: columns.map(({ title }) => title),
    rows,
  };
}

function marksOf({ marks, rows }: CodeLine): PicturesState['marks'] {
  return marks.map(({ row, start, end, time, coder }, index) => ({
    index,
    label: [
      rows[row]!.path,
      vscode.l10n.t('words {0} to {1}', start + 1, end),
      ...(time === '' ? [] : [time]),
      coder,
    ].join(', '),
  }));
}

function nameOf(picture: ShownPicture): string {
  switch (picture) {
    case 'codes':
      return vscode.l10n.t('Codes by organization and role');
    case 'balance':
      return vscode.l10n.t('What hinders and what helps, by domain');
    case 'maturity':
      return vscode.l10n.t('Maturity of the organizations');
    case 'together':
      return vscode.l10n.t('Codes that occur together');
    case 'saturation':
      return vscode.l10n.t('New codes per interview');
    case 'code-line':
      return vscode.l10n.t('Code line of an interview');
  }
}

function currentTheme(): PictureTheme {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'high-contrast';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'high-contrast-light';
  }
}
