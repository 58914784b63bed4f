import { onPath } from './on-path.mjs';

/** The command of a desktop VS Code, if there is one. */
export function desktopCommand() {
  // In the terminal of a remote window `code` only talks to that window and can't load an extension's folder.
  return process.env.VSCODE_IPC_HOOK_CLI ? undefined : onPath('code', 'code.cmd');
}
