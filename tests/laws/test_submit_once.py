"""submit-once."""

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "submit-once"


def test_a_double_press_that_starts_one_job_passes() -> None:
    tiny = Tiny().step(0.5, "double-click", "publish").request(0.5, 1.1).request(0.6, 1.2).accepted(1)
    assert (answer(LAW, tiny).verdict, answer(LAW, tiny).judged) == ("passed", 1)


def test_a_double_press_that_starts_two_fails() -> None:
    tiny = Tiny().step(0.5, "double-click", "publish").request(0.5, 1.1).request(0.6, 1.2, key="k2")
    verdict = answer(LAW, tiny.accepted(1).accepted(1.1, job="publish-2"))
    assert sentences(verdict) == [
        (
            'job "Publish 10 items" (publish) at 1.1 s: the page sent the start again (1 press); '
            "in truth there were 2 jobs: publish, publish-2."
        )
    ]


def test_a_press_again_after_a_lost_answer_is_the_same_intent() -> None:
    tiny = Tiny().step(0.5, "submit", "publish").request(0.5, None, fault="lost_response").accepted(1)
    tiny.step(15, "submit", "publish").request(15, 15.3)
    assert answer(LAW, tiny).verdict == "passed"
    assert answer(LAW, tiny.accepted(15.2, job="publish-2")).verdict == "failed"


def test_two_intents_may_start_two_jobs() -> None:
    tiny = Tiny().step(0.5, "submit", "publish").request(0.5, 1.1).accepted(1)
    tiny.step(30, "submit", "publish").request(30, 30.5).accepted(30.4, job="publish-2")
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_back_and_a_press_again_is_the_same_intent() -> None:
    tiny = Tiny().step(0.5, "submit", "publish").request(0.5, 1.1).accepted(1).step(20, "back")
    tiny.step(30, "submit", "publish").request(30, 30.5)
    assert answer(LAW, tiny).verdict == "passed"
    assert answer(LAW, tiny.accepted(30.4, job="publish-2")).verdict == "failed"


def test_one_press_is_not_judged() -> None:
    assert answer(LAW, Tiny().step(0.5, "submit", "publish").request(0.5, 1).accepted(0.9)).verdict == "not_exercised"


def test_two_presses_at_once_are_one_intent_even_when_both_were_answered() -> None:
    tiny = Tiny().step(0.5, "submit", "publish").request(0.5, 0.8).accepted(0.7)
    tiny.step(1.5, "submit", "publish").request(1.5, 1.8, key="k2")
    assert answer(LAW, tiny).verdict == "passed"
    assert answer(LAW, tiny.accepted(1.7, job="publish-2")).verdict == "failed"
