"""JSON has one form, and no cache may keep it."""

from harness.wire import body


def test_json_is_compact_keeps_its_order_and_its_letters() -> None:
    assert body.dump({"b": "café", "a": [1, None]}) == '{"b":"café","a":[1,null]}'


def test_more_headers_are_written_with_dashes() -> None:
    assert body.headers(retry_after="2") == {
        "content-type": "application/json",
        "cache-control": "no-store",
        "retry-after": "2",
    }
