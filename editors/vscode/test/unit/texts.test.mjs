/** Every text that a person reads is there in every language. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import ts from "typescript";

const ROOT = join(import.meta.dirname, "../..");
const read = (name) => readFileSync(join(ROOT, name), "utf8");
const chinese = JSON.parse(read("l10n/bundle.l10n.zh-cn.json"));

/** Return the texts of all calls of l10n.t in the sources. */
function said() {
  const found = [];
  for (const name of readdirSync(join(ROOT, "src"))) {
    const visit = (node) => {
      if (ts.isCallExpression(node) && node.expression.getText(source) === "l10n.t") {
        found.push(node.arguments[0].text);
      }
      ts.forEachChild(node, visit);
    };
    const source = ts.createSourceFile(name, read(`src/${name}`), ts.ScriptTarget.ES2022);
    visit(source);
  }
  return [...new Set(found)].sort();
}

const places = (text) => (text.match(/\{\d\}/g) ?? []).sort();

test("the texts of the extension are those that are translated", () => {
  assert.deepEqual(Object.keys(chinese).sort(), said());
});

test("a translation has the places of its text", () => {
  for (const [text, translation] of Object.entries(chinese)) {
    assert.deepEqual(new Set(places(translation)), new Set(places(text)), text);
  }
});

test("the texts of package.json are there in both languages", () => {
  const named = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name).sort();
  for (const file of ["package.nls.json", "package.nls.zh-cn.json"]) {
    assert.deepEqual(Object.keys(JSON.parse(read(file))).sort(), named, file);
  }
});
