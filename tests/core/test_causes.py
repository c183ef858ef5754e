import pytest

from harness.core import causes
from harness.core.causes import CauseClass
from harness.core.ids import is_kebab


def test_ids_are_kebab_case_and_different() -> None:
    ids = [cause.id for cause in causes.ALL]
    assert len(set(ids)) == len(ids)
    assert all(is_kebab(id) for id in ids)


def test_what_shipped_scenarios_and_laws_name_is_there() -> None:
    named = {"missing-id", "bad-format", "missing-field", "duplicate-id", "no-permission", "timeout", "network"}
    named |= {"exception", "upstream-error", "rate-limited"}
    named |= {"expired-credentials", "account-suspended", "half-written", "upload-lost"}
    assert named == set(causes.failure_ids())
    assert set(causes.skip_ids()) == {"already-published", "unchanged", "out-of-stock"}


def test_only_trouble_that_passes_is_worth_a_retry() -> None:
    for cause in causes.ALL:
        passes = cause.cls in (CauseClass.SYSTEM, CauseClass.UPSTREAM) and not (cause.skip or cause.data_loss)
        assert cause.retryable == passes


def test_what_is_critical_and_what_loses_data_is_told() -> None:
    critical = {cause.id for cause in causes.ALL if cause.critical}
    assert critical == {"expired-credentials", "account-suspended", "upload-lost"}
    assert {cause.id for cause in causes.ALL if cause.data_loss} == {"half-written", "upload-lost"}
    assert "Reconnect" in causes.cause("expired-credentials").remedy


def test_no_cause_is_taken_for_another_by_its_own_names() -> None:
    for cause in causes.ALL:
        assert all(causes.recognised(name) == (cause.id,) for name in causes.names(cause)), cause.id


def test_each_has_a_remedy_and_words_to_be_recognised_by() -> None:
    for cause in causes.ALL:
        assert cause.remedy.endswith(".")
        assert cause.phrases
        assert all(phrase == phrase.lower() for phrase in cause.phrases)


def test_an_unknown_cause_names_the_known_ones() -> None:
    with pytest.raises(KeyError, match="missing-id, bad-format"):
        causes.cause("misssing-id")


def test_a_cause_is_recognised_by_its_names_and_leads_a_text_by_its_title() -> None:
    assert causes.recognised("they have no id") == ("missing-id",)
    assert causes.recognised("all went well") == ()
    assert causes.leading("missing id 3 items failed") == "missing id"
    assert causes.leading("3 items failed: missing id") == ""
    assert causes.leading("networking is on") == ""
