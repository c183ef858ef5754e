"""How a system's package is installed by hand."""

from harness.core.packages import apt_command, rights_here


def test_who_is_not_root_needs_sudo_for_both_halves() -> None:
    assert apt_command("x", as_root=True) == "apt-get update && apt-get install -y x"
    assert apt_command("x", as_root=False) == "sudo sh -c 'apt-get update && apt-get install -y x'"


def test_rights_are_none_or_the_words_before_a_command() -> None:
    assert rights_here() in (None, ()) or rights_here()[-1] == "-n"  # type: ignore[index]
