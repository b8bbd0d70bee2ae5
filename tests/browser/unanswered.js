// Marks the page with `data-unanswered` from the moment that it asks the server for a run, or that the server begins one by
// itself, until that run has ended and is drawn: what a click changes is seen at once, and is done on the server only then.

(() => {
  const RERUN_SCRIPT = 11; // in a BackMsg
  const FRAGMENT_ID = 5; // in its ClientState: such a run is asked for by no click, and may never come
  const [NEW_SESSION, SCRIPT_FINISHED] = [4, 6]; // in a ForwardMsg
  const [METADATA, RUN, FRAGMENTS] = [2, 6, 2]; // one in the other, from a ForwardMsg on
  const FINISHED_EARLY_FOR_RERUN = 2;
  const DRAWN = 20; // milliseconds until what was heard is being drawn; it is drawn once the page has nothing to do
  const BUSY = 10_000; // milliseconds: a page that never rests is looked at all the same
  const TAKEN = 1000; // the same, where a second run was asked for before the first began, and may be one with it
  const send = WebSocket.prototype.send;
  const heard = new WeakSet();
  let [awaited, pause, timer, turn] = [null, DRAWN, null, 0];

  WebSocket.prototype.send = function (data) {
    if (!heard.has(this)) this.addEventListener("message", ({ data }) => hear(fields(data)));
    heard.add(this);
    const rerun = fields(data).get(RERUN_SCRIPT);
    if (rerun && !fields(rerun).get(FRAGMENT_ID)?.length) {
      pause = awaited === "begin" ? TAKEN : DRAWN;
      wait("begin");
    }
    return send.call(this, data);
  };

  function hear(message) {
    const isPart = message.has(NEW_SESSION) && fields(fields(message.get(METADATA)).get(RUN)).has(FRAGMENTS);
    if (message.has(NEW_SESSION) && !(isPart && awaited === "begin")) wait("end"); // a part that was under way goes first
    if (!message.has(SCRIPT_FINISHED) || awaited !== "end") return;
    if (message.get(SCRIPT_FINISHED) === FINISHED_EARLY_FOR_RERUN) wait("again");
    else timer = setTimeout(atRest, pause, turn);
  }

  function atRest(since) {
    requestIdleCallback(() => turn === since && wait(null), { timeout: BUSY });
  }

  function wait(next) {
    clearTimeout(timer);
    turn += 1;
    awaited = next;
    document.documentElement?.toggleAttribute("data-unanswered", next !== null);
  }

  // The fields of a Protocol Buffers message by their numbers: whole numbers as such, all else as bytes.
  function fields(data) {
    if (typeof (data ?? "") === "string") return new Map();
    const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
    const found = new Map();
    let at = 0;
    const whole = () => {
      for (let value = 0, weight = 1; ; weight *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * weight;
        if (!(byte & 128)) return value;
      }
    };
    while (at < bytes.length) {
      const tag = whole();
      if (tag % 8 === 0) found.set(tag >> 3, whole());
      else {
        const length = { 1: 8, 5: 4 }[tag % 8] ?? whole();
        found.set(tag >> 3, bytes.subarray(at, at + length));
        at += length;
      }
    }
    return found;
  }
})();
