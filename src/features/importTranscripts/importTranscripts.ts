import * as vscode from 'vscode';
import { safeName } from '../../core/exchange/names';
import type { FilePlan } from '../../core/exchange/planFile';
import { parseFrontMatter } from '../../core/transcript/frontMatter';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { askCase } from './askCase';
import { askCodes } from './askCodes';
import { filesToImport } from './files';
import { confirmImport } from './preview';
import type { PreviewPage } from './previewPage';
import { type ReadFiles, type RecognizedFile, readFiles } from './readFiles';
import { showResult } from './result';
import { planOf, writePlan } from './write';

/** What is to be imported, as far as it is known; the rest is asked. */
export interface ImportOrder {
  /** Files and folders. */
  readonly uris?: readonly vscode.Uri[];
  readonly caseId?: string;
}

/** A file with the case it goes into and what that writes. */
interface Planned {
  readonly file: RecognizedFile;
  readonly caseId: string;
  readonly plan: FilePlan;
}

/** Takes transcripts that were made elsewhere into the current study. */
export async function importTranscripts(
  { studies }: Services,
  page: PreviewPage,
  order: ImportOrder,
): Promise<void> {
  const session = studies.needCurrent();
  const found = await filesToImport(order.uris);
  const read = found && (await readFiles(found));
  if (!read) return;
  const caseOf = await casesOf(session, read, order.caseId);
  if (!caseOf) return;
  const cases = new Set(read.files.map(caseOf));
  if (!(await confirmImport(read, [...cases].join(', '), page))) return;
  const choices = new Map<string, string>();
  const plan = async (file: RecognizedFile, overwrite: boolean): Promise<Planned> => {
    const caseId = caseOf(file);
    return { file, caseId, plan: await planOf(session, file, caseId, choices, overwrite) };
  };
  const written: FilePlan[] = [];
  for (const file of read.files) {
    const planned = await settled(
      session,
      await plan(file, false),
      (overwrite) => plan(file, overwrite),
      choices,
    );
    if (planned === 'stop') break;
    await writePlan(session, planned.plan);
    written.push(planned.plan);
  }
  await showResult(session, page, read, written);
}

/** The plan when what needs a person is answered: turns that were edited in the study, and words that are no code. */
async function settled(
  session: StudySession,
  first: Planned,
  plan: (overwrite: boolean) => Promise<Planned>,
  choices: Map<string, string>,
): Promise<Planned | 'stop'> {
  let planned = first;
  let overwrite = false;
  if (planned.plan.outcome === 'edited') {
    const answer = await askOverwrite(planned.plan.transcript);
    if (answer === undefined) return 'stop';
    overwrite = answer;
    if (overwrite) planned = await plan(true);
  }
  const { unknown } = planned.plan.comments;
  if (unknown.length === 0) return planned;
  if (!(await askCodes(session, unknown, choices))) return 'stop';
  return plan(overwrite);
}

/** Undefined where the person stops. */
async function askOverwrite(transcript: string): Promise<boolean | undefined> {
  const [replace, keep] = [vscode.l10n.t('Replace'), vscode.l10n.t('Keep')];
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Replace the turns of {0}?', transcript),
    {
      modal: true,
      detail: vscode.l10n.t(
        'They were edited in the study, or were there before. Codings go along with their words; front matter stays.',
      ),
    },
    replace,
    keep,
  );
  return answer === undefined ? undefined : answer === replace;
}

/** The case of each file: the one that was meant, else that of its front matter, else one that is asked for all. */
async function casesOf(
  session: StudySession,
  { files }: ReadFiles,
  meant: string | undefined,
): Promise<((file: RecognizedFile) => string) | undefined> {
  const own = ({ imported }: RecognizedFile) => parseFrontMatter('', imported.head).frontMatter.case;
  const isAsked = meant === undefined && files.some((file) => own(file) === undefined);
  const asked = isAsked ? await askCase(session) : meant;
  if (isAsked && asked === undefined) return undefined;
  return (file) => meant ?? safeName(own(file) ?? asked!);
}
