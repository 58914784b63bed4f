/** A project as REFI-QDA has it, whatever program made it. GUIDs are lower case, without braces. */
export interface RefiProject {
  readonly name: string;
  /** The program that made it. */
  readonly origin: string;
  readonly description: string;
  readonly users: readonly RefiUser[];
  readonly codes: readonly RefiCode[];
  readonly variables: readonly RefiVariable[];
  readonly cases: readonly RefiCase[];
  readonly sources: readonly RefiSource[];
  readonly notes: readonly RefiSource[];
  readonly links: readonly RefiLink[];
}

export interface RefiUser {
  readonly guid: string;
  readonly name: string;
}

export interface RefiCode {
  readonly guid: string;
  readonly name: string;
  readonly codable: boolean;
  /** `#rrggbb`; undefined where there is none that can be read. */
  readonly color: string | undefined;
  readonly description: string;
  /** GUIDs of notes. */
  readonly notes: readonly string[];
  readonly codes: readonly RefiCode[];
}

export interface RefiVariable {
  readonly guid: string;
  readonly name: string;
  readonly type: 'Text' | 'Boolean' | 'Integer' | 'Float' | 'Date' | 'DateTime';
}

/** What a variable is for a case or a source. */
export interface RefiValue {
  readonly variable: string;
  readonly value: string;
}

export interface RefiCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly values: readonly RefiValue[];
  /** GUIDs of sources. */
  readonly sources: readonly string[];
}

/** A text, or a note: its content in the project's file, or the name of its own file. */
export interface RefiSource {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly content: { readonly text: string } | { readonly path: string };
  readonly user: string | undefined;
  /** ISO 8601. */
  readonly at: string | undefined;
  readonly selections: readonly RefiSelection[];
  readonly notes: readonly string[];
  readonly values: readonly RefiValue[];
}

export interface RefiSelection {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly start: number;
  readonly end: number;
  readonly user: string | undefined;
  readonly at: string | undefined;
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly string[];
}

export interface RefiCoding {
  readonly guid: string;
  readonly code: string;
  readonly user: string | undefined;
  readonly at: string | undefined;
  readonly notes: readonly string[];
}

export interface RefiLink {
  readonly guid: string;
  readonly name: string;
  readonly origin: string;
  readonly target: string;
}

/** For which programs positions are counted: as the standard says, or as they do it themselves. */
export const dialects = ['standard', 'nvivo', 'maxqda', 'atlas'] as const;
export type Dialect = (typeof dialects)[number];

/** How a program counts positions, and whether the texts that it reads have line ends of two characters. */
export interface Counting {
  readonly unit: 'code point' | 'utf-16';
  readonly crlf: boolean;
  /** How many a line end of two characters counts for. */
  readonly lineEnd: 1 | 2;
}

export const countings: Readonly<Record<Dialect, Counting>> = {
  standard: { unit: 'code point', crlf: false, lineEnd: 1 },
  nvivo: { unit: 'utf-16', crlf: true, lineEnd: 2 },
  maxqda: { unit: 'code point', crlf: true, lineEnd: 1 },
  atlas: { unit: 'code point', crlf: true, lineEnd: 1 },
};
