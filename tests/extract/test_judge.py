"""The judge tells events from mere mentions, says how sure it is, and leaves out what it doubts."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from claims_made import bare
from dateline.extract.candidate import Candidate, candidates
from dateline.extract.judge import Judge, judged, likelihood, load_judge, parse_judge
from dateline.extract.judge_signs import SIGNS, signs_of
from dateline.extract.regression import sigmoid
from dateline.model.claim import Claim, Count, Mention, Modality, PlaceMention, Source, TimeMention
from dateline.model.errors import DataError
from dateline.model.text import Reading, Report
from dateline.read.parser import Parser

Read = Callable[[str], Reading]
FEW = Judge(base=0.0, keep=0.4, weights={"known_already=yes": -2.0, "agents=stated": 1.0})


def claim(reading: Reading, kind: str, trigger: str, **known: object) -> Claim:
    """A claim of what the word announces, with nothing else stated unless it is `known`."""
    start = reading.report.text.index(trigger)
    sentence = next(s.span for s in reading.sentences if s.span.start <= start < s.span.end)
    return bare(kind, reading.report.span(start, start + len(trigger)), sentence, **known)


def by(reading: Reading, words: str) -> tuple[Mention, ...]:
    start = reading.report.text.index(words)
    return (Mention(name=words, words=reading.report.span(start, start + len(words))),)


def only(reading: Reading, *claims: Claim) -> Candidate:
    """The last of these claims, as it stands in the report."""
    return list(candidates(reading, claims))[-1]


def signs(reading: Reading, *claims: Claim) -> dict[str, str]:
    return dict(sign.split("=", 1) for sign in signs_of(only(reading, *claims)))


# ---- what it decides ----------------------------------------------------------------------------
def test_an_attack_pointed_back_at_is_less_likely_than_one_told(read: Read) -> None:
    reading = read(
        "Gunmen attacked the village of Azmar on Monday, killing 5 farmers. Residents fled after the attack."
    )
    five = reading.report.text.index("5 farmers")
    place, day = by(reading, "Azmar")[0].words, by(reading, "Monday")[0].words
    told = claim(
        reading,
        "attack",
        "attacked",
        agents=by(reading, "Gunmen"),
        targets=by(reading, "farmers"),
        places=(PlaceMention(name="Azmar", words=place),),
        time=TimeMention(words=day, pattern="weekday"),
        counts=(Count(kind="killed", who="farmers", low=5, high=5, words=reading.report.span(five, five + 9)),),
    )
    first, second = candidates(reading, [told, claim(reading, "attack", "the attack")])
    assert likelihood(signs_of(first)) > likelihood(signs_of(second)) + 0.2


def test_saying_who_where_and_when_does_not_make_an_event_less_likely(read: Read) -> None:
    reading = read("Rebels shelled the port of Azmar on Monday.")
    agents, day = by(reading, "Rebels"), TimeMention(words=by(reading, "Monday")[0].words, pattern="weekday")
    places = (PlaceMention(name="Azmar", words=by(reading, "Azmar")[0].words),)
    steps = [{}, {"agents": agents}, {"agents": agents, "time": day}, {"agents": agents, "time": day, "places": places}]
    told = [likelihood(signs_of(only(reading, claim(reading, "shelling", "shelled", **known)))) for known in steps]
    assert told == sorted(told)


def test_each_claim_comes_with_its_likelihood_and_in_order(read: Read) -> None:
    reading = read("Rebels shelled the port. The army bombed the hill.")
    claims = [claim(reading, "shelling", "shelled"), claim(reading, "air_strike", "bombed")]
    told = judged(reading, claims, replace(FEW, keep=0.0))
    assert [c.type for c in told] == ["shelling", "air_strike"]
    assert all(c.likelihood == 0.5 for c in told)


def test_what_is_doubtful_is_left_out_and_what_is_likely_stays(read: Read) -> None:
    reading = read("Rebels shelled the port. The raid lasted an hour.")
    claims = [claim(reading, "shelling", "shelled", agents=by(reading, "Rebels")), claim(reading, "attack", "raid")]
    assert [c.type for c in judged(reading, claims, FEW)] == ["shelling"]


def test_a_denial_is_not_dropped_as_lightly(read: Read) -> None:
    reading = read("The army denied the raid.")
    army = Source(name="army", words=by(reading, "army")[0].words, stance="denies")
    raid = claim(reading, "attack", "raid")
    assert len(judged(reading, [replace(raid, sources=(army,))], replace(FEW, base=1.0))) == 1
    assert judged(reading, [raid], replace(FEW, base=1.0)) == ()


@pytest.mark.parametrize("modality", ["planned", "possible", "not"])
def test_what_has_not_occurred_needs_less(read: Read, modality: Modality) -> None:
    reading = read("Fighters plan a raid.")
    raid, judge = claim(reading, "attack", "raid"), replace(FEW, base=-0.7)
    assert judged(reading, [raid], judge) == ()
    assert len(judged(reading, [replace(raid, modality=modality)], judge)) == 1


def test_who_tries_to_do_it_needs_as_little(read: Read) -> None:
    reading = read("The rebels tried to advance on the dam. It rained. It snowed. The soldiers advanced on the mill.")
    tried, did = (claim(reading, "attack", word) for word in ("advance", "advanced"))
    judge = replace(FEW, base=-0.7)
    assert len(judged(reading, [tried], judge)) == 1
    assert judged(reading, [did], judge) == ()


def test_nor_is_another_figure_for_what_was_told(read: Read) -> None:
    reading = read("Gunmen killed four drivers. Doctors said the attack killed nine.")
    four, nine = (
        (Count(kind="killed", who="drivers", low=n, high=n, words=by(reading, word)[0].words),)
        for n, word in ((4, "four"), (9, "nine"))
    )
    first = claim(reading, "attack", "killed", counts=four)
    judge = replace(FEW, base=1.0)
    assert len(judged(reading, [first, claim(reading, "attack", "the attack", counts=nine)], judge)) == 2
    assert len(judged(reading, [first, claim(reading, "attack", "the attack", counts=four)], judge)) == 1


# ---- the file -----------------------------------------------------------------------------------
def test_the_file_loads_and_is_sorted() -> None:
    judge = load_judge()
    assert 0 < judge.keep < 1
    assert list(judge.weights) == sorted(judge.weights, key=lambda sign: sign.partition("=")[::2])


def test_every_weight_is_of_a_sign_that_there_is() -> None:
    assert {name.partition("=")[0] for name in load_judge().weights} <= {sign.__name__ for sign in SIGNS}


def test_a_sign_it_does_not_know_says_nothing() -> None:
    assert FEW.likelihood(["agents=stated", "agents=unheard-of", "moon=full"]) == FEW.likelihood(["agents=stated"])


@pytest.mark.parametrize("missing", ["base", "keep", "weights"])
def test_a_file_without_a_part_is_refused_with_what_to_do(missing: str) -> None:
    whole = {"base": 0, "keep": 0.4, "weights": {"agents": {"none": -1}}}
    data = json.dumps({key: value for key, value in whole.items() if key != missing}).encode()
    with pytest.raises(DataError, match=f"{missing}.*make judge"):
        parse_judge(data)


def test_words_of_a_sign_are_found_by_both() -> None:
    judge = parse_judge(b'{"base": 0, "keep": 0.4, "weights": {"agents": {"none": -1}}}')
    assert judge.likelihood(["agents=none"]) == sigmoid(-1)


def test_the_sigmoid_stays_in_bounds() -> None:
    assert [sigmoid(x) for x in (-1000, 0, 1000)] == [0.0, 0.5, 1.0]


# ---- the signs ----------------------------------------------------------------------------------
def test_a_noun_under_a_verb_of_speaking_about_is_told_from_one_under_a_verb_of_doing(read: Read) -> None:
    condemned, launched = read("The mayor condemned the attack."), read("Rebels launched an attack.")
    assert signs(condemned, claim(condemned, "attack", "attack"))["governor"] == "recalling dobj"
    assert signs(launched, claim(launched, "attack", "attack"))["governor"] == "light_verbs dobj"


def test_what_hangs_on_a_noun_is_seen_to_be_mentioned(read: Read) -> None:
    reading = read("A group claimed responsibility for the bombing.")
    assert signs(reading, claim(reading, "bombing", "bombing"))["noun_above"] == "responsibility"


def test_quotation_opinion_and_since_are_seen(read: Read) -> None:
    reading = read('"We must stop the shelling," he said. Shelling has gone on since May.')
    first = signs(reading, claim(reading, "shelling", "shelling"))
    assert (first["quoted"], first["opinion"]) == ("yes", "duty first person")
    second = signs(reading, claim(reading, "shelling", "Shelling"))
    assert second["since"] == "yes"
    assert not {"quoted", "opinion"} & second.keys()


def test_a_place_of_another_sentence_is_elsewhere(read: Read) -> None:
    reading = read("Rebels held the port of Azmar. Planes bombed it.")
    place = (PlaceMention(name="Azmar", words=by(reading, "Azmar")[0].words),)
    assert signs(reading, claim(reading, "air_strike", "bombed", places=place))["place"] == "elsewhere by nobody"


def test_what_is_beside_it_is_seen(read: Read) -> None:
    reading = read("Rebels shelled the port and attacked the village, wounding nine.")
    shelled = claim(reading, "shelling", "shelled", agents=by(reading, "Rebels"))
    attacked = claim(reading, "attack", "attacked")
    wounded = claim(reading, "casualties", "wounding")
    found = signs(reading, wounded, shelled, attacked)
    assert (found["fuller_beside"], found["groups_beside"]) == ("yes", "violence by consequence")
    assert "same_type_beside" not in found


def test_what_was_stated_before_is_not_new(read: Read) -> None:
    reading = read("Rebels shelled the port. Rebels attacked the hill.")
    agents = by(reading, "Rebels")
    shelled, attacked = claim(reading, "shelling", "shelled"), claim(reading, "attack", "attacked", agents=agents)
    assert signs(reading, shelled, attacked)["new"] == "parties"
    assert signs(reading, replace(shelled, agents=agents), attacked)["new"] == "nothing"


def test_two_of_a_type_at_one_place_are_seen(read: Read) -> None:
    reading = read("Rebels shelled Azmar. The shelling of Azmar went on.")
    place = (PlaceMention(name="Azmar", words=by(reading, "Azmar")[0].words),)
    first = claim(reading, "shelling", "shelled", places=place)
    second = claim(reading, "shelling", "shelling", places=place)
    assert signs(reading, first, second)["same_place"] == "yes"
    assert "same_place" not in signs(reading, second)


def test_the_headline_names_the_news(parser: Parser) -> None:
    text = "Rebels shelled the port."
    reading = parser.read(Report(page="p", id="sha256:0", text=text, status="coded", title="Port shelled"))
    assert only(reading, claim(reading, "shelling", "shelled")).token.lemma == "shell"
    assert signs(reading, claim(reading, "shelling", "shelled"))["in_title"] == "yes"


def test_the_head_of_a_trigger_of_two_words_is_the_one_the_other_hangs_on(read: Read) -> None:
    reading = read("Two air strikes hit the port.")
    assert only(reading, claim(reading, "air_strike", "air strikes")).token.text == "strikes"


def test_what_the_report_comes_back_to_is_kept_readily(read: Read) -> None:
    reading = read("The mayor spoke of a raid on the mill.")
    bare_raid = claim(reading, "attack", "raid")
    doubtful = Judge(base=-1.0, keep=0.4, weights={})
    assert judged(reading, [bare_raid], doubtful) == ()
    assert len(judged(reading, [replace(bare_raid, retold=True)], doubtful)) == 1


def test_what_a_report_of_a_few_sentences_tells_outright_is_its_news(read: Read) -> None:
    doubtful = Judge(base=-0.5, keep=0.5, weights={})
    brief = read("The militia shelled the mill.")
    assert len(judged(brief, [claim(brief, "shelling", "shelled")], doubtful)) == 1
    long = read("The militia shelled the mill. " + "The mayor spoke of the harvest. " * 4)
    assert judged(long, [claim(long, "shelling", "shelled")], doubtful) == ()


def test_what_a_brief_report_only_mentions_or_plans_is_judged_like_any_other(read: Read) -> None:
    doubtful = Judge(base=-0.5, keep=0.5, weights={})
    brief = read("The mayor, who was hurt when the militia shelled the mill, opened a school.")
    assert judged(brief, [claim(brief, "shelling", "shelled")], doubtful) == ()
