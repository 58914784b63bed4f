import type { Cue } from './cue';
import { isSpeaker, labelText, speakerName } from './labelText';
import { timestamp } from './times';

interface Turn {
  readonly speaker: string | undefined;
  readonly time: number;
  readonly texts: string[];
}

/** Without speakers, a new paragraph begins with the first sentence after so many seconds. */
const paragraph = 30;
const nameFirst = /^([^:]{1,80}?)\s?:\s+(?=\S)/;
/** `At 17: 30 or so` is about a time. */
const timeOfDay = /^[^:]*\b\d{1,2}\s?:\s+\d{2}\b/;

/** The text of cues, a line a turn; where nobody is named, a line for each half minute or so. */
export function cueTurns(cues: readonly Cue[]): string {
  const named = withSpeakers(cues);
  const isAnyone = named.some(({ speaker }) => speaker !== undefined);
  const turns = isAnyone ? turnsOf(named) : paragraphsOf(named);
  const labels = labelsOf(turns);
  return turns.map((turn) => lineOf(turn, labels)).join('\n');
}

/** A label for each name, no two the same. */
function labelsOf(turns: readonly Turn[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const { speaker } of turns) {
    if (speaker === undefined || labels.has(speaker)) continue;
    const name = speakerName(speaker, true);
    let label = name;
    for (let number = 2; taken.has(label); number++) label = `${name.slice(0, 36)} ${number}`;
    labels.set(speaker, label);
    taken.add(label);
  }
  return labels;
}

/** Zoom writes the name before what is said. It is one where it reads as a name, or comes back. */
function withSpeakers(cues: readonly Cue[]): Cue[] {
  const count = new Map<string, number>();
  const nameOf = (cue: Cue) =>
    cue.speaker === undefined ? nameFirst.exec(cue.text)?.[1]?.trim() : undefined;
  for (const cue of cues) {
    const name = nameOf(cue);
    if (name !== undefined) count.set(name, (count.get(name) ?? 0) + 1);
  }
  return cues.map((cue) => {
    const name = nameOf(cue);
    if (name === undefined || !isName(name, cue.text, count.get(name)! > 1)) return cue;
    return { ...cue, speaker: name, text: cue.text.replace(nameFirst, '') };
  });
}

function isName(name: string, text: string, repeated: boolean): boolean {
  if (/^\d+$/.test(name) || (!repeated && timeOfDay.test(text))) return false;
  return isSpeaker(name.slice(0, 40).trim(), false, repeated);
}

/** A cue that names nobody goes on with who spoke last. */
function turnsOf(cues: readonly Cue[]): Turn[] {
  const turns: Turn[] = [];
  for (const { speaker: named, time, text } of cues) {
    const last = turns.at(-1);
    const speaker = named ?? last?.speaker;
    if (last && last.speaker === speaker) last.texts.push(text);
    else turns.push({ speaker, time, texts: [text] });
  }
  return turns;
}

function paragraphsOf(cues: readonly Cue[]): Turn[] {
  const turns: Turn[] = [];
  for (const { time, text } of cues) {
    const last = turns.at(-1);
    const endsSentence = last !== undefined && /[.?!…]["”’']?$/.test(last.texts.at(-1)!);
    if (!last || (endsSentence && time - last.time >= paragraph)) {
      turns.push({ speaker: undefined, time, texts: [text] });
    } else last.texts.push(text);
  }
  return turns;
}

function lineOf({ speaker, time, texts }: Turn, labels: ReadonlyMap<string, string>): string {
  const said = texts.join(' ');
  if (speaker !== undefined) return `${labelText(labels.get(speaker)!, time)} ${said}`;
  const stamp = timestamp(time);
  return stamp === undefined ? said : `${stamp} ${said}`;
}
