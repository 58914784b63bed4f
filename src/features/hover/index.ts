import * as vscode from 'vscode';
import { type Code, type Codebook, numberedCodes } from '../../core/codebook/codebook';
import { isOfEarlierDefinition } from '../../core/codebook/definitions';
import { isPlaced } from '../../core/coding/coding';
import { coderOf, consensusCoder } from '../../core/coding/paths';
import type { StudyCoding } from '../../core/study';
import type { Hit } from '../../core/terms/matcher';
import { localize } from '../../core/text/localized';
import { type CodingTarget, referenceTo, writerOf } from '../../host/codingTarget';
import { plainMarkdown } from '../../host/markdown';
import { RangeBridge } from '../../host/ranges';
import type { Services } from '../../host/services';

const commands = [
  'interviewCoding.acceptText',
  'interviewCoding.choosePlace',
  'interviewCoding.changeCode',
  'interviewCoding.editMemo',
  'interviewCoding.toggleStar',
  'interviewCoding.untag',
  'interviewCoding.showCodingHistory',
  'interviewCoding.tagRange',
];

/** Says on hover which codes a passage has, by whom or by which term, and offers what can be done with them. */
export function register(services: Services): vscode.Disposable {
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
  if (!open) return undefined;
  const { study } = open.session;
  const transcript = await study.transcript(open.path);
  if (!transcript) return undefined;
  const bridge = new RangeBridge(transcript.text);
  const offset = bridge.toOffset(position);
  const here = ({ start, end }: { start: number; end: number }) => start <= offset && offset <= end;
  const codebook = await study.codebook();
  const codings = (await open.session.codings(open.path)).filter((one) => isPlaced(one) && here(one));
  const hits = (await study.hits(open.path)).filter(here);
  if (codings.length + hits.length === 0) return undefined;
  const parts = [
    ...codings.map((coding) =>
      describeCoding({ session: open.session, coding }, codebook, services.codings.isOwn(coding)),
    ),
    ...hits.map((hit) => describeHit(hit, codebook, open.path)),
  ];
  return new vscode.Hover(parts, bridge.toEditor(smallest([...codings, ...hits])));
}

function describeCoding(target: CodingTarget, codebook: Codebook, own: boolean): vscode.MarkdownString {
  const { coding, anchor, log } = target.coding;
  const text = commandMarkdown();
  const code = codebook.byId.get(coding.code);
  appendCode(text, codebook, code, coding.code);
  text.appendMarkdown(' — ').appendMarkdown(plainMarkdown(madeBy({ coding, log })));
  if (anchor === 'moved') text.appendMarkdown(` (${vscode.l10n.t('the text before it has changed')})`);
  if (anchor === 'edited') appendChange(text, target.coding, own);
  if (isOfEarlierDefinition(coding, codebook)) {
    const said = vscode.l10n.t('It was tagged when this code was defined in another way.');
    text.appendMarkdown('\n\n$(history) ').appendMarkdown(plainMarkdown(said));
  }
  if (coding.star) text.appendMarkdown(`\n\n$(star-full) ${vscode.l10n.t('Starred for the report')}`);
  if (coding.memo) text.appendMarkdown('\n\n$(note) ').appendMarkdown(plainMarkdown(coding.memo));
  appendDefinition(text, code);
  const reference = referenceTo(target);
  const repairs: Action[] = [
    [vscode.l10n.t('Accept the new text'), 'interviewCoding.acceptText', reference],
    [vscode.l10n.t('Choose its place…'), 'interviewCoding.choosePlace', reference],
  ];
  const changes: Action[] = [
    ...(anchor === 'edited' ? repairs : []),
    [vscode.l10n.t('Change code'), 'interviewCoding.changeCode', reference],
    [vscode.l10n.t('Memo'), 'interviewCoding.editMemo', reference],
    [
      coding.star ? vscode.l10n.t('Take star away') : vscode.l10n.t('Star'),
      'interviewCoding.toggleStar',
      reference,
    ],
    [vscode.l10n.t('Remove'), 'interviewCoding.untag', reference],
  ];
  const history = vscode.l10n.t('History');
  appendActions(text, [...(own ? changes : []), [history, 'interviewCoding.showCodingHistory', reference]]);
  return text;
}

function madeBy({ coding, log }: Pick<StudyCoding, 'coding' | 'log'>): string {
  const date = coding.at.slice(0, 10);
  return coderOf({ coding, log }) === consensusCoder
    ? vscode.l10n.t('settled by {0} on {1}', coding.by, date)
    : vscode.l10n.t('tagged by {0} on {1}', coding.by, date);
}

function describeHit(hit: Hit, codebook: Codebook, transcript: string): vscode.MarkdownString {
  const text = commandMarkdown();
  const code = codebook.byId.get(hit.code);
  appendCode(text, codebook, code, hit.code);
  text
    .appendMarkdown(' — ')
    .appendMarkdown(plainMarkdown(vscode.l10n.t('found by the term “{0}”', hit.term)));
  if (hit.negated) text.appendMarkdown(` (${vscode.l10n.t('negated here')})`);
  appendDefinition(text, code);
  const { start, end } = hit;
  appendActions(text, [
    [
      vscode.l10n.t('Tag this sentence'),
      'interviewCoding.tagRange',
      { transcript, code: hit.code, start, end },
    ],
  ]);
  return text;
}

function commandMarkdown(): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: commands };
  return text;
}

function appendCode(
  text: vscode.MarkdownString,
  codebook: Codebook,
  code: Code | undefined,
  id: string,
): void {
  const names = code ? pathOf(code).map((one) => localize(one.name, vscode.env.language)) : [id];
  text
    .appendMarkdown('**')
    .appendMarkdown(plainMarkdown(names.join(' / ')))
    .appendMarkdown('**');
  const number = code ? numberedCodes(codebook).indexOf(code) + 1 : 0;
  if (number > 0) text.appendMarkdown(` \`${number}\``);
}

function pathOf(code: Code): Code[] {
  return code.parent ? [...pathOf(code.parent), code] : [code];
}

function appendDefinition(text: vscode.MarkdownString, code: Code | undefined): void {
  if (!code?.definition) return;
  text.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(localize(code.definition, vscode.env.language)));
}

/** What the words of a coding were, and who may say that they are right as they now are. */
function appendChange(text: vscode.MarkdownString, coding: StudyCoding, own: boolean): void {
  const said = vscode.l10n.t('Its words have changed; they were “{0}”.', coding.coding.quote);
  const who = own ? '' : vscode.l10n.t('Only {0} can repair it.', writerOf(coding));
  text.appendMarkdown('\n\n$(edit) ').appendMarkdown(plainMarkdown([said, who].filter(Boolean).join(' ')));
}

type Action = [label: string, command: string, argument: unknown];

function appendActions(text: vscode.MarkdownString, actions: readonly Action[]): void {
  const links = actions.map(
    ([label, command, argument]) =>
      `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`,
  );
  text.appendMarkdown(`\n\n${links.join(' · ')}`);
}

function smallest<T extends { start: number; end: number }>(ranges: readonly T[]): T {
  return ranges.reduce((best, one) => (one.end - one.start < best.end - best.start ? one : best));
}
