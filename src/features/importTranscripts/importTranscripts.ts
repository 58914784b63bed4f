import * as vscode from 'vscode';
import { safeName } from '../../core/exchange/names';
import type { FilePlan } from '../../core/exchange/planFile';
import { localize } from '../../core/text/localized';
import { parseFrontMatter } from '../../core/transcript/frontMatter';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { writePlanned } from '../../host/writePlanned';
import { askCase, type ChosenCase, writeCase } from './askCase';
import { askCodes } from './askCodes';
import { askEditor } from './askEditor';
import { filesToImport } from './files';
import { confirmImport } from './preview';
import type { PreviewPage } from './previewPage';
import { type ReadFiles, type RecognizedFile, readFiles } from './readFiles';
import { showResult } from './result';
import { type Answers, planOf } from './write';

/** What is to be imported, as far as it is known; the rest is asked. */
export interface ImportOrder {
  /** Files and folders. */
  readonly uris?: readonly vscode.Uri[];
  readonly caseId?: string;
}

/** A document that was exported from a study, to be reviewed in Word. */
function isReturned({ imported }: RecognizedFile): boolean {
  return imported.exported !== undefined;
}

/** Takes transcripts that were made elsewhere into the current study. */
export async function importTranscripts(
  services: Services,
  page: PreviewPage,
  order: ImportOrder,
): Promise<void> {
  const session = services.studies.needCurrent();
  const found = await filesToImport(order.uris);
  const read = found && (await readFiles(found));
  if (!read) return;
  const cases = await casesOf(session, read, order.caseId);
  if (!cases) return;
  if (!(await confirmImport(read, await namesOf(session, read, cases), page))) return;
  if (cases.asked?.isNew) await writeCase(session, cases.asked);
  const choices = new Map<string, string>();
  const plan = (file: RecognizedFile, answers: Answers) =>
    planOf(session, file, { caseId: cases.of(file), choices, ...answers });
  const written: FilePlan[] = [];
  for (const file of read.files) {
    const planned = await settled(services, session, file, (answers) => plan(file, answers), choices);
    if (planned === 'stop') break;
    await writePlanned(session, planned);
    written.push(planned);
  }
  await showResult(session, page, read, written);
}

/**
 * The plan when what needs a person is answered: turns that were edited in the study, words that are no code, and who
 * changed comments of others.
 */
async function settled(
  services: Services,
  session: StudySession,
  { source }: RecognizedFile,
  plan: (answers: Answers) => Promise<FilePlan>,
  choices: Map<string, string>,
): Promise<FilePlan | 'stop'> {
  let answers: Answers = { overwrite: false, coder: undefined };
  let planned = await plan(answers);
  if (planned.outcome === 'edited') {
    const overwrite = await askOverwrite(planned.transcript);
    if (overwrite === undefined) return 'stop';
    answers = { ...answers, overwrite };
    if (overwrite) planned = await plan(answers);
  }
  const { unknown, problems } = planned.comments;
  if (unknown.length > 0 && !(await askCodes(session, unknown, choices))) return 'stop';
  if (problems.some(({ code }) => code === 'import-comment-changed')) {
    const coder = await askEditor(services, session, source.name);
    if (coder === undefined) return 'stop';
    answers = { ...answers, coder };
  } else if (unknown.length === 0) return planned;
  return plan(answers);
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

interface Cases {
  /** The id of the case that a file goes into. */
  of(file: RecognizedFile): string;
  readonly asked: ChosenCase | undefined;
}

/** The case of each file: the one that was meant, else that of its front matter, else one that is asked for all. */
async function casesOf(
  session: StudySession,
  { files }: ReadFiles,
  meant: string | undefined,
): Promise<Cases | undefined> {
  const own = ({ imported }: RecognizedFile) => parseFrontMatter('', imported.head).frontMatter.case;
  const isAsked = meant === undefined && files.some((file) => own(file) === undefined && !isReturned(file));
  const asked = isAsked ? await askCase(session) : undefined;
  if (isAsked && !asked) return undefined;
  return { of: (file) => meant ?? safeName(own(file) ?? asked?.id ?? ''), asked };
}

/** What the cases that files go into are called; none where all files come back from review. */
async function namesOf(session: StudySession, { files }: ReadFiles, { of, asked }: Cases): Promise<string[]> {
  const { cases } = await session.study.settings();
  const ids = new Set(files.filter((file) => !isReturned(file)).map(of));
  return [...ids].map((id) =>
    id === asked?.id
      ? asked.name
      : localize(cases.find((one) => one.id === id)?.name ?? id, vscode.env.language),
  );
}
