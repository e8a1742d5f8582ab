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

/** Start. The server itself starts with the first letter. */
export function activate(context: ExtensionContext): void {
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
    await step(document);
  };
  const withServer = (step: (document: TextDocument) => Promise<unknown>) =>
    withLetter(async (document) => {
      await started.start({ asked: true });
      await step(document);
    });
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
    commands.registerCommand("appealLint.check", withServer((one) => checks.ask(one))),
    commands.registerCommand("appealLint.ignore", withServer(ignoreAtCursor)),
    commands.registerCommand("appealLint.report", withLetter((one) => reports.show(one))),
    commands.registerCommand("appealLint.save", withLetter((one) => saveIfReady(one, checks))),
    commands.registerCommand("appealLint.restart", () => started.restart()),
  );
  workspace.textDocuments.forEach(startFor);
  bar.show();
}

/** End the server together with the editor. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
