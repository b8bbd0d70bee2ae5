// Puts the focus in the field with a label, once the page is drawn.

const TRIES = 40; // looks for the field of a page that is drawn, one every frame or so
const FIELDS = ":is(input, textarea, [role='radiogroup'], [role='group'])";

export default function ({ data }) {
  toField(data, TRIES);
}

function toField(data, tries) {
  const field = fieldOf(data);
  const running = document.querySelector("[data-test-script-state='running']");
  if (!field || running) {
    if (tries > 0) window.setTimeout(() => toField(data, running ? tries : tries - 1), 50);
    return;
  }
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

function fieldOf({ label, within }) {
  const page = document.querySelector("[data-testid='stMain']");
  const room = within ? page?.querySelector(`.st-key-${CSS.escape(within)}`) : page;
  const fields = [...(room?.querySelectorAll(FIELDS) ?? [])];
  const field = fields.find((each) => (each.getAttribute("aria-label") ?? each.closest("label")?.innerText)?.trim() === label);
  return field?.matches("input, textarea") ? field : field?.querySelector("input, button");
}
