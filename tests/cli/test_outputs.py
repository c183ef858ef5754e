"""The files of a session, first-hand, on full disks and in wrong places: whole, or not there, and a sentence."""

import os
from pathlib import Path

import pytest

from harness.trace.results import EndLine, decode_results
from tests.cli.command import meanwhile, process, shard, tried
from tests.gate.made import finding

FILES = ("--junit", "j.xml", "--sarif", "s.sarif", "--summary", "sum.md")
NO_SPACE = "No space left on device; make room there, or name another place\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shard(tmp_path / "one", [tried("mixed-outcome", finding()), tried("black-hole")])
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_all_files_are_written_and_nothing_else(folder: Path) -> None:
    assert meanwhile(folder, "merge", "one", *FILES).returncode == 1
    report = ["meanwhile-report/index.html", "meanwhile-report/results.jsonl"]
    assert names(folder) == ["j.xml", *report, "one/results.jsonl", "s.sarif", "sum.md"]


def test_folders_are_made(folder: Path) -> None:
    assert meanwhile(folder, "merge", "one", "--junit", "deep/er/j.xml").returncode == 1
    assert (folder / "deep" / "er" / "j.xml").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("option", ["--junit", "--sarif", "--summary"])
def test_a_full_device_is_told_and_the_others_are_finished(folder: Path, option: str) -> None:
    others = [word for word in FILES if word != option]
    others = [word for n, word in enumerate(FILES) if option not in (word, FILES[n - 1])]
    done = process(folder, "merge", "one", option, "/dev/full", *others)
    assert (done.returncode, done.stderr) == (3, f"/dev/full: {NO_SPACE}")
    written = [word for word in others if not word.startswith("--")]
    assert set(written) < set(names(folder))
    assert "</html>" in (folder / "meanwhile-report" / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_full_standard_output_is_told(folder: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = process(folder, "merge", "one", *words, stdout=full)
    assert done.returncode == 3
    assert done.stderr.endswith(f"standard output: {NO_SPACE}")
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    *_, end = decode_results((folder / "meanwhile-report" / "results.jsonl").read_text("utf-8").splitlines())
    assert isinstance(end, EndLine)
    assert (end.exit, end.broken_off) == (3, f"standard output: {NO_SPACE.rstrip()}")


@pytest.mark.slow
def test_a_pipe_that_nobody_reads_is_told(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        done = process(folder, "merge", "one", "--json", stdout=pipe)
    assert done.returncode == 3
    assert done.stderr.endswith("standard output: Broken pipe; name another place\n")


@pytest.mark.slow
def test_a_report_that_does_not_fit_leaves_no_half_of_it(folder: Path) -> None:
    (folder / "meanwhile-report").mkdir()
    (folder / "meanwhile-report" / "index.html").write_text("the report of last time", encoding="utf-8")
    done = process(folder, "merge", "one", *FILES, most=40_000)
    said = "meanwhile-report/index.html: File too large; make room there, or name another place\n"
    assert (done.returncode, done.stderr) == (3, said)
    report = ["meanwhile-report/results.jsonl"]
    assert names(folder) == ["j.xml", *report, "one/results.jsonl", "s.sarif", "sum.md"]


@pytest.mark.slow
def test_results_that_do_not_fit_end_with_a_whole_line_and_the_session_with_them(folder: Path) -> None:
    words = ("merge", "one", "--summary", "sum.md")
    meanwhile(folder, *words)
    results = folder / "meanwhile-report" / "results.jsonl"
    first, found, *_ = results.read_text(encoding="utf-8").splitlines(keepends=True)
    done = process(folder, *words, most=len(first + found) + 9)
    assert done.returncode == 3
    assert done.stderr.startswith("meanwhile-report/results.jsonl: File too large; make room there")
    assert results.read_text(encoding="utf-8") == first + found
    summary = (folder / "sum.md").read_text(encoding="utf-8")
    assert summary.startswith("## Meanwhile: trouble of its own\n")
    assert "- broken off: meanwhile-report/results.jsonl: File too large" in summary
    assert not any(name.endswith(".part") for name in names(folder))


@pytest.mark.slow
def test_a_baseline_that_does_not_fit_stays_as_it_was(folder: Path) -> None:
    known = "target: other, scenario: x, law: count-true, job: x, claim: x"
    base = f"version: 1\naccepted:\n  - {{{known}, reason: {'x' * 50_000}}}\n"
    (folder / "b.yaml").write_text(base, encoding="utf-8")
    done = process(folder, "merge", "one", "--baseline", "b.yaml", "--update-baseline", most=40_000)
    assert (done.returncode, done.stderr.partition(";")[0]) == (3, "b.yaml: File too large")
    assert (folder / "b.yaml").read_text(encoding="utf-8") == base
    assert not any(name.endswith(".part") for name in names(folder))


@pytest.mark.slow
def test_what_is_left_of_last_time_is_not_taken_for_this_time(folder: Path) -> None:
    meanwhile(folder, "merge", "one", *FILES)
    assert process(folder, "merge", "one", *FILES, most=100).returncode == 3
    assert names(folder) == ["meanwhile-report/results.jsonl", "one/results.jsonl"]
    assert (folder / "meanwhile-report" / "results.jsonl").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--junit one/results.jsonl/j.xml", "--junit: one/results.jsonl/j.xml: a file stands where a folder belongs; "),
        ("--report one/results.jsonl/x", "--report: one/results.jsonl/x: Not a directory; name a folder that can be "),
        (
            "--sarif meanwhile-report/index.html",
            "--report: meanwhile-report/index.html is what --sarif names already; ",
        ),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_anything_is(folder: Path, words: str, said: str) -> None:
    done = meanwhile(folder, "merge", "one", "--summary", "sum.md", *words.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert names(folder) == ["one/results.jsonl"]
