/** The whole report, as `appeal-lint` writes it, beside the letter and read-only. */

import { spawn } from "node:child_process";
import { homedir } from "node:os";

import {
  env,
  EventEmitter,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type TextDocument,
} from "vscode";

import { findProgram } from "./program";
import { tellMissing } from "./server";
import { settings } from "./settings";

const SCHEME = "appeal-lint-report";

/** The longest report that is read, in characters: no letter has one like it. */
const MOST = 5_000_000;

/** Shows reports, one page a letter. */
export class Reports implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changes = new EventEmitter<Uri>();
  private readonly provider: Disposable;

  constructor() {
    this.provider = workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changes.event,
      provideTextDocumentContent: (page) => this.texts.get(page.toString()),
    });
  }

  /** Check a letter as it is in the editor, saved or not, and show the report. */
  async show(document: TextDocument): Promise<void> {
    const { path } = settings();
    const program = findProgram(path);
    if (program === undefined) {
      await tellMissing(path);
      return;
    }
    const page = pageOf(document);
    this.write(page, l10n.t("Checking {0} …", document.fileName));
    await window.showTextDocument(page, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    this.write(page, await report(program, document));
  }

  dispose(): void {
    this.provider.dispose();
    this.changes.dispose();
  }

  private write(page: Uri, text: string): void {
    this.texts.set(page.toString(), text);
    this.changes.fire(page);
  }
}

/** The folder stays in the address: two letters of one name have a page each. */
function pageOf(document: TextDocument): Uri {
  const folder = Uri.joinPath(document.uri, "..").path;
  const name = document.uri.path.slice(folder.length).replace(/^\//, "");
  return Uri.from({ scheme: SCHEME, path: `${folder}/appeal-lint: ${name}` });
}

function report(program: string, document: TextDocument): Promise<string> {
  const words = ["--width", "80", "--stdin-filename", document.fileName, "-"];
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: homedir(),
      env: { ...process.env, ...spoken(), PYTHONUTF8: "1", NO_COLOR: "1" },
    });
    let said = "";
    const hear = (part: string): void => {
      said = (said + part).slice(0, MOST);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => resolve(error.message));
    child.on("close", () => resolve(said));
    // A program that ends before it has read everything says so itself.
    child.stdin.on("error", () => undefined);
    child.stdin.end(document.getText());
  });
}

/** The language of the editor, for where the configuration asks for none: as the server does it. */
function spoken(): Record<string, string> {
  const [locale, language] = env.language.startsWith("zh") ? ["zh_CN.UTF-8", "zh"] : ["C.UTF-8", ""];
  return { LC_ALL: locale, LANGUAGE: language };
}
