"""An office without a name is whoever the report says holds it."""

from collections.abc import Callable

import pytest

from dateline.extract.attribution import attributions
from dateline.model.text import Reading


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Russian president said jets hit Orvale. Russian President Ivo Marek met envoys.", "Ivo Marek"),
        ("Spain's defence minister said jets hit Orvale. Defence Minister Jana Okell left.", "Jana Okell"),
        ("The Turkish president said jets hit Orvale. Russian President Ivo Marek met envoys.", "Turkish president"),
        ("The interior minister said jets hit Orvale. Foreign Minister Ivo Marek left.", "interior minister"),
        ("A Russian official said jets hit Orvale. Russian Official Gazette Notes were sold.", "Russian official"),
    ],
)
def test_an_office_is_its_holder_where_nothing_speaks_against_it(
    read: Callable[[str], Reading], text: str, speaker: str
) -> None:
    assert attributions(read(text))[0].source.name == speaker
