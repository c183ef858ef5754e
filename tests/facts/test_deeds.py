"""What the person had done to a job, and what the page made of it."""

from harness.facts.deeds import deeds
from tests.tiny import Tiny


def cancelled() -> Tiny:
    tiny = Tiny().accepted().step(9, "cancel", "publish").press(8.9, "Jobs", "way").press(9, "Cancel")
    return tiny.press(10, "Cancel publish", "confirm").command(10, "cancel")


def test_a_deed_has_its_presses_its_requests_and_what_the_server_was_told() -> None:
    (deed,) = deeds(cancelled().case(), "cancel")
    assert [press.name for press in deed.presses] == ["Cancel", "Cancel publish"]
    assert (deed.meant_ms, deed.dismissed) == (10_000, False)
    assert [request.path for request in deed.requests] == ["/api/jobs/publish:cancel"]
    assert [(command.do, command.run) for command in deed.commands] == [("cancel", 1)]
    assert deeds(cancelled().case(), "rerun") == []


def test_a_no_is_told_and_a_step_without_a_press_has_its_own_moment() -> None:
    (no,) = deeds(Tiny().step(9, "cancel", "publish").press(9, "Cancel").press(10, "No", "dismiss").case(), "cancel")
    assert no.dismissed
    (none,) = deeds(Tiny().step(9, "cancel", "publish").case(), "cancel")
    assert (none.presses, none.meant_ms) == ((), 9_000)


def test_what_another_press_or_another_tab_sent_is_not_of_it() -> None:
    tiny = cancelled().request(10.5, 10.6, method="GET").command(11, "cancel", tab=1)
    tiny.step(20, "rerun", "publish", n=2).press(20, "Run again", n=2).command(20.1, "rerun", run=2)
    (cancel,), (rerun,) = deeds(tiny.case(), "cancel"), deeds(tiny.case(), "rerun")
    assert [command.do for command in cancel.commands] == ["cancel"]
    assert [command.do for command in rerun.commands] == ["rerun"]
    assert len(cancel.requests) == 1
