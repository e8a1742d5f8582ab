/** A window of VS Code, used as a person uses it: with keys, and by what can be read there. */

/** How long to wait for anything, in milliseconds: a busy computer starts the server slowly. */
const PATIENCE = 60_000;

export class Window {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    page.on("dialog", (asked) => asked.accept()); // whether to leave, with a letter unsaved
  }

  /** Wait until exactly these words of the letter are underlined. */
  async underlined(words) {
    await this.page.waitForFunction(
      (wanted) => {
        const bare = (text) => text.replace(/\s+/g, " ").trim();
        const lines = [...document.querySelectorAll(".view-lines .view-line")];
        return [...document.querySelectorAll(".cdr[class*=squiggly-]")].some((mark) => {
          const place = mark.getBoundingClientRect();
          return lines.some((line) => {
            const row = line.getBoundingClientRect();
            return row.top === place.top && bare(under(line, place)) === wanted;
          });
        });
        function under(line, place) {
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
      },
      words,
      { polling: 250 },
    );
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

  /** Wait for one message that says this, and offers this, and close it. */
  async told(words, button) {
    const message = this.page.locator(".notification-toast", { hasText: words });
    await message.waitFor();
    if (button !== undefined) {
      await message.getByRole("button", { name: button }).waitFor();
    }
    await this.page.locator(".notification-toast", { hasText: words }).hover();
    await message.locator(".codicon-notifications-clear").click();
  }

  /** Wait for a page beside the letter, and for what it says. */
  async beside(title, words) {
    await this.page.locator(".tab", { hasText: title }).waitFor();
    await this.page.locator(".view-lines", { hasText: words }).waitFor();
  }

  async close() {
    await this.page.close({ runBeforeUnload: true });
  }
}
