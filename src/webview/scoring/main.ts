import { readToView, type ScoringState, type ScoringStatus, type ToEditor } from '../../protocol/scoring';
import { bullets, element, keepingFocus, paragraph, table } from '../dom';
import { domainPart, drawnFrom, updateTexts } from './domain';
import { Rationales, type View } from './view';

declare function acquireVsCodeApi(): {
  postMessage(message: ToEditor): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const editor = acquireVsCodeApi();
const root = document.getElementById('scoring')!;
const rationales = new Rationales();
const kept = readKept(editor.getState());
const opened = new Set(kept.opened);
const drawn = new Map<string, string>();
let shown: ScoringState | undefined;

function show(state: ScoringState): void {
  const isFirst = shown === undefined;
  shown = state;
  keepingFocus(() => draw(state));
  if (isFirst) window.scrollTo(0, kept.scroll);
  keep();
}

function draw(state: ScoringState): void {
  const view = viewOf(state);
  const { domains, strings: _strings, ...head } = state;
  place('head', JSON.stringify(head), () => headPart(state, view));
  for (const [index, domain] of domains.entries()) {
    const id = `domain-${index}`;
    place(id, drawnFrom(domain), () => domainPart(domain, id, view));
    updateTexts(domain, id, view);
  }
  for (const section of [...root.children].slice(domains.length + 1)) section.remove();
}

/** Says how far a change has come; what else follows from it comes in the next state. */
function showStatus({ domain, who, said }: ScoringStatus): void {
  const index = shown?.domains.findIndex(({ id }) => id === domain);
  const place = document.getElementById(`domain-${index}-${who}-status`);
  if (place) place.textContent = said;
}

/** Puts a part in its place, where what it is drawn from has changed. */
function place(id: string, from: string, make: () => HTMLElement): void {
  const before = document.getElementById(id);
  if (before && drawn.get(id) === from) return;
  drawn.set(id, from);
  const made = make();
  if (before) before.replaceWith(made);
  else root.append(made);
}

function viewOf(state: ScoringState): View {
  return {
    strings: state.strings,
    rationales,
    send: (message) => editor.postMessage(message),
    redraw: (domain) => {
      drawn.delete(`domain-${state.domains.findIndex(({ id }) => id === domain)}`);
      if (shown) show(shown);
    },
    opened: {
      has: (name) => opened.has(name),
      set: (name, open) => {
        if (open) opened.add(name);
        else opened.delete(name);
        keep();
      },
    },
  };
}

function headPart(
  { title, subtitle, agreement, table: scores, overview, strings }: ScoringState,
  view: View,
): HTMLElement {
  const fold = (name: string, title: string, ...content: Node[]) => {
    const part = element(
      'details',
      { open: view.opened.has(name) },
      element('summary', { id: name }, title),
      ...content,
    );
    part.addEventListener('toggle', () => view.opened.set(name, part.open));
    return part;
  };
  return element(
    'header',
    { id: 'head' },
    element('h1', {}, title),
    ...paragraph(subtitle, { class: 'subtitle' }),
    fold('scores', scores.caption, tablePart(scores)),
    fold('overview', overview.caption, tablePart(overview), ...paragraph(agreement)),
    fold('keys', strings.keys, ...bullets(strings.keysExplained)),
  );
}

function tablePart({ caption, columns, rows }: ScoringState['table']): HTMLElement {
  return element('div', { class: 'wide' }, table(caption, columns, rows));
}

function keep(): void {
  if (!shown) return;
  const { study, organization } = shown;
  editor.setState({ study, organization, scroll: window.scrollY, opened: [...opened] });
}

function readKept(state: unknown): { scroll: number; opened: readonly string[] } {
  const { scroll, opened: names } = (state ?? {}) as { scroll?: unknown; opened?: unknown };
  return {
    scroll: typeof scroll === 'number' ? scroll : 0,
    opened: Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [],
  };
}

/** Alt with an arrow goes to the name of the next or the previous domain. */
function onKey(event: KeyboardEvent): void {
  if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  if (event.target instanceof HTMLTextAreaElement) return;
  const names = [...document.querySelectorAll<HTMLElement>('section > h2')];
  const at = names.findIndex((name) => name.parentElement?.contains(document.activeElement));
  const next = event.key === 'ArrowDown' ? names[at + 1] : names[at === -1 ? 0 : at - 1];
  next?.focus();
  next?.scrollIntoView({ block: 'start' });
  event.preventDefault();
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToView(data);
  if (message?.type === 'state') show(message.state);
  else if (message) {
    rationales.note(message);
    showStatus(message);
  }
});
let timer = 0;
window.addEventListener('scroll', () => {
  clearTimeout(timer);
  timer = setTimeout(keep, 200);
});
window.addEventListener('keydown', onKey);
editor.postMessage({ type: 'ready' });
