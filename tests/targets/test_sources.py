"""Files are found in the target's folder and in installed packages, and never outside them."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.targets.sources import below, locate, read


def test_a_path_is_relative_to_the_target_file(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert locate("site", tmp_path) == tmp_path / "site"


def test_a_package_is_found_where_it_is_installed() -> None:
    script = locate("python:celery_progress/static/celery_progress/celery_progress.js", Path("nowhere"))
    assert "class CeleryProgressBar" in read(script).body.decode()


def test_what_has_not_been_built_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has not been built"):
        locate("built:no/such/thing", tmp_path)


def test_a_folder_answers_with_its_index(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "index.html").write_text("x", encoding="utf-8")
    assert below(tmp_path, "deep") == below(tmp_path, "deep/index.html") == tmp_path / "deep" / "index.html"
    assert below(tmp_path, "") is None


def test_nothing_outside_the_folder_is_served(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    assert below(inside, "../secret.txt") is None


def test_a_single_file_answers_for_itself_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("x", encoding="utf-8")
    assert below(page, "") == page
    assert below(page, "else.html") is None


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.html", "text/html; charset=utf-8"),
        ("a.unheard-of", "application/octet-stream"),
    ],
)
def test_the_type_depends_on_the_name_alone(name: str, content_type: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert read(tmp_path / name).content_type == content_type
