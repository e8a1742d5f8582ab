/**
 * The extension as its user has it: packaged, installed into a real VS Code, and driven with keys.
 *
 * APPEAL_LINT is the program, CHROMIUM the browser, VSIX the packaged extension.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { QUIET, startHost } from "./host/host.mjs";
import { Window } from "./host/window.mjs";

const LETTER = `Dear Amazon Seller Performance Team,

Our Order Defect Rate is 1.6 % because of late parcels in May.
We will hire two quality inspectors next month.
We refunded 14 buyers on 10 June. 😀 We will change our carrier to DHL.
`;

const SETTINGS = { ...QUIET, "appealLint.hook": "refuse", "appealLint.hookLimit": 1400 };

const folder = mkdtempSync(join(tmpdir(), "appeal-lint-vscode-"));
const letters = join(folder, "letters");
const letter = join(letters, "letter.txt");
const started = join(folder, "started");
const program = join(folder, "appeal-lint");
let host;
let window;

before(async () => {
  mkdirSync(join(letters, ".vscode"), { recursive: true });
  writeFileSync(letter, LETTER);
  writeFileSync(join(letters, "notes.csv"), "We will hire two people.\n");
  const noted = `[ "$1" != lsp ] || echo $$ >> '${started}'`;
  script(program, noted, `exec '${process.env.APPEAL_LINT}' "$@"`);
  // What a stranger's folder might try: a program of its own.
  script(join(letters, "appeal-lint"), `touch '${join(folder, "harm")}'`);
  writeFileSync(
    join(letters, ".vscode", "settings.json"),
    JSON.stringify({ "appealLint.path": join(letters, "appeal-lint") }),
  );
  host = await startHost({
    folder,
    vsix: process.env.VSIX,
    machine: { "appealLint.path": program },
    user: SETTINGS,
  });
  window = new Window(await host.open(letters, "letter.txt"));
});

after(async () => {
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a letter is checked when it is opened, with the words underlined", async () => {
  await window.underlined("We will hire two quality inspectors next month.");
  await window.underlined("We will change our carrier to DHL.");
});

test("the verdict is in the status bar, in words, and as the command line has it", async () => {
  const [report] = checked(LETTER).drafts;
  await window.status(`Appeal: ${report.score} of 100, not ready`);
  const count = (severity) => report.findings.filter((one) => one.severity === severity).length;
  await window.problems({ Errors: count("error"), Warnings: count("warning") });
});

test("what is typed is checked while it is typed", async () => {
  await window.type("Control+End", "We have improved our service.");
  await window.underlined("improved our service");
});

test("a quick fix writes a promise as a finished action, where the user chooses it", async () => {
  await window.find("We will hire");
  await window.fix("If this is done already, write:");
  await window.plain("We will hire two quality inspectors next month.");
  await window.reads("We have already hired two quality inspectors.");
});

test("the key that saves asks first, and takes no for an answer", async () => {
  await window.press("Control+s");
  await window.answer("Not ready. Save this letter anyway?", "Cancel");
  assert.equal(readFileSync(letter, "utf8"), LETTER);
});

test("the key that saves asks first, and saves on yes", async () => {
  await window.press("Control+s");
  await window.answer("Not ready. Save this letter anyway?", "Save anyway");
  await saved(/improved our service/);
});

test("any other way of saving warns, and saves", async () => {
  await window.type("Control+End", " Thank you.");
  await window.command("File: Save");
  await window.told(/appeal-lint: .*NOT READY/);
  await saved(/Thank you/);
});

test("a finding may stay, for a reason, without a change of the letter", async () => {
  await window.press("Control+Home");
  await window.find("improved our");
  await window.command("appeal-lint: Let a Finding Stay, With a Reason");
  await window.input("Why may this stay?", "The date follows below");
  await window.plain("improved our service");
  const kept = readFileSync(`${letter}.ignores.yaml`, "utf8");
  assert.match(kept, /The date follows below/);
});

test("the report is shown beside the letter, as the command line writes it", async () => {
  await window.command("appeal-lint: Show the Report");
  await window.beside("appeal-lint: letter.txt", /NOT\sREADY\.\sScore/);
});

test("a letter may be checked only when the user asks for it", async () => {
  await window.set({ ...SETTINGS, "appealLint.check": "manual" });
  await window.type("Control+End", " Goodbye.");
  await window.status("not ready (changed since)");
  await window.command("appeal-lint: Check This Letter Now");
  await window.status(/not ready$/);
  await window.set(SETTINGS);
});

test("a server that is killed is started again", async () => {
  const first = running();
  process.kill(first, "SIGKILL");
  await until(() => running() !== first, "no new server");
  await window.type("Control+End", "\nWe will train our staff.");
  await window.underlined("We will train our staff.");
});

test("the server ends with the window", async () => {
  const first = running();
  await window.command("Developer: Reload Window");
  await until(() => !alive(first), "the server is still there");
  await until(() => running() !== first, "no new server");
});

test("without the program there is one message that says what to do", async () => {
  const count = processes().length;
  renameSync(program, `${program}.away`);
  await window.command("appeal-lint: Restart the Server");
  await window.told(/was not found.*pip install.*appealLint\.path/, "Open the settings");
  assert.equal(processes().length, count);
  renameSync(`${program}.away`, program);
  await window.command("appeal-lint: Restart the Server");
  await window.underlined("We will train our staff.");
});

test("a folder cannot say which program is run", () => {
  assert.equal(existsSync(join(folder, "harm")), false);
});

test("the server ends with VS Code", async () => {
  const last = running();
  assert.ok(alive(last));
  await host.stop();
  await until(() => !alive(last), "the server is still there");
});

function script(file, ...lines) {
  writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(file, 0o755);
}

function checked(text) {
  const words = ["--format", "json", "--fail-on", "never", "--stdin-filename", letter, "-"];
  return JSON.parse(execFileSync(process.env.APPEAL_LINT, words, { input: text }));
}

/** The id of the server's process that was started last. */
function running() {
  return processes().at(-1);
}

/** The ids of all processes of the server so far. */
function processes() {
  return readFileSync(started, "utf8").trim().split("\n").map(Number);
}

function alive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

function saved(words) {
  return until(() => words.test(readFileSync(letter, "utf8")), "the letter was not saved");
}

async function until(holds, otherwise) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(otherwise);
}
