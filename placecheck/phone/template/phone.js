// Better with this, and complete without it: saves on tap, keeps what cannot be sent, and sends it when it can.
// "Saved" is said only once the server said so.
"use strict";

(() => {
  const QUEUE = "placecheck-queue"; // what waits to be sent, by question: in localStorage, past a closed tab
  const SAID = "placecheck-said"; // what was last said on this page's questions, sent or not
  const SLIP = "placecheck-slip"; // what is being written on a slip, in localStorage, until it was sent
  const PAGES = "placecheck-pages"; // questions fetched ahead, for when the connection goes
  const TYPING = 900;
  const AGAIN = 4000;
  let typing = null;
  let again = null;
  let running = null;
  let late = false;
  let offline = !navigator.onLine;

  const asks = () => document.querySelector("form[data-asks]");
  const waits = () => Object.keys(kept(QUEUE)).length > 0;
  const where = (name) => (name === QUEUE || name === SLIP ? localStorage : sessionStorage);

  function kept(name) {
    try {
      return JSON.parse(where(name).getItem(name)) || {};
    } catch {
      return {};
    }
  }

  function keep(name, value) {
    try {
      where(name).setItem(name, JSON.stringify(value));
    } catch {
      // a browser that keeps nothing still sends
    }
  }

  function tell(name, words) {
    const line = document.getElementById("saying");
    if (line) line.textContent = words || line.dataset[name];
  }

  // ---- Sending: of each question the newest answer waits; all go one after the other ----

  function queue(form, button) {
    const given = new URLSearchParams(new FormData(form));
    if (button && button.name) given.set(button.name, button.value);
    if (given.has("no_answer")) given.delete("level");
    const one = { to: form.getAttribute("action"), body: given.toString() };
    keep(QUEUE, { ...kept(QUEUE), [form.dataset.asks]: one });
    keep(SAID, { ...kept(SAID), [form.dataset.asks]: one });
  }

  function send() {
    clearTimeout(again);
    running = running || drain().finally(() => (running = null));
    return running;
  }

  // Resolves to whether all of it is saved.
  async function drain() {
    let allSaved = true;
    for (;;) {
      const [first] = Object.entries(kept(QUEUE));
      if (!first) {
        if (late && allSaved) tell("late"); // also where the answer of another question waited
        late = false;
        return allSaved;
      }
      const outcome = await sent(...first);
      if (outcome === "waits") {
        again = setTimeout(send, AGAIN + Math.random() * AGAIN);
        return false;
      }
      allSaved = allSaved && outcome === "saved";
    }
  }

  async function sent(id, one) {
    const here = () => asks() && asks().dataset.asks === id;
    let response;
    try {
      response = await fetch(one.to, {
        method: "POST",
        credentials: "same-origin",
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
        body: one.body,
      });
    } catch {
      offline = true;
    }
    if (!response || response.status === 429 || response.status === 408 || response.status >= 500) {
      late = true;
      tell("kept");
      return "waits";
    }
    offline = false;
    const answer = await response.json().catch(() => ({}));
    const waiting = kept(QUEUE);
    if (waiting[id] && waiting[id].body === one.body) {
      delete waiting[id];
      keep(QUEUE, waiting);
    }
    const mayTell = !kept(QUEUE)[id] && (here() || (late && !answer.saved));
    if (mayTell) answer.saved ? tell(late ? "late" : "saved") : tell("", answer.why);
    return answer.saved ? "saved" : "refused";
  }

  function save(form) {
    tell("saving");
    queue(form);
    send();
  }

  // ---- Going on while there is no connection: from pages that were fetched before ----

  async function fetchAhead() {
    for (const link of document.querySelectorAll("#pages a, a[data-ask]")) {
      const path = link.getAttribute("href");
      if (offline || kept(PAGES)[path]) continue;
      await new Promise((go) => setTimeout(go, 300 + Math.random() * 600));
      const response = await fetch(path, { credentials: "same-origin" }).catch(() => null);
      const page = response && response.ok && !response.redirected ? await response.text().catch(() => "") : "";
      if (page) keep(PAGES, { ...kept(PAGES), [path]: page }); // a connection may go in the middle of a page
    }
  }

  function turnTo(path) {
    const html = kept(PAGES)[path];
    if (!html) return;
    const page = new DOMParser().parseFromString(html, "text/html");
    document.querySelector(".column").replaceWith(page.querySelector(".column"));
    document.title = page.title;
    history.pushState({}, "", path);
    begin(kept(SAID));
    if (waits()) tell("kept");
    document.querySelector("h1").focus();
    scrollTo(0, 0);
  }

  // What was said here is newer than what the page was fetched with.
  function show(form, said) {
    const one = said[form.dataset.asks];
    for (const [name, value] of new URLSearchParams(one ? one.body : "")) {
      if (name === "no_answer") {
        form.elements.had.value = value;
        for (const level of form.querySelectorAll('[name="level"]')) level.checked = false;
      } else if (name !== "token" && form.elements[name]) form.elements[name].value = value;
    }
    press(form);
    if (kept(QUEUE)[form.dataset.asks]) tell("kept");
  }

  function press(form) {
    for (const button of form.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.value === form.elements.had.value));
    }
  }

  // ---- A question ----

  function begin(said) {
    const form = asks();
    if (!form) return;
    const early = chosenBefore(form);
    show(form, said);
    form.addEventListener("change", (event) => {
      if (event.target.type !== "radio") return;
      if (event.target.name === "level") form.elements.had.value = "";
      press(form);
      save(form);
    });
    form.addEventListener("input", (event) => {
      if (event.target.tagName !== "TEXTAREA") return;
      queue(form); // from the first letter on, should the page be left before it is sent
      clearTimeout(typing);
      typing = setTimeout(() => save(form), TYPING);
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(typing);
      queue(form, event.submitter);
      show(form, kept(SAID)); // the page stays where no other can be had
      tell("saving");
      const saved = await send();
      if (saved) location.href = event.submitter && event.submitter.name === "take_back" ? location.href : form.dataset.next;
      else if (offline) turnTo(form.dataset.next);
    });
    for (const [field, chosen] of early) {
      Object.assign(field, chosen);
      field.dispatchEvent(new Event(field.type === "radio" ? "change" : "input", { bubbles: true }));
    }
  }

  // What was chosen or written before this script was there. A page that one comes back to is filled in by the browser.
  function chosenBefore(form) {
    if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return [];
    const isOther = (field) => field.checked !== field.defaultChecked || field.value !== field.defaultValue;
    const fields = [...form.querySelectorAll("textarea, input:checked")].filter(isOther);
    return fields.map((field) => [field, field.type === "radio" ? { checked: true } : { value: field.value }]);
  }

  // ---- A slip ----

  function beginSlip(form) {
    const texts = [...form.querySelectorAll("textarea")];
    if ("sent" in form.dataset) keep(SLIP, {});
    for (const text of texts) text.value ||= kept(SLIP)[text.name] ?? "";
    form.addEventListener("input", () => keep(SLIP, Object.fromEntries(texts.map((text) => [text.name, text.value]))));
  }

  // A page that cannot be had would be the browser's own, on which nothing sends what waits.
  document.addEventListener("click", async (event) => {
    const path = offline && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.target.closest("a[href]")?.getAttribute("href");
    if (!path || !(kept(PAGES)[path] || (asks() && waits()))) return;
    event.preventDefault();
    if (kept(PAGES)[path]) turnTo(path);
    else if (await fetch(path, { credentials: "same-origin" }).catch(() => null)) location.href = path;
    else tell("kept");
  });

  // ---- A page that waits ----

  function watch(link) {
    setTimeout(async () => {
      const asked = { credentials: "same-origin", headers: { Accept: "application/json" } };
      const response = await fetch(link.dataset.now, asked).catch(() => null);
      const now = response && response.ok ? await response.json().catch(() => null) : null;
      if (now && String(now.moved) !== link.dataset.moved) location.reload();
      else watch(link);
    }, AGAIN + Math.random() * 2000);
  }

  const moved = document.querySelector("a[data-moved]");
  if (moved) {
    watch(moved);
    if (kept(PAGES).moved !== moved.dataset.moved) keep(PAGES, { moved: moved.dataset.moved }); // another round asks anew
  }
  addEventListener("online", () => {
    offline = false;
    send();
  });
  addEventListener("offline", () => (offline = true));
  addEventListener("popstate", () => location.reload());
  const slip = document.querySelector("form[data-slip]");
  if (slip) beginSlip(slip);
  begin(kept(QUEUE));
  send();
  fetchAhead();
})();
