"""What people call things in JSON: a key taken apart into words, and what such words usually mean."""

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

IDS = frozenset("id uuid key task job ref".split())
TITLES = frozenset("title name label caption".split())
STATES = frozenset("state status".split())
STAGES = frozenset("phase stage step".split())
TOTAL = frozenset("total all size max length expected of count rows items records".split())
DONE = frozenset("done processed current completed complete finished progress handled value n".split())
SUCCEEDED = frozenset(
    "succeeded success successes successful ok good passed imported published sent saved synced".split()
)
FAILED = frozenset("failed failures failure errors error errored bad rejected broken invalid".split())
SKIPPED = frozenset("skipped skips ignored unchanged duplicates omitted out".split())
REMAINING = frozenset("remaining pending todo left open".split())
PERCENT = frozenset("percent percentage pct progress fraction ratio".split())
ELAPSED = frozenset("elapsed duration runtime took seconds".split())
LEFT = frozenset("eta left estimate estimated".split())
AHEAD = frozenset("ahead before".split())
POSITION = frozenset("position place rank queue".split())
VERSION = frozenset("version revision seq sequence".split())
ENDED = frozenset("done ended finished complete completed ready over closed terminal".split())
ACCEPTED_AT = frozenset("created accepted queued submitted enqueued requested added".split())
STARTED_AT = frozenset("started start begun began".split())
FINISHED_AT = frozenset("finished ended end completed stopped done".split())
UPDATED_AT = frozenset("updated modified changed last heartbeat".split())
CAUSES = frozenset("causes reasons problems errors failures issues warnings".split())
REASON = frozenset("reason cause why error message problem code type detail".split())
THINGS = frozenset("item items row rows record records file files line lines product products page entry".split())
KINDS = frozenset("kind type".split())
IN_HAND = frozenset("item row record file line product page entry".split())
CALLED = TITLES | frozenset("sku item file filename product".split())
RESULTS = frozenset("outcome result conclusion".split())
PHASES = frozenset("phases steps stages".split())


def words(name: str) -> frozenset[str]:
    """``itemsProcessed`` and ``items_processed`` are ``items`` and ``processed``."""
    return frozenset(word.lower() for word in _WORD.findall(name))


def means(name: str, meaning: frozenset[str]) -> bool:
    """Whether a word of the name is one of those."""
    return bool(words(name) & meaning)
