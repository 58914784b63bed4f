import type * as vscode from 'vscode';

const key = 'interviewCoding.recentCodes';
const most = 5;

/** The codes that were used last in this study, the last one first. */
export class RecentCodes {
  constructor(private readonly memory: vscode.Memento) {}

  ids(): readonly string[] {
    return this.memory.get<string[]>(key, []);
  }

  async add(id: string): Promise<void> {
    await this.memory.update(key, [id, ...this.ids().filter((one) => one !== id)].slice(0, most));
  }
}
