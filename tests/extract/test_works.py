"""What films, novels and museums tell is no news; what happens beside them is."""

from collections.abc import Callable

import pytest

from dateline.extract.works import is_told_in_a_work
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def told(reading: Reading, word: str) -> bool:
    return is_told_in_a_work(reading, next(t.i for t in reading.tokens if t.text == word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The novel follows a boy who is kidnapped by pirates.", "kidnapped"),
        ("The film tells of the siege of a mountain town.", "siege"),
        ("In the film, soldiers storm the palace.", "storm"),
        ("The murder in the thriller is never solved.", "murder"),
        ("The series ends with the assassination of the queen.", "assassination"),
        ("The museum shows the sword that the general surrendered.", "surrendered"),
    ],
)
def test_what_a_work_tells_is_fiction(read: Read, text: str, word: str) -> None:
    assert told(read(text), word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The film was being shown when gunmen stormed the cinema.", "stormed"),
        ("Gunmen killed nine tourists in the museum.", "killed"),
        ("The novel was banned after the army seized power.", "seized"),
        ("The militia attacked the village in a series of raids.", "attacked"),
        ("Soldiers shelled the town where the film was shot.", "shelled"),
    ],
)
def test_what_happens_beside_a_work_is_news(read: Read, text: str, word: str) -> None:
    assert not told(read(text), word)
