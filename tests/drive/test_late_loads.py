"""A page that loads more of itself while the job runs: that takes no time, and never another time."""

from pathlib import Path

import pytest

from tests.drive.stage import Stage

pytestmark = pytest.mark.browser

CHUNK = "import { word } from './deep.js'; await 0; window.evaluated = (window.evaluated ?? 0) + 1; export { word };"
FILES = {
    "chunk.js": CHUNK,
    "deep.js": "export const word = 'deep';",
    "plain.js": "window.ran = (window.ran ?? 0) + 1;",
    "style.css": "p { color: navy }",
    "dot.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
}
BUSY = "let n = 0; setInterval(() => { document.title = `${++n}`; }, 50);\n"
APPEND = """
  setTimeout(() => {
    const made = Object.assign(document.createElement('%s'), %s);
    made.onload = () => say('loaded');
    %s;
  }, 10_000);
"""
LOADS = {
    "a module": "setTimeout(() => import('/files/chunk.js').then((m) => say(`${m.word} ${evaluated}`)), 10_000);",
    "a module twice": """
      setTimeout(() => {
        import('/files/deep.js'); import('/files/chunk.js').then(() => say(`${evaluated}`));
      }, 10_000);
    """,
    "no module": "setTimeout(() => import('/files/none.js').catch((e) => say(e.name)), 10_000);",
    "a script": APPEND % ("script", "{ src: '/files/plain.js' }", "document.head.append(made)"),
    "a script that leaves at once": """
      const made = Object.assign(document.createElement('script'), { src: '/files/plain.js' });
      made.onload = () => say(`ran ${ran}`);
      setTimeout(() => { document.head.append(made); made.remove(); }, 10_000);
    """,
    "a sheet": APPEND % ("link", "{ rel: 'stylesheet', href: '/files/style.css' }", "document.head.append(made)"),
    "a picture": APPEND % ("img", "{ src: '/files/dot.svg' }", "document.body.append(made)"),
    "a picture out of the page": APPEND.replace("document.createElement('%s')", "new Image(...%s)")
    % ("[]", "{ src: '/files/dot.svg' }", "0"),
}
SAID = {
    "a module": "deep 1",
    "a module twice": "1",
    "no module": "TypeError",
    "a script that leaves at once": "ran 1",
}


def serve(folder: Path) -> None:
    (folder / "files").mkdir()
    for name, content in FILES.items():
        (folder / "files" / name).write_text(content)


@pytest.mark.parametrize("load", LOADS)
def test_what_is_loaded_late_is_there_at_that_moment(stage: Stage, tmp_path: Path, load: str) -> None:
    serve(tmp_path)
    played = stage.play(tmp_path, BUSY + LOADS[load])
    assert played.said[1:] == [(10_000, SAID.get(load, "loaded"))]


def test_what_is_imported_at_the_start_is_there_when_time_begins(stage: Stage, tmp_path: Path) -> None:
    serve(tmp_path)
    played = stage.play(tmp_path, BUSY + "import('/files/chunk.js').then((m) => say(m.word));")
    assert played.said == [(0, "deep")]


def test_a_page_hears_of_its_own_policy_and_not_of_ours(stage: Stage, tmp_path: Path) -> None:
    serve(tmp_path)
    script = """
      const heard = [];
      document.addEventListener('securitypolicyviolation', (event) => heard.push(event.effectiveDirective));
      const own = Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy' });
      own.content = "img-src 'none'";
      document.head.append(own);
      setTimeout(() => { import('/files/chunk.js'); new Image().src = '/files/dot.svg'; }, 1_000);
      setTimeout(() => say(heard.join()), 5_000);
    """
    assert stage.play(tmp_path, BUSY + script).last == "img-src"
