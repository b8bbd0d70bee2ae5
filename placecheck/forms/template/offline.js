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
let seen = null; // the stamp of what this page last read or wrote
let unsaved = false;
let focusNext = null;
let handedIn = false;

function byId(id) {
  return document.getElementById(id);
}

// A sentence with its {names} filled in.
function said(name, values = {}) {
  return asked.words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

// ---- Keeping ----

// What is kept may come late to a page: a browser can read before the page that was left has written. So nothing is
// written over words that this page has not seen: they are taken in first, and only what was changed here replaces them.

function keep(names = Object.keys(fields())) {
  try {
    const last = kept();
    if (last && last.stamp !== seen) fill({ ...takeIn(last), ...changedHere(last.values, names) });
    const stamp = newVoiceId();
    localStorage.setItem(STORED, JSON.stringify({ voiceId, values: fields(), carried, handedIn, stamp }));
    seen = stamp;
    canKeep = true;
  } catch {
    canKeep = false;
  }
  const words = said(canKeep ? "kept" : "notKept");
  if (byId("kept").textContent !== words) byId("kept").textContent = words;
}

function kept() {
  return JSON.parse(localStorage.getItem(STORED));
}

// The fields as they were kept; whose they are is taken over at once.
function takeIn(last) {
  voiceId = last.voiceId;
  carried = last.carried || NOTHING_CARRIED;
  handedIn = last.handedIn || false;
  seen = last.stamp;
  return last.values;
}

// What was changed here, by name; a choice that was taken back is there as nothing.
function changedHere(before, names) {
  const now = fields();
  return Object.fromEntries(names.map((name) => [name, now[name]]).filter(([name, value]) => value || before[name]));
}

function bringBack() {
  try {
    const last = kept();
    if (!last || last.stamp === seen) return;
    fill(takeIn(last));
    byId("kept").textContent = said("kept");
    refresh();
  } catch {
    canKeep = false;
    byId("kept").textContent = said("notKept");
  }
}

// What is kept is about to be replaced by other answers, or to go: there is nothing to take in from it.
function leaveBehind() {
  try {
    seen = (kept() || {}).stamp;
  } catch {
    canKeep = false;
  }
}

// ---- What is on the screen ----

function refresh() {
  const given = fields();
  const answers = voice(given).answers;
  const done = new Set(asked.ids.filter((id) => id in answers));
  const counts = (id) => done.has(id) || isMeantFor(id, given.perspective);
  const total = asked.ids.filter(counts).length;
  byId("progress").textContent = said("progress", { done: done.size, total });
  Object.assign(byId("bar"), { value: done.size, max: Math.max(total, 1) });
  for (const [at, part] of parts.entries()) {
    const here = [...part.querySelectorAll("[data-asks]")].map((question) => question.dataset.asks).filter(counts);
    const ready = here.filter((id) => done.has(id));
    steps[at].querySelector(".done").textContent = here.length ? `${ready.length} / ${here.length}` : "";
  }
  for (const question of document.querySelectorAll("[data-asks]")) refreshQuestion(question, given);
  for (const offer of document.querySelectorAll(".next-person")) offer.hidden = !handedIn;
  byId("text").value = fileText(given);
  showCode(voice(given));
}

function refreshQuestion(question, given) {
  const choice = given[`choice:${question.dataset.asks}`];
  const whom = question.querySelector("[data-meant-for]");
  if (whom) whom.hidden = isMeantFor(question.dataset.asks, given.perspective);
  question.querySelector('[data-more="sure"]').hidden = !isLevel(choice);
  question.querySelector('[data-more="not_for"]').hidden = !asksForWhom(choice) && !given[`not_for:${question.dataset.asks}`];
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
  bringBack();
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
  handedIn = true;
  keep();
  refresh();
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
    carried = carriedFrom(saved);
    fill(fieldsOf(saved));
  } catch {
    byId("loaded").textContent = said("loadNoAnswers");
    return;
  }
  voiceId = saved.voices[0].id;
  handedIn = false;
  leaveBehind();
  changed();
  const more = Object.keys(carried.answers).length;
  byId("loaded").textContent = more ? said("loadedMore", { n: more }) : said("loaded");
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
  changed([`choice:${id}`, `sure:${id}`]);
  form.elements[`choice:${id}`][0].focus();
}

// The same place for somebody else: their answers get an id of their own.
function nextPerson() {
  const { place, boundary } = fields();
  form.reset();
  startAfresh();
  fill({ place, boundary });
  byId("saved").textContent = "";
  keep();
  refresh();
  goTo("start", null);
}

function startAfresh() {
  voiceId = newVoiceId();
  carried = NOTHING_CARRIED;
  handedIn = false;
  unsaved = false;
  leaveBehind();
}

function clearForm() {
  if (!confirm(said("clearSure"))) return;
  form.reset();
  startAfresh();
  try {
    localStorage.removeItem(STORED);
  } catch {
    canKeep = false;
  }
  refresh();
  byId("saved").textContent = "";
  byId("kept").textContent = said("cleared");
  goTo("start", null);
}

function changed(names) {
  unsaved = true;
  keep(names);
  refresh();
}

form.addEventListener("input", (event) => event.target.name && changed([event.target.name]));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => event.target.dataset.takeBack && takeBack(event.target.dataset.takeBack));
byId("save-file").addEventListener("click", saveFile);
byId("copy").addEventListener("click", copyText);
byId("clear").addEventListener("click", clearForm);
for (const offer of document.querySelectorAll(".next-person button")) offer.addEventListener("click", nextPerson);
byId("load").addEventListener("change", (event) => event.target.files[0] && loadFile(event.target.files[0]));
window.addEventListener("hashchange", arrive);
window.addEventListener("storage", (event) => event.key === STORED && bringBack()); // the form in two tabs
window.addEventListener("beforeunload", (event) => unsaved && !canKeep && event.preventDefault());

byId("needs-script").remove();
refresh();
bringBack();
showPart();
for (const later of [100, 500, 2000, 5000]) setTimeout(bringBack, later);
window.addEventListener("pageshow", bringBack);
document.addEventListener("visibilitychange", bringBack);
