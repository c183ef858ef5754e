from harness.model.goods import item_name
from harness.model.kinds import CHECKING_PHASE, KINDS
from harness.scenario.world import PHASES, JobKind


def test_every_kind_has_the_phases_that_the_file_format_names() -> None:
    assert {kind: tuple(phase.id for phase in told.phases) for kind, told in KINDS.items()} == PHASES
    assert set(KINDS) == set(JobKind)


def test_every_kind_checks_its_data_before_the_end() -> None:
    assert all(CHECKING_PHASE in [phase.id for phase in kind.phases[:-1]] for kind in KINDS.values())


def test_titles_count_the_items() -> None:
    assert KINDS[JobKind.PUBLISH].title(200) == "Publish 200 items"
    assert KINDS[JobKind.IMPORT].title(1) == "Import 1 item"


def test_the_first_300_goods_have_different_names() -> None:
    assert item_name(1) == "Oak desk lamp"
    assert len({item_name(number) for number in range(1, 1_001)}) == 1_000
