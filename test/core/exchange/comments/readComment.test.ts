import { describe, expect, it } from 'vitest';
import { parseCodebook } from '../../../../src/core/codebook/parse';
import { CodeLabels } from '../../../../src/core/exchange/comments/codeLabels';
import { readComment } from '../../../../src/core/exchange/comments/readComment';
import { readReply } from '../../../../src/core/exchange/comments/readReply';

const yaml = `codes:
  - {id: barrier, name: {en: Barrier, nl: Belemmering}, was: [obstacle], codes: [{id: work-load, name: Werkdruk}]}
  - {id: financing, name: 'Financiën, geld'}
  - {id: a, name: Same}
  - {id: b, name: same}
`;

async function labels(): Promise<CodeLabels> {
  return new CodeLabels((await parseCodebook('codebook.yaml', yaml, undefined)).codebook);
}

describe('a label', () => {
  it.each([
    ['barrier', 'barrier'],
    ['BELEMMERING', 'barrier'],
    ['obstacle', 'barrier'],
    ['Werk druk', undefined],
    ['work_load', 'work-load'],
    ['barrier/work load', 'work-load'],
    ['financien, geld', 'financing'],
    ['same', undefined],
    ['a', 'a'],
    ['', undefined],
    ['constructor', undefined],
  ])('%s is of code %s', async (label, code) => {
    expect((await labels()).find(label)?.id).toBe(code);
  });
});

describe('a comment', () => {
  it.each([
    ['barrier', ['barrier'], ''],
    [' Belemmering: het duurt te lang\nen nog iets ', ['Belemmering'], 'het duurt te lang\nen nog iets'],
    ['barrier; financing', ['barrier', 'financing'], ''],
    ['barrier, Financiën, geld', ['barrier', 'Financiën', 'geld'], ''],
    ['Financiën, geld', ['Financiën, geld'], ''],
    ['barrier; nieuw: memo', ['barrier', 'nieuw'], 'memo'],
    ['barrier\nfinancing\nmemo: hier', ['barrier', 'financing'], 'memo: hier'],
    ['#barrier #nieuwe_code let op', ['barrier', 'nieuwe_code'], 'let op'],
    ['let op: #barrier.', ['barrier'], 'let op:'],
    ['barrier, want dat zeggen ze hier heel vaak', ['barrier'], 'want dat zeggen ze hier heel vaak'],
    ['nieuwe code', ['nieuwe code'], ''],
    ['nieuwe code: memo', ['nieuwe code'], 'memo'],
    ['barrier; barrier', ['barrier'], ''],
    ['Dit is een opmerking over iets.', [], 'Dit is een opmerking over iets.'],
    ['Mooi!', [], 'Mooi!'],
    ['Klopt dit: dat weten ze toch echt niet hier?', ['Klopt dit'], 'dat weten ze toch echt niet hier?'],
    ['12:30', [], '12:30'],
    ['', [], ''],
  ])('%j has the labels %j', async (text, expected, memo) => {
    const known = await labels();
    expect(readComment(text, (label) => known.find(label) !== undefined)).toEqual({ labels: expected, memo });
  });
});

describe('a reply', () => {
  it.each([
    ['Eens', 'agree', ''],
    ['Mee eens, zie boven', 'agree', 'zie boven'],
    ['Oneens: financing', 'disagree', 'financing'],
    ['Niet mee eens. Dit is geld.', 'disagree', 'Dit is geld.'],
    ['Disagree', 'disagree', ''],
    ['Nieuw?', 'discuss', 'Nieuw?'],
    ['Okselfris', 'discuss', 'Okselfris'],
    ['Bespreken: hoort dit hier?', 'discuss', 'hoort dit hier?'],
    ['', 'discuss', ''],
  ])('%j says %s', (text, verdict, comment) => {
    expect(readReply(text)).toEqual({ verdict, comment });
  });
});
