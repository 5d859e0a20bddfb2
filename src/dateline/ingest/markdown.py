"""Text in Markdown as the plain text that it shows.

The marks are those of CommonMark that pages of news use: https://spec.commonmark.org. Each mark becomes as many
invisible characters, which no line keeps, so that what is read keeps its place in the page.
"""

import re
from typing import Final

# No line keeps a zero-width space (see `lines.clean`).
UNSEEN: Final = "\u200b"

_RULE: Final = re.compile(r"^[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$", re.MULTILINE)
# Of a heading, a quotation or an entry of a list: what stands in front; of a heading, what may stand behind too.
_FRONT: Final = re.compile(r"^[ \t]{0,12}(?:#{1,6}(?=[ \t])|(?:>[ \t]?)+|[*+-](?=[ \t]))[ \t]*", re.MULTILINE)
_BEHIND: Final = re.compile(r"(?<=\S)[ \t]+#{1,6}[ \t]*$", re.MULTILINE)
_PICTURE: Final = re.compile(r"!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\))?[^()\n]{0,300}\)")
_LINK: Final = re.compile(
    r"(?P<open>\[)(?P<words>[^\[\]\n]{1,500})(?P<close>\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?[^()\n]{0,300}\)|\[[^\[\]\n]{0,100}\]))"
)
_ADDRESS: Final = re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,2000}>")
_DEFINED: Final = re.compile(r"^[ ]{0,3}\[[^\]\n]{1,100}\]:[ \t]+\S.{0,2000}$", re.MULTILINE)
_STRONG: Final = re.compile(
    r"(?<![\\*])(?P<open>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{1,2000}?)(?<=[^\s*])(?P<close>(?P=open))(?!\*)"
)
_UNDERLINED: Final = re.compile(
    r"(?<![\\\w])(?P<open>_{1,3})(?=[^\s_])(?P<words>[^\n]{1,2000}?)(?<=[^\s_])(?P<close>(?P=open))(?!\w)"
)
_ESCAPE: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_HEADING: Final = re.compile(r"\s*#{1,6}[ \t]+\S")
_OTHER_MARKS: Final = re.compile(r"^#{2,6}[ \t]+\S|\]\(https?://|\*\*\S[^*\n]*\*\*", re.MULTILINE)
_NAMES: Final = (".md", ".markdown", ".mdown")

# Marks within marks, as a link in bold words.
_ROUNDS: Final = 2


def is_markdown(name: str, text: str) -> bool:
    """Whether a page is named so, or begins with a heading and has other marks too."""
    return name.lower().endswith(_NAMES) or bool(_HEADING.match(text) and len(_OTHER_MARKS.findall(text)) > 1)


def unmarked(text: str) -> str:
    """The words without the marks, of the same length; pictures, rules and addresses of links go with the marks."""
    for pattern in (_RULE, _DEFINED, _PICTURE, _ADDRESS):
        text = pattern.sub(_unseen, text)
    for _ in range(_ROUNDS):
        for pattern in (_LINK, _STRONG, _UNDERLINED):
            text = pattern.sub(_words, text)
    for pattern in (_FRONT, _BEHIND, _ESCAPE):
        text = pattern.sub(_unseen, text)
    return text


def _unseen(found: re.Match[str]) -> str:
    return UNSEEN * len(found.group())


def _words(found: re.Match[str]) -> str:
    return UNSEEN * len(found.group("open")) + found.group("words") + UNSEEN * len(found.group("close"))
