// Opens a page at its top, with the focus on its heading. Streamlit keeps the old place where only the address changes,
// and leaves the menu of a narrow window open over the page that was chosen in it.

const TRIES = 40; // looks for the heading of a page that is still being drawn, one every frame or so

export default function ({ data }) {
  if (window.placecheckPage === data.page) return;
  const first = window.placecheckPage === undefined;
  window.placecheckPage = data.page;
  if (first) return;
  closeMenu();
  toTop(TRIES);
}

function closeMenu() {
  const menu = document.querySelector("[data-testid='stSidebar'][data-collapsed='false']");
  menu?.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click();
}

function toTop(tries) {
  const main = document.querySelector("[data-testid='stMain']");
  const heading = main?.querySelector("h1");
  main?.scrollTo(0, 0);
  if (!heading || document.querySelector("[data-test-script-state='running']")) {
    if (tries > 0) window.setTimeout(() => toTop(tries - 1), 50);
    if (!heading) return;
  }
  heading.tabIndex = -1;
  heading.style.outline = "none";
  heading.focus({ preventScroll: true });
}
