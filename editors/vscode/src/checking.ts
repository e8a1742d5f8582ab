/** Asking the server to check a letter, and waiting for what it says. */

import { EventEmitter, type Disposable, type TextDocument } from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";

import type { Server } from "./server";
import type { Status, StatusBar } from "./status";

/** The command of the server that checks a letter at once. */
const CHECK = "appeal-lint.check";

/** Checks letters on demand. */
export class Checks implements Disposable {
  private readonly arrivals = new EventEmitter<Status>();

  constructor(
    private readonly server: Server,
    private readonly bar: StatusBar,
  ) {}

  /** Take what the server says. */
  heard(status: Status): void {
    this.bar.heard(status);
    this.arrivals.fire(status);
  }

  /** Ask the server to check a letter now; false where no server runs. */
  async ask(document: TextDocument): Promise<boolean> {
    const client = this.server.running;
    if (client === undefined) {
      return false;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    await client.sendRequest(ExecuteCommandRequest.type, { command: CHECK, arguments: [uri] });
    return true;
  }

  /**
   * Return the status of a letter as it is now, asking for a check where none is known.
   *
   * Never fails. Undefined where no server runs, or where it has not answered in the time given,
   * in milliseconds. Whoever waits goes on then.
   */
  now(document: TextDocument, limit: number): Promise<Status | undefined> {
    const known = this.bar.of(document);
    if (known !== undefined && known.version === document.version) {
      return Promise.resolve(known);
    }
    const uri = document.uri.toString();
    const version = document.version;
    return new Promise((resolve) => {
      const done = (status?: Status): void => {
        clearTimeout(timer);
        listener.dispose();
        resolve(status);
      };
      const timer = setTimeout(done, limit);
      const listener = this.arrivals.event((status) => {
        if (status.uri === uri && (status.version ?? version) >= version) {
          done(status);
        }
      });
      this.ask(document).then(
        (asked) => asked || done(),
        () => done(),
      );
    });
  }

  dispose(): void {
    this.arrivals.dispose();
  }
}
