import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { isPlaced } from '../../core/coding/coding';
import type { Opinion } from '../../core/review/discussion';
import { referenceTo } from '../../host/codingTarget';
import { plainMarkdown } from '../../host/markdown';
import { RangeBridge } from '../../host/ranges';
import { codeName, marks, sayAnswer, sayReview } from '../../host/reviewLabels';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { type Discussed, discussedIn } from './toAnswer';

const commands = [
  'interviewCoding.acceptVerdict',
  'interviewCoding.keepCoding',
  'interviewCoding.discussVerdict',
];

/** Says on hover what reviewers say of the codings there, what was answered, and how to answer. */
export function registerHover(services: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**/transcripts/**' },
    { provideHover: (document, position) => provideHover(services, document, position) },
  );
}

async function provideHover(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const open = services.studies.transcriptOf(document);
  const transcript = await open?.session.study.transcript(open.path);
  if (!open || !transcript) return undefined;
  const offset = new RangeBridge(transcript.text).toOffset(position);
  const here = (await discussedIn(open.session, open.path)).filter(
    ({ coding }) => isPlaced(coding) && coding.start <= offset && offset <= coding.end,
  );
  if (here.length === 0) return undefined;
  const codebook = await open.session.study.codebook();
  return new vscode.Hover(here.map((one) => describe(services, open.session, one, codebook)));
}

function describe(
  { codings }: Services,
  session: StudySession,
  { coding, discussion }: Discussed,
  codebook: Codebook,
): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: commands };
  const code = plainMarkdown(codeName(coding.coding.code, codebook));
  text.appendMarkdown(`$(comment-discussion) **${code}** — ${plainMarkdown(coding.coding.by)}`);
  for (const opinion of discussion.opinions) appendOpinion(text, opinion, codebook);
  if (codings.isOwn(coding) && discussion.opinions.some(({ open }) => open)) {
    const argument = encodeURIComponent(JSON.stringify([referenceTo({ session, coding })]));
    const labels = [vscode.l10n.t('Accept'), vscode.l10n.t('Keep…'), vscode.l10n.t('Discuss…')];
    const links = labels.map((label, index) => `[${label}](command:${commands[index]}?${argument})`);
    text.appendMarkdown(`\n\n${links.join(' · ')}`);
  }
  return text;
}

function appendOpinion(
  text: vscode.MarkdownString,
  { reviewer, review, answer }: Opinion,
  codebook: Codebook,
): void {
  const said = [sayReview(reviewer, review, codebook), review.comment ? `“${review.comment}”` : ''];
  text.appendMarkdown(`\n\n${marks[review.verdict]} ${plainMarkdown(said.filter(Boolean).join(': '))}`);
  if (!answer) return;
  const answered = [sayAnswer(answer), answer.comment ? `“${answer.comment}”` : ''];
  text.appendMarkdown(`  \n↳ ${plainMarkdown(answered.filter(Boolean).join(': '))}`);
}
