"""What a finding is known by is the same whatever the time, the numbers, the wording; and it stays what it is."""

import pytest

from harness.trace.fingerprint import claim_kind, fingerprint, judged_page, role

KNOWN = {"page": "shop", "scenario": "mixed-outcome", "law": "count-true", "job": "publish", "claim": "count:processed"}


def test_it_does_not_change_from_version_to_version() -> None:
    # Baselines and code scanning hold what was written by versions before this one: another value is another VERSION.
    assert fingerprint(**KNOWN) == "6e51d2f5095a"


@pytest.mark.parametrize("word", KNOWN)
def test_each_of_its_words_counts(word: str) -> None:
    assert fingerprint(**{**KNOWN, word: "other"}) != fingerprint(**KNOWN)


def test_a_numbered_copy_of_a_job_has_the_same_part() -> None:
    assert [role(job) for job in ("publish", "publish-2", "sync-37", "step-2-sync")] == [
        "publish",
        "publish",
        "sync",
        "step-2-sync",
    ]
    assert fingerprint(**{**KNOWN, "job": "publish-2"}) == fingerprint(**KNOWN)


def test_the_kind_of_a_claim_holds_no_number() -> None:
    assert claim_kind("count:processed", silent=False) == "count:processed"
    assert claim_kind("attempt 12 of 30", silent=False) == "attempt n of n"
    assert claim_kind("return", silent=True) == "silence:return"
    assert (claim_kind("", silent=True), claim_kind("", silent=False)) == ("silence", "any")


def test_a_page_with_a_flaw_is_another_page() -> None:
    assert (judged_page("shop", None), judged_page("shop", "too-early")) == ("shop", "shop+too-early")
