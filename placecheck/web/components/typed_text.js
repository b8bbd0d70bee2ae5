// Whatever is typed into a field of the page goes to the draft of its form, from the first letter on. What the app has not
// said to be kept is sent again; the page says so meanwhile.

const PAUSE = 200; // milliseconds from a letter until it is sent, with those that follow it
const AGAIN = 3000; // milliseconds until what could not be kept is sent again
const MOST_ALIVE = 60_000; // bytes that a browser sends for a page that is being left

export default function ({ data, parentElement, setTriggerValue }) {
  window.placecheckTyped ??= new Typed();
  window.placecheckTyped.heard(data, parentElement.querySelector("p"), (form) => setTriggerValue("others", form));
}

class Typed {
  constructor() {
    this.forms = new Map(); // by assessment and form: what is sent of it, and what waits to be sent
    this.fields = new Map(); // by the class of a field: its form, and its name there
    document.addEventListener("input", ({ target }) => this.typed(target));
    document.addEventListener("focusout", ({ target }) => this.left(target));
    addEventListener("pagehide", () => this.leave());
    addEventListener("beforeunload", (event) => this.trouble && event.preventDefault());
  }

  heard(data, line, tell) {
    Object.assign(this, { to: data.to, writer: data.writer, words: data.words, line, tell });
    this.fields.clear();
    for (const { assessment, form, seen, saves, fields } of data.forms) {
      const address = JSON.stringify([assessment, form]);
      const known = this.forms.get(address) ?? { unsent: {} };
      const isNews = JSON.stringify(known.seen) !== JSON.stringify(seen);
      Object.assign(known, { assessment, form, seen, saves, isTold: known.isTold && !isNews });
      this.forms.set(address, known);
      for (const [name, field] of Object.entries(fields)) this.fields.set(name, { form: known, name: field });
      if (isNews) this.send(known);
    }
    if (!this.isListening) this.typed(document.activeElement); // somebody may have begun before this was there
    this.isListening = true;
    this.say();
  }

  fieldOf(target) {
    for (let element = target; element instanceof Element; element = element.parentElement) {
      const name = [...element.classList].find((each) => this.fields.has(each));
      if (name) return this.fields.get(name);
    }
    return null;
  }

  typed(target) {
    const field = target?.matches?.("input, textarea") && this.fieldOf(target);
    if (!field) return;
    field.form.unsent[field.name] = target.value;
    field.form.timer ??= setTimeout(() => this.send(field.form), PAUSE);
  }

  // Where a field is saved as it is left, the app gets it from the field itself.
  left(target) {
    const field = this.fieldOf(target);
    if (!field) return;
    if (field.form.saves) delete field.form.unsent[field.name];
    else this.send(field.form);
  }

  leave() {
    for (const form of this.forms.values()) if (isWaiting(form)) this.post(form, form.unsent);
  }

  async send(form) {
    form.timer = clearTimeout(form.timer);
    if (form.isSending || !isWaiting(form)) return;
    const fields = form.unsent;
    Object.assign(form, { unsent: {}, isSending: true });
    const { kept, why, later } = await this.post(form, fields);
    form.isSending = false;
    form.trouble = kept || kept === false ? "" : (why ?? this.words.notYet);
    if (!kept && (later || kept === false)) form.unsent = { ...fields, ...form.unsent };
    if (isWaiting(form)) form.timer ??= setTimeout(() => this.send(form), kept ? PAUSE : AGAIN);
    if (kept === false && !form.isTold) {
      form.isTold = true;
      this.tell(form.form);
    }
    this.say();
  }

  async post({ assessment, form, seen }, fields) {
    const body = JSON.stringify({ assessment, form, writer: this.writer, seen, fields });
    const request = { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: body.length < MOST_ALIVE };
    try {
      const response = await fetch(this.to, request);
      return { later: response.status >= 500 || response.status === 408, ...(await response.json()) };
    } catch {
      return { later: true }; // nothing of ours answered
    }
  }

  say() {
    this.trouble = [...this.forms.values()].map((form) => form.trouble).find(Boolean) ?? "";
    if (this.line && this.line.textContent !== this.trouble) this.line.textContent = this.trouble;
  }
}

const isWaiting = (form) => Object.keys(form.unsent).length > 0;
