/**
 * What happens before a letter is saved.
 *
 * VS Code lets no extension refuse a save. It waits a moment for us and then writes the file, come
 * what may. So `warn` says what is wrong while the file is saved. `refuse` has its own command for
 * the key that saves: it asks first, and saves only then. Saving in any other way only warns.
 */

import {
  commands,
  l10n,
  TextDocumentSaveReason,
  window,
  workspace,
  type Disposable,
  type TextDocument,
} from "vscode";

import type { Checks } from "./checking";
import { isLetter } from "./letters";
import { settings } from "./settings";
import type { Status } from "./status";

/** Whether the key that saves is ours now; package.json binds it where this is set. */
const ASKS = "appealLint.asksBeforeSaving";

/** Letters whose user has just been asked: they need not be told again. */
const answered = new WeakSet<TextDocument>();

/** Watch every save. */
export function watchSaves(checks: Checks): Disposable[] {
  claimKey();
  return [
    window.onDidChangeActiveTextEditor(claimKey),
    workspace.onDidChangeConfiguration(claimKey),
    workspace.onWillSaveTextDocument((event) => {
      const { hook, hookLimit } = settings();
      const byHand = event.reason === TextDocumentSaveReason.Manual;
      if (hook === "off" || !byHand || answered.has(event.document) || !isLetter(event.document)) {
        return;
      }
      event.waitUntil(warn(event.document, checks, hookLimit));
    }),
  ];
}

/** Save a letter; where it is not ready, ask the user first whether to. */
export async function saveIfReady(document: TextDocument, checks: Checks): Promise<void> {
  const status = await checks.now(document, settings().hookLimit);
  if (status !== undefined && refused(status)) {
    const save = l10n.t("Save anyway");
    const chosen = await window.showWarningMessage(
      l10n.t("Not ready. Save this letter anyway?"),
      { modal: true, detail: status.text },
      save,
    );
    if (chosen !== save) {
      return;
    }
  }
  if (status === undefined) {
    tellLate();
  }
  answered.add(document);
  try {
    await document.save();
  } finally {
    answered.delete(document);
  }
}

/** Warn within the time given. The message is not waited for: the save goes on. */
async function warn(document: TextDocument, checks: Checks, limit: number): Promise<void> {
  const status = await checks.now(document, limit);
  if (status === undefined) {
    tellLate();
  } else if (refused(status)) {
    void window.showWarningMessage(`appeal-lint: ${status.text}`);
  }
}

/** What cannot be checked, and a page that is still empty, stops nobody. */
function refused(status: Status): boolean {
  return status.ready === false;
}

function tellLate(): void {
  window.setStatusBarMessage(
    l10n.t("appeal-lint: saved before it could be checked"),
    5000,
  );
}

function claimKey(): void {
  const document = window.activeTextEditor?.document;
  const ours = document !== undefined && isLetter(document) && settings().hook === "refuse";
  void commands.executeCommand("setContext", ASKS, ours);
}
