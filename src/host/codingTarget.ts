import type { StudyCoding } from '../core/study';
import type { StudySession } from './studySession';

/** A coding that a command is to act on, as a view's element hands it over. */
export interface CodingTarget {
  readonly session: StudySession;
  readonly coding: StudyCoding;
}

/** The same as plain data, as a link in a hover hands it over. */
export interface CodingReference {
  readonly transcript: string;
  readonly log: string;
  readonly id: string;
}
