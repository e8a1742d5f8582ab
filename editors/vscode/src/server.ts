/** The server `appeal-lint lsp`: started with the first letter, ended with the editor. */

import { homedir } from "node:os";

import { commands, env, l10n, window, type Disposable } from "vscode";
import {
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type ErrorHandler,
} from "vscode-languageclient/node";

import { askForReason } from "./ignoring";
import { selector } from "./letters";
import { findProgram } from "./program";
import { SECTION, settings } from "./settings";
import { STATUS, type Status } from "./status";

/** Starts, ends and starts again the one server of this window. */
export class Server implements Disposable {
  private client: LanguageClient | undefined;
  /** Starts and stops happen one after the other, never two at a time. */
  private queue: Promise<void> = Promise.resolve();
  /** The program that was said to be missing, so that it is said once and not with every letter. */
  private missed: string | undefined;

  constructor(
    private readonly heard: (status: Status) => void,
    private readonly gone: () => void,
  ) {}

  /** The client of the running server. */
  get running(): LanguageClient | undefined {
    return this.client?.isRunning() === true ? this.client : undefined;
  }

  /**
   * Start the server, unless it runs. What goes wrong is told, never thrown.
   *
   * A missing program is told once, and again where the user has asked for something.
   */
  start({ asked = false } = {}): Promise<void> {
    return this.inTurn(() => this.open(asked));
  }

  /** End the server, and its process. */
  stop(): Promise<void> {
    return this.inTurn(() => this.close());
  }

  /** End the server and start one with the settings of now. */
  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.close();
      await this.open(true);
    });
  }

  dispose(): void {
    void this.stop();
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step, step);
    return this.queue;
  }

  private async open(asked: boolean): Promise<void> {
    if (this.client !== undefined) {
      return;
    }
    const { path, check, debounce } = settings();
    const program = findProgram(path);
    if (program === undefined) {
      if (asked || this.missed !== path) {
        this.missed = path;
        void tellMissing(path);
      }
      return;
    }
    this.missed = undefined;
    const client: LanguageClient = new LanguageClient(
      SECTION,
      "appeal-lint",
      // Not in the folder of the letters: nothing that lies there may change what is run.
      { command: program, args: ["lsp"], options: { cwd: homedir() } },
      {
        documentSelector: selector(),
        initializationOptions: { check, debounce },
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        middleware: { executeCommand: askForReason },
        errorHandler: untilItEnds(() => client.createDefaultErrorHandler()),
      },
    );
    client.onNotification(STATUS, this.heard);
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.client = undefined;
      await client.dispose().catch(() => undefined);
      void tellBroken(program, error);
    }
  }

  private async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.gone();
    // A server that has crashed cannot be asked to stop; there is nothing left to end then.
    await client?.dispose().catch(() => undefined);
  }
}

/**
 * Wait for the end of a server whose pipe is broken, and do then what is usual: start it again.
 *
 * The usual handler takes a pipe that breaks while something is written for a reason to stop, and
 * a server that dies just then would never be started again.
 */
function untilItEnds(make: () => ErrorHandler): ErrorHandler {
  let usual: ErrorHandler | undefined;
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => (usual ??= make()).closed(),
  };
}

/** Say that the program is not there, and how to get it. */
export async function tellMissing(path: string): Promise<void> {
  const windows = process.platform === "win32";
  const install = windows
    ? "py -m venv .venv; .venv\\Scripts\\pip install -c constraints.txt ."
    : "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt .";
  const where = windows ? ".venv\\Scripts\\appeal-lint.exe" : ".venv/bin/appeal-lint";
  const open = l10n.t("Open the settings");
  const copy = l10n.t("Copy the command");
  const message = l10n.t(
    "appeal-lint: the program “{0}” was not found. In the folder of appeal-lint, run: {1}   Then write the whole path of {2} into the setting appealLint.path.",
    path,
    install,
    where,
  );
  const chosen = await window.showErrorMessage(message, open, copy);
  if (chosen === open) {
    await commands.executeCommand("workbench.action.openSettings", `${SECTION}.path`);
  } else if (chosen === copy) {
    await env.clipboard.writeText(install);
  }
}

async function tellBroken(program: string, error: unknown): Promise<void> {
  const open = l10n.t("Open the settings");
  const reason = error instanceof Error ? error.message : String(error);
  const message = l10n.t(
    "appeal-lint: “{0}” did not start: {1}. Try this in a terminal: {0} doctor",
    program,
    reason,
  );
  if ((await window.showErrorMessage(message, open)) === open) {
    await commands.executeCommand("workbench.action.openSettings", `${SECTION}.path`);
  }
}
