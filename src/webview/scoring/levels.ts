import { element } from '../dom';

/**
 * The levels to choose from. The arrow keys go through them without choosing, so that reading them by keyboard gives
 * no score; Space, Enter or the digit of a level chooses it.
 */
export function levelsField(
  id: string,
  legend: string,
  hint: string,
  levels: readonly string[],
  chosen: number | null,
  choose: (score: number) => void,
): HTMLFieldSetElement {
  const radios = levels.map((_level, index) =>
    element('input', {
      type: 'radio',
      id: `${id}-${index + 1}`,
      name: id,
      value: String(index + 1),
      checked: chosen === index + 1,
    }),
  );
  const rows = levels.map((level, index) =>
    element(
      'div',
      { class: 'level' },
      radios[index]!,
      element('label', { for: `${id}-${index + 1}` }, element('strong', {}, String(index + 1)), ` ${level}`),
    ),
  );
  const field = element(
    'fieldset',
    { 'aria-describedby': `${id}-hint` },
    element('legend', {}, legend),
    element('p', { id: `${id}-hint`, class: 'hint' }, hint),
    ...rows,
  );
  field.addEventListener('change', (event) => choose(Number((event.target as HTMLInputElement).value)));
  field.addEventListener('keydown', (event) => onKey(event, radios));
  return field;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function onKey(event: KeyboardEvent, radios: readonly HTMLInputElement[]): void {
  const at = radios.indexOf(event.target as HTMLInputElement);
  if (at === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = steps[event.key];
  const digit = /^[1-9]$/.test(event.key) ? radios[Number(event.key) - 1] : undefined;
  if (step !== undefined) radios[(at + step + radios.length) % radios.length]!.focus();
  else if (digit) {
    digit.focus();
    digit.click();
  } else if (event.key === 'Enter') radios[at]!.click();
  else return;
  event.preventDefault();
}
