// The answer to one question. What is chosen or written is sent at once, and stays here until the app has said that it is
// on the disk. Then the counts around it hear of it; the page is not drawn for it.

const PAUSE = 800; // milliseconds without a key after which what is being written is sent
const AGAIN = 3000; // milliseconds until what could not be sent is sent again

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".answering");
  const answering = (root.answering ??= new Answering(root, data));
  answering.heard(data);
  addEventListener("pagehide", answering.leave);
  addEventListener("beforeunload", answering.warn);
  return () => {
    removeEventListener("pagehide", answering.leave);
    removeEventListener("beforeunload", answering.warn);
    answering.leave();
  };
}

class Answering {
  constructor(root, data) {
    this.root = root;
    this.form = root.querySelector("form");
    this.asks = data.asks;
    this.answer = { ...data.answer }; // as it stands on the screen
    this.unsent = {}; // the parts of it that the app has not said to be kept
    this.sequence = 0; // of the newest change that was heard of
    this.trouble = "";
    this.isRefused = false; // as it stands; it is sent again once something is changed, or the page is opened again
    this.data = data;
    this.draw();
    this.give(this.leftBehind());
  }

  // Drawn once

  draw() {
    const { name, levels, no_answers: noAnswers, sure, words } = this.asks;
    this.root.ariaLabel = name;
    for (const element of this.root.querySelectorAll("[data-word]")) element.textContent = words[element.dataset.word];
    this.offer("choice", levels);
    this.offer("choice", noAnswers, "no-answer");
    this.offer("sure", sure);
    for (const text of this.form.querySelectorAll("textarea")) {
      text.placeholder = { story: words.storyHint, not_for: words.notForHint }[text.name] ?? "";
      text.oninput = () => this.writing();
    }
    this.form.querySelector(".promise legend").textContent = this.asks.promise;
    this.form.onsubmit = (event) => event.preventDefault();
    this.form.onchange = ({ target }) => this.give({ ...this.written(), [target.name]: target.value });
    this.form.querySelector("button").onclick = () => this.takeBack();
  }

  offer(part, choices, kind = "") {
    const row = document.createElement("div");
    for (const { value, name, text } of choices) {
      const one = this.root.querySelector("template").content.cloneNode(true);
      Object.assign(one.querySelector("input"), { name: part, value });
      one.querySelector("b").textContent = name;
      one.querySelector(".text").textContent = text;
      row.append(one);
    }
    row.className = kind;
    this.form.querySelector(`fieldset.${part}`).append(row);
  }

  // What is given, sent and kept

  writing() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.give(this.written()), PAUSE);
    this.say(this.standing());
  }

  written() {
    return Object.fromEntries([...this.form.querySelectorAll("textarea")].map((text) => [text.name, text.value]));
  }

  // What is still being written goes before whoever wrote it.
  leave = () => this.give(this.written());

  takeBack() {
    this.give(Object.fromEntries(Object.keys(this.answer).map((part) => [part, ""])));
    this.form.elements.story.focus();
  }

  give(parts) {
    this.pause = clearTimeout(this.pause);
    for (const [part, value] of Object.entries(parts)) {
      if (value.trim() === this.answer[part]) continue;
      this.answer[part] = this.unsent[part] = value.trim();
      this.isRefused = false;
    }
    this.show();
    this.send();
  }

  // What is not kept by the app stays in this browser tab: it is there again when the page is.

  leaveBehind() {
    const unkept = { ...this.sending, ...this.unsent };
    if (Object.keys(unkept).length) sessionStorage.setItem(this.place(), JSON.stringify(unkept));
    else sessionStorage.removeItem(this.place());
  }

  leftBehind() {
    return JSON.parse(sessionStorage.getItem(this.place()) ?? "{}");
  }

  place() {
    return `answer ${JSON.stringify(this.data.about)}`;
  }

  // A tab that is closed takes with it what could not be kept.
  warn = (event) => {
    if (this.trouble) event.preventDefault();
  };

  async send() {
    clearTimeout(this.again);
    if (this.sending || this.isRefused || !Object.keys(this.unsent).length) return;
    this.sending = this.unsent;
    this.unsent = {};
    this.show();
    const { sequence, why, later } = await posted(this.data.to, { ...this.data.about, parts: this.sending });
    if (sequence) this.kept(sequence);
    else this.refused(why, later);
  }

  kept(sequence) {
    this.sending = null;
    this.trouble = "";
    this.sequence = sequence;
    this.show();
    this.tell();
    this.send();
  }

  tell() {
    const { voice, indicator } = this.data.about;
    const choice = this.given() ? this.answer.choice : null;
    document.dispatchEvent(new CustomEvent("placecheck:kept", { detail: { voice, indicator, choice, sequence: this.sequence } }));
  }

  refused(why, later) {
    this.unsent = { ...this.sending, ...this.unsent };
    this.sending = null;
    this.trouble = why ?? this.asks.words.notYet;
    this.isRefused = !later;
    if (later) this.again = setTimeout(() => this.send(), AGAIN);
    this.show();
  }

  // What the app says is kept counts, unless something newer is under way here.
  heard(data) {
    this.data = data;
    if (data.sequence < this.sequence || this.sending || Object.keys(this.unsent).length) return;
    this.sequence = data.sequence;
    this.answer = { ...data.answer };
    this.show();
  }

  // Shown

  show() {
    this.leaveBehind();
    const { choice } = this.answer;
    for (const input of this.form.querySelectorAll("input")) input.checked = this.answer[input.name] === input.value;
    for (const text of this.form.querySelectorAll("textarea")) {
      const same = text.value.trim() === this.answer[text.name];
      if (!same && !this.pause) text.value = this.answer[text.name];
    }
    this.form.querySelector(".sure").hidden = !this.asks.levels.some((one) => one.value === choice);
    this.form.querySelector(".promise").hidden = !this.asks.promise && !this.answer.promised && !this.answer.seen;
    this.form.querySelector(".not-for").hidden = !this.asks.high.includes(choice) && !this.answer.not_for;
    this.form.querySelector("button").hidden = !this.given();
    this.say(this.standing());
  }

  given() {
    return Object.values(this.answer).some(Boolean);
  }

  standing() {
    const { saving, saved, notAnswered } = this.asks.words;
    if (this.trouble) return this.trouble;
    if (this.pause || this.sending) return saving;
    return this.given() ? saved : notAnswered;
  }

  say(words) {
    const line = this.form.querySelector(".said");
    line.classList.toggle("kept", words === this.asks.words.saved);
    if (line.textContent !== words) line.textContent = words;
  }
}

// `sequence` of the change that is kept, or `why` it is not, and whether it may be taken `later` as it is.
async function posted(to, given) {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given), keepalive: true };
  try {
    const response = await fetch(to, request);
    return { later: response.status >= 500 || response.status === 408, ...(await response.json()) };
  } catch {
    return { later: true }; // nothing of ours answered
  }
}
