import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { contrast, parseColor } from '../../../src/core/highlight/color';
import { drawPicture } from '../../../src/core/pictures/draw';
import type { PictureData } from '../../../src/core/pictures/model';
import { codeLineOfTranscript, picturesOfCase } from '../../../src/core/pictures/pictures';
import { colorsOf, inkOn, pictureThemes, shadeOf } from '../../../src/core/pictures/theme';
import { codebook, first, type MadeInterview, second, settings, studyOf } from './studyOf';

const scores = {
  'scores/anna.yaml': '- {organization: north, domain: people, score: 2, rationale: Said so.}\n',
};

async function allOf(study: ReturnType<typeof studyOf>, transcript = 'first'): Promise<PictureData[]> {
  const line = await codeLineOfTranscript(study, `transcripts/care/${transcript}.txt`);
  return [...(await picturesOfCase(study, 'care')), line];
}

/** What is not allowed in a document that stands by itself. */
const reachesOut =
  /<script|<style|<image|<foreignObject|\son\w+=|\shref=|xlink|url\((?!#picture-)|\sstyle=|\sclass=|ecmeta|zr\d/i;

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly Node[];
}

function textsOf(node: Node): string[] {
  if (node.nodeName === '#text') return [node.value ?? ''];
  return (node.childNodes ?? []).flatMap(textsOf);
}

/** Throws where a document is not well-formed, as far as tags and entities go. */
function checkXml(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, __, self) => {
      if (end) expect(open.pop()).toBe(name);
      else if (!self) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
}

describe('a drawn picture', () => {
  it('stands by itself in every theme, and is the same every time', async () => {
    for (const data of await allOf(studyOf([first, second], scores))) {
      for (const theme of pictureThemes) {
        const { svg, width, height } = await drawPicture(data, theme);
        checkXml(svg);
        expect(svg).not.toMatch(reachesOut);
        expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        expect(svg).toContain(`width="${width}" height="${height}"`);
        expect(svg).toMatch(/role="img" aria-labelledby="(\S+)-title \1-description"/);
        expect((await drawPicture(data, theme)).svg).toBe(svg);
        expect(svg.includes('data-mark=')).toBe(theme !== 'print' && data.kind === 'code-line');
      }
    }
  });

  it('has names of its own, so that several can stand on a page', async () => {
    const drawn = await Promise.all(
      (await allOf(studyOf([first, second], scores))).map((data) => drawPicture(data, 'print')),
    );
    const ids = drawn.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows names with markup in them as they are', async () => {
    const name = `<b onload="x()">&amp; 'a' {b|c} {0}`;
    const odd: MadeInterview = { ...first, organization: 'odd', role: name };
    const study = studyOf([odd, second], {
      ...scores,
      'study.yaml': settings.replace('name: North', `name: ${JSON.stringify(name)}`),
      'codebook.yaml': codebook.replaceAll(
        /name: \{en: (Barrier|Money)[^}]*\}/g,
        () => `name: ${JSON.stringify(name)}`,
      ),
    });
    for (const data of await allOf(study)) {
      const { svg } = await drawPicture(data, 'print');
      checkXml(svg);
      expect(svg).not.toMatch(/<b[ >]/);
      const shown = textsOf(parse(svg) as unknown as Node)
        .join('')
        .replace(/\s+/g, '');
      const isNamed = data.kind !== 'balance';
      if (isNamed) expect(shown).toContain(name.replace(/\s+/g, '').slice(0, 12));
    }
  });

  it('has no character that XML forbids', async () => {
    const [data] = await picturesOfCase(studyOf([first]), 'care');
    const { svg } = await drawPicture({ ...data!, title: 'a\u0000b\ud800c\u001b' } as PictureData, 'print');
    expect(svg).toContain('a\ufffdb\ufffdc\ufffd');
  });

  it('says why there is nothing to see', async () => {
    for (const data of await picturesOfCase(studyOf([]), 'care')) {
      const { svg } = await drawPicture(data, 'print');
      checkXml(svg);
      expect(textsOf(parse(svg) as unknown as Node).join(' ')).toContain(data.empty);
    }
  });

  it('can be of two hundred interviews, each at an organization of its own', async () => {
    const many = Array.from(
      { length: 200 },
      (_, index): MadeInterview => ({
        ...first,
        name: `i${index}`,
        organization: `org-${index}`,
        role: `role ${index % 30}`,
      }),
    );
    const data = await allOf(studyOf(many), 'i7');
    const saturation = data.find(({ kind }) => kind === 'saturation');
    expect(saturation).toMatchObject({ interviews: { length: 200 } });
    for (const one of data) checkXml((await drawPicture(one, 'print')).svg);
  });

  it('of one interview has its numbers', async () => {
    const [codes] = await picturesOfCase(studyOf([first]), 'care');
    const { svg } = await drawPicture(codes!, 'dark');
    expect(textsOf(parse(svg) as unknown as Node).filter((text) => text === '1')).toHaveLength(6);
  });
});

describe('the numbers of an axis', () => {
  it('are written as the language writes them', async () => {
    const long = { ...first, turns: [...first.turns, `R: ${'ja '.repeat(5000)}`] };
    const study = studyOf([long]);
    for (const [language, figure] of [
      ['en', '4,000'],
      ['nl', '4.000'],
    ] as const) {
      const line = await codeLineOfTranscript(study, 'transcripts/care/first.txt', language);
      expect((await drawPicture(line, 'print')).svg).toContain(`>${figure}<`);
    }
  });
});

describe('the marks of a code line', () => {
  it('say which they are', async () => {
    const line = await codeLineOfTranscript(studyOf([first]), 'transcripts/care/first.txt');
    const { svg } = await drawPicture(line, 'light');
    const marks = [...svg.matchAll(/data-mark="(\d+)"/g)].map(([, index]) => Number(index));
    expect(new Set(marks)).toEqual(new Set([0, 1, 2]));
  });
});

describe('the colors', () => {
  it.each(pictureThemes)('of %s can be told from their background, and what stands on them read', (theme) => {
    const colors = colorsOf(theme);
    const background = parseColor(
      colors.background ?? { dark: '#1f1f1f', 'high-contrast': '#000000' }[theme as string] ?? '#ffffff',
    );
    const against = (color: string) => contrast(parseColor(color), background);
    for (const text of [colors.ink, colors.muted]) expect(against(text)).toBeGreaterThanOrEqual(4.5);
    for (const mark of [colors.hinders, colors.helps, colors.neutral, colors.edge]) {
      expect(against(mark)).toBeGreaterThanOrEqual(3);
    }
    for (const share of [0.01, 0.2, 0.4, 0.5, 0.6, 0.8, 1]) {
      const shade = shadeOf(share, colors);
      expect(contrast(parseColor(shade), parseColor(inkOn(shade)))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
