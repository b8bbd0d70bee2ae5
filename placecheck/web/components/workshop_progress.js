// How far a workshop is. Asked for every second, so that no page is drawn for a number; the page is drawn anew where the
// workshop has moved on, from wherever that was.

const EVERY = 1000; // milliseconds from one look to the next
const SOON = 300; // the same, where the page seems to be behind
const SURE = 2; // looks after which it is: whoever moved the workshop here gets a page without asking
const AGAIN = 20; // looks after which a page that did not come is asked for once more
const HANGS = 10000; // milliseconds after which a look that was not answered counts as one without an answer
const LOST = 3; // looks without an answer after which the connection is said to be lost
const GRACE = 6000; // milliseconds that the page has to be live again once the server answers, else it is loaded anew
const MORE = 24; // pixels below the edge from which there is more to read
const DRAWN = "img, svg, canvas, progress, button";

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
    if (data.screen) {
      this.scrollByKeys();
      setTimeout(() => this.tellMore(), EVERY);
      document.onkeydown = pressKeys;
    }
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
    this.missing = now ? 0 : (this.missing ?? 0) + 1;
    this.tellLost(now);
    if (data.screen) this.tellMore();
    if (now) {
      this.show(now);
      this.behind = now.moment === data.now.moment ? 0 : this.behind + 1;
      if (this.behind % AGAIN === SURE) this.moved();
    }
    this.wait();
  }

  // Our own words where the server does not answer, in place of Streamlit's; gone by themselves once it does.
  tellLost(now) {
    const lost = this.root.querySelector(".lost");
    lost.classList.toggle("large", this.data.screen);
    if (this.missing >= LOST) {
      lost.textContent = this.data.lost;
      lost.hidden = false;
    } else if (now && !lost.hidden) {
      lost.hidden = true;
      setTimeout(() => isLive() || location.reload(), GRACE);
    }
  }

  // The page of the big screen scrolls by the arrow keys without a click, and says where there is more below.
  scrollByKeys() {
    const page = document.querySelector('[data-testid="stMain"]');
    if (!page) return;
    page.tabIndex = -1;
    if (document.activeElement === document.body || !document.activeElement) page.focus({ preventScroll: true });
    page.onscroll = () => this.tellMore();
  }

  // Looked at again and again, as a picture takes its room later than the words, and what was there before goes late.
  tellMore() {
    const page = document.querySelector('[data-testid="stMain"]');
    const more = this.root.querySelector(".more");
    const scrolls = page && page.scrollHeight - page.scrollTop - page.clientHeight >= 1;
    more.hidden = !this.data?.screen || !scrolls || lowestDrawn(page) - keysTop(page) < MORE;
    more.textContent = this.data?.more ?? "";
    if (!more.hidden) more.style.bottom = `${window.innerHeight - keysTop(page)}px`; // over no half of a line
  }

  show({ joined, arrivals, answered, done, total, left }) {
    const find = (name) => this.root.querySelector(name);
    find(".left").hidden = !left;
    find(".left").textContent = left;
    find(".counts").hidden = !this.data.counts;
    find(".joined").textContent = joined;
    find(".arrivals").textContent = arrivals.join("\n");
    find(".answered").textContent = answered.join("\n");
    const bar = find("progress");
    bar.hidden = !answered.length;
    Object.assign(bar, { max: total || 1, value: done, ariaLabel: answered[0] ?? "" });
  }
}

// Room that is kept free at the foot is no more to read: what counts is the last thing that is drawn.
function lowestDrawn(page) {
  const read = [...page.querySelectorAll(".st-key-big-screen *")].filter(
    (element) =>
      !element.closest(".st-key-screen-keys, .more") &&
      (element.matches(DRAWN) || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())),
  );
  const boxes = read.map((element) => element.getBoundingClientRect()).filter(({ height }) => height > 1);
  return Math.max(0, ...boxes.map(({ bottom }) => bottom));
}

// The keys lie over the foot of the page.
function keysTop(page) {
  const keys = document.querySelector(".st-key-screen-keys");
  return keys?.getBoundingClientRect().top ?? page.getBoundingClientRect().bottom;
}

// Streamlit's shortcuts are letters and figures alone; the question mark is where people look for a list of keys.
function pressKeys(event) {
  if (event.key === "?") document.querySelector(".st-key-key-K button")?.click();
}

function isLive() {
  const state = document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState;
  return !state || state === "CONNECTED";
}

// Nothing where nothing of ours answered: a connection that is gone for a moment, a sign-in that has ended.
async function asked(from) {
  try {
    const response = await fetch(from, { cache: "no-store", signal: AbortSignal.timeout(HANGS) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
