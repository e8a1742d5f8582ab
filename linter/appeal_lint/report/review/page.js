/* Search and filters of the page of a review. Without it every letter can still be read. */
"use strict";

(function () {
  const form = document.getElementById("controls");
  if (!form) {
    return;
  }
  const search = document.getElementById("search");
  const selects = [...form.querySelectorAll("select")];
  const count = document.getElementById("count");
  const faults = new Map(
    [...form.querySelectorAll("#by-rule option")].map((one) => [one.value, one.textContent]),
  );

  /** All letters: the row of the list, the letter itself if it is here, and what is true of it. */
  const letters = [...document.querySelectorAll("#all tbody tr")].map((row, at) => ({
    row,
    letter: document.getElementById("l" + (at + 1)),
    tokens: new Set(row.dataset.k.split(" ")),
    words: "",
  }));

  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ");

  /** Return all that is searched of a letter; put together when it is first asked for. */
  function words(one) {
    if (!one.words) {
      const named = [...one.tokens].map((token) => faults.get(token) || "");
      const cells = [...one.row.cells].map((cell) => cell.textContent);
      const text = one.letter ? one.letter.textContent : "";
      one.words = plain([text, ...cells, ...named].join("\n"));
    }
    return one.words;
  }

  /** Show the letters that fit the search and every filter. */
  function show() {
    const wanted = selects.map((one) => one.value).filter(Boolean);
    const sought = plain(search.value).trim();
    let shown = 0;
    for (const one of letters) {
      const fits =
        wanted.every((token) => one.tokens.has(token)) && (!sought || words(one).includes(sought));
      one.row.hidden = !fits;
      if (one.letter) {
        one.letter.hidden = !fits;
      }
      shown += fits ? 1 : 0;
    }
    count.textContent = count.dataset.said
      .replace("{shown}", shown)
      .replace("{all}", letters.length);
  }

  /** Forget the search and all filters. */
  function clear() {
    search.value = "";
    for (const one of selects) {
      one.value = "";
    }
  }

  /** Open the letter that the address of the page points into, and go there. */
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const letter = target && target.closest(".letter");
    if (!letter) {
      return;
    }
    if (letter.hidden) {
      clear();
      show();
    }
    letter.open = true;
    target.scrollIntoView({ block: target === letter ? "start" : "center" });
    (target === letter ? letter.querySelector("summary") : target).focus({ preventScroll: true });
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    show();
  });
  for (const [id, open] of [["open", true], ["close", false]]) {
    document.getElementById(id).addEventListener("click", () => {
      for (const { letter } of letters) {
        if (letter && !letter.hidden) {
          letter.open = open;
        }
      }
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-pick]");
    const select = link && selects.find((one) => one.querySelector(`[value="${link.dataset.pick}"]`));
    if (select) {
      clear();
      select.value = link.dataset.pick;
      show();
    }
  });
  window.addEventListener("hashchange", follow);
  form.hidden = false;
  show();
  follow();
})();
