"""What the browser loads besides the wire: the files of the target, and how long the network takes to bring them."""

from dataclasses import dataclass, field

from playwright.async_api import Error, Request, Route

from harness.network.faults import Trickle
from harness.network.profile import Profile
from harness.targets.target import Target

# What a browser shows where a page cannot be had: nothing of it is text of the product, so it is drawn.
NO_CONNECTION = """<!doctype html><title></title><style>
html { height: 100%; background: no-repeat center url("data:image/svg+xml,\
<svg xmlns='http://www.w3.org/2000/svg' width='400' height='40' font-family='sans-serif' font-size='22' fill='gray'>\
<text x='200' y='26' text-anchor='middle'>There is no connection</text></svg>"); }
</style>"""
# Blocks nothing. The page's runtime is told by it when something begins to load (page/src/loads.ts).
POLICY = (
    "script-src-elem 'unsafe-inline'; style-src-elem 'unsafe-inline'; img-src data: blob:; report-uri about:meanwhile"
)
REPORT_ONLY = "content-security-policy-report-only"
# A document that has it leaves the thread that the tabs of a trial share (page/src/peers.ts).
OPENER_POLICY = "cross-origin-opener-policy"
ASKED_BY_SCRIPT = frozenset(("fetch", "xhr", "eventsource", "websocket", "ping"))


@dataclass(slots=True)
class Assets:
    """Serves one target's files to one trial. A file that was loaded once is in the browser's cache."""

    target: Target
    cached: set[str] = field(default_factory=set)
    loading: list[tuple[str, int]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    offline: bool = False

    async def handle(self, route: Route) -> None:
        """Answer one request of the browser from the target's files."""
        request = route.request
        if self.offline and request.is_navigation_request():
            await route.fulfill(status=200, body=NO_CONNECTION, content_type="text/html")
            return
        if self.target.told.url is not None:
            await self._pass_on(route)
            return
        path = request.url.split("://", 1)[1].partition("/")[2].partition("?")[0]
        found = self.target.file("/" + path, document=request.is_navigation_request())
        if found is None:
            self.missing.append("/" + path)
            await route.fulfill(status=404, body="")
            return
        self._count(request, "/" + path, len(found.body))
        headers = {"content-type": found.content_type, **_policy(request, {})}
        await route.fulfill(status=200, body=found.body, headers=headers)

    async def _pass_on(self, route: Route) -> None:
        """Let the running server answer. What a script asks for may stay open, and loads no page: it is not counted."""
        request = route.request
        if request.resource_type in ASKED_BY_SCRIPT:
            await route.continue_()
            return
        try:
            answer = await route.fetch(max_redirects=0)
        except Error:
            await route.abort("connectionrefused")
            return
        body = await answer.body()
        self._count(request, request.url, len(body))
        kept = {name: value for name, value in answer.headers.items() if name != OPENER_POLICY}
        headers = {**kept, **_policy(request, answer.headers)}
        await route.fulfill(response=answer, body=body, headers=headers)

    def _count(self, request: Request, name: str, size: int) -> None:
        self.loading.append(("document" if request.is_navigation_request() else name, size))

    def load_ms(self, profile: Profile, trickle: Trickle | None = None) -> int:
        """How long the files asked for since the last call take: a connection, the page, then what it names.

        Each of them trickles over a connection of its own.
        """
        page = sum(size for kind, size in self.loading if kind == "document")
        sizes = [size for kind, size in self.loading if kind != "document" and kind not in self.cached]
        rest = sum(sizes)
        self.cached.update(kind for kind, _ in self.loading if kind != "document")
        self.loading.clear()
        rounds = 2 if rest == 0 else 3
        dripping_ms = trickle.takes_ms(page) + trickle.takes_ms(max(sizes, default=0)) if trickle else 0
        return round(rounds * profile.rtt_ms + profile.down_ms(page + rest)) + dripping_ms


def _policy(request: Request, headers: dict[str, str]) -> dict[str, str]:
    """The header that adds our policy to those of a document."""
    if not request.is_navigation_request():
        return {}
    return {REPORT_ONLY: ", ".join(filter(None, (headers.get(REPORT_ONLY), POLICY)))}
