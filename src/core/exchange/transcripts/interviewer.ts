import { interviewerTest } from '../../transcript/interviewers';
import type { Turn } from '../../transcript/transcript';

interface Talk {
  readonly name: string;
  readonly turns: number;
  readonly questions: number;
  readonly characters: number;
}

/** A speaker asks at least this share of their turns. */
const asking = 0.35;

/**
 * Who asks the questions: speakers with the usual labels of interviewers, else the one whose turns are questions
 * most often, where that one also says less than another. None where nobody stands out.
 */
export function guessInterviewers(text: string, turns: readonly Turn[]): string[] {
  const talks = talksOf(text, turns);
  const names = talks.map(({ name }) => name);
  const usual = names.filter(interviewerTest(undefined, names));
  if (usual.length > 0 || talks.length < 2) return usual;
  const rate = ({ questions, turns }: Talk) => questions / turns;
  const [first, second] = [...talks].sort((a, b) => rate(b) - rate(a)) as [Talk, Talk];
  const standsOut = rate(first) >= asking && rate(first) > rate(second) * 1.5 && first.questions > 1;
  const saysLess = talks.some(({ characters }) => characters > first.characters);
  return standsOut && saysLess ? [first.name] : [];
}

function talksOf(text: string, turns: readonly Turn[]): Talk[] {
  const talks = new Map<string, Talk>();
  for (const { speaker: name, speech } of turns) {
    if (name === undefined) continue;
    const said = text.slice(speech.start, speech.end);
    const before = talks.get(name) ?? { name, turns: 0, questions: 0, characters: 0 };
    talks.set(name, {
      name,
      turns: before.turns + 1,
      questions: before.questions + (said.includes('?') ? 1 : 0),
      characters: before.characters + said.length,
    });
  }
  return [...talks.values()];
}
