/** A window of VS Code, used as a person uses it: with keys, and by what can be read there. */

/** How long to wait for anything, in milliseconds: a busy computer starts the server slowly. */
const PATIENCE = 60_000;

export class Window {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
  }

  /** Wait until exactly these words of the letter are underlined. */
  async underlined(words) {
    await this.page.waitForFunction(isUnderlined, words, { polling: 250 });
  }

  /** Wait until these words are not underlined any more. */
  async plain(words) {
    await this.page.waitForFunction(`!(${isUnderlined})(${JSON.stringify(words)})`, undefined, {
      polling: 250,
    });
  }

  /** Wait until our item in the status bar says this. */
  async status(words) {
    await this.page.locator(".statusbar-item", { hasText: words }).waitFor();
  }

  /** Wait until the status bar counts these problems. */
  async problems(counts) {
    const label = Object.entries(counts)
      .map(([name, count]) => `${name}: ${count}`)
      .join(", ");
    await this.page.locator(`#status\\.problems [aria-label*="${label}"]`).waitFor();
  }

  async press(keys) {
    await this.page.keyboard.press(keys);
  }

  /** Go somewhere in the letter, and type. */
  async type(keys, text) {
    await this.page.locator(".editor-instance .view-lines").first().click();
    await this.press(keys);
    await this.page.keyboard.type(text);
  }

  /** Put the cursor on words of the letter, which are then selected. */
  async find(words) {
    await this.press("Control+f");
    const box = this.page.locator(".find-widget.visible textarea").first();
    await box.fill(words);
    await box.press("Enter");
    await box.press("Escape");
  }

  /** Wait until the letter has these words. */
  async reads(words) {
    await this.page.locator(".view-lines", { hasText: words }).waitFor();
  }

  /**
   * Take the first quick fix at the cursor, which must be this one.
   *
   * VS Code gives up a request for quick fixes where it has just sent one of its own for the light
   * bulb, and shows none. A person presses the keys once more then, and so does this.
   */
  async fix(title) {
    const row = ".action-widget .monaco-list-row.focused";
    const first = this.page.locator(row, { hasText: title });
    for (let tries = 0; ; tries += 1) {
      await this.press("Control+.");
      try {
        await first.waitFor({ timeout: 5000 });
        await this.press("Enter");
        return;
      } catch (error) {
        if (tries === 5) {
          throw error;
        }
        await this.press("Escape");
      }
    }
  }

  /** Run a command by its title. */
  async command(title) {
    await this.press("F1");
    await this.page.locator(".quick-input-widget input").fill(`>${title}`);
    const row = ".quick-input-list .monaco-list-row";
    const label = `${row}[aria-label^="${title},"], ${row}[aria-label="${title}"]`;
    await this.page.locator(label).first().click();
  }

  /** Wait for a dialog that asks this, and press one of its buttons. */
  async answer(question, button) {
    const dialog = this.page.locator(".monaco-dialog-box", { hasText: question });
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Answer a question with words. */
  async input(question, words) {
    await this.page.locator(".quick-input-widget", { hasText: question }).waitFor();
    await this.page.locator(".quick-input-widget input").first().fill(words);
    await this.press("Enter");
  }

  /** Wait for one message that says this, and offers this, and close it. */
  async told(words, button) {
    const message = this.page.locator(".notification-toast", { hasText: words });
    await message.waitFor();
    if (button !== undefined) {
      await message.getByRole("button", { name: button }).waitFor();
    }
    await message.hover();
    await message.locator(".codicon-notifications-clear").click();
  }

  /** Wait for a page beside the letter, and for what it says, and close it. */
  async beside(title, words) {
    await this.page.locator(".view-lines", { hasText: words }).waitFor();
    await this.leave(title);
  }

  /** Set all settings of the user, as a user does. */
  async set(settings) {
    await this.command("Preferences: Open User Settings (JSON)");
    await this.page.locator(".view-lines", { hasText: "extensions.autoUpdate" }).click();
    await this.press("Control+a");
    await this.page.keyboard.insertText(JSON.stringify(settings));
    await this.page.locator(".tab.active.dirty").waitFor();
    await this.press("Control+s");
    await this.page.locator(".tab.active:not(.dirty)").waitFor();
    await this.leave("settings.json");
  }

  /** Close a tab. */
  async leave(title) {
    const tab = this.page.locator(".tab", { hasText: title });
    await tab.click({ button: "middle" });
    await tab.waitFor({ state: "detached" });
  }
}

/** Run in the page: says whether a line below words covers just these. */
function isUnderlined(wanted) {
  const lines = [...document.querySelectorAll(".view-lines .view-line")];
  return [...document.querySelectorAll(".cdr[class*=squiggly-]")].some((mark) => {
    const place = mark.getBoundingClientRect();
    return lines.some(
      (line) =>
        line.getBoundingClientRect().top === place.top &&
        above(line, place).replace(/\s+/g, " ").trim() === wanted,
    );
  });

  /** Return the characters of a line that stand above a mark. */
  function above(line, place) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const sign = range.getBoundingClientRect();
        const middle = (sign.left + sign.right) / 2;
        text += middle > place.left && middle < place.right ? node.data[at] : "";
      }
    }
    return text;
  }
}
