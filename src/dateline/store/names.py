"""Names made findable by their words, whatever their case and accents."""

from dateline.knowledge.folding import fold

_BETWEEN = " ; "


def folded(*names: str | None) -> str:
    """All words of `names`, folded, each between spaces: " kalma ; south darfur "."""
    return f" {_BETWEEN.join(_fold(name) for name in names if name)} "


def sought(name: str) -> str:
    """What a `folded` column must hold for `name` to be found in it: whole words, in their order."""
    return f" {_fold(name)} "


def _fold(name: str) -> str:
    return fold(name) or name.casefold().strip()  # of another script, folding leaves nothing
