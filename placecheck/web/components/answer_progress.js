// How far a voice has come. The forms around it say what they keep, so no page is drawn for a number.

const KEPT = "placecheck:kept";

export default function ({ data, parentElement }) {
  parentElement.counted ??= new Counted(parentElement);
  const counted = parentElement.counted;
  counted.heard(data);
  document.addEventListener(KEPT, counted.hear);
  return () => document.removeEventListener(KEPT, counted.hear);
}

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

class Counted {
  constructor(root) {
    this.root = root;
    this.since = {}; // by question: what its form kept, and the sequence of that change
  }

  heard(data) {
    this.data = data;
    this.show();
  }

  hear = ({ detail }) => {
    if (detail.voice !== this.data.voice) return;
    this.since[detail.indicator] = detail;
    this.show();
  };

  // What the app knew when the page was drawn, and what was kept since. No choice is "", no answer is none at all.
  choices() {
    const known = new Map(Object.entries(this.data.choices));
    for (const [indicator, { sequence, choice }] of Object.entries(this.since)) {
      if (sequence <= this.data.sequence) continue;
      if (choice === null) known.delete(indicator);
      else known.set(indicator, choice);
    }
    return known;
  }

  show() {
    const choices = this.choices();
    this.root.querySelector(".counted").hidden = this.data.shows !== "progress";
    if (this.data.shows === "progress") this.count(choices);
    else this.compare(choices);
  }

  count(choices) {
    const { dimensions, words, not_asked: notAsked } = this.data;
    const isDone = (id) => Boolean(choices.get(id));
    const number = (ids, which) => ids.filter(which).length;
    const counts = dimensions.map(([name, ids]) => ({ name, done: number(ids, isDone), total: number(ids, (id) => isDone(id) || !notAsked.includes(id)) }));
    const sum = (what) => counts.reduce((all, one) => all + one[what], 0);
    const bar = this.root.querySelector("progress");
    const said = filled(words.progress, { done: sum("done"), total: sum("total") });
    Object.assign(bar, { value: sum("done"), max: sum("total"), ariaLabel: said });
    this.root.querySelector("b").textContent = said;
    this.root.querySelector("span").textContent = counts.map((one) => `· ${filled(words.dimension, one)}`).join(" ");
  }

  compare(choices) {
    const { current, same_from: sameFrom, words } = this.data;
    const levels = current.map((id) => choices.get(id)).filter((choice) => /^\d+$/.test(choice ?? ""));
    const same = this.root.querySelector(".same");
    same.hidden = levels.length < sameFrom || new Set(levels).size > 1;
    same.textContent = same.hidden ? "" : words.same;
  }
}
