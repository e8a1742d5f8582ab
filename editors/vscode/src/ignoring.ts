/** Ignoring a finding: the user is asked for a reason, the server does the rest. */

import {
  commands,
  l10n,
  Range,
  window,
  type CodeAction,
  type Command,
  type TextDocument,
} from "vscode";
import type { ExecuteCommandSignature } from "vscode-languageclient/node";

/** The command of the server that lets a finding stay. */
export const IGNORE = "appeal-lint.ignore";

/**
 * Ask for a reason whenever the server is to let a finding stay, and none is given yet.
 *
 * The server takes the address of the letter, the finding, and the reason. Whoever closes the
 * question without an answer has changed their mind.
 */
export async function askForReason(
  command: string,
  given: unknown[],
  next: ExecuteCommandSignature,
): Promise<unknown> {
  if (command !== IGNORE || given.length !== 2) {
    return next(command, given) as unknown;
  }
  const reason = await window.showInputBox({
    title: l10n.t("Why may this stay?"),
    prompt: l10n.t("The reason is kept in a file beside the letter. The letter is not changed."),
    placeHolder: l10n.t("For example: DHL starts on Monday"),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === "" ? l10n.t("Write a few words, or press Escape to leave it.") : undefined,
  });
  return reason === undefined ? undefined : (next(command, [...given, reason]) as unknown);
}

/** Let the user choose a finding at the cursor, and ignore it. */
export async function ignoreAtCursor(document: TextDocument): Promise<void> {
  const cursor = window.activeTextEditor?.selection ?? new Range(0, 0, 0, 0);
  const offered = await commands.executeCommand<(CodeAction | Command)[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    cursor,
  );
  const choices = offered.map(commandOf).filter((one) => one?.command === IGNORE) as Command[];
  if (choices.length === 0) {
    void window.showInformationMessage(
      l10n.t("There is no finding here. Put the cursor on underlined words first."),
    );
    return;
  }
  const chosen = choices.length === 1 ? choices[0] : await pick(choices);
  if (chosen !== undefined) {
    await commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
  }
}

async function pick(choices: Command[]): Promise<Command | undefined> {
  const picked = await window.showQuickPick(
    choices.map((command) => ({ label: command.title, command })),
    { placeHolder: l10n.t("Which finding may stay?") },
  );
  return picked?.command;
}

function commandOf(offered: CodeAction | Command): Command | undefined {
  return typeof offered.command === "string" ? (offered as Command) : offered.command;
}
