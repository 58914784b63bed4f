import { describe, expect, it } from 'vitest';
import { otr, rtf } from './support/files';
import { bodyOf, read, warningsOf } from './support/read';

describe('a file of oTranscribe', () => {
  it('has times before turns, and paragraphs', async () => {
    const html =
      '<p><span class="timestamp" contenteditable="false" data-timestamp="123.45">2:03</span>&nbsp;I: Wat <b>vindt</b> u?</p><p>R: Goed &amp; wel.<br>Echt.</p>';
    expect(await bodyOf('a.otr', otr(html))).toBe('[00:02:03] I: Wat vindt u?\nR: Goed & wel.\nEcht.\n');
  });

  it('has times as older versions wrote them, and inside a turn', async () => {
    const html =
      '<span data-timestamp="1:02:03">x</span> I: Ja<span data-timestamp=\'62:05\'>62:05</span>en nee';
    expect(await bodyOf('a.otr', otr(html))).toBe('[01:02:03] I: Ja [01:02:05] en nee\n');
  });

  it('has text that no tag, script or style adds to', async () => {
    const html =
      '<div>I: a &lt;b&gt; <!-- niets --> < c</div><script>alert(1)</script><style>p{}</style><div>R: <img src="x" onerror="alert(1)">ja</div>';
    expect(await bodyOf('a.otr', otr(html))).toBe('I: a <b> < c\nR: ja\n');
    expect(await warningsOf('a.otr', otr(html))).toEqual(['2: import-element']);
  });

  it('says which time is none', async () => {
    const html = '<p>I: Ja</p><p><span data-timestamp="straks">?</span>R: nee</p>';
    expect(await bodyOf('a.otr', otr(html))).toBe('I: Ja\n?R: nee\n');
    expect(await warningsOf('a.otr', otr(html))).toEqual(['2: import-bad-timestamp']);
  });

  it.each(['{', '[]', '{"text": 1}', 'null', 'I: Ja'])('is not %s', async (content) => {
    await expect(read('a.otr', content)).rejects.toMatchObject({ code: 'import-bad-otr' });
  });
});

describe('a text file', () => {
  it('keeps its front matter, and the language and interviewer that it names', async () => {
    const head = '---\ncase: heart-failure\ninterviewer: Anna\nlanguage: en\n---\n';
    const imported = await read('a.txt', `${head}\n\nAnna: Hello?\nPiet:   Hi.   \n\n\n\nAnna: So?`);
    expect(imported.head).toBe(head);
    expect(imported.body).toBe('Anna: Hello?\nPiet:   Hi.\n\nAnna: So?\n');
    expect(imported.speakers.map(({ name, interviewer }) => [name, interviewer])).toEqual([
      ['Anna', true],
      ['Piet', false],
    ]);
    expect(imported.language).toBe('en');
  });

  it('has its labels in the one way', async () => {
    const text =
      '**Anna:** Dag\n(12:03) Piet: Dag\n[1:02:03] Anna: Hoe?\nPiet (0:05): Goed\n00:10 Anna:\nJa\n';
    expect(await bodyOf('a.md', text)).toBe(
      'Anna: Dag\n[00:12:03] Piet: Dag\n[01:02:03] Anna: Hoe?\n[00:00:05] Piet: Goed\n[00:00:10] Anna:\nJa\n',
    );
  });

  it('may say who speaks on lines of their own', async () => {
    const text =
      'Anna de Vries   0:03\nDag.\nHoe gaat het?\n\nPiet   0:10\nGoed.\n\nAnna de Vries   1:00:05\nJa.\n';
    expect(await bodyOf('a.txt', text)).toBe(
      '[00:00:03] Anna de Vries: Dag.\nHoe gaat het?\n\n[00:00:10] Piet: Goed.\n\n[01:00:05] Anna de Vries: Ja.\n',
    );
  });

  it('is not one where its bytes are something else', async () => {
    await expect(read('a.txt', Uint8Array.of(0, 1, 2, 3, 0, 9))).rejects.toMatchObject({
      code: 'import-not-text',
    });
    await expect(read('a.pdf', 'x')).rejects.toMatchObject({ code: 'import-unknown-format' });
    const oldWord = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1);
    await expect(read('a.docx', oldWord)).rejects.toMatchObject({ code: 'import-old-word' });
  });

  it('may be empty, or have no speakers, which is said', async () => {
    expect(await warningsOf('a.txt', ' \n')).toEqual(['1: import-empty']);
    expect(await warningsOf('a.txt', 'Wat een verhaal.')).toEqual(['1: import-no-speakers']);
  });
});

describe('Rich Text Format', () => {
  it('is read with code pages, Unicode, quotes, hyphens and what is not shown', async () => {
    const file =
      "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Arial;}}{\\info{\\title Niet}}I: caf\\'e9 \\u8220?ja\\u8221?\\~\\endash  wet\\-en\\_recht{\\*\\bkmkstart a}\\par\r\nR:\\tab {\\deleted weg}{\\b vet}\\emdash \\'80\\line ja{\\uc2\\u8364 ab}}";
    expect(await bodyOf('a.rtf', file)).toBe('I: café “ja”\u00a0– weten-recht\nR:\tvet—€\nja€\n');
  });

  it('is read in other code pages', async () => {
    const file = "{\\rtf1\\ansi\\ansicpg1250 I: \\'e8lov\\'ecK\\par R: \\u-10179?\\u-8704?}";
    expect(await bodyOf('a.rtf', file)).toBe('I: člověK\nR: 😀\n');
  });

  it('tells of pictures that are left out', async () => {
    const file = '{\\rtf1 I: ja\\par {\\pict 00ff}R: nee}';
    expect(await bodyOf('a.rtf', file)).toBe('I: ja\nR: nee\n');
    expect(await warningsOf('a.rtf', file)).toEqual(['2: import-picture']);
  });

  const annotation = (author: string, more: string, text: string) =>
    `{\\*\\atnid AB}{\\*\\atnauthor ${author}}\\chatn {\\*\\annotation${more}\\pard\\plain ${text}}`;

  it('has comments as Word and LibreOffice write them, overlapping, over paragraphs and with replies', async () => {
    const file = [
      "{\\rtf1\\ansi I: {\\*\\atrfstart 1}een {\\*\\atrfstart 2}tw\\'e9\\'e9{\\*\\atrfend 1}",
      annotation('Anna', '{\\*\\atnref 1}{\\*\\atndate 667099727}', 'drempel\\par m\\u233?mo {\\b vet}'),
      `\\par R: drie{\\*\\atrfend 2}${annotation('Bram', '{\\*\\atnref 2}', 'geld')}`,
      `${annotation('Anna', '{\\*\\atndate 0}{\\*\\atnparent -1}', 'Eens')} vier`,
      `{\\deleted weg}${annotation('', '{\\*\\atnref 2}', 'dubbel')}{\\header niet ${annotation('X', '', 'niet')}}}`,
    ].join('');
    const { body, comments } = await read('a.rtf', file);
    expect(body).toBe('I: een twéé\nR: drie vier\n');
    const ids = comments.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      comments.map(({ start, end, author, at, text, parent }) => [
        ...[body.slice(start, end), author, at, text],
        ids.indexOf(parent ?? ''),
      ]),
    ).toEqual([
      ['een twéé', 'Anna', '2024-03-04T09:15:00.000Z', 'drempel\nmémo vet', -1],
      ['twéé\nR: drie', 'Bram', undefined, 'geld', -1],
      ['R: drie vier', 'Anna', undefined, 'Eens', 1],
      ['R: drie vier', '', undefined, 'dubbel', -1],
    ]);
  });

  it('has notes where they are referred to, and text boxes after their paragraphs', async () => {
    const shape =
      '{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn name}{\\sv 202}}{\\shptxt \\pard kader\\par meer\\par}}{\\shprslt{\\*\\do kader}}}';
    const file = `{\\rtf1 I: ja{\\super\\chftn{\\*\\footnote \\chftn\\pard\\tab lacht\\par hard}} en${shape} nee\\par R: ja{\\footnote ;}o${shape}}`;
    expect(await bodyOf('a.rtf', file)).toBe(
      'I: ja [lacht hard] en nee\nkader\nmeer\nR: ja [;]o\nkader\nmeer\n',
    );
    expect(await warningsOf('a.rtf', file)).toEqual([]);
  });

  it('has comments in tables, whose cells may have several paragraphs', async () => {
    const note = annotation('Anna', '{\\*\\atnref 7}', 'geld');
    const cell = (text: string) => `\\pard\\intbl ${text}\\cell`;
    const file = `{\\rtf1 \\trowd${cell('I')}${cell('Ja?\\par Echt?')}\\row \\trowd${cell('R')}${cell(`Nee, {\\*\\atrfstart 7}dat\\par niet{\\*\\atrfend 7}${note}.`)}\\row\\trowd${cell('I')}${cell('O.')}\\row\\pard R: na}`;
    const { body, comments } = await read('a.rtf', file);
    expect(body).toBe('I: Ja?\nEcht?\nR: Nee, dat\nniet.\nI: O.\nR: na\n');
    expect(comments.map(({ start, end, text }) => [body.slice(start, end), text])).toEqual([
      ['dat\nniet', 'geld'],
    ]);
  });

  it('has tables', async () => {
    const row = (...cells: readonly string[]) =>
      `\\trowd ${cells.map((cell) => `\\intbl ${cell}\\cell `).join('')}\\row `;
    const file = `{\\rtf1 ${row('I', '0:01', 'Ja?')}${row('R', '0:02', 'Nee.')}${row('I', '0:03', 'O.')}}`;
    expect(await bodyOf('a.rtf', file)).toBe('[00:00:01] I: Ja?\n[00:00:02] R: Nee.\n[00:00:03] I: O.\n');
  });

  it('is not read where it is something else, and ends where it is cut', async () => {
    await expect(read('a.rtf', 'I: ja')).rejects.toMatchObject({ code: 'import-damaged' });
    await expect(read('a.rtf', `{\\rtf1 ${'{'.repeat(1000)}`)).rejects.toMatchObject({
      code: 'import-damaged',
    });
    const whole = Buffer.from(rtf(['I: Ja', 'R: nee']));
    for (let length = 8; length < whole.length; length++) await read('a.rtf', whole.subarray(0, length));
  });
});
