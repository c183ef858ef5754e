"""The claim reader on sentences of many styles of product, and on any text at all."""

import functools
import operator
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from harness.microcopy.english import ENGLISH
from harness.microcopy.reader import read
from harness.microcopy.reading import Kind

ROWS: list[list[Any]] = YAML(typ="safe").load(Path(__file__).with_name("sentences.yaml").read_text())
WORDS = " ".join(functools.reduce(operator.iadd, (list(forms) for forms in ENGLISH.activities.values()), [])).split()
FRAGMENTS = st.sampled_from(
    [*WORDS, *ENGLISH.item_nouns, *ENGLISH.endings, "of", "all", "no", "none", "and", "not", "with"]
)
SCRAPS = st.sampled_from(
    ["124", "1,234", "62 %", "3/4", "·", ":", ",", ".", "…", "(", ")", "?", "9:03", "5 s", "$3", "#7"]
)


def _codes(row: list[Any]) -> tuple[Counter[str], Counter[str]]:
    label = row[2] if len(row) > 2 else ""
    wanted = Counter(code.strip() for code in row[1].split(";") if code.strip())
    return Counter(reading.code for reading in read(row[0], "generic", label).readings), wanted


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} ({row[2]})" if len(row) > 2 else row[0])
def test_a_sentence_is_read_right(row: list[Any]) -> None:
    got, wanted = _codes(row)
    assert got == (Counter() if "?" in wanted else wanted)


def test_the_table_is_large_and_has_both_kinds() -> None:
    assert len(ROWS) >= 300
    assert sum(not row[1] for row in ROWS) >= 50


def test_controls_claim_nothing() -> None:
    assert read("3 items failed", "button").readings == ()
    assert read("3 items failed", "paragraph").readings != ()


def test_a_known_title_is_a_name_and_no_claim() -> None:
    assert [reading.code for reading in read("Publish 200 items: 3 failed", names=("Publish 200 items",)).readings] == [
        "count:failed=3"
    ]


def test_a_sentence_with_a_number_that_cannot_be_read_is_told() -> None:
    assert read("17 widgets of the blue kind frobnicated").unread == ("17 widgets of the blue kind frobnicated",)
    assert read("The weather is fine").unread == ()
    assert read("progress").unread == ()


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        ("Next attempt at 9:03:20 pm", ["9:03:20 pm"]),
        ("Attempt 2 of 3. Next try: 09:00:35, in 1 min 20 s", ["09:00:35", "1 min 20 s"]),
    ],
)
def test_the_time_of_a_next_attempt_is_told_as_it_was_written(text: str, whens: list[str]) -> None:
    assert [reading.when for reading in read(text).readings if reading.kind is Kind.NEXT] == whens


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    for reading in read(text).readings:
        assert isinstance(reading.kind, Kind)


@given(st.lists(st.one_of(FRAGMENTS, SCRAPS), min_size=1, max_size=14).map(" ".join))
def test_a_value_always_stands_in_the_text(text: str) -> None:
    digits = {float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    digits |= {float(number.replace(" ", "")) for number in re.findall(r"\d{1,3}(?: \d{3})+", text)}
    spelled = {value for word, value in ENGLISH.number_words.items() if re.search(rf"\b{word}\b", text)}
    for reading in read(text).readings:
        for value in (reading.value, reading.total):
            assert value is None or value in digits or value in spelled or text.startswith("nothing")


@given(st.sampled_from(ROWS), st.sampled_from(["You can publish when ", "If ", "Do you know whether "]))
def test_what_is_conditional_claims_nothing_of_the_end(row: list[Any], head: str) -> None:
    sentence = str(row[0]).rstrip(".!…")
    if re.search(r"[.;·|:,…!✓(–—-]| / |\band\b|\bbut\b", sentence):
        return
    readings = read(f"{head}{sentence[0].lower()}{sentence[1:]}").readings
    assert not [reading for reading in readings if reading.kind in (Kind.ENDED, Kind.COUNT, Kind.STATE)]


def test_a_number_after_a_time_that_an_idiom_took_out_is_its_own() -> None:
    said = (
        "The run started at 09:00:02 and ended at 09:00:44. "
        "28 of 28 items processed. 20 were published. 3 failed. 5 items were skipped."
    )
    codes = [reading.code for reading in read(said).readings]
    assert codes == [
        "ended:finished",
        "count:processed=28/28",
        "count:succeeded=20",
        "count:failed=3",
        "count:skipped=5",
    ]


@pytest.mark.parametrize(
    "text", ["All but 20 rows failed", "Imported except for 9 lines", "Imported apart from 9 rows"]
)
def test_what_is_excepted_is_not_counted(text: str) -> None:
    assert [held for held in read(text).readings if held.kind is Kind.COUNT] == []


def test_a_count_of_how_many_behind_its_noun() -> None:
    assert [held.code for held in read("20 payments of 100 were sent").readings] == ["count:succeeded=20/100"]
