import type { ScoringDomain, Who } from '../../protocol/scoring';
import { bullets, button, element, paragraph, table } from '../dom';
import { evidencePart } from './evidence';
import { levelsField } from './levels';
import type { View } from './view';

/** A domain of the scale: what it is, the evidence, the score with its rationale, and what others gave. */
export function domainPart(domain: ScoringDomain, id: string, view: View): HTMLElement {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-name` },
    element('h2', { id: `${id}-name`, tabindex: '-1' }, domain.name),
    ...paragraph(domain.definition),
    ...questionsPart(domain, id, view),
    evidencePart(domain, id, view),
    ownPart(domain, id, view),
    ...othersPart(domain, id, view),
  );
}

/** What tells whether a domain has to be drawn anew: everything but the rationales, which may be being typed. */
export function drawnFrom({ own, consensus, ...domain }: ScoringDomain): string {
  return JSON.stringify([domain, own.score, consensus && { ...consensus, rationale: '' }]);
}

/** Brings the rationales and the words on how far they are saved up to date, without drawing the domain anew. */
export function updateTexts(domain: ScoringDomain, id: string, view: View): void {
  const texts = { own: domain.own.rationale, consensus: domain.consensus?.rationale ?? '' };
  for (const who of ['own', 'consensus'] as const) {
    const field = document.getElementById(`${id}-${who}-rationale`) as HTMLTextAreaElement | null;
    if (field !== document.activeElement) view.rationales.leave(domain.id, who);
    const wanted = view.rationales.typed(domain.id, who) ?? texts[who];
    if (field && field.value !== wanted) field.value = wanted;
    const status = document.getElementById(`${id}-${who}-status`);
    const said = view.rationales.said(domain.id, who);
    if (status && status.textContent !== said) status.textContent = said;
  }
}

function questionsPart({ questions }: ScoringDomain, id: string, view: View): Node[] {
  if (questions.length === 0) return [];
  const name = `${id}-questions`;
  const part = element(
    'details',
    { open: !view.opened.has(name) },
    element('summary', { id: name }, view.strings.questions),
    ...bullets(questions),
  );
  part.addEventListener('toggle', () => view.opened.set(name, !part.open));
  return [part];
}

function ownPart({ id: domain, levels, own }: ScoringDomain, id: string, view: View): HTMLElement {
  const { strings } = view;
  const choose = (score: number | null) => view.send({ type: 'score', domain, who: 'own', score });
  return element(
    'div',
    { class: 'own' },
    levelsField(`${id}-own`, strings.yourScore, strings.scoreKeys, levels, own.score, choose),
    ...rationalePart(domain, id, 'own', own.rationale, view),
    ...(own.score === null
      ? []
      : [button(strings.removeScore, { id: `${id}-own-remove`, class: 'secondary' }, () => choose(null))]),
    statusPart(id, 'own', view.rationales.said(domain, 'own')),
  );
}

function othersPart(domain: ScoringDomain, id: string, view: View): Node[] {
  const { strings } = view;
  const { hidden, others, consensus } = domain;
  if (hidden !== '') return paragraph(hidden, { class: 'hidden' });
  const rows = others.map(({ scorer, score, rationale }) => [scorer, score, rationale]);
  return [
    ...(rows.length > 0
      ? [table(strings.others, [strings.scorer, strings.score, strings.rationale], rows)]
      : []),
    ...(consensus ? [consensusPart(domain, consensus, id, view)] : []),
  ];
}

function consensusPart(
  { id: domain, levels }: ScoringDomain,
  { said, score, rationale, offer, offered }: NonNullable<ScoringDomain['consensus']>,
  id: string,
  view: View,
): HTMLElement {
  const { strings } = view;
  const settle = (to: number | null) => view.send({ type: 'score', domain, who: 'consensus', score: to });
  const isSettled = score !== null;
  return element(
    'div',
    { class: 'consensus' },
    ...paragraph(said),
    ...(offered === null ? [] : [button(offer, { id: `${id}-consensus-settle` }, () => settle(offered))]),
    levelsField(`${id}-consensus`, strings.settled, strings.scoreKeys, levels, score, settle),
    ...(isSettled ? rationalePart(domain, id, 'consensus', rationale, view) : []),
    ...(isSettled
      ? [button(strings.leaveOpen, { id: `${id}-consensus-open`, class: 'secondary' }, () => settle(null))]
      : []),
    statusPart(id, 'consensus', view.rationales.said(domain, 'consensus')),
  );
}

function rationalePart(domain: string, id: string, who: Who, saved: string, view: View): Node[] {
  const name = `${id}-${who}-rationale`;
  const field = element('textarea', { id: name, rows: '3' });
  field.value = view.rationales.typed(domain, who) ?? saved;
  field.addEventListener('input', () => {
    const rationale = field.value;
    const revision = view.rationales.type(domain, who, rationale);
    view.send({ type: 'rationale', domain, who, rationale, revision });
  });
  return [element('label', { for: name, class: 'title' }, view.strings.rationale), field];
}

function statusPart(id: string, who: Who, said: string): HTMLElement {
  return element('p', { id: `${id}-${who}-status`, class: 'status', role: 'status' }, said);
}
