"""What each kind of job is made of: phases in order, how long an item takes in each, and whom the last one calls."""

from dataclasses import dataclass

from harness.scenario.world import EACH_MS, JobKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase:
    """A named stretch of a run. ``each_ms`` is the time that one item takes where no third party is called.

    It begins once the phases that it ``needs`` have ended; one to ``skip`` is passed over.
    """

    id: str
    title: str
    each_ms: int
    needs: tuple[str, ...] = ()
    skip: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """``calls`` names the third party of the last phase, if the world has one by that name."""

    verb: str
    noun: str
    phases: tuple[Phase, ...]
    calls: str | None = None

    def title(self, items: int) -> str:
        """The name that a person reads: ``Publish 200 items``."""
        return f"{self.verb} {items} {self.noun}" + ("" if items == 1 else "s")


_UPLOAD = Phase(id="upload", title="Upload", each_ms=EACH_MS["upload"])
_SCAN = Phase(id="scan", title="Scan", each_ms=EACH_MS["scan"])
_MAP = Phase(id="map", title="Map fields", each_ms=EACH_MS["map"])
_VALIDATE = Phase(id="validate", title="Validate", each_ms=EACH_MS["validate"])
_PROCESS = Phase(id="process", title="Process", each_ms=EACH_MS["process"])
_FETCH = Phase(id="fetch", title="Fetch", each_ms=EACH_MS["fetch"])
_SYNC = Phase(id="sync", title="Sync", each_ms=EACH_MS["sync"])
_UPDATE = Phase(id="update", title="Update", each_ms=EACH_MS["update"])
_PUBLISH = Phase(id="publish", title="Publish", each_ms=EACH_MS["publish"])

KINDS: dict[JobKind, Kind] = {
    JobKind.PUBLISH: Kind(verb="Publish", noun="item", phases=(_VALIDATE, _PUBLISH), calls="marketplace"),
    JobKind.IMPORT: Kind(verb="Import", noun="item", phases=(_UPLOAD, _SCAN, _MAP, _VALIDATE, _PROCESS)),
    JobKind.SYNC: Kind(verb="Sync", noun="item", phases=(_FETCH, _VALIDATE, _SYNC), calls="marketplace"),
    JobKind.UPDATE: Kind(verb="Update", noun="item", phases=(_VALIDATE, _UPDATE), calls="marketplace"),
}
CHECKING_PHASE = _VALIDATE.id
