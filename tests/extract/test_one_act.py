"""What hangs on an act in the parse tells more of it; what stands apart is another."""

import pytest

from claims_made import bare
from dateline.extract.one_act import of_one_act
from dateline.model.claim import Claim, Count, Mention
from dateline.model.text import Reading, Report, Span
from dateline.read.parser import Parser


def read(parser: Parser, text: str) -> Reading:
    return parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))


def told(reading: Reading, word: str, kind: str = "shelling", **known: object) -> tuple[Claim, int]:
    """A claim that a word of the reading announces, with the word's token."""
    i = next(t.i for t in reading.tokens if t.text == word)
    sentence = reading.sentences[reading.sentence_of[i]].span
    return bare(kind, reading.words(i, i), sentence, **known), i


def mention(name: str) -> tuple[Mention, ...]:
    return (Mention(name=name, words=Span(0, len(name), name)),)


@pytest.mark.parametrize(
    ("text", "first", "second", "kind"),
    [
        ("The marines fired shells that landed on a school.", "fired", "landed", "shelling"),
        ("The shells fired by the marines landed on a school.", "fired", "landed", "shelling"),
        ("The navy surrounded the island by closing the strait.", "surrounded", "closing", "siege"),
        ("A shell was fired by the marines and landed on a school.", "fired", "landed", "shelling"),
        ("The pilots stepped up their campaign, carrying out raids on the port.", "campaign", "raids", "air_strike"),
        ("Six sailors were killed and ten wounded in raids on the port.", "killed", "raids", "air_strike"),
    ],
)
def test_what_hangs_on_the_act_tells_more_of_it(parser: Parser, text: str, first: str, second: str, kind: str) -> None:
    reading = read(parser, text)
    (kept,) = of_one_act(reading, [told(reading, first, kind), told(reading, second, kind)])
    assert kept[0].trigger.text == first


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The marines attacked the port and attacked the airport.", "attacked", "airport"),
        ("The marines shelled the port before the pirates bombarded the town.", "shelled", "bombarded"),
        ("The marines shelled the port, and the pirates bombarded the town.", "shelled", "bombarded"),
        ("The marines retreated after the shelling of the town.", "retreated", "shelling"),
    ],
)
def test_what_another_does_or_did_at_another_time_is_another_act(
    parser: Parser, text: str, first: str, second: str
) -> None:
    reading = read(parser, text)
    one, other = told(reading, first), told(reading, second)
    if second == "airport":
        other = (other[0], max(t.i for t in reading.tokens if t.text == "attacked"))
    assert len(of_one_act(reading, [one, other])) == 2


def test_whom_both_words_harm_are_the_targets_of_the_one_act(parser: Parser) -> None:
    reading = read(parser, "The marines fired shells that landed on a school.")
    seven = (Count(kind="killed", who="pupils", low=7, high=7, words=Span(0, 1, "x")),)
    one = told(reading, "fired", agents=mention("marines"))
    ((kept, _),) = of_one_act(reading, [one, told(reading, "landed", targets=mention("school"), counts=seven)])
    assert [m.name for m in (*kept.agents, *kept.targets)] == ["marines", "school"]
    assert kept.counts == seven


def test_two_agents_two_acts(parser: Parser) -> None:
    reading = read(parser, "The marines fired shells that landed on a school.")
    one, other = told(reading, "fired", agents=mention("marines")), told(reading, "landed", agents=mention("pirates"))
    assert len(of_one_act(reading, [one, other])) == 2


def test_demands_of_one_sentence_stay_apart(parser: Parser) -> None:
    reading = read(parser, "The envoy urged the navy to ask the pirates for a truce.")
    assert len(of_one_act(reading, [told(reading, "urged", "demand"), told(reading, "ask", "demand")])) == 2
