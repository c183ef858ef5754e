"""``python -m harness.cli`` is ``meanwhile``."""

from harness.cli.main import main

main()
