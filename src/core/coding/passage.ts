import type { Range } from '../text/range';
import { sentenceAt } from '../text/sentences';
import { type Transcript, turnAt } from '../transcript/transcript';

/** The sentence at an offset of a transcript and the speech of the turn it is in; undefined outside speech. */
export function passageAt(
  transcript: Transcript,
  offset: number,
): { sentence: Range; turn: Range } | undefined {
  const turn = turnAt(transcript, offset)?.speech;
  if (!turn || turn.end === turn.start) return undefined;
  const inSpeech = Math.max(turn.start, Math.min(offset, turn.end));
  const { start, end } = sentenceAt(transcript.text, inSpeech, turn);
  return { sentence: { start, end }, turn };
}
