/** The words by which a language denies something, as data. All are folded; `'` stands for any apostrophe. */
export interface NegationLexicon {
  /** They deny what comes after them in their clause. */
  negators: readonly string[];
  /** Endings that make any word a negator. */
  negatingEndings: readonly string[];
  /** A negator and the word after it that together deny nothing (`niet alleen`). */
  harmless: readonly (readonly [string, string])[];
  /** Negators that deny what comes before them too, when they close the clause. */
  closingNegators: readonly string[];
  /** What may stand between a closing negator and the end of its clause. */
  closers: readonly string[];
  /** Between the hit and a closing negator these take the denial for themselves (`dat weet ik niet`, `of niet`). */
  shields: readonly string[];
  /** Conjunctions that open a clause. */
  openers: readonly string[];
  /** Conjunctions that open a clause only before certain words, most of them subjects. */
  coordinators: Readonly<Record<string, readonly string[]>>;
  /** Conjunctions that open a clause unless a bridge comes shortly before them (`ik denk niet dat`). */
  complementizers: readonly string[];
  bridges: readonly string[];
}
