import type { Localized } from '../text/localized';

/** An organization of a case. */
export interface Organization {
  readonly id: string;
  readonly name: Localized;
}

/** A case with its organizations, as study.yaml lists them. */
export interface Case {
  readonly id: string;
  readonly name: Localized;
  readonly organizations: readonly Organization[];
}

/** What study.yaml says. */
export interface StudySettings {
  readonly title: string;
  /** The language in which reports are written. */
  readonly language: 'en' | 'nl';
  readonly coders: readonly string[];
  readonly cases: readonly Case[];
}

/** The settings of a study that has no study.yaml. */
export const emptySettings: StudySettings = { title: '', language: 'en', coders: [], cases: [] };
