// Blocks of words. Every word goes into the page as text, never as HTML.

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".cells");
  const words = JSON.stringify(data.cells);
  if (root.drawn === words) return; // what was unfolded stays so
  root.drawn = words;
  root.replaceChildren(...data.cells.map((blocks) => made("div", {}, ...blocks.map(blockOf))));
}

function made(tag, values = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...inside);
  return element;
}

function blockOf({ title, subtitle, text, lines = [], others = [], more, links = [] }) {
  const block = made("section");
  if (title) block.append(made("h2", { textContent: title }));
  if (subtitle) block.append(made("h3", { textContent: subtitle }));
  if (text) block.append(made("p", { textContent: text }));
  if (lines.length) block.append(listOf(lines));
  if (others.length) block.append(made("details", {}, made("summary", { textContent: more }), listOf(others)));
  if (links.length) block.append(made("p", { className: "links" }, ...links.map(linkTo)));
  return block;
}

const listOf = (lines) => made("ul", {}, ...lines.map((line) => lineOf(line, lines.length)));

function lineOf(line, length) {
  const item = made("li", { className: line.where || length === 1 ? "" : "listed" }, line.where ? linkTo(line) : line.words);
  if (line.because) item.append(made("p", { textContent: line.because }));
  return item;
}

function linkTo({ words, where }) {
  const link = made("a", { href: where, textContent: words });
  link.dataset.leadsOn = ""; // without loading the program again: see page_top.js
  return link;
}
