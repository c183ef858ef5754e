"""What the plot looks like: greys and one blue, for light and dark; each kind of waiting has a pattern of its own."""

STYLE = """
svg { --ink: #1f2328; --soft: #57606a; --sheet: #fff; --grid: #d8dee4 }
svg { --work: #3b78b8; --wait: #8c959f; --mark: #b3261e }
@media (prefers-color-scheme: dark) {
  svg { --ink: #e6edf3; --soft: #a3adb8; --sheet: #14181d; --grid: #30363d }
  svg { --work: #6aa6e0; --wait: #7d8793; --mark: #ff8a80 }
}
text { font: 12px system-ui, sans-serif; fill: var(--ink) }
.head { font-size: 15px; font-weight: 600 }
.name { font-weight: 600 }
.soft { fill: var(--soft); font-size: 11px }
.end { text-anchor: end }
.middle { text-anchor: middle }
.halo { paint-order: stroke; stroke: var(--sheet); stroke-width: 4px }
.sheet { fill: var(--sheet) }
.grid { stroke: var(--grid); fill: none }
.working, .crowd { fill: var(--work) }
.phase { opacity: 0.6 }
.waiting { fill: url(#waiting); stroke: var(--wait) }
.resting { fill: url(#resting); stroke: var(--wait) }
.paused { fill: url(#paused); stroke: var(--wait) }
.retry { fill: none; stroke: var(--ink); stroke-width: 1.5 }
.failed { fill: var(--mark) }
.lost { fill: none; stroke: var(--mark); stroke-width: 2.5 }
.over { stroke: var(--ink); stroke-width: 2.5 }
.line { fill: none; stroke: var(--work); stroke-width: 1.8 }
.dash1 { stroke-dasharray: 7 3 }
.dash2 { stroke-dasharray: 2 2 }
.dash3 { stroke-dasharray: 9 3 2 3 }
.strand { stroke: var(--wait); stroke-width: 1.5; fill: none }
.dot { fill: var(--wait) }
""".replace("\n", " ")

_PATTERN = '<pattern id="{id}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">{inside}</pattern>'
PATTERNS = "<defs>{}</defs>".format(
    "".join(
        _PATTERN.format(id=id, size=size, inside=inside)
        for id, size, inside in (
            ("waiting", 6, '<path d="M-1 7 L7 -1" class="strand"/>'),
            ("resting", 5, '<circle cx="2.5" cy="2.5" r="1.2" class="dot"/>'),
            ("paused", 6, '<path d="M3 0 L3 6" class="strand"/>'),
        )
    )
)
