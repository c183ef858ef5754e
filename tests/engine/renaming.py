"""Renames every class, id and data-* attribute in the files of a served page, and all that refers to them."""

import re
from pathlib import Path

_STATIC_CLASS = re.compile(r'class="([^"]+)"')
_CHOSEN_CLASS = re.compile(r"class=\$\{([^}]*)\}")
_CSS_CLASS = re.compile(r"\.([a-zA-Z_][\w-]*)(?=[^{};]*\{)")
_DATA = re.compile(r"data-([a-z][\w-]*)")
_ID = re.compile(r'\bid="([^"$]+)"')
_WORD = re.compile(r"(?<![#.$\w-])[a-zA-Z_][\w-]*")


def rename_folder(source: Path, into: Path) -> int:
    """Copy the files below ``source``, renamed. Returns how many names were changed."""
    paths = [path for path in source.rglob("*") if path.suffix in {".html", ".js", ".css"}]
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    names = {name: f"r{number}" for number, name in enumerate(sorted(_names(texts)))}
    for path, text in texts.items():
        renamed = into / path.relative_to(source)
        renamed.parent.mkdir(parents=True, exist_ok=True)
        renamed.write_text(_renamed(text, path.suffix, names), encoding="utf-8")
    return len(names)


def _names(texts: dict[Path, str]) -> set[str]:
    found: set[str] = set()
    for text in texts.values():
        for classes in _STATIC_CLASS.findall(text):
            found |= set(_WORD.findall(classes))
        for chosen in _CHOSEN_CLASS.findall(text):
            found |= set(re.findall(r'["`]([a-z][\w-]*)["`]', chosen))
        found |= {f"data-{name}" for name in _DATA.findall(text)} | set(_ID.findall(text))
    return found


def _renamed(text: str, suffix: str, names: dict[str, str]) -> str:
    def word(match: re.Match[str]) -> str:
        return names.get(match[0], match[0])

    def within(match: re.Match[str]) -> str:
        return _WORD.sub(word, match[0].removeprefix("class")).join(("class", ""))

    text = _DATA.sub(lambda match: "data-" + names.get(match[0], match[0]), text)
    if suffix == ".css":
        return _CSS_CLASS.sub(lambda match: "." + names.get(match[1], match[1]), text)
    for pattern in (_STATIC_CLASS, _CHOSEN_CLASS):
        text = pattern.sub(within, text)
    return re.sub(
        r'\b(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"$]+)"',
        lambda match: f'{match[1]}="{_WORD.sub(word, match[2])}"',
        text,
    )
