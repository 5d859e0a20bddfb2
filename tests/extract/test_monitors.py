"""A monitor without a name is the one that the report names."""

import pytest

from dateline.extract.monitors import is_bare_monitor, the_monitor


@pytest.mark.parametrize("name", ["monitor", "monitoring group", "war monitor", "Britain-based monitoring group"])
def test_bare_words_for_a_monitor(name: str) -> None:
    assert is_bare_monitor(name)


@pytest.mark.parametrize("name", ["Syrian Observatory", "monitor of the truce", "election monitors", "rights group"])
def test_names_and_other_monitors_are_not_bare(name: str) -> None:
    assert not is_bare_monitor(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A monitor said so. The Lorvian Observatory for Peace counted nine.", "Lorvian Observatory for Peace"),
        ("The Observatory said so. N heads the Lorvian Observatory for Peace.", "Lorvian Observatory for Peace"),
        ("The Lorvian Observatory and the Ordal Conflict Monitor differ.", None),
        ("A monitor said so.", None),
    ],
)
def test_the_only_body_that_is_named_is_meant(text: str, name: str | None) -> None:
    assert the_monitor(text) == name
