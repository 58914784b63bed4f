import type { PicturesState } from '../../protocol/pictures';
import { button, element } from '../dom';

/**
 * Buttons over the marks of a picture, to go to what they stand for. A picture is one thing to a screen reader; its
 * marks are these buttons, one stop of the Tab key, with the arrow keys from one to the next.
 */
export function markButtons(
  drawn: SVGSVGElement,
  marks: PicturesState['marks'],
  name: string,
  open: (mark: number) => void,
): HTMLElement {
  const [width, height] = ['width', 'height'].map((side) => Number(drawn.getAttribute(side))) as [
    number,
    number,
  ];
  const buttons = marks.flatMap(({ index, label }) => {
    const place = placeOf(drawn, index);
    if (!place) return [];
    const made = button('', { id: `mark-${index}`, class: 'mark', 'aria-label': label, title: label }, () =>
      open(index),
    );
    made.style.left = `${(place.x / width) * 100}%`;
    made.style.top = `${(place.y / height) * 100}%`;
    made.style.width = `${(place.width / width) * 100}%`;
    made.style.height = `${(place.height / height) * 100}%`;
    made.tabIndex = -1;
    return [made];
  });
  if (buttons[0]) buttons[0].tabIndex = 0;
  const group = element('div', { class: 'marks', role: 'group', 'aria-label': name }, ...buttons);
  group.addEventListener('keydown', (event) => goTo(event, buttons));
  return group;
}

/** The box of a mark: it is drawn as a path of lines, whose points say where it is without a layout. */
function placeOf(
  drawn: SVGSVGElement,
  index: number,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined {
  const path = drawn.querySelector(`[data-mark="${index}"]`)?.getAttribute('d');
  const box = /^M([\d.-]+) ([\d.-]+)l([\d.-]+) 0l0 ([\d.-]+)/.exec(path ?? '');
  if (!box) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = box.slice(1).map(Number);
  return { x, y, width, height };
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function goTo(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (at === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = steps[event.key];
  const next =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? buttons.length - 1
        : step === undefined
          ? undefined
          : Math.min(buttons.length - 1, Math.max(0, at + step));
  if (next === undefined) return;
  for (const [index, one] of buttons.entries()) one.tabIndex = index === next ? 0 : -1;
  buttons[next]!.focus();
  event.preventDefault();
}
