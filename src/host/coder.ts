import * as vscode from 'vscode';
import { isCoderName } from '../core/coding/paths';
import type { Study } from '../core/study';
import { pickOrOther } from './pickOrOther';

const key = 'interviewCoding.coder';

/** Who is coding: asked once for each study on this machine, remembered outside the shared folder. */
export class CoderIdentity implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  /** The coder's name, if it was given before. */
  current(): string | undefined {
    return this.memory.get<string>(key);
  }

  /** The coder's name; asks for it where it is not known. Undefined where the question was dismissed. */
  async need({ study }: { readonly study: Study }): Promise<string | undefined> {
    return this.current() ?? this.ask({ study });
  }

  /** Asks who is coding, and remembers the answer. */
  async ask({ study }: { readonly study: Study }): Promise<string | undefined> {
    const known = (await study.coders()).filter(isCoderName);
    const picked =
      known.length === 0
        ? { typed: '' }
        : await pickOrOther(
            known.map((label) => ({ label })),
            {
              title: vscode.l10n.t('Who is coding?'),
              placeholder: vscode.l10n.t('Your codings are saved under this name, in a folder of your own'),
              other: vscode.l10n.t('$(add) Another name…'),
            },
          );
    if (!picked) return undefined;
    const name = 'item' in picked ? picked.item.label : await this.#askName(known, picked.typed);
    if (name !== undefined) await this.set(name);
    return name;
  }

  async set(name: string): Promise<void> {
    await this.memory.update(key, name);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #askName(known: readonly string[], typed: string): Promise<string | undefined> {
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Who is coding?'),
      value: typed,
      prompt: vscode.l10n.t('A short name, such as your first name'),
      validateInput: (value) => {
        const name = value.trim();
        if (!isCoderName(name))
          return vscode.l10n.t('This becomes a folder name: use letters, digits and hyphens.');
        const other = known.find((one) => one !== name && one.toLowerCase() === name.toLowerCase());
        return (
          other && vscode.l10n.t('“{0}” is in this study already. Choose that name, or another one.', other)
        );
      },
    });
    return name?.trim();
  }
}
