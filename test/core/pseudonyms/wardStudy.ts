import { logOf, transcriptOf } from '../summary/exampleStudy';

/** An interview full of names. */
export const wardText = transcriptOf(
  {
    case: 'zorggroep-delta',
    organization: 'Zorggroep Delta',
    participant: 'Marijke Jansen',
    interviewer: 'Kees',
  },
  'Kees: Hoe ging dat in Assen, mevrouw Jansen?',
  'Marijke: René zei dat de kok weg moest. Toen vroeg Kok wat Rene wilde.',
  'Marijke: In Assen doet Zorggroep Delta dat met JANSEN zelf.',
);

/** A study of one interview that is full of names, also in paths, comments, memos and notes. */
export const wardStudy: Readonly<Record<string, string>> = {
  'codebook.yaml':
    'codes:\n  - {id: work, name: Werk, definition: Wat Kok deed., terms: [werk]} # van Marijke\n',
  'study.yaml':
    'title: Studie\nlanguage: nl\ncoders: [anna, bram]\ncases:\n  - id: zorggroep-delta\n    name: Delta\n    organizations:\n      - {id: Zorggroep Delta, name: Zorggroep Delta}\n',
  'notes/zorggroep-delta.md': '# Zorggroep Delta\nGesproken met Marijke Jansen.\n',
  'transcripts/zorggroep-delta/marijke-jansen.txt': wardText,
  'codings/anna/zorggroep-delta/marijke-jansen.txt.jsonl': logOf(wardText, 'anna', [
    { id: '1a', code: 'work', quote: 'René zei dat de kok weg moest', memo: 'Over Kok, denk ik' },
    { id: '1b', code: 'work', quote: 'doet Zorggroep Delta dat met JANSEN zelf' },
  ]),
  'reviews/bram/zorggroep-delta/marijke-jansen.txt.jsonl':
    '{"id": "2a", "coding": "1a", "verdict": "discuss", "comment": "Is dit Ren\\u00e9?", "by": "bram", "at": "2022-01-01T00:00:00Z"}\n',
};

/** The names in it. */
export const wardNames = `
persons:
  Marijke Jansen: Ans Bakker
  Marijke: Ans
  Jansen: Bakker
  Kees: Wim
  René: Karel
  Kok: { pseudonym: Visser, capitals: true }
places:
  Assen: Plaats 1
organizations:
  Zorggroep Delta: Organisatie A
`;
