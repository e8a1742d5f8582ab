/** What the server says of a letter, and the item in the status bar that shows it in words. */

import {
  l10n,
  StatusBarAlignment,
  window,
  workspace,
  type Disposable,
  type StatusBarItem,
  type TextDocument,
} from "vscode";

import { isLetter } from "./letters";
import { settings } from "./settings";

/** The parameters of the notification `appealLint/status`. */
export interface Status {
  readonly uri: string;
  /** The version of the document that was judged. */
  readonly version: number | null;
  /** Only where it is `checked` there are a score and a verdict. */
  readonly state: "checked" | "empty" | "unreadable" | "failed";
  readonly score: number | null;
  readonly ready: boolean | null;
  /** The verdict in one line, in the language of the report. */
  readonly text: string;
}

/** The name of that notification. */
export const STATUS = "appealLint/status";

/** Keeps the last status of each open letter, and shows that of the letter in front. */
export class StatusBar implements Disposable {
  readonly item: StatusBarItem;
  private readonly known = new Map<string, Status>();
  private readonly listeners: Disposable[];

  constructor() {
    this.item = window.createStatusBarItem("appealLint.status", StatusBarAlignment.Right, 100);
    this.item.name = "appeal-lint";
    this.item.command = "appealLint.report";
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.show()),
      workspace.onDidChangeTextDocument(() => this.show()),
      workspace.onDidCloseTextDocument((document) => this.known.delete(document.uri.toString())),
    ];
  }

  /** Take what the server says. */
  heard(status: Status): void {
    this.known.set(status.uri, status);
    this.show();
  }

  /** Return the last status of a letter, whatever version of it that was. */
  of(document: TextDocument): Status | undefined {
    return this.known.get(document.uri.toString());
  }

  /** Forget everything: the server is gone. */
  clear(): void {
    this.known.clear();
    this.show();
  }

  /** Show the letter in front, or nothing where there is none. */
  show(): void {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isLetter(document)) {
      this.item.hide();
      return;
    }
    const status = this.of(document);
    this.item.text =
      status === undefined
        ? l10n.t("Appeal: not checked yet")
        : verdict(status, document.version);
    this.item.tooltip = status?.text;
    this.item.accessibilityInformation = { label: `appeal-lint: ${this.item.text}` };
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
    this.listeners.forEach((one) => one.dispose());
  }
}

function verdict(status: Status, version: number): string {
  const said = words(status);
  const old = status.version !== null && status.version !== version;
  // While somebody types every status is a moment old, and the words would only flicker.
  return old && settings().check !== "typing" ? l10n.t("{0} (changed since)", said) : said;
}

function words(status: Status): string {
  if (status.state === "empty") {
    return l10n.t("Appeal: no text yet");
  }
  if (status.state !== "checked") {
    return l10n.t("Appeal: cannot be checked");
  }
  return status.ready === true
    ? l10n.t("Appeal: {0} of 100, ready", status.score ?? 0)
    : l10n.t("Appeal: {0} of 100, not ready", status.score ?? 0);
}
