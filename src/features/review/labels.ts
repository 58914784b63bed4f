import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import type { QueueRequest } from '../../core/review/queue';
import { localize } from '../../core/text/localized';
import { codeName } from '../../host/reviewLabels';

/** What a code means, where the codebook says. */
export function definitionOf(id: string, { byId }: Codebook): string | undefined {
  const definition = byId.get(id)?.definition;
  return definition && localize(definition, vscode.env.language);
}

/** The file name of a transcript, without its ending. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** A queue in a few words. */
export function describeRequest({ coder, transcript, code, draw }: QueueRequest, codebook: Codebook): string {
  const size = draw?.size;
  return [
    coder ?? vscode.l10n.t('all other coders'),
    transcript === undefined ? '' : fileName(transcript),
    code === undefined ? '' : codeName(code, codebook),
    size === undefined ? '' : 'percent' in size ? `${size.percent} %` : String(size.count),
    draw === undefined ? '' : vscode.l10n.t('seed {0}', draw.seed),
  ]
    .filter(Boolean)
    .join(' · ');
}
