"""Lines that stand together: what is understood of them, and what is not."""

from harness.microcopy.own import Own
from harness.microcopy.utterance import understand
from tests.microcopy.saying import english


def test_a_failure_with_cause_and_remedy() -> None:
    said = understand(
        ("3 items failed due to missing IDs. Ensure that each item has a unique ID and try again.",), english()
    )
    assert [reading.code for reading in said.readings] == ["count:failed=3"]
    assert [sorted(phrase.causes) for phrase in said.phrases if phrase.causes] == [
        ["missing-id"],
        ["duplicate-id"],
    ] or said.phrases[0].causes == {"missing-id"}
    assert [kind for held in said.remedies for kind in held.kinds] == ["fix", "retry"]
    assert said.strange == ()


def test_controls_are_remedies_and_lines_are_not() -> None:
    said = understand(("2 files timed out.",), english(), controls=("Retry 2 files", "Close"))
    assert [held.kinds for held in said.controls] == [("retry",)]
    assert said.phrases[0].causes == {"timeout"}


def test_what_is_to_be_mended_was_wrong() -> None:
    said = understand(("Please check your file format.",), english())
    assert said.phrases[0].order
    assert said.phrases[0].causes


def test_what_nobody_understands_is_strange() -> None:
    said = understand(("The frobnicator bounced several widgets", "Please wait"), english())
    assert [phrase.clause.text for phrase in said.strange] == ["the frobnicator bounced several widgets"]


def test_numbers_that_nothing_took_are_loose() -> None:
    said = understand(("20 rows imported, 4 flummoxed, 5 failed",), english())
    assert said.loose == [4]


def test_a_receipt_is_understood() -> None:
    assert understand(("Request received",), english()).strange == ()


def test_the_jobs_own_words() -> None:
    said = understand(("1,204 invoices posted, 17 rejected",), english(), own=Own(verb="post", noun="invoice"))
    assert [reading.code for reading in said.readings] == ["count:succeeded=1204", "count:failed=17"]


def test_a_clause_after_history_is_heard_and_claims_nothing() -> None:
    said = understand(("Last import failed. 3 rows have no SKU.",), english())
    assert said.readings == ()
    assert "missing-id" in said.phrases[-1].causes


def test_placeholders_are_told() -> None:
    assert understand(("{count} items failed",), english()).placeholders == ("{count}",)


def test_a_control_that_is_named_in_quotation_marks_does_what_its_name_says() -> None:
    for text in ("Hit “Send again”", "“Retry deploy” starts it again", "Click Retry to run it again"):
        assert ["retry"] in [list(held.kinds) for held in understand((text,), english()).remedies], text
    assert understand(("Hit “Send”",), english()).remedies == ()


def test_the_words_of_a_reading_are_those_of_the_page() -> None:
    said = understand(("1,204 invoices posted",), english(), own=Own(verb="post", noun="invoice"))
    assert said.readings[0].text == "1,204 invoices posted"


def test_naming_some_work_says_no_more() -> None:
    lines = ("Preparing the environment", "Frobnicating the environment", "Copying was called off")
    said = understand(lines, english())
    assert [phrase.names_work for phrase in said.phrases] == [True, False, False]
