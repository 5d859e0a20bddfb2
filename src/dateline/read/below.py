"""What hangs on each word of a parse that is still being put right."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.model.text import Token


def below(tokens: Iterable[Token]) -> dict[int, list[Token]]:
    """The tokens under each token's number, in order."""
    found: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.head != token.i:
            found[token.head].append(token)
    return found
