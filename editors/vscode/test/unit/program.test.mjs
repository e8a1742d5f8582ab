/** Which program is run, and which never. */

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import { buildSync } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "appeal-lint-program-"));
const code = join(folder, "program.mjs");
buildSync({
  entryPoints: [join(import.meta.dirname, "../../src/program.ts")],
  outfile: code,
  platform: "node",
  format: "esm",
});
const { findProgram } = await import(pathToFileURL(code));

const ending = process.platform === "win32" ? ".exe" : "";
const [first, second, here] = ["first", "second", "here"].map((name) => join(folder, name));
for (const one of [first, second, here]) {
  mkdirSync(one);
}
put(second, 0o755);
put(here, 0o755);

after(() => rmSync(folder, { recursive: true }));

function put(where, mode) {
  const file = join(where, `appeal-lint${ending}`);
  writeFileSync(file, "");
  chmodSync(file, mode);
}

const find = (asked, ...folders) => findProgram(asked, { PATH: folders.join(delimiter) });
const inSecond = join(second, `appeal-lint${ending}`);

test("a name is looked for along the path", () => {
  assert.equal(find("appeal-lint", first, second), inSecond);
});

test("a whole path is taken as it is, and ~ is the home of the user", () => {
  assert.equal(find(join(second, "appeal-lint")), inSecond);
  const fromHome = relative(homedir(), second);
  assert.equal(find(`~/${fromHome}/appeal-lint`), join(homedir(), fromHome, `appeal-lint${ending}`));
});

test("nothing in the current folder is run", () => {
  const before = process.cwd();
  process.chdir(here);
  try {
    assert.equal(find("appeal-lint", first), undefined);
    assert.equal(find("./appeal-lint", first), undefined);
    assert.equal(find("appeal-lint", ".", ""), undefined);
  } finally {
    process.chdir(before);
  }
});

test("a folder, and a file that cannot be run, are no programs", () => {
  mkdirSync(join(first, `letters${ending}`));
  assert.equal(find("letters", first), undefined);
  if (process.platform !== "win32") {
    put(first, 0o644);
    assert.equal(find("appeal-lint", first, second), inSecond);
  }
});

test("an empty name is no program", () => {
  assert.equal(find(" ", first, second), undefined);
});
