"""Make data/word_counts.txt: in how many of some reports a word stands, to tell rare words from common ones.

    make_word_counts.py GOLD FAKES        GOLD: a folder of hand-coded reports (*.txt); FAKES: FA-KES as JSON Lines

Words of one report or two are left out: a word that is not in the table is rare. The texts themselves are not kept.
Run by hand; the package itself needs none of this.
"""

import json
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from dateline.knowledge.word_counts import words_of

OUT: Final = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "word_counts.txt"
HEAD: Final = """\
# In how many of {texts} reports on armed conflict a word stands (those of FA-KES, which is CC BY, and hand-coded ones);
# words of fewer than {least} reports are left out. Made by tools/make_word_counts.py.
"""
LEAST: Final = 3


def counted(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for text in texts for word in set(words_of(text)))


def printed(texts: int, counts: Mapping[str, int]) -> str:
    """The file: the number of texts, and below each number the words that stand in so many."""
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= LEAST and not word.isdigit():
            by_count[count].append(word)
    blocks = [f"{count}:\n{_wrapped(by_count[count])}\n" for count in sorted(by_count, reverse=True)]
    return HEAD.format(texts=texts, least=LEAST) + f"texts {texts}\n" + "".join(blocks)


def _wrapped(words: list[str]) -> str:
    return textwrap.fill(" ".join(sorted(words)), width=118, initial_indent="  ", subsequent_indent="  ")


def main() -> None:
    """Write the file."""
    gold, fakes = map(Path, sys.argv[1:])
    texts = [path.read_text(encoding="utf-8") for path in sorted(gold.glob("*.txt"))]
    texts += [json.loads(line)["text"] for line in fakes.read_text(encoding="utf-8").splitlines() if line]
    OUT.write_text(printed(len(texts), counted(texts)), encoding="utf-8")


if __name__ == "__main__":
    main()
