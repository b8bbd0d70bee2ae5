// The answers in the form of a file: from the fields of the form to our format, and back.

// What the fields hold, by name; empty ones are left out.
function fields() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => clean(value).trim() !== ""));
}

function fill(values) {
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.type === "radio") field.checked = values[field.name] === field.value;
    else field.value = values[field.name] || "";
  }
}

// Text as a file may hold it: one kind of line break, no control characters.
function clean(text) {
  const controls = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;
  const plain = text.replace(/\r\n?|[\v\f]/g, "\n").replace(controls, "");
  return plain.toWellFormed ? plain.toWellFormed() : plain;
}

function line(text) {
  return clean(text).replace(/[\n\x85\u2028\u2029]+/g, " ").trim();
}

function isLevel(choice) {
  return /^\d+$/.test(choice || "");
}

function answerTo(id, given) {
  const choice = given[`choice:${id}`];
  const answer = {};
  if (isLevel(choice)) answer.level = Number(choice);
  else if (choice) answer.no_answer = choice;
  if (given[`story:${id}`]) answer.story = clean(given[`story:${id}`]);
  if ((isLevel(choice) || !choice) && given[`sure:${id}`]) answer.sure = given[`sure:${id}`];
  for (const text of ["promised", "seen", "not_for"]) if (given[`${text}:${id}`]) answer[text] = clean(given[`${text}:${id}`]);
  const keys = Object.keys(answer);
  if (keys.length === 0) return undefined;
  return keys.length === 1 && ["level", "no_answer"].includes(keys[0]) ? answer[keys[0]] : answer;
}

function isMeantFor(id, perspective) {
  return !perspective || (asked.meantFor[id] ?? [perspective]).includes(perspective);
}

function asksForWhom(choice) {
  return isLevel(choice) && Number(choice) >= asked.highFrom;
}

// What a loaded file holds that this form does not ask: it stays in the file that is saved.
const NOTHING_CARRIED = { whole: {}, place: {}, voice: {}, answers: {} };
let carried = NOTHING_CARRIED;

function carriedFrom(saved) {
  const { place, voices, rubric, date, ...whole } = saved;
  const { name, boundary, ...rest } = place;
  const { id, answers, perspective, ...about } = voices[0];
  const more = Object.entries(answers || {}).filter(([asks]) => !asked.ids.includes(asks));
  if (perspective && !asked.perspectives.includes(perspective)) about.perspective = perspective;
  if (more.length === 0) delete whole.round;
  return { whole, place: rest, voice: about, answers: Object.fromEntries(more) };
}

function voice(given) {
  const answers = asked.ids.map((id) => [id, answerTo(id, given)]).filter(([, answer]) => answer !== undefined);
  const perspective = given.perspective ? { perspective: given.perspective } : {};
  const all = { ...carried.answers, ...Object.fromEntries(answers) };
  return { id: voiceId, ...carried.voice, ...perspective, answers: all };
}

function assessment(given) {
  const place = { ...carried.place, name: line(given.place || "") };
  if (given.boundary) place.boundary = clean(given.boundary);
  const chosen = asked.round === "chosen";
  const round = carried.whole.round || (chosen ? "full" : asked.round);
  const questions = chosen ? { asked: asked.ids } : {};
  const about = { placecheck: 1, rubric: asked.rubric, place, date: today(), round, ...questions };
  return { ...carried.whole, ...about, voices: [voice(given)] };
}

function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function fileText(given) {
  return JSON.stringify(assessment(given), null, 2) + "\n";
}

// The other way: what a saved file puts into the fields.
function fieldsOf(saved) {
  const values = { place: saved.place.name, boundary: saved.place.boundary, perspective: saved.voices[0].perspective };
  for (const [id, answer] of Object.entries(saved.voices[0].answers || {})) {
    const whole = inFull(answer);
    values[`choice:${id}`] = String(whole.level ?? whole.no_answer ?? "");
    for (const key of ["story", "promised", "seen", "sure", "not_for"]) values[`${key}:${id}`] = whole[key];
  }
  return values;
}

function fileName(place) {
  const unaccented = line(place).normalize("NFD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
  const words = unaccented.match(/[a-z0-9]+/g) || [];
  return ["answers", ...words.slice(0, 6), voiceId.slice(2, 6)].join("-").slice(0, 80) + ".json";
}

// Twelve letters and figures by chance, so that files from many people can lie in one folder.
function newVoiceId() {
  const letters = "abcdefghjkmnpqrstvwxyz23456789";
  return "v-" + [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => letters[byte % letters.length]).join("");
}
