"""Datelines."""

import pytest

from dateline.ingest.dateline import is_dateline, lead_in


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("BEIRUT (Reuters) - Troops", "BEIRUT", "Reuters", None),
        ("KABUL, Afghanistan (July 30) - Troops", "KABUL, Afghanistan", None, "July 30"),
        ("Dubai, United Arab Emirates (CNN)- Troops", "Dubai, United Arab Emirates", "CNN", None),
        ("LONDON/KYIV, July 5 (AFP) — Troops", "LONDON/KYIV", "AFP", "July 5"),
        ("KHERSON, Ukraine - Troops", "KHERSON, Ukraine", None, None),
        ("GOMA, Nov 4 - Troops", "GOMA", None, "Nov 4"),
        ("BAGHDAD -- Troops", "BAGHDAD", None, None),
        ("LAHORE: Troops", "LAHORE", None, None),
        ("AMMAN At least six troops", "AMMAN", None, None),
        ("NEW DELHI (Agence France-Presse) - Troops", "NEW DELHI", "AFP", None),
        ("AZMAR, Tamra, May 4. /TASS/. Troops", "AZMAR, Tamra", "TASS", "May 4"),
        ("AZMAR, May 4 /TASS/ - Troops", "AZMAR", "TASS", "May 4"),
        ("AZMAR. May 4 (Interfax) - Troops", "AZMAR", "Interfax", "May 4"),
        ("AZMAR, (SANA) - Troops", "AZMAR", "SANA", None),
        ("(Port Azmar) – Troops", "Port Azmar", None, None),
        ("(Port Azmar, May 4, 2018) – Troops", "Port Azmar", None, "May 4, 2018"),
        ("Port Azmar, 4 May 2018 – Troops", "Port Azmar", None, "4 May 2018"),
        ("Azmar/Tamra, 4 May 2018 – Troops", "Azmar/Tamra", None, "4 May 2018"),
        ("Azmar/Port Tamra - Troops", "Azmar/Port Tamra", None, None),
        ("Azmar, May 4, IRNA – Troops", "Azmar", "IRNA", "May 4"),
        ("Azmar, SANA - Troops", "Azmar", "SANA", None),
        ("AFP, Azmar - Troops", "Azmar", "AFP", None),
        ("Reuters, AZMAR: Troops", "AZMAR", "Reuters", None),
    ],
)
def test_a_dateline_is_taken_apart(text: str, place: str, agency: str | None, day: str | None) -> None:
    found = lead_in(text, cased=True)
    assert found is not None
    assert (found.place, found.agency, found.day) == (place, agency, day)
    assert text[found.end :].endswith("roops")
    assert text[found.end :][0].isupper()


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic Front (IF Army) fighters said",
        "Troops (about forty) left",
        "AFP - Troops left",
        "UPDATE - Troops left",
        "Moscow-backed troops left",
        "NATO said troops left",
        "President Jane Doe - who was there - said",
        "(Photo) – Troops left",
        "(Updated) – Troops left",
        "(Reuters) – Troops left",
        "Azmar - Troops left",
        "The army/navy - and others - left",
        "Reuters, the agency, said troops left",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert lead_in(text, cased=True) is None


def test_a_page_in_small_letters_has_its_dateline_before_a_colon() -> None:
    found = lead_in("new town: police opened fire", cased=False)
    assert found is not None
    assert found.place == "new town"
    assert lead_in("new town: police opened fire", cased=True) is None


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    assert is_dateline("KABUL, Afghanistan (March 27, 2011)")
    assert not is_dateline("KABUL, Afghanistan (March 27, 2011) Troops left")
    assert not is_dateline("Ministry (Reuters)")
