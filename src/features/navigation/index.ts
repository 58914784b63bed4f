import * as vscode from 'vscode';
import { rootOf } from '../../core/codebook/family';
import { isPlaced } from '../../core/coding/coding';
import { overlaps, type Range } from '../../core/text/range';
import { Hint } from '../../host/errors';
import { RangeBridge } from '../../host/ranges';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { OpenTranscript } from '../../host/studyStore';

type Direction = 'next' | 'previous';

interface Kind {
  readonly find: (services: Services, open: OpenTranscript) => Promise<readonly Range[]>;
  /** Codings are selected, so that another code goes on the same quote; at hits the cursor is put. */
  readonly select: boolean;
  readonly none: () => string;
}

const kinds: Readonly<Record<'Hit' | 'UntaggedHit' | 'Coding', Kind>> = {
  Hit: {
    find: (_services, { session, path }) => session.study.hits(path),
    select: false,
    none: () => vscode.l10n.t('There are no term hits in this transcript.'),
  },
  UntaggedHit: {
    find: untaggedHits,
    select: false,
    none: () => vscode.l10n.t('Every term hit in this transcript is tagged.'),
  },
  Coding: {
    find: async (_services, { session, path }) => (await session.codings(path)).filter(isPlaced),
    select: true,
    none: () => vscode.l10n.t('There are no codings in this transcript yet.'),
  },
};

/** Goes from hit to hit and from coding to coding; round the end to the beginning. */
export function register(services: Services): vscode.Disposable {
  const commands = Object.entries(kinds).flatMap(([name, kind]) =>
    (['next', 'previous'] as const).map((direction) =>
      services.command(`interviewCoding.${direction}${name}`, () => go(services, kind, direction)),
    ),
  );
  return vscode.Disposable.from(...commands);
}

async function go(services: Services, kind: Kind, direction: Direction): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const open = editor && services.studies.transcriptOf(editor.document);
  const transcript = await open?.session.study.transcript(open.path);
  if (!editor || !open || !transcript) throw new Hint(vscode.l10n.t('Open a transcript of a study first.'));
  const bridge = new RangeBridge(transcript.text);
  const places = await kind.find(services, open);
  if (places.length === 0) {
    say(kind.none());
    return;
  }
  const from = bridge.toRange(editor.selection);
  const found = direction === 'next' ? after(places, from) : before(places, from);
  const target = found ?? (direction === 'next' ? places[0]! : places.at(-1)!);
  const range = bridge.toEditor(target);
  editor.selection = new vscode.Selection(range.start, kind.select ? range.end : range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (!found) {
    say(
      direction === 'next'
        ? vscode.l10n.t('From the beginning again.')
        : vscode.l10n.t('From the end again.'),
    );
  }
}

function after(places: readonly Range[], from: Range): Range | undefined {
  return places.find(
    ({ start, end }) =>
      start > from.start || (start === from.start && end > from.end && from.end > from.start),
  );
}

function before(places: readonly Range[], from: Range): Range | undefined {
  return places.findLast(({ start, end }) => start < from.start || (start === from.start && end < from.end));
}

/** Hits without a coding of the person's own in the same branch of the codebook. */
async function untaggedHits(services: Services, { session, path }: OpenTranscript): Promise<Range[]> {
  const codebook = await session.study.codebook();
  const own = (await services.codings.own(session, path)).filter(isPlaced);
  return (await session.study.hits(path)).filter(
    (hit) =>
      !own.some(
        (one) => overlaps(one, hit) && rootOf(codebook, one.coding.code) === rootOf(codebook, hit.code),
      ),
  );
}
