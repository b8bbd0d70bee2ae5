// The board of slips: dragged between groups, or put there by keys. What was moved stays here until the app has kept it.

const PAUSE = 300; // milliseconds without a move after which the moves are sent

export default function ({ data, parentElement, setStateValue }) {
  parentElement.slipBoard ??= new Board(parentElement.querySelector(".board"));
  parentElement.slipBoard.heard(data, (moves) => setStateValue("moves", moves));
}

const same = (a, b) => a.length === b.length && a.every((id) => b.includes(id));

function made(tag, values = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...inside);
  return element;
}

class Board {
  constructor(root) {
    this.root = root;
    this.moves = {}; // the groups of each slip that was moved, until the app says the same
  }

  heard(data, send) {
    this.data = data;
    this.send = send;
    for (const slip of data.slips) if (this.moves[slip.id] && same(this.moves[slip.id], slip.groups)) delete this.moves[slip.id];
    const held = this.root.getRootNode().activeElement?.dataset;
    this.draw();
    if (held?.slip) this.focus(held.slip, held.column);
    const waits = Object.keys(this.moves).length;
    if (this.moved) this.say(waits ? data.words.keeping : data.words.kept);
  }

  groups(slip) {
    return this.moves[slip.id] ?? slip.groups;
  }

  draw() {
    const columns = [{ id: "", words: this.data.words.pile }, ...this.data.groups];
    this.root.querySelector(".columns").replaceChildren(...columns.map((column, number) => this.column(column, number)));
    const first = this.root.querySelector("button");
    if (first) first.tabIndex = 0;
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
      const lists = [...this.root.querySelectorAll("ul")].filter((one) => one.querySelector("button"));
      lists[lists.indexOf(event.target.closest("ul")) + (event.key === "ArrowRight" ? 1 : -1)]?.querySelector("button").focus();
    }
  }

  move(slip, from, to, also) {
    const before = this.groups(slip);
    const kept = to ? before.filter((id) => also || id !== from) : [];
    const groups = to && !kept.includes(to) ? [...kept, to] : kept;
    if (same(groups, before)) return;
    this.moves[slip.id] = groups;
    this.moved = true;
    this.draw();
    this.say(this.data.words.keeping);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.send({ ...this.moves }), PAUSE);
  }

  focus(slip, column) {
    const button = [...this.root.querySelectorAll("button")].find((one) => one.dataset.slip === slip && one.dataset.column === column);
    if (!button) return;
    for (const other of this.root.querySelectorAll("button")) other.tabIndex = -1;
    button.tabIndex = 0;
    button.focus();
  }

  say(words) {
    this.root.querySelector(".done").textContent = words;
  }
}
