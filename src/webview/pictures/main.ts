import { type PicturesState, readToView, type ShownPicture, type ToEditor } from '../../protocol/pictures';
import { bullets, button, element, paragraph, table } from '../dom';
import { markButtons } from './marks';

declare function acquireVsCodeApi(): {
  postMessage(message: ToEditor): void;
  setState(state: unknown): void;
};

const editor = acquireVsCodeApi();
const root = document.getElementById('pictures')!;
/** How far a picture is made smaller to fit; what is then still too wide is scrolled. */
const leastShare = 0.75;
let tableOpen = false;

function show(state: PicturesState): void {
  const focused = document.activeElement?.id;
  root.replaceChildren(headPart(state), picturePart(state), ...tablePart(state));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  editor.setState({ study: state.study, picture: state.picture, of: state.of });
}

function headPart({ title, pictures, picture, choices, of, strings }: PicturesState): HTMLElement {
  const pictureField = choose('picture', strings.picture, pictures, picture, (id) =>
    editor.postMessage({ type: 'choose', picture: id as ShownPicture, of: null }),
  );
  const ofField = choose('of', strings.of, choices, of, (id) =>
    editor.postMessage({ type: 'choose', picture, of: id }),
  );
  return element(
    'header',
    {},
    element('div', { class: 'fields' }, pictureField, ofField),
    element('h1', {}, title),
  );
}

function choose(
  id: string,
  label: string,
  choices: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
  act: (id: string) => void,
): HTMLElement {
  const options = choices.map((one) =>
    element('option', { value: one.id, selected: one.id === chosen }, one.name),
  );
  const field = element('select', { id }, ...options);
  field.addEventListener('change', () => act(field.value));
  return element('div', { class: 'field' }, element('label', { for: id }, label), field);
}

function picturePart(state: PicturesState): HTMLElement {
  const { svg, caption, notes, language, strings, marks } = state;
  const drawn = drawing(svg);
  const open = (mark: number) => editor.postMessage({ type: 'open', mark });
  const canvas = element('div', { class: 'canvas' }, drawn);
  const width = Number(drawn.getAttribute('width'));
  canvas.style.width = `clamp(${leastShare * width}px, 100%, ${width}px)`;
  const scrolled = element(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': state.title, lang: language },
    canvas,
  );
  if (marks.length > 0) canvas.append(markButtons(drawn, marks, strings.marks, open));
  return element(
    'section',
    {},
    ...bullets(notes, { class: 'notes' }),
    ...(marks.length > 0 ? paragraph(strings.marksExplained, { class: 'hint' }) : []),
    element(
      'figure',
      {},
      scrolled,
      element('figcaption', { lang: language }, ...caption.flatMap((one) => paragraph(one))),
    ),
    element(
      'p',
      {},
      button(strings.save, { id: 'save' }, () => editor.postMessage({ type: 'save' })),
      ' ',
      button(strings.copy, { id: 'copy' }, () => editor.postMessage({ type: 'copy' })),
    ),
  );
}

/** The picture as an element of this page; it was drawn as a document. */
function drawing(svg: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return document.importNode(documentElement, true) as unknown as SVGSVGElement;
}

function tablePart({ table: numbers, strings, language }: PicturesState): HTMLElement[] {
  if (numbers.rows.length === 0) return [];
  const made = table(numbers.caption, numbers.columns, numbers.rows);
  const fold = element(
    'details',
    { open: tableOpen },
    element('summary', { id: 'table' }, strings.table),
    element(
      'div',
      { class: 'wide', tabindex: '0', role: 'region', 'aria-label': strings.table, lang: language },
      made,
    ),
  );
  fold.addEventListener('toggle', () => {
    tableOpen = fold.open;
  });
  return [fold];
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToView(data);
  if (message) show(message.state);
});
editor.postMessage({ type: 'ready' });
