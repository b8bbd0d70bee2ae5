// The short code of a voice's answers. What each character means stands in placecheck/forms/code.py, which reads it.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NO_ANSWERS = ["dont_know", "not_here", "rather_not_say"];
const SURE = [undefined, "not_very", "fairly", "very"];

function shortCode(asked, voice) {
  const answers = asked.ids.map((id) => codeCharacter(voice.answers[id]));
  const body = asked.round[0].toUpperCase() + asked.mark + perspectiveCharacter(asked, voice.perspective) + answers.join("");
  return (body + checkCharacters(body)).match(/.{1,4}/g).join("-");
}

// An answer of the file with its keys, where a level or a no-answer stands alone.
function inFull(answer) {
  if (typeof answer === "number") return { level: answer };
  return typeof answer === "string" ? { no_answer: answer } : answer || {};
}

function codeCharacter(answer) {
  const { level, no_answer, sure } = inFull(answer);
  if (level !== undefined) return ALPHABET[1 + NO_ANSWERS.length + SURE.length * level + SURE.indexOf(sure)];
  return ALPHABET[1 + NO_ANSWERS.indexOf(no_answer)];
}

function perspectiveCharacter(asked, perspective) {
  return ALPHABET[asked.perspectives.indexOf(perspective) + 1] || ALPHABET[0];
}

// CRC-16/XMODEM in four characters.
function checkCharacters(body) {
  let crc = 0;
  for (const letter of body) {
    crc ^= letter.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return [15, 10, 5, 0].map((shift) => ALPHABET[(crc >> shift) & 31]).join("");
}
