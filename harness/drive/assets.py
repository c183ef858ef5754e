"""What the browser loads besides the wire: the files of the target, and how long the network takes to bring them."""

from dataclasses import dataclass, field

from playwright.async_api import Route

from harness.network.profile import Profile
from harness.targets.target import Target


@dataclass(slots=True)
class Assets:
    """Serves one target's files to one trial. A file that was loaded once is in the browser's cache."""

    target: Target
    cached: set[str] = field(default_factory=set)
    loading: list[tuple[str, int]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    async def handle(self, route: Route) -> None:
        """Answer one request of the browser from the target's files."""
        request = route.request
        if self.target.told.url is not None:
            await route.continue_()
            return
        path = request.url.split("://", 1)[1].partition("/")[2].partition("?")[0]
        found = self.target.file("/" + path, document=request.is_navigation_request())
        if found is None:
            self.missing.append("/" + path)
            await route.fulfill(status=404, body="")
            return
        kind = "document" if request.is_navigation_request() else path
        self.loading.append((kind, len(found.body)))
        await route.fulfill(status=200, body=found.body, content_type=found.content_type)

    def load_ms(self, profile: Profile) -> int:
        """How long the files asked for since the last call take: a connection, the page, then what it names."""
        page = sum(size for kind, size in self.loading if kind == "document")
        rest = sum(size for kind, size in self.loading if kind != "document" and kind not in self.cached)
        self.cached.update(kind for kind, _ in self.loading if kind != "document")
        self.loading.clear()
        rounds = 2 if rest == 0 else 3
        return round(rounds * profile.rtt_ms + profile.down_ms(page + rest))
