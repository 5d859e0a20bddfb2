"""Bylines, and agencies that speak."""

import pytest

from dateline.ingest.credits import byline_of, split_names, told_agency


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Writer", ("Ann Writer",)),
        ("by Ann Writer and Bob Penn", ("Ann Writer", "Bob Penn")),
        ("By ANN WRITER, Associated Press", ("ANN WRITER",)),
        ("By Omar Al-Example", ("Omar Al-Example",)),
        ("By Ann Writer in Port Azmar", ("Ann Writer",)),
        ("By Ann Writer and Bob Penn, reporting from Azmar", ("Ann Writer", "Bob Penn")),
        ("By Ann Writer, Coast News", ("Ann Writer",)),
    ],
)
def test_a_byline_names_people_and_no_agency(line: str, names: tuple[str, ...]) -> None:
    assert byline_of(line) == names


@pytest.mark.parametrize(
    "line", ["by Russian forces in the north", "By Friday Evening", "By early spring", "Bystanders Ran Away"]
)
def test_a_line_of_a_story_is_no_byline(line: str) -> None:
    assert byline_of(line) == ()


def test_names_are_split_at_commas_slashes_and_and() -> None:
    assert split_names("Ann/ Bob, Carl and Dora Penn") == ("Ann", "Bob", "Carl", "Dora Penn")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("the mayor told AFP.", "AFP"),
        ("an AFP correspondent saw it", "AFP"),
        ("a source told SANA reporter", "SANA"),
        ("the mayor told the AFP news agency", None),
        ("the mayor told Reuters news agency", None),
        ("the mayor told Agence France-Presse", None),
        ("The mayor said this on Monday, Ukrinform reports. He left.", "Ukrinform"),
        ("Four men were charged, reports EFE.", "EFE"),
        ("The mayor was quoted by the AFP as saying so.", "AFP"),
        ("The war began in March AFP reported.", "AFP"),
        ("The town was shelled, SANA reported. The mayor denied it.", None),
        ("The town was shelled, according to AP. The mayor denied it.", None),
        ("Reuters reporters told the mayor.", None),
        ("The mayor told AFP. Four men were charged, Ukrinform reports.", "AFP"),
        ("told APPLE growers", None),
    ],
)
def test_an_agencys_own_copy_names_it_bare(text: str, agency: str | None) -> None:
    assert told_agency(text) == agency
