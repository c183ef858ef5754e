"""What holds for every test: Hypothesis tries the same examples each time, unless it is asked to search."""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("MEANWHILE_HYPOTHESIS", "steady"))
