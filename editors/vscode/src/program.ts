/** Where the program is. Knows nothing of VS Code, so that it can be tried without it. */

import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

/**
 * Return the whole path of a program, or undefined where there is none.
 *
 * A name without a folder is looked for in the folders of PATH, and only there: Windows would look
 * in the folder of the letters first, and run what somebody has put there under our name. For the
 * same reason a path that depends on the current folder is none.
 */
export function findProgram(
  asked: string,
  environ: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const name = asked.trim().replace(/^~(?=[\\/])/, homedir());
  if (name === "") {
    return undefined;
  }
  if (path.isAbsolute(name)) {
    return runnable(path.normalize(name));
  }
  if (/[\\/]/.test(name)) {
    return undefined;
  }
  for (const folder of searched(environ)) {
    const found = runnable(path.join(folder, name));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function searched(environ: Readonly<Record<string, string | undefined>>): string[] {
  const all = environ.PATH ?? environ.Path ?? "";
  return all.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
}

function runnable(file: string): string | undefined {
  const names = process.platform === "win32" && !/\.exe$/i.test(file) ? [`${file}.exe`] : [file];
  return names.find((name) => {
    try {
      accessSync(name, constants.X_OK);
      return statSync(name).isFile();
    } catch {
      return false;
    }
  });
}
