// A plain page that notes what it experiences. It asks at moments of the trial, and judges nothing.
const now = () => Math.round(Date.now() - EPOCH_MS);
const log = [];
const note = (...facts) => {
  log.push(facts);
  say(JSON.stringify(log));
};
const at = (moment, act) => setTimeout(act, moment - now());

const ask = (path, name) => {
  const asked = now();
  fetch(path)
    .then((answer) =>
      answer.text().then(() => note(name, answer.ok ? "answered" : `answered ${answer.status}`, asked, now())),
    )
    .catch(() => note(name, "failed", asked, now()));
};

// "waiting" is on its way when the fault begins, "fetch" is made while it lasts.
at(FAULT_MS - 650, () => ask("/api/slow", "waiting"));
at(FAULT_MS + 850, () => ask("/api/fetch", "fetch"));
for (let poll = 0; poll < POLLS; poll++) at(FIRST_MS + 250 + poll * POLL_MS, () => ask("/api/poll", "polling"));
at(FIRST_MS, () => {
  const events = new EventSource("/api/stream");
  events.onmessage = (message) => note("stream", "event", Number(message.data), now(), Number(message.lastEventId));
  events.onerror = () => note("stream", "error", now(), now());
  at(LAST_MS, () => events.close());
});

// A socket is opened again by the page: the browser does not.
let socket = null;
const listen = () => {
  socket = new WebSocket(`ws://${location.host}/api/socket`);
  socket.onmessage = (message) => {
    const [sent, id] = message.data.split(" ").map(Number);
    note("socket", "event", sent, now(), id);
  };
  socket.onclose = () => {
    note("socket", "error", now(), now());
    setTimeout(listen, AGAIN_MS);
  };
};
at(FIRST_MS, listen);
at(LAST_MS, () => {
  socket.onclose = null;
  socket.close();
});
