// Opens a page at its top, with the focus on its heading. Streamlit keeps the old place where only the address changes,
// and leaves the menu of a narrow window open over the page that was chosen in it.

const TRIES = 40; // looks for the heading of a page that is drawn, one every frame or so

export default function ({ data }) {
  if (window.placecheckPage === undefined) document.addEventListener("click", leadOn);
  if (window.placecheckPage === data.page) return;
  const first = window.placecheckPage === undefined;
  window.placecheckPage = data.page;
  if (first) return;
  closeMenu();
  toTop(TRIES, document.activeElement);
}

// A link of ours to another page leads there as Streamlit's own do: as if one went on to it in the browser's history, without
// loading the program again.
function leadOn(event) {
  const link = event.target.closest?.("a[data-leads-on]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  dispatchEvent(new PopStateEvent("popstate"));
}

function closeMenu() {
  const menu = document.querySelector("[data-testid='stSidebar'][data-collapsed='false']");
  menu?.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click();
}

// Until the page is drawn to its end: its heading may be the one from before. Whoever goes to a field meanwhile stays there.
function toTop(tries, had) {
  const main = document.querySelector("[data-testid='stMain']");
  const heading = main?.querySelector("h1");
  if (![had, heading, document.body, null].includes(document.activeElement)) return;
  main?.scrollTo(0, 0);
  const running = document.querySelector("[data-test-script-state='running']");
  if (running || (!heading && tries > 0)) window.setTimeout(() => toTop(running ? tries : tries - 1, had), 50);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.style.outline = "none";
  heading.focus({ preventScroll: true });
}
