"""What a request says: in its path, its query, its headers, and in a body of any usual kind."""

from typing import Any

import pytest

from harness.wire.base import WireRequest
from harness.wire.told.asking import asked
from tests.wire.told.support import FORM

MULTIPART = (
    '--x\r\ncontent-disposition: form-data; name="kind"\r\n\r\nimport\r\n'
    '--x\r\ncontent-disposition: form-data; name="file"; filename="goods.csv"\r\ncontent-type: text/csv\r\n\r\n'
    "a,b\r\n1,2\r\n\r\n--x--\r\n"
)


@pytest.mark.parametrize(
    ("content_type", "body", "read"),
    [
        ("application/json", '{"kind":"import","rows":[1]}', {"kind": "import", "rows": [1]}),
        ("", '{"kind":"import"}', {"kind": "import"}),
        (FORM, "kind=import&note=a%20b&empty=", {"kind": "import", "note": "a b", "empty": ""}),
        ("multipart/form-data; boundary=x", MULTIPART, {"kind": "import", "file": "goods.csv"}),
        ("application/json", "not json", None),
        ("", None, None),
    ],
)
def test_a_body_is_read_whatever_it_is(content_type: str, body: str | None, read: Any) -> None:
    headers = {"content-type": content_type}
    request = WireRequest(method="POST", path="/x", at_ms=0, headers=headers, body=body)
    assert asked(request, {}).body == read


def test_path_query_and_headers_are_there_too() -> None:
    said = asked(WireRequest(method="GET", path="/x/7?page=2", at_ms=0, headers={"a-b": "c"}), {"shop": "7"})
    assert (said.path, said.query, said.header) == ({"shop": "7"}, {"page": "2"}, {"a-b": "c"})
