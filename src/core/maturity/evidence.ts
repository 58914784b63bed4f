import type { Codebook, Polarity } from '../codebook/codebook';
import { coderOf, consensusCoder } from '../coding/paths';
import type { StudyCoding } from '../study';

/** An interview at an organization, with the codings in it. */
export interface EvidenceInterview {
  readonly transcript: string;
  readonly role: string | undefined;
  readonly participant: string | undefined;
  readonly codings: readonly StudyCoding[];
  /** Those of the codings that count as quotes: see `countedCodings`. */
  readonly counted: readonly StudyCoding[];
}

/** Whether a quote speaks for a domain or against it; of a code without polarity it does neither. */
export type Lean = Polarity | 'neutral';

/** A quote that bears on a domain. */
export interface EvidenceQuote {
  readonly coding: StudyCoding;
  readonly lean: Lean;
  readonly interview: EvidenceInterview;
  /** A coder's name, or `consensus`. */
  readonly coder: string;
  /** Its id, and those of the codings that it stands for by consensus: a score may name any of them. */
  readonly ids: readonly string[];
  /** True where only a score's evidence connects it to the domain, not its code. */
  readonly byHand: boolean;
}

/** What makes the evidence on a domain thin: there is none, or all of it is from one, or speaks one way. */
export type Thinness =
  | 'nothing'
  | 'one-respondent'
  | 'one-role'
  | 'one-coder'
  | 'nothing-helps'
  | 'nothing-hinders';

/** What an organization's codings say of a domain, in the order of the interviews and then by place. */
export interface DomainEvidence {
  readonly quotes: readonly EvidenceQuote[];
  readonly balance: Readonly<Record<Lean, number>>;
  readonly respondents: number;
  readonly roles: number;
  readonly coders: number;
  readonly thin: readonly Thinness[];
  /** Roles that were interviewed and are in none of the quotes. */
  readonly silentRoles: readonly string[];
  /** Those of the ids named that no coding at the organization has. */
  readonly missing: readonly string[];
}

/**
 * The evidence on a domain: the quotes whose codes bear on it, and those that scores of it name by hand.
 * @param interviews those at the organization
 * @param named the ids of codings that are evidence by hand
 */
export function evidenceOn(
  domain: string,
  interviews: readonly EvidenceInterview[],
  codebook: Codebook,
  named: ReadonlySet<string>,
): DomainEvidence {
  const quotes = interviews.flatMap((interview) => quotesIn(interview, domain, codebook, named));
  const known = new Set(quotes.flatMap(({ ids }) => ids));
  const balance = { helps: 0, hinders: 0, neutral: 0 };
  for (const { lean } of quotes) balance[lean]++;
  const roles = rolesOf(quotes.map(({ interview }) => interview));
  const counts = {
    respondents: new Set(quotes.map(({ interview }) => personOf(interview))).size,
    roles: roles.length,
    coders: codersOf(quotes),
  };
  const heard = roles.map(roleKey);
  return {
    quotes,
    balance,
    ...counts,
    thin: thinness(balance, counts),
    silentRoles: rolesOf(interviews).filter((role) => !heard.includes(roleKey(role))),
    missing: [...named].filter((id) => !known.has(id)),
  };
}

function quotesIn(
  interview: EvidenceInterview,
  domain: string,
  codebook: Codebook,
  named: ReadonlySet<string>,
): EvidenceQuote[] {
  const { codings, counted } = interview;
  const standsFor = new Set(counted.flatMap(({ coding }) => coding.from ?? []));
  const isCounted = new Set(counted);
  return codings.flatMap((one): EvidenceQuote[] => {
    const { id, from = [] } = one.coding;
    const ids = [id, ...from];
    const code = codebook.byId.get(one.coding.code);
    const bears = isCounted.has(one) && (code?.domains.includes(domain) ?? false);
    const isNamed = isCounted.has(one)
      ? ids.some((each) => named.has(each))
      : named.has(id) && !standsFor.has(id);
    if (!bears && !isNamed) return [];
    return [
      { coding: one, lean: code?.polarity ?? 'neutral', interview, coder: coderOf(one), ids, byHand: !bears },
    ];
  });
}

function thinness(
  balance: Readonly<Record<Lean, number>>,
  { respondents, roles, coders }: Pick<DomainEvidence, 'respondents' | 'roles' | 'coders'>,
): Thinness[] {
  if (respondents === 0) return ['nothing'];
  const thin: Thinness[] = [];
  if (respondents === 1) thin.push('one-respondent');
  if (roles === 1) thin.push('one-role');
  if (coders === 1) thin.push('one-coder');
  if (balance.helps === 0) thin.push('nothing-helps');
  if (balance.hinders === 0) thin.push('nothing-hinders');
  return thin;
}

/** How many coders the quotes are from; what was settled by consensus is from two at least. */
function codersOf(quotes: readonly EvidenceQuote[]): number {
  const coders = new Set(quotes.map(({ coder }) => coder));
  return coders.size + (coders.has(consensusCoder) ? 1 : 0);
}

/** An interview that names no participant is with someone else. */
function personOf({ participant, transcript }: EvidenceInterview): string {
  return JSON.stringify(participant === undefined ? [transcript] : [participant, '']);
}

/** The roles of interviews, each once however it is spelled, in order of appearance. */
function rolesOf(interviews: readonly EvidenceInterview[]): string[] {
  const roles = interviews.flatMap(({ role }) => (role?.trim() ? [role.trim()] : []));
  return [...new Map(roles.reverse().map((role) => [roleKey(role), role])).values()].reverse();
}

function roleKey(role: string): string {
  return role.trim().toLowerCase();
}
