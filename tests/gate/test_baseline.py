"""The file of accepted findings: what it may say, and the sentence for each thing that is wrong with it."""

from datetime import date
from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.gate.baseline import TO_DO, Baseline, present_id, read_baseline
from tests.gate.made import LAWS

ENTRY = """\
version: 1
accepted:
  - target: shop
    scenario: mixed-outcome
    law: count-true
    job: publish
    claim: count:processed
    says: the page said "12"
    reason: SHOP-12 mends it
    expires: 2027-01-31
"""
KNOWN = ("shop", "mixed-outcome", "count-true", "publish", "count:processed")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("baseline.yaml")


def read(file: Path, text: str, *, updating: bool = False) -> Baseline:
    file.write_text(text, encoding="utf-8")
    return read_baseline(file, LAWS, updating=updating)


def test_an_entry_is_known_by_five_words(file: Path) -> None:
    baseline = read(file, ENTRY)
    assert list(baseline.entries) == [KNOWN]
    entry = baseline.entries[KNOWN]
    assert entry.until() == "until 2027-01-31: SHOP-12 mends it"
    assert (entry.holds(date(2027, 1, 31)), entry.holds(date(2027, 2, 1))) == (True, False)
    assert baseline.remarks == ()


def test_an_entry_without_expiry_holds_for_ever(file: Path) -> None:
    entry = read(file, ENTRY.replace("    expires: 2027-01-31\n", "")).entries[KNOWN]
    assert entry.holds(date.max)
    assert entry.until() == "SHOP-12 mends it"


def test_a_law_that_was_renamed_is_found_and_told(file: Path) -> None:
    baseline = read(file, ENTRY.replace("count-true", "one-job"))
    assert [key[2] for key in baseline.entries] == ["submit-once"]
    assert baseline.remarks == (
        'baseline.yaml:5: law: "one-job" is now called submit-once; --update-baseline writes it so',
    )


def test_a_law_without_former_ids_keeps_its_own() -> None:
    assert (present_id("one-job", LAWS), present_id("count-true", LAWS)) == ("submit-once", "count-true")


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("law: count-true", "law: count-tru", '5: law: "count-tru" is no law; did you mean "count-true"? take the '),
        ("SHOP-12 mends it", '""', "9: reason: is empty; write why this is accepted, or take the entry out"),
        ("SHOP-12 mends it", f"'{TO_DO}'", f'9: reason: "{TO_DO}" stands here still; write why this is accepted, '),
        ("    reason: SHOP-12 mends it\n", "", "3: reason: is missing; write reason: and its value here"),
        ("2027-01-31", "31.1.2027", '10: expires: "31.1.2027" is no day; write one such as 2027-01-31'),
        ("2027-01-31", "2027-02-31", "10: this is not YAML (day is out of range for month); mend it"),
        ("2027-01-31", "2027-01-31T12:00:00", '10: expires: "2027-01-31T12:00:00" is no day; write one such as '),
        ("version: 1", "version: 2", '1: version: "2" is not read here; this version of meanwhile reads version: 1'),
        ("    job: publish", "    jab: publish", '6: jab: is no key that is known here; did you mean "job"? '),
        (ENTRY, "", "1: this holds no baseline; write version: 1 and accepted:"),
        (ENTRY, "accepted: []", "1: version: is missing; write version: and its value here"),
        (ENTRY, "version: 1\naccepted:\n\t- x", "3: a tab stands where spaces belong; write spaces"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(file: Path, wrong: str, right: str, said: str) -> None:
    assert wrong in ENTRY
    with pytest.raises(UsageError) as told:
        read(file, ENTRY.replace(wrong, right))
    assert f"baseline.yaml:{said}" in str(told.value)


def test_an_entry_that_is_there_twice_is_refused(file: Path) -> None:
    again = ENTRY + ENTRY.partition("accepted:\n")[2].replace("publish\n", "publish-2\n", 1)
    with pytest.raises(
        UsageError, match=r"baseline\.yaml:11: accepted: the same finding is accepted further up; keep one"
    ):
        read(file, again)


def test_who_updates_it_may_have_reasons_that_are_still_to_be_written(file: Path) -> None:
    assert list(read(file, ENTRY.replace("SHOP-12 mends it", f"'{TO_DO}'"), updating=True).entries) == [KNOWN]
    with pytest.raises(UsageError, match="is no law"):
        read(file, ENTRY.replace("count-true", "count-tru"), updating=True)


def test_a_missing_file_is_told_with_the_command_that_writes_it(file: Path) -> None:
    way_out = "there is no such file; write it with `meanwhile run --baseline baseline.yaml --update-baseline`"
    with pytest.raises(UsageError, match=way_out):
        read_baseline(file, LAWS)
    assert read_baseline(file, LAWS, updating=True) == Baseline.empty(file)
