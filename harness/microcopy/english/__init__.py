"""English: the word tables of the claim reader."""

from harness.microcopy.english.activities import ACHIEVEMENTS, ACTIVITIES, IMPERATIVES
from harness.microcopy.english.idioms import IDIOMS
from harness.microcopy.english.moods import (
    AFTER_ATTEMPTS,
    DUE,
    HISTORY,
    KEPT,
    NEXT_ATTEMPT,
    REASONS,
    SILENT,
    STOCK,
    SUBORDINATE,
    TIME_LEFT,
    UNCHANGED,
)
from harness.microcopy.english.notices import DATED, NOTICES
from harness.microcopy.english.nouns import (
    DETERMINERS,
    FILLERS,
    FOREIGN_NOUNS,
    INTERFACE_NOUNS,
    ITEM_NOUNS,
    JOB_NOUNS,
    NUMBER_WORDS,
    ORDINALS,
)
from harness.microcopy.english.predicates import ALERT_WORDS, BUCKETS, ENDINGS, STATES
from harness.microcopy.language import Language

ENGLISH = Language(
    activities=ACTIVITIES,
    achievements=ACHIEVEMENTS,
    job_nouns=JOB_NOUNS,
    item_nouns=ITEM_NOUNS,
    foreign_nouns=FOREIGN_NOUNS,
    interface_nouns=INTERFACE_NOUNS,
    fillers=FILLERS,
    determiners=DETERMINERS,
    number_words=NUMBER_WORDS,
    ordinals=ORDINALS,
    buckets=BUCKETS,
    endings=ENDINGS,
    states=STATES,
    idioms=IDIOMS,
    notices=NOTICES,
    dated=DATED,
    imperatives=IMPERATIVES,
    silent=SILENT,
    history=HISTORY,
    reasons=REASONS,
    stock=STOCK,
    after_attempts=AFTER_ATTEMPTS,
    next_attempt=NEXT_ATTEMPT,
    due=DUE,
    unchanged=UNCHANGED,
    kept=KEPT,
    subordinate=SUBORDINATE,
    alert_words=ALERT_WORDS,
    time_left=TIME_LEFT,
)
