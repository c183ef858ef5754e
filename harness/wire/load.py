"""The wire of a target: the reference wire, or one from a Python file beside the target file."""

import importlib.util
from pathlib import Path
from typing import cast

from harness.core.errors import UsageError
from harness.targets.file import Transport
from harness.targets.target import Target
from harness.wire.base import Wire
from harness.wire.reference.wire import ReferenceWire

FACTORY = "wire"


def load_wire(target: Target, transport: Transport) -> Wire:
    """The back end's side of the target, speaking over that transport. A wire keeps nothing from trial to trial."""
    source = target.wire
    return _from_file(source, transport) if isinstance(source, Path) else ReferenceWire(transport=transport)


def _from_file(path: Path, transport: Transport) -> Wire:
    spec = importlib.util.spec_from_file_location(f"target_wire_{path.parent.name.replace('-', '_')}", path)
    if spec is None or spec.loader is None:
        raise UsageError(f"{path} is not a Python file; write wire: reference, or name a .py file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    factory = getattr(module, FACTORY, None)
    if not callable(factory):
        raise UsageError(f"{path} has no function {FACTORY}(transport); define it and return the wire")
    return cast(Wire, factory(transport))
