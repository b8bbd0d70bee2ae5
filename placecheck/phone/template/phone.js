// The pages work without this script. It saves on tap, stores what cannot be sent, and sends it when it can.
// "Saved" is shown only once the server has confirmed it.
"use strict";

(() => {
  const QUEUE = "placecheck-queue"; // what waits to be sent, by question: in localStorage, past a closed tab
  const LATEST = "placecheck-said"; // the latest answers to this page's questions, sent or not
  const SLIP = "placecheck-slip"; // what is being written on a slip, in localStorage, until it was sent
  const PAGES = "placecheck-pages"; // questions fetched ahead, for when the connection goes
  const TYPING_PAUSE_MS = 900;
  const RETRY_MS = 4000;
  let typingTimer = null;
  let retryTimer = null;
  let running = null;
  let late = false;
  let offline = !navigator.onLine;

  const questionForm = () => document.querySelector("form[data-asks]");
  const hasQueued = () => Object.keys(loadStored(QUEUE)).length > 0;
  const storageOf = (name) => (name === QUEUE || name === SLIP ? localStorage : sessionStorage);

  function loadStored(name) {
    try {
      return JSON.parse(storageOf(name).getItem(name)) || {};
    } catch {
      return {};
    }
  }

  function store(name, value) {
    try {
      storageOf(name).setItem(name, JSON.stringify(value));
    } catch {
      // a browser that stores nothing still sends
    }
  }

  function showStatus(name, words) {
    const line = document.getElementById("saying");
    if (line) line.textContent = words || line.dataset[name];
  }

  // ---- Sending: of each question the newest answer waits; they are sent one after the other ----

  function queue(form, button) {
    const data = new URLSearchParams(new FormData(form));
    if (button && button.name) data.set(button.name, button.value);
    if (data.has("no_answer")) data.delete("level");
    const entry = { to: form.getAttribute("action"), body: data.toString() };
    store(QUEUE, { ...loadStored(QUEUE), [form.dataset.asks]: entry });
    store(LATEST, { ...loadStored(LATEST), [form.dataset.asks]: entry });
  }

  function send() {
    clearTimeout(retryTimer);
    running = running || drain().finally(() => (running = null));
    return running;
  }

  // Resolves to whether all of it is saved.
  async function drain() {
    let allSaved = true;
    for (;;) {
      const [first] = Object.entries(loadStored(QUEUE));
      if (!first) {
        if (late && allSaved) showStatus("late"); // also where the answer of another question waited
        late = false;
        return allSaved;
      }
      const outcome = await post(...first);
      if (outcome === "waits") {
        retryTimer = setTimeout(send, RETRY_MS + Math.random() * RETRY_MS);
        return false;
      }
      allSaved = allSaved && outcome === "saved";
    }
  }

  async function post(id, entry) {
    const isShown = () => questionForm() && questionForm().dataset.asks === id;
    let response;
    try {
      response = await fetch(entry.to, {
        method: "POST",
        credentials: "same-origin",
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
        body: entry.body,
      });
    } catch {
      offline = true;
    }
    if (!response || response.status === 429 || response.status === 408 || response.status >= 500) {
      late = true;
      showStatus("kept");
      return "waits";
    }
    offline = false;
    const answer = await response.json().catch(() => ({}));
    const waiting = loadStored(QUEUE);
    if (waiting[id] && waiting[id].body === entry.body) {
      delete waiting[id];
      store(QUEUE, waiting);
    }
    const mayShow = !loadStored(QUEUE)[id] && (isShown() || (late && !answer.saved));
    if (mayShow) answer.saved ? showStatus(late ? "late" : "saved") : showStatus("", answer.why);
    return answer.saved ? "saved" : "refused";
  }

  function save(form) {
    showStatus("saving");
    queue(form);
    send();
  }

  // ---- Going on while there is no connection: from pages that were fetched before ----

  async function fetchAhead() {
    for (const link of document.querySelectorAll("#pages a, a[data-ask]")) {
      const path = link.getAttribute("href");
      if (offline || loadStored(PAGES)[path]) continue;
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 600));
      const response = await fetch(path, { credentials: "same-origin" }).catch(() => null);
      const page = response && response.ok && !response.redirected ? await response.text().catch(() => "") : "";
      if (page) store(PAGES, { ...loadStored(PAGES), [path]: page }); // a connection may go in the middle of a page
    }
  }

  function showFetched(path) {
    const html = loadStored(PAGES)[path];
    if (!html) return;
    const page = new DOMParser().parseFromString(html, "text/html");
    document.querySelector(".column").replaceWith(page.querySelector(".column"));
    document.title = page.title;
    history.pushState({}, "", path);
    startQuestion(loadStored(LATEST));
    if (hasQueued()) showStatus("kept");
    document.querySelector("h1").focus();
    scrollTo(0, 0);
  }

  // The answers stored here are newer than those in the fetched page.
  function fillIn(form, latest) {
    const entry = latest[form.dataset.asks];
    for (const [name, value] of new URLSearchParams(entry ? entry.body : "")) {
      if (name === "no_answer") {
        form.elements.had.value = value;
        for (const level of form.querySelectorAll('[name="level"]')) level.checked = false;
      } else if (name !== "token" && form.elements[name]) form.elements[name].value = value;
    }
    markPressed(form);
    if (loadStored(QUEUE)[form.dataset.asks]) showStatus("kept");
  }

  function markPressed(form) {
    for (const button of form.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.value === form.elements.had.value));
    }
  }

  // ---- A question ----

  function startQuestion(latest) {
    const form = questionForm();
    if (!form) return;
    const early = chosenBefore(form);
    fillIn(form, latest);
    form.addEventListener("change", (event) => {
      if (event.target.type !== "radio") return;
      if (event.target.name === "level") form.elements.had.value = "";
      markPressed(form);
      save(form);
    });
    form.addEventListener("input", (event) => {
      if (event.target.tagName !== "TEXTAREA") return;
      queue(form); // from the first letter on, should the page be left before it is sent
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => save(form), TYPING_PAUSE_MS);
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(typingTimer);
      queue(form, event.submitter);
      fillIn(form, loadStored(LATEST)); // the page stays where no other can be had
      showStatus("saving");
      const saved = await send();
      if (saved) location.href = event.submitter && event.submitter.name === "take_back" ? location.href : form.dataset.next;
      else if (offline) showFetched(form.dataset.next);
    });
    for (const [field, chosen] of early) {
      Object.assign(field, chosen);
      field.dispatchEvent(new Event(field.type === "radio" ? "change" : "input", { bubbles: true }));
    }
  }

  // What was chosen or written before this script was loaded. When somebody comes back to a page, the browser fills it in.
  function chosenBefore(form) {
    if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return [];
    const isOther = (field) => field.checked !== field.defaultChecked || field.value !== field.defaultValue;
    const fields = [...form.querySelectorAll("textarea, input:checked")].filter(isOther);
    return fields.map((field) => [field, field.type === "radio" ? { checked: true } : { value: field.value }]);
  }

  // ---- A slip ----

  function startSlip(form) {
    const texts = [...form.querySelectorAll("textarea")];
    if ("sent" in form.dataset) store(SLIP, {});
    for (const text of texts) text.value ||= loadStored(SLIP)[text.name] ?? "";
    form.addEventListener("input", () => store(SLIP, Object.fromEntries(texts.map((text) => [text.name, text.value]))));
  }

  // A page that cannot be had would be the browser's own, on which nothing sends what waits.
  document.addEventListener("click", async (event) => {
    const path = offline && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.target.closest("a[href]")?.getAttribute("href");
    if (!path || !(loadStored(PAGES)[path] || (questionForm() && hasQueued()))) return;
    event.preventDefault();
    if (loadStored(PAGES)[path]) showFetched(path);
    else if (await fetch(path, { credentials: "same-origin" }).catch(() => null)) location.href = path;
    else showStatus("kept");
  });

  // ---- A page that waits ----

  function watch(link) {
    setTimeout(async () => {
      const asked = { credentials: "same-origin", headers: { Accept: "application/json" } };
      const response = await fetch(link.dataset.now, asked).catch(() => null);
      const now = response && response.ok ? await response.json().catch(() => null) : null;
      if (now && String(now.version) !== link.dataset.version) location.reload();
      else watch(link);
    }, RETRY_MS + Math.random() * 2000);
  }

  const waitingLink = document.querySelector("a[data-version]");
  if (waitingLink) {
    watch(waitingLink);
    if (loadStored(PAGES).version !== waitingLink.dataset.version) store(PAGES, { version: waitingLink.dataset.version }); // a new version asks other questions
  }
  addEventListener("online", () => {
    offline = false;
    send();
  });
  addEventListener("offline", () => (offline = true));
  addEventListener("popstate", () => location.reload());
  const slip = document.querySelector("form[data-slip]");
  if (slip) startSlip(slip);
  startQuestion(loadStored(QUEUE));
  send();
  fetchAhead();
})();
