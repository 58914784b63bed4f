import type { ScoringDomain, ScoringGroup, ScoringQuote } from '../../protocol/scoring';
import { bullets, button, element, paragraph } from '../dom';
import type { View } from './view';

/** Of more quotes than this, the others are shown when asked for. */
const mostQuotes = 8;

/** A sign with the color, for who does not see colors. */
const signs = { helps: '+', hinders: '−', neutral: '·' } as const;

/** The evidence on a domain: its balance, what is thin, and the quotes by what they speak for. */
export function evidencePart(domain: ScoringDomain, id: string, view: View): HTMLElement {
  return element(
    'div',
    { class: 'evidence' },
    element('h3', {}, view.strings.evidence),
    ...paragraph(domain.balance, { class: 'balance' }),
    ...bullets(domain.notes, { class: 'notes' }),
    element(
      'div',
      { class: 'groups' },
      ...domain.groups
        .filter(({ quotes }) => quotes.length > 0)
        .map((group) => groupPart(domain.id, group, `${id}-${group.lean}`, view)),
    ),
    button(view.strings.addEvidence, { id: `${id}-add` }, () =>
      view.send({ type: 'addEvidence', domain: domain.id }),
    ),
  );
}

function groupPart(
  domain: string,
  { lean, title, quotes }: ScoringGroup,
  id: string,
  view: View,
): HTMLElement {
  const isFull = view.opened.has(id) || quotes.length <= mostQuotes;
  const shown = isFull ? quotes : quotes.filter(({ relied }, index) => relied || index < mostQuotes);
  const more = shown.length < quotes.length;
  return element(
    'div',
    { class: `group ${lean}` },
    element('h4', {}, element('span', { 'aria-hidden': 'true' }, `${signs[lean]} `), title),
    element(
      'ul',
      { class: 'quotes' },
      ...shown.map((quote) => quotePart(domain, quote, `${id}-${quote.id}`, view)),
    ),
    ...(more
      ? [
          button(`${view.strings.showAll} (${quotes.length})`, { id: `${id}-all` }, () => {
            view.opened.set(id, true);
            view.redraw(domain);
          }),
        ]
      : []),
  );
}

function quotePart(domain: string, quote: ScoringQuote, id: string, view: View): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    id: `${id}-relied`,
    checked: quote.relied,
    'aria-describedby': id,
  });
  box.addEventListener('change', () =>
    view.send({ type: 'rely', domain, quote: quote.id, relied: box.checked }),
  );
  return element(
    'li',
    { class: quote.relied ? 'relied' : '' },
    button(quote.citation, { id, class: 'quote' }, () =>
      view.send({ type: 'open', domain, quote: quote.id }),
    ),
    element(
      'div',
      { class: 'below' },
      element('span', { class: 'remark' }, quote.remark),
      element('label', { for: `${id}-relied` }, box, ` ${view.strings.reliedOn}`),
    ),
  );
}
