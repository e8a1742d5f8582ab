/** A real VS Code of our own: its server on this computer, its window in a headless browser. */

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const HERE = dirname(fileURLToPath(import.meta.url));
const SERVER = join(HERE, "node_modules/code-server/lib/vscode/out/server-main.js");

/** Settings of a user that keep the window quiet and the network closed. */
export const QUIET = {
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** Nothing is asked of any gallery: it would need the internet. */
const ENVIRONMENT = { ...process.env, EXTENSIONS_GALLERY: "{}", LC_ALL: "C.UTF-8" };

/**
 * Install an extension the way a user does, and start VS Code with it.
 *
 * @param {{folder: string, vsix: string, machine: object, user: object}} given the folder for
 *     everything that VS Code writes, the packaged extension, and the settings of this
 *     computer and of the user
 */
export async function startHost({ folder, vsix, machine, user }) {
  const data = join(folder, "data");
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true });
  writeSettings(join(data, "Machine"), machine);
  writeSettings(join(data, "User"), user);
  const environment = { ...ENVIRONMENT, HOME: home };
  const base = [SERVER, "--server-data-dir", data, "--user-data-dir", data];
  const terms = ["--accept-server-license-terms", "--telemetry-level", "off"];
  const put = spawnSync(process.execPath, [...base, ...terms, "--install-extension", vsix], {
    encoding: "utf8",
    env: environment,
  });
  if (!/successfully installed/.test(put.stdout)) {
    throw new Error(`the extension could not be installed:\n${put.stdout}${put.stderr}`);
  }
  const server = spawn(
    process.execPath,
    [...base, ...terms, "--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
    { env: environment },
  );
  const address = await addressOf(server);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
  return {
    /** Open a window on a folder, with a file in front. */
    async open(letters, file) {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const remote = `vscode-remote://${new URL(address).host}`;
      const payload = JSON.stringify([["openFile", `${remote}${join(letters, file)}`]]);
      await page.goto(`${address}/?${new URLSearchParams({ folder: letters, payload })}`);
      return page;
    },
    /** End VS Code; more than once does no harm. */
    async stop() {
      await browser.close();
      if (server.exitCode === null && server.signalCode === null) {
        const ended = new Promise((resolve) => server.once("exit", resolve));
        server.kill();
        await ended;
      }
    },
  };
}

function writeSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (part) => {
      said += part;
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) {
        resolve(`http://127.0.0.1:${port}`);
      }
    };
    server.stdout.setEncoding("utf8").on("data", hear);
    server.stderr.setEncoding("utf8").on("data", hear);
    server.once("exit", () => reject(new Error(`VS Code did not start:\n${said}`)));
  });
}
