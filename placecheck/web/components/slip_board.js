// The board of slips: dragged between groups, or put there by keys. What was moved stays here until the app has kept it.

const PAUSE = 300; // milliseconds without a move after which the moves are sent
const AGAIN = 10_000; // milliseconds until moves are sent again that the app has not said to be kept; longer each time

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".board");
  const board = (root.slipBoard ??= new Board(root, data.board));
  board.heard(data, (moves) => setStateValue("moves", moves));
  addEventListener("beforeunload", board.warn);
  return () => {
    removeEventListener("beforeunload", board.warn);
    board.leave();
  };
}

const same = (a, b) => a.length === b.length && a.every((id) => b.includes(id));

function made(tag, values = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...inside);
  return element;
}

class Board {
  constructor(root, name) {
    this.root = root;
    this.place = `moves of slips ${name}`;
    // By slip: the groups that it was put into and taken out of, and the batch that they go with. What was not kept
    // before this board was drawn goes with its first.
    this.moves = JSON.parse(sessionStorage.getItem(this.place) ?? "{}");
    for (const move of Object.values(this.moves)) move.batch = 0;
    this.name = crypto.randomUUID?.() ?? `${Math.random()}`;
    this.batch = 0;
    this.wait = AGAIN;
    this.watch();
  }

  heard(data, send) {
    this.data = data;
    this.send = send;
    const [name, batch] = data.kept ?? [];
    if (name === this.name) this.forget(batch);
    this.draw();
    if (this.waits() && !this.pause && !this.again) this.sendSoon();
    if (this.moved) this.say(this.waits() ? data.words.keeping : data.words.kept);
  }

  // What was moved, and is not kept yet

  waits() {
    return Object.keys(this.moves).length > 0;
  }

  forget(batch) {
    for (const [id, move] of Object.entries(this.moves)) if (move.batch <= batch) delete this.moves[id];
    this.leaveBehind();
    if (this.waits()) return;
    this.again = clearTimeout(this.again);
    this.wait = AGAIN;
  }

  sendSoon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.sendNow(), PAUSE);
  }

  // The number makes each batch another value, else the app would not hear of a move that is made a second time.
  sendNow() {
    this.pause = clearTimeout(this.pause);
    clearTimeout(this.again);
    const slips = Object.fromEntries(Object.entries(this.moves).map(([id, { into, out }]) => [id, { into, out }]));
    this.send({ batch: [this.name, this.batch++], slips });
    this.again = setTimeout(() => this.sendNow(), this.wait);
    this.wait *= 2;
  }

  leave() {
    if (this.pause) this.sendNow();
    this.again = clearTimeout(this.again);
  }

  leaveBehind() {
    if (this.waits()) sessionStorage.setItem(this.place, JSON.stringify(this.moves));
    else sessionStorage.removeItem(this.place);
  }

  warn = (event) => {
    if (this.waits()) event.preventDefault();
  };

  groups(slip) {
    const { into, out } = this.moves[slip.id] ?? { into: [], out: [] };
    return [...slip.groups.filter((id) => !out.includes(id) && !into.includes(id)), ...into];
  }

  // Drawn. Under a hand that holds a slip nothing changes: a drag would end where it began.

  watch() {
    this.root.onpointerdown = () => (this.isHeld = true);
    this.root.ondragstart = () => (this.isDragged = true);
    this.root.onpointerup = this.root.ondragend = () => this.release();
    this.root.addEventListener("focusin", ({ target }) => target.dataset.slip && this.tabTo(target));
    this.root.onpointercancel = this.root.onpointerleave = () => this.isDragged || this.release();
  }

  release() {
    this.isHeld = this.isDragged = false;
    if (this.isStale) this.draw();
  }

  draw() {
    this.isStale = this.isHeld;
    if (this.isHeld) return;
    const columns = [{ id: "", words: this.data.words.pile }, ...this.data.groups];
    const picture = JSON.stringify([columns, this.data.slips, this.moves]);
    if (picture === this.picture) return;
    this.picture = picture;
    const focused = this.root.getRootNode().activeElement?.dataset;
    const scrolled = new Map(this.lists().map((list) => [list.parentElement.dataset.column, list.scrollTop]));
    this.root.querySelector(".columns").replaceChildren(...columns.map((column, number) => this.column(column, number)));
    for (const list of this.lists()) list.scrollTop = scrolled.get(list.parentElement.dataset.column) ?? 0;
    for (const list of this.lists()) this.tabTo(list.querySelector("button"));
    if (focused?.slip) this.focus(focused.slip, focused.column);
  }

  lists() {
    return [...this.root.querySelectorAll("ul")];
  }

  column(column, number) {
    const slips = this.data.slips.filter((slip) => (column.id ? this.groups(slip).includes(column.id) : !this.groups(slip).length));
    const list = made("ul", {}, ...slips.map((slip) => made("li", {}, this.slip(slip, column.id))));
    const heading = made("h3", {}, ...(number < 10 ? [made("kbd", { textContent: number })] : []), column.words);
    const section = made("section", {}, heading, list);
    section.dataset.column = column.id;
    if (column.more) section.append(made("p", { className: "more", textContent: column.more }));
    section.ondragover = (event) => (event.preventDefault(), section.classList.add("over"));
    section.ondragleave = () => section.classList.remove("over");
    section.ondrop = (event) => this.drop(event, section, column.id);
    return section;
  }

  slip(slip, column) {
    const button = made("button", { type: "button", draggable: true, textContent: slip.words, tabIndex: -1 });
    Object.assign(button.dataset, { slip: slip.id, column });
    button.ondragstart = (event) => event.dataTransfer.setData("text/plain", JSON.stringify({ slip: slip.id, from: column }));
    button.onkeydown = (event) => this.key(event, slip, column);
    return button;
  }

  drop(event, section, to) {
    event.preventDefault();
    section.classList.remove("over");
    let dragged = {};
    try {
      dragged = JSON.parse(event.dataTransfer.getData("text/plain"));
    } catch {
      return; // something else was dragged here
    }
    const slip = this.data.slips.find((one) => one.id === dragged.slip);
    if (slip) this.move(slip, dragged.from, to, event.shiftKey);
  }

  key(event, slip, column) {
    const number = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const target = number && (number === "0" ? { id: "" } : this.data.groups[number - 1]);
    if (event.ctrlKey || event.metaKey || event.altKey || !(target || event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    event.stopPropagation(); // a page's own shortcuts for the same keys sort another slip
    const list = [...event.target.closest("ul").querySelectorAll("button")];
    const at = list.indexOf(event.target);
    if (target) {
      const next = list[at + 1] ?? list[at - 1];
      this.move(slip, column, target.id, event.shiftKey);
      if (next) this.focus(next.dataset.slip, column);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      list[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    } else {
      const lists = this.lists().filter((one) => one.querySelector("button"));
      lists[lists.indexOf(event.target.closest("ul")) + (event.key === "ArrowRight" ? 1 : -1)]?.querySelector("button").focus();
    }
  }

  move(slip, from, to, also) {
    const before = this.groups(slip);
    const remaining = to ? before.filter((id) => also || id !== from) : [];
    const groups = to && !remaining.includes(to) ? [...remaining, to] : remaining;
    if (same(groups, before)) return;
    const { into, out } = this.moves[slip.id] ?? { into: [], out: [] };
    const touched = new Set([...into, ...out, ...before.filter((id) => !groups.includes(id)), ...groups.filter((id) => !before.includes(id))]);
    this.moves[slip.id] = {
      into: [...touched].filter((id) => groups.includes(id)),
      out: [...touched].filter((id) => !groups.includes(id)),
      batch: this.batch,
    };
    this.moved = true;
    this.leaveBehind();
    this.draw();
    this.say(this.data.words.keeping);
    this.sendSoon();
  }

  focus(slip, column) {
    const button = [...this.root.querySelectorAll("button")].find((one) => one.dataset.slip === slip && one.dataset.column === column);
    button?.focus();
  }

  // Tab goes from column to column, to the slip of each that had the focus last; the arrow keys go within.
  tabTo(button) {
    for (const other of button?.closest("ul").querySelectorAll("button") ?? []) other.tabIndex = other === button ? 0 : -1;
  }

  say(words) {
    this.root.querySelector(".done").textContent = words;
  }
}
