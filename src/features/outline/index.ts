import * as vscode from 'vscode';
import { normalizeLineEnds } from '../../core/text/decode';
import { parseTranscript } from '../../core/transcript/parse';
import type { Transcript } from '../../core/transcript/transcript';
import { RangeBridge } from '../../host/ranges';
import type { Services } from '../../host/services';
import { foldingRanges } from './folding';
import { turnSymbols } from './symbols';

const transcripts: vscode.DocumentSelector = [
  { language: 'transcript' },
  { language: 'markdown', pattern: '**/transcripts/**' },
];

/** Lists a transcript's turns in the outline and the breadcrumbs, and lets turns and front matter be folded. */
export function register(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(transcripts, {
      provideDocumentSymbols: (document, token) => provide(services, document, token, turnSymbols),
    }),
    vscode.languages.registerFoldingRangeProvider(transcripts, {
      provideFoldingRanges: (document, _context, token) => provide(services, document, token, foldingRanges),
    }),
  );
}

async function provide<T>(
  services: Services,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
  make: (transcript: Transcript, bridge: RangeBridge) => T[],
): Promise<T[]> {
  const transcript = await transcriptOf(services, document);
  if (!transcript || token.isCancellationRequested) return [];
  return make(transcript, new RangeBridge(transcript.text));
}

/** The transcript that a document is; Markdown is one only in a study, since anything may be in a folder. */
async function transcriptOf(
  { studies }: Services,
  document: vscode.TextDocument,
): Promise<Transcript | undefined> {
  const open = studies.transcriptOf(document);
  if (open) return open.session.study.transcript(open.path);
  if (document.languageId === 'markdown') return undefined;
  return parseTranscript(document.uri.path, normalizeLineEnds(document.getText())).transcript;
}
