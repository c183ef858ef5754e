// What the tests of the recorder use in the page. Runs before any script of the page.
const start = (emit, except = []) =>
  window.meanwhileRecorder.startRecorder({ window, now: () => lab.now, emit, except });

const lab = {
  now: 0,
  records: [],
  /** Everything told since the last call. */
  flush(atMs) {
    lab.now = atMs;
    lab.recorder.flush();
    return JSON.stringify(lab.records.splice(0));
  },
  /** What a recorder that comes to the page now sees. */
  fresh(except = []) {
    const records = [];
    const other = start((one) => records.push(one), except);
    other.flush();
    other.stop();
    return JSON.stringify(records);
  },
};
window.lab = lab;
lab.recorder = start((one) => lab.records.push(one));
