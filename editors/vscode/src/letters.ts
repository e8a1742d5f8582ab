/** Which files are letters. */

import { languages, type TextDocument } from "vscode";

import { settings } from "./settings";

type Letters = { scheme: string; language: string; pattern: string }[];

const LANGUAGES = ["plaintext", "markdown"];

/** Return what selects the letters, for VS Code and for the server alike. */
export function selector(): Letters {
  return settings().files.flatMap((glob) =>
    LANGUAGES.map((language) => ({ scheme: "file", language, pattern: anywhere(glob) })),
  );
}

/** Say whether a document is a letter that we check. */
export function isLetter(document: TextDocument): boolean {
  return languages.match(selector(), document) > 0;
}

/** VS Code compares a glob with the whole path: `appeals/*.txt` alone would fit nothing. */
function anywhere(glob: string): string {
  return /^(\*\*|\/|[A-Za-z]:)/.test(glob) ? glob : `**/${glob.replace(/^\.\//, "")}`;
}
