"""From what was seen of a page at work to a target file that says so: a pure function, and what it could not find."""
