"""reconnect-catches-up, and what it takes over from its umbrellas."""

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny, running

LAW = "reconnect-catches-up"


def cut(tiny: Tiny | None = None) -> Tiny:
    """Silence from 5.1 s to 9 s: 5 s + β later it is 14.5 s, and the job has ended at 12 s."""
    tiny = (tiny or running()).fault(5.1, 9)
    for number in range(4):
        tiny.screen(2.05 + number, "Publishing…", f"{number} of 10 items published")
    return tiny


def test_a_page_that_catches_up_passes() -> None:
    verdict = answer(
        LAW,
        cut()
        .screen(9.5, "Publishing…", "7 of 10 items published")
        .screen(12.1, "Published", "10 of 10 items published"),
    )
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_a_page_that_stays_behind_fails_at_the_deadline() -> None:
    verdict = answer(LAW, cut())
    assert sentences(verdict) == [
        'job "Publish 10 items" at 14.5 s: the page said "Publishing…"; in truth it had ended: 10 succeeded.'
    ]


def test_a_notice_that_stays_fails() -> None:
    tiny = cut().screen(12.1, "status|You are offline", "Published", "10 of 10 items published")
    assert 'the page said "You are offline"' in sentences(answer(LAW, tiny))[0]


def test_a_page_that_falls_silent_fails() -> None:
    assert "said nothing of the job" in sentences(answer(LAW, cut().screen(10, "Welcome")))[0]


def test_a_reload_by_the_person_takes_the_opportunity_away() -> None:
    tiny = cut().step(10, "reload").page(10, "reload").screen(10.2, "Published", "10 of 10 items published")
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_without_a_fault_there_is_nothing_to_judge() -> None:
    assert answer(LAW, running().screen(2, "Publishing…")).verdict == "not_exercised"


def test_one_poll_that_failed_is_a_return_too() -> None:
    tiny = running(end=60).request(4.0, 4.1, method="GET", status=502, fault="http")
    tiny.screen(2, "Publishing…", "0 of 10 items published").screen(4.05, "Publishing…", "1 of 10 items published")
    verdict = answer(LAW, tiny)
    assert verdict.findings[0].at_ms == 4100 + 5000 + 500


def test_a_tab_hidden_for_five_minutes_has_to_catch_up() -> None:
    tiny = running(end=500).screen(2, "Publishing…", "0 of 10 items published").page(2.4, "hide").page(310, "show")
    assert answer(LAW, tiny).findings[0].at_ms == 310_000 + 5_500
    assert (
        answer(LAW, running(end=500).screen(2, "Publishing…").page(2.4, "hide").page(30, "show")).verdict
        == "not_exercised"
    )


def test_its_umbrellas_are_told_under_it() -> None:
    told = answers(cut())
    assert told[LAW].verdict == "failed"
    assert [(told[law].verdict, told[law].under) for law in ("count-true", "terminal-shown-unprompted")] == [
        ("failed", LAW)
    ] * 2


def test_a_lie_before_the_cut_is_still_told_by_itself() -> None:
    tiny = running().fault(15, 20).screen(2, "Publishing…", "4 of 10 items published")
    verdict = answers(tiny)["count-true"]
    assert (verdict.verdict, verdict.under) == ("failed", None)


def test_one_old_number_after_the_other_is_one_trouble_until_the_page_has_caught_up() -> None:
    late = cut().screen(14, "4 of 10 items published").screen(20, "5 of 10 items published")
    verdict = answer(LAW, late.screen(30, "10 of 10 items published"))
    assert [(finding.at_ms, finding.until_ms) for finding in verdict.findings] == [(14_500, 30_000)]
