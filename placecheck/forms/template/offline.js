// The offline form at work: shows one part at a time, keeps every change in the browser, and saves the answers as a file.
// The fields of the form hold the truth. Nothing here sends anything anywhere.

const asked = JSON.parse(byId("asked").textContent);
const form = byId("form");
const parts = [...document.querySelectorAll(".part")];
const steps = [...document.querySelectorAll(".way li")];
const FIRST_PLACE = byId("place").defaultValue;
const STORED = ["placecheck-form", asked.rubric.id, asked.rubric.edition, asked.round, FIRST_PLACE].join(" ");
let voiceId = newVoiceId();
let canKeep = true;
let unsaved = false;
let focusNext = null;

function byId(id) {
  return document.getElementById(id);
}

// A sentence with its {names} filled in.
function said(name, values = {}) {
  return asked.words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

// ---- Keeping ----

function keep() {
  try {
    localStorage.setItem(STORED, JSON.stringify({ voiceId, values: fields() }));
    canKeep = true;
  } catch {
    canKeep = false;
  }
  const words = said(canKeep ? "kept" : "notKept");
  if (byId("kept").textContent !== words) byId("kept").textContent = words;
}

function bringBack() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED));
    if (!stored) return;
    voiceId = stored.voiceId;
    fill(stored.values);
    byId("kept").textContent = said("kept");
  } catch {
    canKeep = false;
    byId("kept").textContent = said("notKept");
  }
}

// ---- What is on the screen ----

function refresh() {
  const given = fields();
  const done = new Set(Object.keys(voice(given).answers));
  byId("progress").textContent = said("progress", { done: done.size, total: asked.ids.length });
  byId("bar").value = done.size;
  for (const [at, part] of parts.entries()) {
    const here = [...part.querySelectorAll("[data-asks]")].map((question) => question.dataset.asks);
    const ready = here.filter((id) => done.has(id));
    steps[at].querySelector(".done").textContent = here.length ? `${ready.length} / ${here.length}` : "";
  }
  for (const question of document.querySelectorAll("[data-asks]")) refreshQuestion(question, given);
  byId("text").value = fileText(given);
  showCode(voice(given));
}

function refreshQuestion(question, given) {
  const choice = given[`choice:${question.dataset.asks}`];
  question.querySelector('[data-more="sure"]').hidden = !isLevel(choice);
  question.querySelector('[data-more="not_for"]').hidden = !asksForWhom(choice);
  question.querySelector("[data-take-back]").hidden = !choice;
}

function showCode(voice) {
  const code = shortCode(asked, voice);
  if (byId("code").textContent === code) return;
  byId("code").textContent = code;
  const picture = leanQr.generate(code);
  const size = [...Array(picture.size).keys()];
  const dots = size.flatMap((y) => size.filter((x) => picture.get(x, y)).map((x) => `M${x} ${y}h1v1h-1z`));
  byId("scan").setAttribute("viewBox", `-4 -4 ${picture.size + 8} ${picture.size + 8}`);
  byId("scan").firstElementChild.setAttribute("d", dots.join(""));
}

// The part that the address names, or the first; parts are plain links to each other.
function showPart() {
  const at = Math.max(0, parts.findIndex((part) => `#${part.id}` === location.hash));
  for (const [n, part] of parts.entries()) {
    part.hidden = n !== at;
    const link = steps[n].querySelector("a");
    n === at ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current");
  }
  const heading = parts[at].querySelector("h2");
  byId("where").textContent = said("partOf", { n: at + 1, total: parts.length, name: heading.textContent });
  document.querySelector(".way").open = false;
  return heading;
}

function arrive() {
  const heading = showPart();
  const at = focusNext || heading;
  focusNext = null;
  at.focus({ preventScroll: true });
  at.scrollIntoView({ block: at.matches("h2") ? "start" : "center", behavior: "instant" });
}

// To a part, and to a field in it: the browser tells of the new address a moment later.
function goTo(part, field) {
  focusNext = field;
  if (location.hash === `#${part}`) arrive();
  else location.hash = part;
}

// ---- Handing in ----

function saveFile() {
  const given = fields();
  byId("saved").textContent = "";
  byId("save-wrong").textContent = Object.keys(voice(given).answers).length ? "" : said("nothingSaid");
  if (byId("save-wrong").textContent || placeIsMissing(given)) return;
  const name = fileName(given.place);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([fileText(given)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved = false;
  byId("saved").textContent = said("savedAs", { name });
}

function placeIsMissing(given) {
  const missing = !line(given.place || "");
  byId("place-wrong").textContent = missing ? said("placeMissing") : "";
  byId("place").setAttribute("aria-invalid", String(missing));
  if (missing) goTo("start", byId("place"));
  return missing;
}

async function loadFile(file) {
  byId("loaded").textContent = "";
  let saved;
  try {
    saved = JSON.parse(await file.text());
    if (saved.placecheck !== 1 || saved.voices.length !== 1) throw new TypeError();
    if (saved.rubric.id !== asked.rubric.id || saved.rubric.edition !== asked.rubric.edition) {
      byId("loaded").textContent = said("loadOther", { rubric: saved.rubric.id, edition: saved.rubric.edition });
      return;
    }
    fill(fieldsOf(saved));
  } catch {
    byId("loaded").textContent = said("loadNoAnswers");
    return;
  }
  voiceId = saved.voices[0].id;
  changed();
  byId("loaded").textContent = said("loaded");
}

async function copyText() {
  byId("text").select();
  try {
    await navigator.clipboard.writeText(byId("text").value);
    byId("copied").textContent = said("copied");
  } catch {
    byId("copied").textContent = said(document.execCommand("copy") ? "copied" : "notCopied");
  }
}

function takeBack(id) {
  for (const field of form.elements) if (field.name === `choice:${id}` || field.name === `sure:${id}`) field.checked = false;
  changed();
  form.elements[`choice:${id}`][0].focus();
}

function clearForm() {
  if (!confirm(said("clearSure"))) return;
  form.reset();
  voiceId = newVoiceId();
  try {
    localStorage.removeItem(STORED);
  } catch {
    canKeep = false;
  }
  unsaved = false;
  refresh();
  byId("saved").textContent = "";
  byId("kept").textContent = said("cleared");
  goTo("start", null);
}

function changed() {
  unsaved = true;
  keep();
  refresh();
}

form.addEventListener("input", (event) => event.target.name && changed());
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => event.target.dataset.takeBack && takeBack(event.target.dataset.takeBack));
byId("save-file").addEventListener("click", saveFile);
byId("copy").addEventListener("click", copyText);
byId("clear").addEventListener("click", clearForm);
byId("load").addEventListener("change", (event) => event.target.files[0] && loadFile(event.target.files[0]));
window.addEventListener("hashchange", arrive);
window.addEventListener("storage", (event) => event.key === STORED && (bringBack(), refresh())); // the form in two tabs
window.addEventListener("beforeunload", (event) => unsaved && !canKeep && event.preventDefault());

byId("needs-script").remove();
bringBack();
refresh();
showPart();
