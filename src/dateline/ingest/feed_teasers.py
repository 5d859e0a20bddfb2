"""Whether what a feed gives of a story is the whole of it, or a teaser that leads to it."""

import html
import re
from typing import Final

# Words of an entry's content, and of its description, which is meant for a summary, from which on it may be whole.
_FULL_CONTENT: Final = 20
_FULL_DESCRIPTION: Final = 60
_IN_PARAGRAPHS: Final = 40
"""The same of a description in several paragraphs, as no summary is."""
_ELLIPSIS_MAY_END: Final = 150
"""Words of a content that may end in a bare ellipsis, as a speaker's last words do, and be whole."""

_END: Final = 600
_TAG: Final = re.compile(r"<[^<>]*>")
# What WordPress writes below every entry.
_FOOTER: Final = re.compile(r"\bThe post\b.{1,300}\b(?:appeared first|first appeared) on\b.{1,150}$", re.DOTALL)
_MARKED_CUT: Final = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\))\s*$")
_BARE_CUT: Final = re.compile(r"(?:…|\.\.\.)\s*$")
# A link to the rest stands on a line of its own or behind an ellipsis; "Read more: Title" leads to another story.
_LINK_ON: Final = re.compile(
    r"(?:^|[\n…\]>.])\s*(?:continue\s+reading|keep\s+reading|read\s+(?:more|on|the\s+(?:full|rest|whole|entire)\b[^\n]{0,40})"
    r"|(?:full|more)\s+story|view\s+(?:the\s+)?(?:full\s+)?article)\b(?!\s*:)[^\n]{0,150}$",
    re.IGNORECASE,
)
_PARAGRAPH: Final = re.compile(r"<p\b[^<>]*>\s*[^\s<]", re.IGNORECASE)
_STOP: Final = re.compile(r"[.!?][\"'”’»)\]]*$")


def is_whole_content(markup: str) -> bool:
    """Whether an entry's content is its story: it has more than a few words and is not cut off."""
    return length(markup) >= _FULL_CONTENT and not is_cut_off(markup)


def is_whole_description(markup: str) -> bool:
    """Whether an entry's description is its story: it is longer than summaries are, ends with a full sentence and is
    not cut off."""
    end = _without_footer(markup).rstrip()
    least = _IN_PARAGRAPHS if len(_PARAGRAPH.findall(markup)) > 1 else _FULL_DESCRIPTION
    return length(markup) >= least and not is_cut_off(markup) and bool(_STOP.search(end))


def is_cut_off(markup: str) -> bool:
    """Whether it ends in a mark of omission or in a link to the rest, what feeds add below it aside."""
    end = _without_footer(markup).rstrip()
    if _MARKED_CUT.search(end) or _LINK_ON.search(end):
        return True
    return bool(_BARE_CUT.search(end)) and length(markup) < _ELLIPSIS_MAY_END


def length(markup: str) -> int:
    """The words of a piece of HTML."""
    return len(_TAG.sub(" ", markup).split())


def _without_footer(markup: str) -> str:
    """The end of the text, tags as line breaks, without the line that feeds add."""
    lines = (line.strip() for line in html.unescape(_TAG.sub("\n", markup)).split("\n"))
    end = "\n".join(line for line in lines if line)[-_END:]
    return _FOOTER.sub("", end)
