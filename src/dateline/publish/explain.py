"""The explanation of a report's coding, sentence by sentence, as a person reads it."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from dateline.extract.explain import Explained, Heard, Weighed
from dateline.model.text import Report


def print_explanation(console: Console, report: Report, explained: Sequence[Explained]) -> None:
    """The page's name, then each sentence in which anything was heard, with what became of it."""
    console.print(Text(report.page, style="bold"), soft_wrap=True)
    for one in explained:
        if one.heard:
            console.print()
            console.print(Text(" ".join(one.sentence.text.split())), soft_wrap=not console.is_terminal)
            for line in _lines(one):
                console.print(line, soft_wrap=not console.is_terminal)
    if not any(one.heard for one in explained):
        console.print("No word of it is in the codebook.")
    console.print()


def _lines(one: Explained) -> Iterator[Text]:
    for heard in one.heard:
        yield _heard(heard)
        yield from (_weighed(w) for w in one.weighed if w.claim.trigger == heard.word)


def _heard(heard: Heard) -> Text:
    style = "dim" if heard.rule is None else ""
    rule = "" if heard.rule is None else f"{heard.rule}: "
    return Text(f'  "{heard.word.text}"  {rule}{heard.fate}', style=style)


def _weighed(weighed: Weighed) -> Text:
    sign = "told" if weighed.told else "left out"
    if weighed.again is not None:
        sign = f'completes "{weighed.again.text}", which it tells again'
    needed = f"likelihood {weighed.likelihood:.2f}, needs {weighed.least:.2f}"
    signs = ", ".join(f"{name} {weight:+.2f}" for name, weight in weighed.signs)
    return Text(f"      {sign}: {needed}; {signs}", style="green" if weighed.told else "yellow")
