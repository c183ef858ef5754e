"""Places for values that were not filled, and planted strings."""

import pytest

from harness.microcopy.leaks import canary_in, engine_talk_in, placeholder_in


@pytest.mark.parametrize(
    "text",
    [
        "Publishing {count} of 60",
        "Hello {{ user.name }}",
        "${items} items failed",
        "%d of %d pages",
        "undefined of undefined",
        "Stopping undefined…",
        "Total: undefined",
        "NaN % done",
        "[object Object]",
        "Ends at Invalid Date",
        "Error: null",
        "null of 60",
        "job.status.failed",
        "Infinity left",
        "3 items &amp; more",
    ],
)
def test_an_empty_place_is_found(text: str) -> None:
    assert placeholder_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "60 % done",
        "3 items (5 %) failed",
        "See docs.example.com for more",
        "Sets {a, b}",
        "A null result is fine",
        "50% of 20",
        ":-)",
        "{}",
        "The tax rate is undefined for 3 items",
        "Two undefined columns were left out",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert placeholder_in(text) is None


ENGINE = [
    "Unexpected token < in JSON at position 0",
    "Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
    "Unexpected end of JSON input",
    "Import failed: Unexpected token < in JSON",
    "Failed to fetch",
    "Could not load: Failed to fetch.",
    "TypeError: Failed to fetch",
    "Error: Failed to fetch (shop.example)",
    "NetworkError when attempting to fetch resource.",
    "TypeError: Load failed",
    "Cannot read properties of undefined (reading 'map')",
    "Cannot read property 'id' of null",
    'can\'t access property "id", job is undefined',
    "undefined is not an object (evaluating 'job.items')",
    "null is not an object",
    "job.items.map is not a function",
    "t is not a function",
    "Error: e is not iterable",
    "(intermediate value).map is not a function",
    "data is undefined",
    "job.total is undefined",
    "JSON.parse: unexpected character at line 1 column 1 of the JSON data",
    "JSON Parse error: Unrecognized token '<'",
    "Can't find variable: total",
    "Maximum call stack size exceeded",
    "signal is aborted without reason",
    "AbortError: The user aborted a request.",
    "Request failed with status code 502",
    "timeout of 5000ms exceeded",
    "connect ECONNREFUSED 127.0.0.1:80",
    "Export failed: [object Object]",
    "Uncaught ReferenceError: total is not defined",
    "ChunkLoadError: Loading chunk 4 failed.",
    "SyntaxError",
    "java.lang.NullPointerException",
    "<!DOCTYPE html>",
    "at render (https://shop.example/app.js:12:34)",
    "Failed to fetch dynamically imported module: https://x/y.js",
]
PLAIN = [
    "Load failed",
    "The fetch of your products failed: the shop did not answer",
    "We failed to fetch your products.",
    "Failed to fetch your products: the shop did not answer",
    "Failed to fetch 3 of 20 products",
    "Load failed, retrying in 30 seconds",
    "The load failed because the shop did not answer",
    "Network error. Check your connection and try again.",
    "Your file is not valid JSON. Save it again as JSON.",
    "Unexpected token in row 12 of your file: remove the comma.",
    "Unexpected end of the file in row 20.",
    '3 items failed: the property "colour" cannot be read.',
    "Cannot read the properties of 3 items",
    "Export is not a function of your plan.",
    "This is not a function of your plan",
    "The total is undefined.",
    "The error is on our side.",
    "An exception was made for 3 items",
    "Null results are left out",
    "The request failed with an error of the shop",
    "The request timed out after 30 s",
    "The user cancelled the request",
    "at 09:12, step 2:30:00",
    "Item 3: price is not defined",
    "Is not iterable in the catalogue",
    "Error: the shop did not answer",
    "Object storage is full",
    "1 item failed (not a function of the job)",
    "Exceptions are listed below",
    "No errors",
    "shop.example.com is not available",
    "Your store.json is not in use",
    "Data is not an object of this import",
]


@pytest.mark.parametrize("text", ENGINE)
def test_what_an_engine_says_is_known(text: str) -> None:
    assert engine_talk_in(text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_a_person_would_write_is_not_taken_for_it(text: str) -> None:
    assert engine_talk_in(text) is None
    assert placeholder_in(text) is None


def test_a_canary_is_found_letter_by_letter() -> None:
    assert canary_in("It failed: canary-1a2b3c4d.", ("canary-00000000", "canary-1a2b3c4d")) == "canary-1a2b3c4d"
    assert canary_in("It failed: canary-1a2b", ("canary-1a2b3c4d",)) is None
