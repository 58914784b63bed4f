import type { NegationLexicon } from './lexicon';

const subjects =
  "ik je jij we wij ze zij hij u men 't er dat die dit deze daar dan toch daarom daardoor".split(' ');

/** Negation in spoken Dutch. */
export const dutch: NegationLexicon = {
  negators: 'geen niet nooit zonder nauwelijks amper noch nergens niemand nimmer'.split(' '),
  negatingEndings: [],
  harmless: [
    ['niet', 'alleen'],
    ['niet', 'enkel'],
    ['niet', 'slechts'],
    ['geen', 'idee'],
    ['geen', 'twijfel'],
    ['zonder', 'twijfel'],
  ],
  closingNegators: ['niet', 'nooit', 'nergens', 'nauwelijks'],
  closers: 'meer echt hoor eigenlijk is zijn was waren bestaat bestaan'.split(' '),
  shields: 'weet weten wist wisten snap snappen begrijp begrijpen of'.split(' '),
  openers: (
    'maar want omdat terwijl hoewel dus doordat zodat als wanneer toen indien tenzij mits totdat voordat ' +
    'nadat zodra aangezien waardoor waarbij waarvoor waarom'
  ).split(' '),
  coordinators: { en: [...subjects, 'de', 'het'], of: subjects },
  complementizers: ['dat'],
  bridges: (
    'denk denken dacht dachten geloof geloven vind vinden vond vonden zeg zeggen verwacht verwachten ' +
    'zo idee gevoel indruk'
  ).split(' '),
};
