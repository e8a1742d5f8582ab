/** The whole report, as `appeal-lint` writes it, in the output panel. */

import { spawn } from "node:child_process";
import { homedir } from "node:os";

import { env, l10n, type OutputChannel, type TextDocument } from "vscode";

import { findProgram } from "./program";
import { tellMissing } from "./server";
import { settings } from "./settings";

/** The longest report that is read, in characters: no letter has one like it. */
const MOST = 5_000_000;

/** Check a letter as it is in the editor, saved or not, and show the report. */
export async function showReport(document: TextDocument, channel: OutputChannel): Promise<void> {
  const { path } = settings();
  const program = findProgram(path);
  if (program === undefined) {
    await tellMissing(path);
    return;
  }
  channel.replace(l10n.t("Checking {0} …", document.fileName));
  channel.show(true);
  channel.replace(await report(program, document));
}

function report(program: string, document: TextDocument): Promise<string> {
  const language = env.language.startsWith("zh") ? "zh" : "en";
  const words = ["--lang", language, "--width", "80", "--stdin-filename", document.fileName, "-"];
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: homedir(),
      env: { ...process.env, PYTHONUTF8: "1", NO_COLOR: "1" },
    });
    let said = "";
    const hear = (part: string): void => {
      said = (said + part).slice(0, MOST);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => resolve(error.message));
    child.on("close", () => resolve(said));
    // A program that ends before it has read everything is no fault of ours to report.
    child.stdin.on("error", () => undefined);
    child.stdin.end(document.getText());
  });
}
