// The drawing comes whole from the app, with every text in it escaped; it is set anew only where it has changed.

export default function ({ data, parentElement }) {
  const frame = parentElement.querySelector(".place-picture");
  frame.classList.toggle("leads", Boolean(data.leadsTo));
  // For a mouse or a finger. The same links are in the lists and the table below the picture for every reader.
  frame.onclick = ({ target }) => {
    const part = target.closest("[data-indicator]");
    if (part && data.leadsTo) location.assign(data.leadsTo + encodeURIComponent(part.dataset.indicator));
  };
  if (frame.dataset.drawn === data.drawn) return;
  frame.dataset.drawn = data.drawn;
  frame.style.setProperty("--tallest", data.tallest || "none");
  frame.innerHTML = data.narrow
    ? `<div class="roomy">${data.svg}</div><div class="narrow">${data.narrow}</div>`
    : data.svg;
}
