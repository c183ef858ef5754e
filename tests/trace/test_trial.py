"""A stored trial comes back as it was, in the same bytes, and a broken one says where."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from harness.core.errors import UsageError
from harness.trace.records import (
    Announcement,
    FaultWindow,
    Header,
    Message,
    Page,
    Record,
    Request,
    ScreenDelta,
    Step,
)
from harness.trace.trial import Trial, decode, encode, read_trial, write_trial
from harness.trace.truth_event import TruthEvent

HEADER = Header(
    scenario="seller-publish",
    target="reference",
    browser="chromium 140",
    clock="virtual",
    speed=1,
    clock_error_ms=0,
    beta_ms=480,
    refresh_ms=0,
    transport="sse",
    seed=7,
    defect=None,
    end_ms=60_000,
    canaries=("canary-1",),
    phrases={"Knocked back: {count}": "{count} failed"},
)
RECORDS: tuple[Record, ...] = (
    HEADER,
    TruthEvent(seq=1, at_ms=5, kind="job.accepted", job="publish", run=1, data={"total": 2, "noun": "item"}),
    Step(n=1, do="submit", at_ms=0, tab=0, done_ms=4, job="publish"),
    FaultWindow(kind="http", at_ms=10, end_ms=20, detail={"status": 502}),
    Request(
        id="r1", tab=0, method="GET", path="/api/jobs", sent_ms=1, arrived_ms=2,
        answered_ms=None, status=None, fault="blackhole", via="fetch",
    ),
    Message(stream="s1", tab=0, sent_ms=9, delivered_ms=None, event="snapshot", bytes=120),
    Page(tab=0, at_ms=0, url="/", cause="open"),
    ScreenDelta(tab=0, at_ms=3, set_={"1": {"role": "main", "kids": ["lone \ud800"]}}, del_=("4",), lang="en"),
    Announcement(tab=0, at_ms=3, politeness="polite", text="Published", existed_before=True),
)  # fmt: skip


@pytest.mark.parametrize("name", ["trial.jsonl", "trial.jsonl.gz"])
def test_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    write_trial(tmp_path / name, RECORDS)
    assert tuple(read_trial(tmp_path / name).records()) == RECORDS


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        write_trial(tmp_path / name, RECORDS)
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()
    assert (tmp_path / "a.jsonl.gz").read_bytes()[4:8] == bytes(4), "the wall clock is in the file"
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()).count(b"\n") == len(RECORDS)


def test_a_line_holds_what_it_is_about() -> None:
    assert encode(HEADER).startswith('{"record":"header","scenario":"seller-publish",')
    assert encode(replace(HEADER, canaries=(), phrases={})).endswith(',"defect":null,"end_ms":60000,"schema":1}')
    assert [encode(record) for record in RECORDS[2:4]] == snapshot(
        [
            '{"record":"step","n":1,"do":"submit","at_ms":0,"tab":0,"done_ms":4,"job":"publish"}',
            '{"record":"fault","kind":"http","at_ms":10,"end_ms":20,"detail":{"status":502}}',
        ]
    )
    screen = ScreenDelta(tab=0, at_ms=3, set_={"1": {"role": "main", "kids": ["\ud800"]}}, del_=("4",))
    assert encode(screen) == snapshot(
        '{"record":"screen","tab":0,"at_ms":3,"set":{"1":{"role":"main","kids":["\\ud800"]}},"del":["4"]}'
    )


def test_hashes_cover_their_own_records_only() -> None:
    trial = Trial.of(RECORDS)
    later = Trial.of((*RECORDS[:-1], Announcement(tab=0, at_ms=4, politeness="polite", text="x", existed_before=True)))
    assert (trial.truth_hash, trial.screen_hash) != (later.truth_hash, later.screen_hash)
    assert trial.truth_hash == later.truth_hash
    quiet = Trial.of(record for record in RECORDS if not isinstance(record, Step | Request | Message | FaultWindow))
    assert (quiet.truth_hash, quiet.screen_hash) == (trial.truth_hash, trial.screen_hash)


def test_whole_numbers_from_the_page_are_whole() -> None:
    page = decode('{"record":"page","tab":0.0,"at_ms":5.0,"url":"/","cause":"open"}')
    assert encode(page) == '{"record":"page","tab":0,"at_ms":5,"url":"/","cause":"open"}'


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "trial.jsonl:2: not a line of a stored trial: Expecting property name"),
        ('{"record":"pge"}', "trial.jsonl:2: not a line of a stored trial: no record of a known kind (header, truth"),
        ('{"record":"page","tab":0}', "trial.jsonl:2: not a line of a stored trial: Page: missing 3 required"),
        ('{"record":"page","tab":"a","at_ms":0,"url":"/","cause":"open"}', "Page.tab: 'a' is not int"),
        ('{"record":"page","tag":0}', "Page: unknown field 'tag'; fields are tab, at_ms, url, cause"),
    ],
)
def test_a_broken_line_says_where(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "trial.jsonl"
    path.write_text(f"{encode(HEADER)}\n{line}\n")
    with pytest.raises(UsageError) as caught:
        read_trial(path)
    assert says in str(caught.value)


def test_a_file_without_a_header_is_refused(tmp_path: Path) -> None:
    write_trial(tmp_path / "trial.jsonl", RECORDS[1:])
    with pytest.raises(UsageError, match="begins with its header"):
        read_trial(tmp_path / "trial.jsonl")


def test_another_schema_is_refused(tmp_path: Path) -> None:
    (tmp_path / "trial.jsonl").write_text(encode(HEADER).replace('"schema":1', '"schema":2'))
    with pytest.raises(UsageError, match="schema: 2 is not read here; this version reads 1"):
        read_trial(tmp_path / "trial.jsonl")
