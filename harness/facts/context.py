"""What stands around a text and changes what it means: the item or the phase that its row is about, a
control, a menu.
"""

import re
from functools import lru_cache
from itertools import islice

from harness.core.causes import ALL as CAUSES
from harness.core.causes import names
from harness.core.words import RunKey
from harness.facts.jobwords import JobWords, PhaseWords
from harness.facts.labels import ITEM_HEADERS, headers
from harness.facts.tree import COMMANDS, INLINE, Tree

ROWS = frozenset(("listitem", "row", "group", "generic", "article", "figure", "definition", "cell", "gridcell"))
_OF_MANY = re.compile(
    r"\b(?:jobs|runs|tasks|imports|orders|history|recent|activity|catalogue|catalog|start|new|overview)\b"
)
_LONGEST_ROW = 160
_MOST_LEAVES = 12
_UP_TO_CAUSE = 3
_GROUPS = frozenset(("generic", "article", "group", "listitem", "row", "figure"))
_LISTS = frozenset(("list", "table", "grid", "treegrid", "listbox"))
_LONGEST_CAPTION = 24
_FRAME = frozenset(("banner", "navigation", "contentinfo", "complementary"))
_SILENT = COMMANDS | {"navigation", "contentinfo", "columnheader", "term", "caption"}
_CAUSES = frozenset(name for cause in CAUSES for name in names(cause))
_CAUSE = re.compile("(" + "|".join(re.escape(name) for name in sorted(_CAUSES, key=len, reverse=True)) + ")(?: |$)")


_STEP = (
    r"\b(?:in|on|at|during) (?:the )?(?:(?:step|phase|stage) )?[\"“']?{0}[\"”']? (?:step|phase|stage)\b"
    r"|^(?:the )?(?:step|phase|stage):? [\"“']{0}[\"”']"
)


_HEAD = re.compile(
    r"^(?:step \d+ (?:of|/) \d+[,:]? )?(?:step |phase )?(?:\d+[.):]? )?"
    r"([a-z][a-z ]*?)\s*(?:[:–—(·,-]|\s(?=\d)|$)"
)


def in_body(tree: Tree, nid: str) -> bool:
    """Whether the text is part of what the page is about: not of its frame, nor under a heading of other things."""
    if any(tree.role(at) in _FRAME for at in tree.ancestors(nid)):
        return False
    heading = next((text for at in tree.ancestors(nid) if (text := tree.heading(at))), "")
    return _OF_MANY.search(heading.lower()) is None


def is_brief(tree: Tree, region: str) -> bool:
    """Whether a job's part of the page is a row of a list: it tells of the job in brief. One with a heading is more."""
    return tree.role(region) in ("row", "listitem") and not tree.heading(region)


def part_of(tree: Tree, nid: str) -> str:
    """What a person would call the part of the page that a node stands in: its name, else its heading."""
    for at in tree.ancestors(nid):
        if name := str(tree.nodes[at].get("name", "")) or (tree.heading(at) if tree.role(at) != "generic" else ""):
            return name
    return ""


def is_silenced(tree: Tree, nid: str) -> bool:
    """Whether the text belongs to a control, a menu or a page's foot, which claim nothing."""
    roles = [tree.role(at) for at in (nid, *tree.ancestors(nid)) if at == nid or not is_card(tree, at)]
    if "caption" in roles and re.search(r"\d", tree.own_text(nid)):
        return False  # "Failed: 3 items" above a table counts them
    return any(role in _SILENT for role in roles)


def is_card(tree: Tree, nid: str) -> bool:
    """Whether a link is a part of the page with texts of its own in it, all of which lead to the same place."""
    return tree.role(nid) == "link" and sum(tree.role(kid) not in INLINE for kid in tree.kids(nid)) > 1


def is_busy_label(tree: Tree, nid: str, text: str) -> bool:
    """Whether the text is a button's that says what became of its press: "Sending…"."""
    return text.endswith(("…", "...")) and any(tree.role(at) == "button" for at in (nid, *tree.ancestors(nid)))


def is_caption(tree: Tree, nid: str) -> bool:
    """Whether the text is the caption of a list or table that follows it, or of its part of the page: ``Failed`` above
    the items that did, ``Ended`` above the jobs that have."""
    parent = tree.parents.get(nid)
    if parent is None or tree.role(nid) in ("status", "alert"):
        return False
    if tree.role(nid) == "heading" and _names_its_part(tree, nid):
        return True
    kids = tree.kids(parent)
    after = kids[kids.index(nid) + 1 :] if nid in kids else []
    text = tree.own_text(nid)
    bare = len(text) <= _LONGEST_CAPTION and not re.search(r"\d", text)
    return bare and bool(after) and tree.role(after[0]) in _LISTS


def _names_its_part(tree: Tree, nid: str) -> bool:
    """``Under way`` over the part of a page where jobs under way are listed; a heading with a figure tells of them."""
    text = tree.own_text(nid)
    named = next((tree.nodes[at].get("name") for at in tree.ancestors(nid) if tree.nodes[at].get("name")), None)
    return named == text and not re.search(r"\d", text) and len(text) <= _LONGEST_CAPTION


@lru_cache(maxsize=10_000)
def names_cause(text: str) -> bool:
    """Whether the text is the name of a cause, and counts nothing: ``Already published (skipped)``."""
    plain = re.sub(r"[(\[].*?[)\]]", "", text.lower()).strip(" .:-")
    match = _CAUSE.match(plain)
    return match is not None and len(plain) <= len(match[1]) + 12


def is_item(tree: Tree, nid: str, words: JobWords) -> bool:
    """Whether the text stands in a row about one item or one cause: the name is there, or the headers say so."""
    for at in (nid, *tree.ancestors(nid)):
        role = tree.role(at)
        if role in ("row", "listitem") and _names_item(tree, at, words):
            return True
        if (
            role == "row"
            and {header.lower() for header in headers(tree, at)} & ITEM_HEADERS
            and not _names_job(tree, at, words)
        ):
            return True
        if role in ("main", "region", "table", "list"):
            return False
    return False


def cause_over(tree: Tree, nid: str) -> str | None:
    """The cause with which the part that the text stands in begins: ``Missing ID``, below it ``3 items failed``."""
    for at in islice(tree.ancestors(nid), _UP_TO_CAUSE):
        if tree.role(at) not in _GROUPS:
            return None
        leaves = tree.leaves(at, most=_MOST_LEAVES)
        if leaves and leaves[0][0] != nid and names_cause(leaves[0][1]):
            return leaves[0][1].lower()
    return None


def _names_item(tree: Tree, nid: str, words: JobWords) -> bool:
    leaves = tree.leaves(nid, most=_MOST_LEAVES)
    if any(names_cause(text) for _, text in leaves):
        return True
    return any(text.lower() in words.items for _, text in leaves) or (
        sum(len(text) for _, text in leaves) <= _LONGEST_ROW
        and any(words.item_in(text) for _, text in leaves if len(text) > 3)
    )


def _names_job(tree: Tree, nid: str, words: JobWords) -> bool:
    """A job's row bears its title, or begins with its kind; a last cell that says "Published" names no job."""
    leaves = [text for _, text in tree.leaves(nid, most=_MOST_LEAVES)]
    return any(words.named_in(text) for text in leaves) or bool(leaves and words.kind_in(leaves[0]))


def phase_of(tree: Tree, nid: str, region: str | None, text: str, words: JobWords, key: RunKey) -> PhaseWords | None:
    """The phase that the text's row is about: the row, or the text itself, begins with its name."""
    phases = words.phases(key)
    if len(phases) < 2:
        return None
    return _begins(text, phases) or _stands_in(text, phases) or _of_row(tree, nid, region, phases)


def _of_row(tree: Tree, nid: str, region: str | None, phases: tuple[PhaseWords, ...]) -> PhaseWords | None:
    for at in (nid, *tree.ancestors(nid)):
        if at == region or (tree.role(at) not in ROWS and at != nid):
            return None
        leaves = tree.leaves(at, most=_MOST_LEAVES + 1)
        if len(leaves) > _MOST_LEAVES or sum(len(leaf) for _, leaf in leaves) > _LONGEST_ROW:
            return None
        named = {phase.id: phase for holder, leaf in leaves if holder != nid and (phase := _is(leaf, phases))}
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _begins(text: str, phases: tuple[PhaseWords, ...]) -> PhaseWords | None:
    """``Validate: done``, ``Upload – 62 %``: a phase's title at the head of a label."""
    match = _HEAD.match(text.lower())
    if match is None:
        return None
    return next((phase for phase in phases if match[1].strip() == phase.title), None)


def _stands_in(text: str, phases: tuple[PhaseWords, ...]) -> PhaseWords | None:
    """``Now on the “Map fields” step (5 of 20)``: the one phase whose title is named as a step."""
    named = [phase for phase in phases if re.search(_STEP.format(re.escape(phase.title)), text.lower())]
    return named[0] if len(named) == 1 else None


def _is(text: str, phases: tuple[PhaseWords, ...]) -> PhaseWords | None:
    name = re.sub(r"[^a-z ]+", " ", text.lower()).strip()
    return next((phase for phase in phases if name == phase.title or name in _names_of(phase)), None)


def _names_of(phase: PhaseWords) -> tuple[str, ...]:
    """ "Published" beside a number counts what the whole job published; "Validated" what its step did."""
    return phase.forms[:2] if phase.last else phase.forms
