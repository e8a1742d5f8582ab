/** appeal-lint in VS Code: a thin client of `appeal-lint lsp`. */

import {
  commands,
  l10n,
  window,
  workspace,
  type ExtensionContext,
  type TextDocument,
} from "vscode";

import { Checks } from "./checking";
import { ignoreAtCursor } from "./ignoring";
import { isLetter } from "./letters";
import { Reports } from "./report";
import { saveIfReady, watchSaves } from "./saving";
import { Server } from "./server";
import { SECTION } from "./settings";
import { StatusBar } from "./status";

let server: Server | undefined;

/** What other extensions, and the tests of this one, may look at. */
export interface Api {
  /** The words in the status bar. */
  statusText(): string;
  /** The id of the server's process, while one runs. */
  serverProcess(): number | undefined;
}

/** Start. The server itself starts with the first letter. */
export function activate(context: ExtensionContext): Api {
  const bar = new StatusBar();
  const started = new Server(
    (status) => bar.heard(status),
    () => bar.clear(),
  );
  const checks = new Checks(started, bar);
  const reports = new Reports();
  server = started;

  const startFor = (document: TextDocument): void => {
    if (isLetter(document)) {
      void started.start();
    }
  };
  const withLetter = (step: (document: TextDocument) => Promise<unknown>) => async () => {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isLetter(document)) {
      void window.showInformationMessage(
        l10n.t(
          "This is not a file that appeal-lint checks. Save the letter as .txt or .md, or see the setting appealLint.files.",
        ),
      );
      return;
    }
    await started.start();
    await step(document);
  };
  context.subscriptions.push(
    bar,
    started,
    reports,
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) {
        bar.show();
      }
      if (["path", "files"].some((one) => event.affectsConfiguration(`${SECTION}.${one}`))) {
        void started.stop().then(() => workspace.textDocuments.forEach(startFor));
      }
    }),
    ...watchSaves(checks),
    commands.registerCommand("appealLint.check", withLetter((one) => checks.ask(one))),
    commands.registerCommand("appealLint.report", withLetter((one) => reports.show(one))),
    commands.registerCommand("appealLint.save", withLetter((one) => saveIfReady(one, checks))),
    commands.registerCommand(
      "appealLint.ignore",
      withLetter(() => ignoreAtCursor(window.activeTextEditor!)),
    ),
    commands.registerCommand("appealLint.restart", () => started.restart()),
  );
  workspace.textDocuments.forEach(startFor);
  bar.show();
  return { statusText: () => bar.item.text, serverProcess: () => started.processId };
}

/** End the server together with the editor. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
