/** The settings of this extension, as the user has set them. */

import { workspace } from "vscode";

/** The name before every setting, and of the section that the server reads. */
export const SECTION = "appealLint";

/** When a letter is checked by itself. */
export type Check = "typing" | "save" | "manual";

/** What happens before a letter that is not ready is saved. */
export type Hook = "off" | "warn" | "refuse";

export interface Settings {
  /** The program to run: a name to look for, or a whole path. */
  readonly path: string;
  /** Globs of the files that are letters. */
  readonly files: readonly string[];
  readonly check: Check;
  /** How long the server waits after the last key, in milliseconds. */
  readonly debounce: number;
  readonly hook: Hook;
  /** How long a save waits for the check, in milliseconds. */
  readonly hookLimit: number;
}

/**
 * VS Code gives all that an extension does before a save 1,500 ms, and from the fourth time that
 * this is not enough it no longer asks that extension. So we stay below it, whatever is set.
 */
const LONGEST_WAIT = 1400;

/** Return the settings in force now. */
export function settings(): Settings {
  const ours = workspace.getConfiguration(SECTION);
  return {
    path: ours.get("path", "appeal-lint"),
    files: ours.get<string[]>("files", []),
    check: ours.get<Check>("check", "typing"),
    debounce: ours.get("debounce", 400),
    hook: ours.get<Hook>("hook", "off"),
    hookLimit: Math.min(ours.get("hookLimit", 1000), LONGEST_WAIT),
  };
}
