"""What options ask for, read and checked: a day, a type, a place. A wrong one ends the program with one clear line."""

from datetime import date, datetime

from dateline.cli.terminal import refuse


def unknown_place(place: str | None) -> str:
    """What is to be said of the place that was asked for, where the gazetteer has none of that name."""
    from dateline.knowledge.gazetteer import default_path, open_gazetteer

    if place is None or not default_path().exists() or open_gazetteer().candidates(place):
        return ""
    return f"; no place is called {place}: try another spelling"


def types_of_name(name: str | None) -> tuple[str, ...]:
    """The types that the name of a type or of a group stands for; () for None."""
    from dateline.knowledge.types import GROUPS, TYPES, types_of

    if name is None:
        return ()
    return types_of(name) or refuse(
        f"--type {name}: no such type; the types are {', '.join(TYPES)}; the groups are {', '.join(GROUPS)}"
    )


def day_of(option: str, words: str | None) -> date | None:
    """The day that an option gives in ISO form."""
    try:
        return None if words is None else datetime.strptime(words, "%Y-%m-%d").date()
    except ValueError:
        refuse(f"{option} {words}: not a day; write it as 2024-05-31")


def country_of(place: str | None) -> str | None:
    """The ISO code of the country of this name, where the gazetteer is there to tell."""
    from dateline.knowledge.gazetteer import default_path, open_gazetteer

    if place is None or not default_path().exists():
        return None
    found = open_gazetteer().country(place)
    return found.country if found else None
