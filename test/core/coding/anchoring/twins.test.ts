import { describe, expect, it } from 'vitest';
import { anchor } from '../../../../src/core/coding/anchoring/anchor';
import { Anchors } from '../../../../src/core/coding/anchoring/anchors';
import { type AnchoredCoding, type Coding, isPlaced } from '../../../../src/core/coding/coding';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edits';
import { codingOfQuote } from '../../support/codings';

const path = 'transcripts/case/interview.txt';
const welcome = 'I: Welkom, fijn dat u er bent vandaag.\nR: Graag gedaan, het is een mooie wandeling.\n';
const question = 'I: Wat heeft u geholpen bij het leren roeien?\n';
const answer = 'R: De trainer kwam elke week langs, en hij nam altijd de tijd voor mijn vragen.\n';
const other = 'I: En het weer op de plas?\nR: Soms waait het hard, dan blijven we liever aan de kant.\n';
const goodbye = 'I: Dank u wel voor uw tijd en tot de volgende keer.\n';
const text = welcome + question + answer + other + goodbye;
const quote = 'hij nam altijd de tijd voor mijn vragen';

function described(now: string, { start, end, anchor: how }: AnchoredCoding): string {
  return `${how}: ${now.slice(start, end)}`;
}

/** Follows a coding through edits that the editor told of, or did not. */
class Open {
  readonly #anchors = new Anchors(undefined);

  constructor(
    public text: string,
    private readonly coding: Coding,
  ) {}

  async edit(edits: readonly TextEdit[], isSeen: boolean): Promise<AnchoredCoding> {
    await this.#place();
    this.text = applyEdits(this.text, edits);
    this.#anchors.change(path, this.text, isSeen ? edits : undefined);
    return this.#place();
  }

  async #place(): Promise<AnchoredCoding> {
    const [placed] = await this.#anchors.place(path, this.text, [this.coding], true);
    return placed!;
  }
}

function insertion(at: number, words: string): TextEdit {
  return { start: at, end: at, text: words };
}

function deletion(from: string, words: string): TextEdit {
  const start = from.indexOf(words);
  return { start, end: start + words.length, text: '' };
}

describe('a coding whose words were seen to come twice', () => {
  it('that stands in one of two places is not put in a third where a copy is pasted', async () => {
    const open = new Open(text, codingOfQuote(text, quote));
    const beside = insertion(welcome.length, question + answer);
    expect((await open.edit([beside], false)).anchor).toBe('ambiguous');
    expect((await open.edit([insertion(0, answer)], true)).anchor).toBe('ambiguous');
  });

  it('that was cut is not put where a copy of others that say the same is pasted', async () => {
    const twice = text + answer;
    const open = new Open(twice, codingOfQuote(twice, quote));
    expect((await open.edit([deletion(twice, answer)], true)).anchor).toBe('orphan');
    expect((await open.edit([insertion(0, answer)], true)).anchor).toBe('orphan');
  });

  it('that was cut stands again where it is pasted, as its words stand nowhere else', async () => {
    const open = new Open(text, codingOfQuote(text, quote));
    await open.edit([deletion(text, answer)], true);
    const back = await open.edit([insertion(0, answer)], true);
    expect(described(open.text, back)).toBe(`moved: ${quote}`);
  });

  it('that stands in one of two places is not put back where one of the two is taken out', async () => {
    const open = new Open(text, codingOfQuote(text, quote));
    await open.edit([insertion(text.length, 'R: Nog iets.\n')], true);
    expect((await open.edit([insertion(welcome.length, question + answer)], false)).anchor).toBe('ambiguous');
    const second = welcome.length + question.length + answer.length;
    const gone = { start: second, end: second + question.length + answer.length, text: '' };
    expect(isPlaced(await open.edit([gone], true))).toBe(false);
  });

  it('that was taken out unseen is not put on the twin that was left', async () => {
    const turn = question + answer;
    const between = 'I: O ja?\n';
    const twice = turn + between + turn + goodbye;
    const open = new Open(twice, codingOfQuote(twice, quote, 1));
    const start = turn.length + between.length;
    const gone = { start, end: start + turn.length, text: '' };
    expect(isPlaced(await open.edit([gone], false))).toBe(false);
    expect(isPlaced(await open.edit([insertion(0, turn)], false))).toBe(false);
  });
});

describe('a coding of a word or two, by its own words and context', () => {
  it('is not put on a word that stands where it and its neighbor did', () => {
    const front =
      '---\ncase: rowing\norganization: club-1\nparticipant: P02\nrole: coach of the youth\n---\n';
    const coding = codingOfQuote(front + text, 'participant');
    const now = (front + text).replace('1\nparticipant', 'participant');
    expect(anchor(now, coding).anchor).toBe('ambiguous');
  });

  it('stays on its own word where that stands nowhere else and all that came after it still does', () => {
    const said = 'R: Het kost veel tijd. En de cursus die wij daar volgden was echt goed.\n';
    const coding = codingOfQuote(said, 'veel tijd');
    const found = anchor(said.replace('kost veel', 'kost ons echt heel veel'), coding);
    expect(found).toMatchObject({ anchor: 'moved' });
  });

  it('is ambiguous where its line was put right before it once more', () => {
    const front = '---\nclub: rowing-club\norganization: club-1\nparticipant: P02\n---\n';
    const coding = codingOfQuote(front + text, 'rowing-club');
    const now = `${front + text}`.replace('---\n', '---\nI: Hoe heet de club?\nclub: rowing-club\n');
    expect(isPlaced(anchor(now, coding))).toBe(false);
  });

  it('is ambiguous where it was copied with what stood before it, right behind it', () => {
    const coding = codingOfQuote(text, 'elke week');
    const now = `X${text.replace('elke week', 'elke week leren roeien?\nR: De trainer kwam elke week')}`;
    expect(isPlaced(anchor(now, coding))).toBe(false);
  });

  it('is ambiguous where it moved like none of those around it, and lacks a letter of its context', async () => {
    const aside = 'R: Dat was nog voor de brug er lag, en voor de nieuwe steiger kwam, geloof ik.\n'.repeat(
      4,
    );
    const first = welcome + question + answer + aside + other + goodbye;
    const all = ['fijn dat u er', 'week', 'op de plas', 'tot de volgende keer'].map((words) =>
      codingOfQuote(first, words, 0, { id: words }),
    );
    const placedIn = async (said: string) => {
      const now = welcome + aside + said + other + goodbye;
      const placed = await new Anchors(undefined).place(path, now, all, false);
      return placed.map(({ anchor: how }) => how);
    };
    const { prefix } = all[1]!;
    const lacking = (question + answer).replace(prefix, `u${prefix.slice(1)}`);
    expect(await placedIn(question + answer)).toEqual(['exact', 'moved', 'exact', 'exact']);
    expect(await placedIn(lacking)).toEqual(['exact', 'ambiguous', 'exact', 'exact']);
  });

  it('is ambiguous where it moved a line more than those around it, and has half of its context', async () => {
    const all = ['fijn dat u er', 'Wat heeft u', 'elke week', 'tot de volgende keer'].map((words) =>
      codingOfQuote(text, words, 0, { id: words }),
    );
    const line = 'R: Dat was op zaterdag, na het eten, geloof ik.\nI: En daarna?\n';
    const now = text.replace('R: De trainer', `${line}R: Een trainer`).replace(other, '');
    const placed = await new Anchors(undefined).place(path, now, all, false);
    expect(placed.map(({ anchor: how }) => how)).toEqual(['exact', 'exact', 'ambiguous', 'moved']);
  });

  it('needs all of its context where it moved far and no others tell', async () => {
    const coding = codingOfQuote(text, 'elke week');
    const placedIn = async (now: string) => {
      const [placed] = await new Anchors(undefined).place(path, now, [coding], false);
      return placed!.anchor;
    };
    const line = 'R: Dat was op zaterdag, na het eten, geloof ik.\n';
    const edited = text.replace('De trainer', 'Een trainer');
    expect(await placedIn(`Ja.\n${edited}`)).toBe('moved');
    expect(await placedIn(line + text)).toBe('moved');
    expect(await placedIn(line + edited)).toBe('ambiguous');
  });

  it('moves along with what stands on both sides of it', () => {
    const coding = codingOfQuote(text, 'elke week');
    const now = `R: Nog iets vooraf.\n${text}`;
    expect(described(now, anchor(now, coding))).toBe('moved: elke week');
  });
});

describe('a coding of a sentence, by its own words and context', () => {
  it('is ambiguous where it was copied with its context and its own was edited', () => {
    const long = answer.replace('.\n', '. Daarna ging het roeien eigenlijk vanzelf.\n');
    const first = welcome + question + long + other + goodbye;
    const said = codingOfQuote(first, answer.slice(3, -2));
    const now = `R: Nog iets.\n${first.replace(long, long + answer)}`;
    expect(anchor(now, said).anchor).toBe('ambiguous');
  });

  it('is ambiguous where a copy was put right behind it and it was edited', () => {
    const asked = codingOfQuote(text, 'Wat heeft u geholpen bij het leren roeien?');
    const now = text.replace(asked.quote, `Watr heeft u geholpen bij het leren roeien?${asked.quote}`);
    expect(anchor(now, asked).anchor).toBe('ambiguous');
  });

  it('is ambiguous where words were put in it and in a copy of it, and more in one of the two', async () => {
    const coding = codingOfQuote(text, 'Wat heeft u geholpen bij het leren roeien?');
    const put = question.replace('geholpen', 'geholpen en dan ook de anderen');
    const more = put.replace('Wat', 'Wat ze met name dan ook').replace('roeien?\n', 'roeien?\ner was ');
    const now = text.replace(question + answer, more + answer.replace('R: De trainer ', '') + put + answer);
    const [placed] = await new Anchors(undefined).place(path, now, [coding], false);
    expect(isPlaced(placed!)).toBe(false);
  });

  it('does not take in the words that stood before it, as a part of it was taken out', () => {
    const plain = `${welcome}R: Wat betekende dat? Hoe ga je mensen leren roeien? Wat betekent dat voor de club? En hoe gaat het dan later?\n`;
    const cost = codingOfQuote(plain, 'Wat betekent dat voor de club');
    const now = plain.replace('leren roeien? Wat betekent dat ', '');
    const placed = anchor(now, cost);
    expect(now.slice(placed.start, placed.end)).not.toContain('mensen');
  });

  it('does not begin on a line that begins like its own, as the beginning of its own was taken out', async () => {
    const about = 'dat was nog een hele klus…\nI: Wat kunt u vertellen over: ';
    const after = `${about}voorwaarden voor verdere invoering?\n${other}`;
    const plain = `${welcome}R: Ja, ${about}voorwaarden voor de invoering tot op heden?\n${answer}R: Nee, ${after}`;
    const coding = codingOfQuote(plain, 'voorwaarden voor verdere invoering?');
    const now = plain.replace(`${answer}R: Nee, ${about}voorwaarden`, '');
    const [placed] = await new Anchors(undefined).place(path, now, [coding], false);
    expect(now.slice(placed!.start, placed!.end)).not.toContain('heden');
  });

  it('moves past others with all that stood on both sides of it, and is ambiguous where that was edited', async () => {
    const film =
      'I: En de film?\nR: Die ging over een oude veerman die niet meer wilde varen, geloof ik.\n'.repeat(3);
    const first = welcome + question + answer + other + film + goodbye;
    const others = ['het is een mooie wandeling', 'Wat heeft u geholpen', 'tot de volgende keer'];
    const all = [...others, quote].map((said) => codingOfQuote(first, said, 0, { id: said }));
    const placedIn = async (moved: string) => {
      const now = welcome + question + film + goodbye + moved + other;
      const placed = await new Anchors(undefined).place(path, now, all, false);
      return described(now, placed.at(-1)!);
    };
    expect(await placedIn(answer)).toBe(`moved: ${quote}`);
    expect(await placedIn(answer.replace('langs, en', 'langs en,'))).toMatch(/^ambiguous/);
  });
});

describe('a coding whose end was taken out', () => {
  it('does not end on words that were put in it, though a text in between was not seen', async () => {
    const open = new Open(text, codingOfQuote(text, `De trainer kwam elke week langs, en ${quote}`));
    const at = text.indexOf('de tijd');
    await open.edit([insertion(at, 'wat ik al zei over de boot en het water daar, ')], true);
    await open.edit([insertion(0, 'R: Nog iets vooraf dat niemand zag.\n')], false);
    const own = open.text.indexOf('de tijd voor mijn vragen');
    const gone = { start: own, end: own + 'de tijd voor mijn vragen'.length, text: '' };
    const left = await open.edit([gone], true);
    expect(described(open.text, left)).toBe('edited: De trainer kwam elke week langs, en hij nam altijd');
  });
});

describe('a coding in which words were put, and whose end was taken out', () => {
  it('is what is left of it where these are more than that', async () => {
    const open = new Open(text, codingOfQuote(text, quote));
    const within = text.indexOf('altijd de tijd');
    await open.edit([insertion(within, 'wat de anderen ook zeiden. ')], true);
    const left = await open.edit([deletion(open.text, `altijd de tijd voor mijn vragen.\n${other}`)], true);
    expect(described(open.text, left)).toBe('edited: hij nam');
  });
});

/** Two turns of one interview that say the same, after one question and after another. */
const both =
  'R: ...Ja, de trainer kwam elke week langs op de fiets, en hij nam altijd de tijd voor mijn vragen';
const asked = 'I: Wat kunt u vertellen over: de eerste jaren?\n';
const first = `${both}.\nR: ...En dan was er de steiger, die lag toen nog aan de andere kant van de plas.\n`;
const second = `${both}…\nI: Wat kunt u vertellen over: wensen?\nR: ...Een nieuwe boot, dat zou mooi zijn.\n`;

describe('codings of words that are said in two turns', () => {
  const before = welcome + asked + first + other + question + second + goodbye;
  const cases = ['elke week langs', 'de trainer kwam elke week langs op de fiets', quote];
  const codings = [
    codingOfQuote(before, 'het is een mooie wandeling', 0, { id: 'welcome' }),
    codingOfQuote(before, 'Ja, de trainer kwam elke week langs op de fiets', 0, { id: 'first' }),
    ...cases.map((words) => codingOfQuote(before, words, 1, { id: words })),
  ];

  it('do not all stand in the one that is left', async () => {
    const now = before.replace(question + second, '');
    const placed = await new Anchors(undefined).place(path, now, codings, false);
    expect(described(now, placed[1]!)).toMatch(/: Ja, de trainer kwam/);
    expect(placed.slice(2).filter(isPlaced)).toEqual([]);
  });

  it('stay in theirs where a turn came in between and the other one is gone', async () => {
    const turn = other.replace('de plas', 'het meer').replace('aan de kant', 'nog een dag thuis').repeat(2);
    const now = (welcome + asked + turn + first + other + goodbye).replace('de fiets,', 'de fiets, dat wel,');
    const anchors = new Anchors(undefined);
    anchors.leave(path, before, await anchors.place(path, before, codings, false));
    const placed = await anchors.place(path, now, codings, false);
    expect(described(now, placed[1]!)).toMatch(/: Ja, de trainer kwam/);
    expect(placed.slice(2).filter(isPlaced)).toEqual([]);
  });
});

describe('a coding of words that two turns say nearly alike', () => {
  const turn = question + answer;
  const twin = turn.replace('leren roeien', 'leren zeilen').replace('vragen.', 'vragen en zorgen.');
  const before = welcome + turn + other + twin + goodbye;

  async function followed(now: string, coding: Coding): Promise<AnchoredCoding> {
    const open = new Open(before, coding);
    return open.edit([{ start: 0, end: before.length, text: now }], false);
  }

  it.each(['kwam elke week langs', 'week'])('is ambiguous where the two change places: %s', async (words) => {
    const swapped = welcome + twin + other + turn + goodbye;
    expect((await followed(swapped, codingOfQuote(before, words))).anchor).toBe('ambiguous');
    expect((await followed(swapped, codingOfQuote(before, words, 1))).anchor).toBe('ambiguous');
  });

  it('is not put on the other one where that came to stand in its place', async () => {
    const said = '...dus de trainer kwam elke week langs, en hij nam altijd de tijd voor mijn vragen';
    const cold = `R: Het was toen koud. ${said}.\n`;
    const between = other + question + other.replace('de plas', 'het meer');
    const first = `${welcome}${cold}${between}R: ${said}, en dat hielp.\n${goodbye}`;
    const coding = codingOfQuote(first, 'week', 1);
    const anchors = new Anchors(undefined);
    anchors.leave(path, first, await anchors.place(path, first, [coding], false));
    const now = welcome + between + cold.replace('koud. ', 'koud. En de wind stond ook verkeerd') + goodbye;
    const [placed] = await anchors.place(path, now, [coding], false);
    expect(isPlaced(placed!)).toBe(false);
  });

  it('stands where it stood when what is around it or the other one was edited', async () => {
    const coding = codingOfQuote(before, quote);
    const edited = before.replace('elke week', 'toen elke week');
    expect(await followed(edited, coding)).toMatchObject({ anchor: 'moved' });
    expect(await followed(before.replace('leren zeilen', 'goed zeilen'), coding)).toMatchObject({
      anchor: 'exact',
    });
    expect(await followed(before.replace(other + twin, ''), coding)).toMatchObject({ anchor: 'exact' });
  });
});

describe('a coding of a turn', () => {
  it('is not put on the part of it that another turn says too', async () => {
    const more = 'Dat deed hij met veel plezier, en hij kwam ook op zondag langs in de winter.\n';
    const long = `R: Ja. De trainer kwam altijd, en hij nam altijd de tijd voor al mijn vragen over roeien; dat hielp. ${more}`;
    const part = `${other.trimEnd()} “${long.replace(more, '').replace('R: Ja. ', '')}\n`;
    const first = `${welcome + question + part + goodbye + question + long}I: En toen?\nR: Toen niets.\n`;
    const now = `${welcome + question + part}${goodbye}I: En toen?\nR: Toen niets.\n`;
    const [placed] = await new Anchors(undefined).place(path, now, [codingOfQuote(first, long)], false);
    expect(isPlaced(placed!)).toBe(false);
  });
});

describe('codings among others', () => {
  const first = welcome + question + answer + other + goodbye;

  it('of a word are not put with a copy of their context where that went past others', async () => {
    const said = ['wandeling', 'leren roeien', 'trainer', 'altijd', 'op de plas', 'tot de volgende keer'];
    const all = [...said, 'kwam'].map((words) => codingOfQuote(first, words, 0, { id: words }));
    const edited = answer.replace('trainer kwam elke', 'trainerr kwam vaak elke');
    const now = answer + first.replace(answer, edited);
    const placed = await new Anchors(undefined).place(path, now, all, false);
    expect(isPlaced(placed.at(-1)!)).toBe(false);
  });
});

describe('codings of which one stands twice', () => {
  it('are not decided by those around it where what is gone between these is as long as a copy', async () => {
    const before = `${welcome}R: Het begon met een open dag aan het water, lang geleden.\n`;
    const turn = question + answer;
    const gone = `${'R: De steiger kwam er toen ook nog bij, en de roeibaan werd verlegd'.padEnd(turn.length - 1, '.')}\n`;
    const first = before + turn + gone + other + goodbye;
    const said = [
      'een open dag aan het water',
      quote,
      'De steiger kwam er toen ook nog bij',
      'blijven we liever aan',
    ];
    const codings = said.map((words) => codingOfQuote(first, words, 0, { id: words }));
    const now = before + turn + turn + other + goodbye;
    const placed = await new Anchors(undefined).place(path, now, codings, false);
    expect(placed.map(({ anchor: how }) => how)).toEqual(['exact', 'ambiguous', 'orphan', 'exact']);
  });
});

describe('a coding with old texts at hand', () => {
  it('is ambiguous where one of them has a copy in its place, which an older one has not', async () => {
    const coding = codingOfQuote(text, quote);
    const edited = answer.replace('altijd de', 'altijd al de');
    const copied = welcome + question + answer + other + edited + other + goodbye;
    const now = copied.replace('altijd de tijd', 'altijd\nde tijd').replaceAll('week langs', 'week\nlangs');
    async function* candidates(): AsyncIterable<string> {
      yield copied;
      yield text;
    }
    const [placed] = await new Anchors({ candidates }).place(path, now, [coding], false);
    expect(placed!.anchor).toBe('ambiguous');
  });

  it('is ambiguous where one has another turn that says the same in its place, and an older one has both', async () => {
    const older = welcome + asked + first + question + second + goodbye;
    const coding = codingOfQuote(older, 'langs op de fiets');
    const another = codingOfQuote(older, 'het is een mooie wandeling', 0, { id: 'another' });
    const newer = older.replace(first + question, '');
    async function* candidates(): AsyncIterable<string> {
      yield newer;
      yield older;
    }
    const now = newer.replace(welcome, `${welcome}R: Nog iets.\n`);
    expect(newer.startsWith(coding.quote, coding.start)).toBe(true);
    const [placed] = await new Anchors({ candidates }).place(path, now, [coding, another], false);
    expect(placed!.anchor).toBe('ambiguous');
  });
});
