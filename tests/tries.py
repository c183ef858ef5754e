"""How often Hypothesis tries a property: as often as the property needs, and a fifth of it in the quick loop."""

import os

QUICK = os.environ.get("MEANWHILE_HYPOTHESIS") == "quick"


def tries(examples: int) -> int:
    """How many examples a property gets that needs so many in the whole run."""
    return max(5, examples // 5) if QUICK else examples
