"""Which words of time say when an event was."""

import pytest

from dateline.extract.time_attachment import carried_time, time_of
from dateline.extract.times import find_times, lead_days, report_days
from dateline.model.text import Reading, Report
from dateline.read.parser import Parser


def read(parser: Parser, text: str) -> Reading:
    """A text, parsed."""
    return parser.read(Report(page="page", id="sha256:0", text=text, status="coded"))


def at(reading: Reading, word: str) -> int:
    """The first token with this text."""
    return next(token.i for token in reading.tokens if token.text == word)


def when(parser: Parser, text: str, trigger: str) -> str | None:
    """The words of time of the event that `trigger` names."""
    reading = read(parser, text)
    found = time_of(at(reading, trigger), reading, find_times(reading))
    return found.words.text if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Rebels shelled the port on Friday.", "shelled", "Friday"),
        ("The army has often bombed clinics, including a raid in Tarn on May 6.", "bombed", None),
        ("The army has often bombed clinics, including a raid in Tarn on May 6.", "raid", "May 6"),
        ("Rebels tried to take Tarn from the Lorvian Front, which entered it in 2014.", "take", None),
        ("The navy last week made its first strike in the region this year.", "strike", "last week"),
        ("The army fought the rebels, who took the port of Tarn in June.", "fought", None),
        ("Police held two men who had robbed a bank in June.", "held", None),
        ("Soldiers shot two men who were fishing in the lake on Monday.", "shot", "Monday"),
        ("Soldiers shot two men who died on Monday.", "shot", "Monday"),
        ("Two nuns were taken by men who broke into their house on Monday.", "taken", "Monday"),
        ("Rebels shelled a rally held ahead of a June 3 poll.", "shelled", None),
        ("Both sides signed the May 2 agreement in the port.", "signed", "May 2"),
        ("On Friday, rebels shelled the port.", "shelled", "Friday"),
        ("Twelve people were killed in air strikes on the market on Monday.", "strikes", "Monday"),
        ("Tuesday's bombing destroyed the bridge.", "bombing", "Tuesday's"),
        ("The army seized the town last week and shelled the port on Friday.", "seized", "last week"),
        ("The army seized the town last week and shelled the port on Friday.", "shelled", "Friday"),
        ("At least five soldiers were killed during raids overnight.", "raids", "overnight"),
        ("Rebels took the town, which the army had lost in March 2016.", "lost", "March 2016"),
        ("Thousands have been killed since the war broke out in 2011.", "killed", "since the war broke out in 2011"),
        ("The town has been at war since 2011, when the army fired on a crowd.", "fired", "2011"),
        ("The governor will visit the camp on Tuesday.", "visit", "Tuesday"),
    ],
)
def test_the_time_of_an_event_is_the_one_in_its_clause(parser: Parser, text: str, trigger: str, words: str) -> None:
    assert when(parser, text, trigger) == words


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the port, residents said on Friday.",
        "Residents said on Friday that rebels shelled the port.",
    ],
)
def test_the_day_of_telling_is_not_the_events(parser: Parser, text: str) -> None:
    reading = read(parser, text)
    found = find_times(reading)
    assert time_of(at(reading, "shelled"), reading, found) is None
    assert [mention.words.text for mention in report_days(reading, found)] == ["Friday"]


def test_an_event_with_its_own_day_does_not_take_the_day_of_telling(parser: Parser) -> None:
    assert when(parser, "Residents said on Friday that rebels shelled the port on Monday.", "shelled") == "Monday"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Speaking to reporters on Friday, the mayor blamed the rebels for the raid.", ["Friday"]),
        ("The mayor, addressing a press conference here on Friday, blamed the rebels.", ["Friday"]),
        ("The mayor addressed the siege on Friday.", []),
    ],
)
def test_the_day_of_speaking_to_the_press_is_one_of_telling(parser: Parser, text: str, told: list[str]) -> None:
    reading = read(parser, text)
    assert [mention.words.text for mention in report_days(reading, find_times(reading))] == told


def test_a_sentence_without_words_of_time_gives_none(parser: Parser) -> None:
    assert when(parser, "Rebels left the town on Friday. They shelled the port.", "shelled") is None


def test_the_day_of_the_story_is_carried_to_what_follows(parser: Parser) -> None:
    reading = read(parser, "Rebels left the town on Friday. They shelled the port. Nobody was hurt.")
    carried = carried_time(at(reading, "shelled"), reading, find_times(reading))
    assert carried is not None and carried.words == reading.report.span(24, 30)


@pytest.mark.parametrize(
    "text",
    [
        "They shelled the port. Rebels left the town on Friday.",
        "Rebels left the town in March 2016. They shelled the port.",
        "Rebels hold the town, residents said on Friday. They shelled the port.",
        "The rebels will leave on Friday. They shelled the port.",
    ],
)
def test_later_days_plain_dates_days_of_telling_and_plans_are_not_carried(parser: Parser, text: str) -> None:
    reading = read(parser, text)
    assert carried_time(at(reading, "shelled"), reading, find_times(reading)) is None


def test_no_day_is_carried_to_what_goes_on(parser: Parser) -> None:
    reading = read(parser, "Rebels left the town on Friday. The army is shelling the port.")
    assert carried_time(at(reading, "shelling"), reading, find_times(reading)) is None


def test_the_words_found_are_the_words_of_the_text(parser: Parser) -> None:
    reading = read(parser, "On Friday they left. Since 2011 many have died, most of them last year.")
    for found in find_times(reading):
        words = found.mention.words
        assert reading.report.text[words.start : words.end] == words.text
        assert reading.tokens[found.first].start <= words.start < words.end <= reading.tokens[found.last].end


def test_a_date_line_is_no_time_of_an_event(parser: Parser) -> None:
    assert when(parser, "Friday 23 May 2014 Rebels shelled a rally in the south.", "shelled") is None


def test_days_of_the_lead_are_those_on_which_it_happened(parser: Parser) -> None:
    reading = read(parser, "Shells fell on Tuesday, residents said on Wednesday. It was calm. Rain fell on Sunday.")
    assert [mention.words.text for mention in lead_days(reading, find_times(reading))] == ["Tuesday"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police held a man involved in attacks on the port on Friday.", "attacks"),
        ("On Friday the army held a man who runs raids on the port.", "runs"),
        ("The raid was the first on the port in two years.", "raid"),
        ("It was the largest attack since 2014.", "attack"),
        ("A truce brokered in February collapsed.", "collapsed"),
        ("The gains of the last two days bring the army closer to capturing the port.", "capturing"),
        ("Troops kill hundreds every day, and they lost 500 men in May.", "kill"),
    ],
)
def test_a_time_that_stands_beside_an_event_is_not_always_its_own(parser: Parser, text: str, trigger: str) -> None:
    assert when(parser, text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        (
            "Troops held two men while searching for a courier in Azmar district, Orval province, May 3.",
            "held",
            "May 3",
        ),
        ("The envoy in February 2016 condemned the raids.", "condemned", "February 2016"),
        ("Rebels attacked the base and 12 soldiers were killed on Monday.", "attacked", "Monday"),
        ("Airstrikes killed dozens a day after the massacre in the port.", "massacre", "a day after"),
        ("Mourners met on Thursday, a day after jets bombed the mill.", "bombed", "Thursday, a day after"),
        ("Ten men died in the raid when shells hit the port on Sunday.", "raid", "Sunday"),
        ("At sunrise on 27 September rebels captured the port.", "captured", "27 September"),
        ("On Monday, officials said, rebels attacked the port.", "attacked", "Monday"),
        ("The mill was hit often, including on June 9 when four guards were killed in an attack.", "attack", "June 9"),
        ("He has smuggled since 2003, prosecutors said, when his brother was arrested in Tarn.", "arrested", "2003"),
    ],
)
def test_a_time_reaches_the_verb_that_it_is_said_of(parser: Parser, text: str, trigger: str, words: str) -> None:
    assert when(parser, text, trigger) == words


def test_what_follows_a_day_after_is_not_the_day_of_the_main_event(parser: Parser) -> None:
    assert when(parser, "Airstrikes killed dozens a day after the massacre in the port.", "killed") is None


def test_the_war_dates_what_it_has_done(parser: Parser) -> None:
    assert when(parser, "Officials say the war has killed 3,000 people.", "killed") == "the war"
    assert when(parser, "Thousands have fled since the conflict began last March.", "fled") != "the conflict began"
