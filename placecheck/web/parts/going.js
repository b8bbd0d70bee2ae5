// How far a workshop is. Asked for every second, so that no page is drawn for a number; the page is drawn anew where the
// workshop has moved on, from wherever that was.

const EVERY = 1000; // milliseconds from one look to the next
const SOON = 300; // the same, where the page seems to be behind
const SURE = 2; // looks after which it is: whoever moved the workshop here gets a page without asking
const AGAIN = 20; // looks after which a page that did not come is asked for once more

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".going");
  const going = (root.going ??= new Going(root));
  going.heard(data, () => setTriggerValue("moved", true));
  return () => going.rest();
}

class Going {
  constructor(root) {
    this.root = root;
  }

  heard(data, moved) {
    this.data = data;
    this.moved = moved;
    this.behind = 0;
    this.show(data.now);
    this.wait();
  }

  wait() {
    clearTimeout(this.next);
    this.next = setTimeout(() => this.look(), this.behind ? SOON : EVERY);
  }

  rest() {
    clearTimeout(this.next);
    this.data = null;
  }

  async look() {
    const { data } = this;
    const now = await asked(data.from);
    if (data !== this.data) return; // drawn anew meanwhile
    if (now) {
      this.show(now);
      this.behind = now.moment === data.now.moment ? 0 : this.behind + 1;
      if (this.behind % AGAIN === SURE) this.moved();
    }
    this.wait();
  }

  show({ joined, answered, done, total, left }) {
    const find = (name) => this.root.querySelector(name);
    find(".left").hidden = !left;
    find(".left").textContent = left;
    find(".counts").hidden = !this.data.counts;
    find(".joined").textContent = joined;
    find(".answered").textContent = answered.join("\n");
    const bar = find("progress");
    bar.hidden = !answered.length;
    Object.assign(bar, { max: total || 1, value: done, ariaLabel: answered[0] ?? "" });
  }
}

// Nothing where nothing of ours answered: a connection that is gone for a moment, a sign-in that has ended.
async function asked(from) {
  try {
    const response = await fetch(from, { cache: "no-store" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
