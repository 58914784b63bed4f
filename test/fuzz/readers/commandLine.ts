import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../../src/cli/run';
import { UsageError } from '../../../src/cli/usage';
import { hostileNames, hostileTexts } from '../hostile';
import { demand } from '../invariants';
import { mutateText } from '../mutate';
import type { Reader } from '../reader';
import type { SeedStudy } from '../seeds';
import { damaged, fewOf } from './studies';

interface CommandLine {
  /** `STUDY` stands for the study's folder, `OUT/` for one that may be written in. */
  readonly args: readonly string[];
  readonly files: SeedStudy;
}

const verbs = ['check', 'highlight', 'summarize', 'agreement', 'maturity'];

const words = [
  ...verbs,
  ...['--coders', 'anna,bram', 'import', '--help', '-h', '--', '-', '--format', '--case', '--out'],
  ...[
    '--format=json',
    '--format=',
    '--case=',
    '--no-format',
    '-f',
    '--__proto__',
    '--constructor=x',
    '--out=OUT/a',
  ],
  ...[
    'md',
    'html',
    'json',
    'csv',
    'jsonl',
    'docx',
    'elderly-care',
    'STUDY',
    'STUDY',
    'STUDY/',
    'STUDY/study.yaml',
    'STUDY/nowhere',
  ],
];

/** The command line, in this process. */
export const commandLineReader: Reader<CommandLine> = {
  name: 'command line',
  share: 2,
  good: ({ studies }) =>
    [['check'], ['highlight'], ['summarize'], ['maturity'], ['agreement', '--coders', 'anna,bram']].map(
      ([verb, ...options]) => ({ args: [verb!, 'STUDY', ...options], files: fewOf(studies[0]!, 0) }),
    ),
  draw(draw, { studies }) {
    const word = () => {
      const known = draw.pick(words);
      if (draw.chance(0.85)) return known;
      return draw.chance(0.5) ? mutateText(draw, known) : draw.pick([...hostileNames, ...hostileTexts]);
    };
    const verb = draw.chance(0.8) ? [draw.pick(verbs), 'STUDY'] : [];
    const files = fewOf(draw.pick(studies), draw.below(1000));
    return {
      args: [...verb, ...Array.from({ length: draw.below(4) }, word)],
      files: draw.chance(0.3) ? damaged(draw, files) : files,
    };
  },
  async check({ args, files }, { scratch }) {
    const folder = mkdtempSync(join(scratch, 'cli-'));
    try {
      writeStudy(join(folder, 'study'), files);
      await demandAnswer(withFolders(args, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** An exit code that fits what was said, or a sentence. */
async function demandAnswer(args: readonly string[]): Promise<void> {
  let said = '';
  let results = 0;
  const output = {
    result: async (text: string) => {
      results += text.length;
    },
    message: (sentence: string) => {
      said += sentence;
    },
  };
  try {
    const code = await run(args, output);
    demand([0, 1, 2].includes(code), `the exit code is ${code}`);
    demand(said !== '' || results > 0 || code === 0, 'it fails without a message');
  } catch (error) {
    // What the file system says, which the process prints: any other error is a mistake of ours.
    const { code, message } = error as NodeJS.ErrnoException;
    demand(code !== undefined && message.length > 0 && !(error instanceof UsageError), `it throws ${error}`);
  }
}

/** The arguments with real folders; whatever is to be written goes into the scratch folder. */
function withFolders(args: readonly string[], folder: string): string[] {
  const study = join(folder, 'study');
  const safe = (path: string) => join(folder, 'out', path.replaceAll('..', '.').slice(0, 5_000));
  return args.map((arg, index) => {
    if (args[index - 1] === '--out') return safe(arg);
    if (arg.startsWith('--out=')) return `--out=${safe(arg.slice('--out='.length))}`;
    return arg.replace(/^STUDY/, study);
  });
}

function writeStudy(root: string, files: SeedStudy): void {
  mkdirSync(root);
  for (const [path, bytes] of files) {
    const file = join(root, path);
    if (!file.startsWith(root) || /[\0\\]|(?:^|\/)\.\.?(?:\/|$)/.test(path)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
