// The keying-in grid: what is keyed stays here until the app says that it is kept, however fast the keys come.

const EMPTY = { typed: "", story: "", promised: "", seen: "", not_for: "" };
const FIELDS = Object.keys(EMPTY);
const STORY_PAUSE = 800; // milliseconds without a key after which a story that is being typed is sent

export default function ({ data, parentElement, setStateValue }) {
  parentElement.keyingGrid ??= new Grid(parentElement.querySelector(".keying"), data);
  parentElement.keyingGrid.heard(data, (value) => setStateValue("keyed", value));
}

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const same = (a, b) => FIELDS.every((field) => a[field] === b[field]);
const isFilled = (parts) => Boolean(parts.typed.value || parts.story.value);
const isMeantFor = ({ perspectives }, perspective) => !perspective || !perspectives.length || perspectives.includes(perspective);
const newMark = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

function made(tag, given = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), given);
  element.append(...inside);
  return element;
}

class Grid {
  constructor(form, data) {
    this.form = form;
    this.data = data;
    this.words = data.words;
    this.unkept = {}; // by the mark of a sheet: what the app has not said to be kept yet
    this.rows = [];
    this.sheet = this.begun();
    this.draw();
    this.find(".perspective").focus();
  }

  find(selector) {
    return this.form.querySelector(selector);
  }

  begun(voice = null) {
    const known = this.data.sheets.find((one) => one.voice === voice);
    const rows = Object.fromEntries(Object.entries(known?.rows ?? {}).map(([id, row]) => [id, { ...EMPTY, ...row }]));
    return { mark: voice ?? newMark(), voice, perspective: known?.perspective ?? "", rows };
  }

  // Drawn once

  draw() {
    for (const element of this.form.querySelectorAll("[data-word]")) element.textContent = this.words[element.dataset.word];
    this.find(".keys").append(...this.legend(this.data.keys));
    this.find(".sure").append(...this.legend(this.data.sure));
    const perspective = this.find(".perspective");
    perspective.append(new Option(this.words.notSaid, ""), ...this.data.perspectives.map(([id, name]) => new Option(name, id)));
    this.drawQuestions();
    this.form.onsubmit = (event) => event.preventDefault();
    this.find(".next").onclick = () => this.turnTo(null);
    this.find(".sheet").onchange = (event) => this.turnTo(event.target.value || null);
    perspective.onchange = () => this.spokeFrom(perspective.value);
    perspective.onkeydown = (event) => void (event.key === "Enter" && this.go(event, 0));
  }

  // Drawn again only where what is asked changed: a second vote began, or was cancelled.
  drawQuestions() {
    this.asks = JSON.stringify(this.data.dimensions);
    for (const part of this.form.querySelectorAll("tbody")) part.remove();
    this.rows = [];
    for (const dimension of this.data.dimensions) this.find("table").append(this.dimension(dimension));
  }

  legend(keys) {
    return Object.entries(keys).flatMap(([key, name]) => [made("kbd", { textContent: key }), ` ${name}`]);
  }

  dimension(dimension) {
    const title = made("tr", {}, made("th", { scope: "rowgroup", colSpan: 5, textContent: dimension.name }));
    return made("tbody", {}, title, ...dimension.questions.flatMap((question) => this.row(question)));
  }

  row(question) {
    const at = this.rows.length;
    const named = (words) => filled(words, question);
    const typed = made("input", { className: "typed", inputMode: "text", autocapitalize: "off", spellcheck: false });
    const [story, promised, seen, notFor] = FIELDS.slice(1).map(() => made("textarea", { rows: 1, maxLength: 10000 }));
    const whom = made("span", { className: "meant-for", textContent: question.meant_for, hidden: true });
    const parts = { id: question.id, perspectives: question.perspectives, whom, typed, story, promised, seen, not_for: notFor, means: made("span"), kept: made("span", { className: "kept" }) };
    typed.ariaLabel = named(this.words.answerTo);
    typed.setAttribute("aria-describedby", "keying-legend");
    story.ariaLabel = named(this.words.storyOf);
    notFor.ariaLabel = named(this.words.notForOf);
    promised.ariaLabel = named(this.words.promisedOf);
    seen.ariaLabel = named(this.words.seenOf);
    typed.onfocus = () => typed.select();
    typed.onkeydown = (event) => this.moved(event, at);
    typed.oninput = () => this.keyed(parts);
    for (const text of [story, promised, seen, notFor]) {
      text.onkeydown = (event) => void (event.key === "Enter" && !event.shiftKey && this.go(event, at + 1));
      text.oninput = () => this.told(parts);
      text.onchange = () => this.changed(parts);
    }
    parts.line = made(
      "tr",
      {},
      made("th", { scope: "row" }, `${question.number}. ${question.name}`, whom),
      made("td", { className: "typed" }, typed),
      made("td", { className: "means" }, parts.means, parts.kept),
      made("td", {}, story),
      made("td", {}, notFor),
    );
    this.rows.push(parts);
    return question.promise ? [parts.line, this.promise(promised, seen)] : [parts.line];
  }

  // Its two parts stand in a line of their own, below the question.
  promise(promised, seen) {
    const title = made("td", { colSpan: 3, className: "promise", textContent: this.words.promise });
    return made("tr", {}, title, made("td", {}, promised), made("td", {}, seen));
  }

  // Keys

  moved(event, at) {
    if (event.key === "Enter" || event.key === "ArrowDown") this.go(event, at + 1);
    else if (event.key === "ArrowUp") this.go(event, at - 1);
    else if (event.key === "+") this.turnTo(null, event);
  }

  go(event, at) {
    event.preventDefault();
    (this.rows[Math.max(at, 0)]?.typed ?? this.find(".next")).focus();
  }

  // A key that cannot follow is taken as an answer of its own: whoever mistyped types again.
  keyed(parts) {
    const { keys, sure } = this.data;
    const now = parts.typed.value.toLowerCase().trim();
    const means = (text) => text === "" || (text in keys && text.length === 1) || (/^\d$/.test(text[0]) && text[0] in keys && text.slice(1) in sure);
    const found = [now, now.slice(-1)].find(means);
    parts.typed.value = found ?? (this.sheet.rows[parts.id] ?? EMPTY).typed;
    if (found === undefined) {
      this.say(filled(this.words.wrongKey, { key: now.slice(-1), keys: Object.keys(keys).join(" ") }));
    } else this.changed(parts);
  }

  told(parts) {
    clearTimeout(this.pause);
    const { mark } = this.sheet;
    this.pause = setTimeout(() => mark === this.sheet.mark && this.changed(parts), STORY_PAUSE);
    this.mark(parts, false);
  }

  // What was keyed, sent and kept

  changed(parts) {
    const row = Object.fromEntries(FIELDS.map((field) => [field, parts[field].value]));
    if (same(row, this.sheet.rows[parts.id] ?? EMPTY)) return;
    this.sheet.rows[parts.id] = row;
    this.ofSheet().rows[parts.id] = row;
    this.show(parts);
    this.send();
  }

  spokeFrom(perspective) {
    this.sheet.perspective = perspective;
    this.showWhom();
    if (!this.sheet.voice && !this.unkept[this.sheet.mark]) return; // a voice begins with its first answer
    this.ofSheet().perspective = perspective;
    this.send();
  }

  ofSheet() {
    const { mark, voice, perspective } = this.sheet;
    return (this.unkept[mark] ??= { voice, perspective, rows: {} });
  }

  send() {
    this.setValue(structuredClone(this.unkept));
  }

  // The app answers with what it kept, which may be less than what was keyed since.
  heard(data, setValue) {
    this.data = data;
    this.setValue = setValue;
    for (const [mark, kept] of Object.entries(data.kept)) {
      const waiting = this.unkept[mark];
      if (mark === this.sheet.mark) this.sheet.voice = kept.voice;
      if (!waiting) continue;
      waiting.voice = kept.voice;
      for (const [id, row] of Object.entries(kept.rows)) if (waiting.rows[id] && same(row, waiting.rows[id])) delete waiting.rows[id];
      if (!Object.keys(waiting.rows).length && waiting.perspective === kept.perspective) delete this.unkept[mark];
    }
    if (JSON.stringify(data.dimensions) !== this.asks) this.drawQuestions();
    this.take();
    this.showAll();
  }

  // What was changed elsewhere on this sheet, where nothing waits here.
  take() {
    const known = this.data.sheets.find((one) => one.voice === this.sheet.voice);
    if (!known || this.unkept[this.sheet.mark]) return;
    const held = this.form.getRootNode().activeElement;
    for (const parts of this.rows) {
      if (!FIELDS.some((field) => parts[field] === held)) this.sheet.rows[parts.id] = { ...EMPTY, ...known.rows[parts.id] };
    }
  }

  turnTo(voice, event) {
    event?.preventDefault();
    clearTimeout(this.pause);
    for (const parts of this.rows) this.changed(parts);
    this.sheet = this.begun(voice);
    this.showAll(true);
    this.say("");
    this.find(".perspective").focus();
    this.form.scrollIntoView({ block: "start" });
  }

  // Shown

  showAll(anew = false) {
    const names = [["", this.words.newSheet], ...this.data.sheets.map((one) => [one.voice, one.name])];
    this.find(".sheet").replaceChildren(...names.map(([voice, name]) => new Option(name, voice)));
    this.find(".sheet").value = this.sheet.voice ?? "";
    this.find(".perspective").value = this.sheet.perspective;
    const { voice } = this.sheet;
    this.find(".number").textContent = voice ? filled(this.words.number, { voice }) : this.words.numberLater;
    for (const parts of this.rows) this.show(parts, anew);
    this.showWhom();
  }

  // Whom a question is meant for, where that leaves out whoever filled in the sheet.
  showWhom() {
    for (const parts of this.rows) parts.whom.hidden = isMeantFor(parts, this.sheet.perspective);
    this.count();
  }

  show(parts, anew = false) {
    const row = this.sheet.rows[parts.id] ?? EMPTY;
    const held = this.form.getRootNode().activeElement;
    for (const field of FIELDS) if ((anew || parts[field] !== held) && parts[field].value !== row[field]) parts[field].value = row[field];
    const [answer, sure] = [this.data.keys[row.typed[0]] ?? "", this.data.sure[row.typed[1]]];
    parts.means.textContent = sure ? filled(this.words.meansSure, { answer, sure }) : answer;
    parts.not_for.tabIndex = this.data.high.includes(row.typed[0]) || row.not_for ? 0 : -1;
    this.mark(parts, !this.unkept[this.sheet.mark]?.rows[parts.id]);
    this.count();
  }

  mark(parts, saved) {
    const told = FIELDS.some((field) => parts[field].value);
    parts.line.className = saved ? (told ? "saved" : "") : "unsaved";
    parts.kept.textContent = saved ? (told ? this.words.saved : "") : this.words.saving;
  }

  count() {
    const done = this.rows.filter(isFilled).length;
    const total = this.rows.filter((parts) => isFilled(parts) || isMeantFor(parts, this.sheet.perspective)).length;
    this.find(".progress").textContent = filled(this.words.progress, { done, total });
  }

  say(words) {
    this.find(".said").textContent = words;
  }
}
