/** Makes an element. Texts become text nodes, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A paragraph, or nothing where there is nothing to say. */
export function paragraph(text: string, attributes: Readonly<Record<string, string>> = {}): Node[] {
  return text === '' ? [] : [element('p', attributes, text)];
}

/** A list of texts, or nothing where there are none. */
export function bullets(texts: readonly string[], attributes: Readonly<Record<string, string>> = {}): Node[] {
  if (texts.length === 0) return [];
  return [element('ul', attributes, ...texts.map((text) => element('li', {}, text)))];
}

/** A button that does something. */
export function button(
  text: string,
  attributes: Readonly<Record<string, string>>,
  act: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

/** A table of texts whose first column names its rows. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const head = columns.map((column) => element('th', { scope: 'col' }, column));
  const body = rows.map(([name = '', ...cells]) =>
    element('tr', {}, element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', {}, cell))),
  );
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  );
}

/** Does what replaces parts of the page, and puts the focus and the cursor back where they were. */
export function keepingFocus(replace: () => void): void {
  const before = document.activeElement;
  const cursor =
    before instanceof HTMLTextAreaElement
      ? ([before.selectionStart, before.selectionEnd] as const)
      : undefined;
  replace();
  if (!before?.id || document.activeElement === before) return;
  const after = document.getElementById(before.id);
  const section = before.closest('section');
  if (!after && section) document.getElementById(`${section.id}-name`)?.focus({ preventScroll: true });
  after?.focus({ preventScroll: true });
  if (cursor && after instanceof HTMLTextAreaElement) after.setSelectionRange(...cursor);
}
