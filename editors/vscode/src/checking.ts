/** Asking the server to check a letter, and waiting for what it says. */

import type { TextDocument } from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";

import type { Server } from "./server";
import type { Status, StatusBar } from "./status";

/** The command of the server that checks a letter at once, and answers with its status. */
const CHECK = "appeal-lint.check";

/** Checks letters on demand. */
export class Checks {
  constructor(
    private readonly server: Server,
    private readonly bar: StatusBar,
  ) {}

  /** Have a letter checked now. Undefined where no server runs, or the letter has changed since. */
  async ask(document: TextDocument): Promise<Status | undefined> {
    await this.server.start();
    const client = this.server.running;
    if (client === undefined) {
      return undefined;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const version = document.version;
    const asked = { command: CHECK, arguments: [uri] };
    const found: Status[] | null = await client.sendRequest(ExecuteCommandRequest.type, asked);
    return found?.find((one) => one.version === version);
  }

  /**
   * Return the status of a letter as it is now, asking for a check where none is known.
   *
   * Never fails. Undefined where the server has not answered in the time given, in milliseconds,
   * or cannot: whoever waits goes on then.
   */
  async now(document: TextDocument, limit: number): Promise<Status | undefined> {
    const known = this.bar.of(document);
    if (known?.version === document.version) {
      return known;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, limit, undefined);
    });
    const answer = this.ask(document).catch(() => undefined);
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
