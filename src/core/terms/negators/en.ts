import type { NegationLexicon } from './lexicon';

const subjects = 'i you he she it we they there this that these those then so'.split(' ');

/** Negation in spoken English. */
export const english: NegationLexicon = {
  negators: 'no not never without hardly barely scarcely nor neither cannot nobody none nowhere'.split(' '),
  negatingEndings: ["n't"],
  harmless: [
    ['not', 'only'],
    ['not', 'just'],
    ['not', 'merely'],
    ['not', 'simply'],
    ['no', 'idea'],
    ['no', 'doubt'],
    ['no', 'wonder'],
    ['without', 'doubt'],
  ],
  closingNegators: [],
  closers: [],
  shields: [],
  openers: (
    'but because although though while whereas so which since if unless until when whenever where who ' +
    'whose therefore however'
  ).split(' '),
  coordinators: { and: [...subjects, 'the'], or: subjects },
  complementizers: ['that'],
  bridges: 'think thought believe believed feel felt say said expect find case'.split(' '),
};
