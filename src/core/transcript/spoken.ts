import type { Range } from '../text/range';
import { respondentSpeech, type Transcript } from './transcript';

/** Where respondents speak in a transcript, without its text. */
export interface Spoken {
  /** Turn by turn, without turns in which nothing was said. */
  readonly turns: readonly Range[];
  readonly interviewerTurns: number;
}

/** Where respondents speak in a transcript. */
export function spokenIn(transcript: Transcript): Spoken {
  return {
    turns: respondentSpeech(transcript).filter(({ start, end }) => start < end),
    interviewerTurns: transcript.turns.filter(({ interviewer }) => interviewer).length,
  };
}
