"""A thing told twice is one claim, two things are two, and "the attack" is the one told before."""

from dataclasses import replace

from claims_made import bare
from dateline.extract.told_twice import completed, fullness, told_once
from dateline.model.claim import Claim, Count, Mention, PlaceMention, Source, TimeMention
from dateline.model.text import Span


def span(start: int, text: str = "x") -> Span:
    return Span(start, start + len(text), text)


def claim(at: int, **known: object) -> Claim:
    return replace(bare("shelling", span(at, "shelled"), span(at, "They shelled it.")), **known)


PORT = (PlaceMention(name="Port Azmar", words=span(0)),)
HILL = (PlaceMention(name="Hill 40", words=span(0)),)
SHIP = (Mention(name="ship", words=span(0)),)
ARMY = (Mention(name="army", words=span(0)),)
SEVEN = (Count(kind="killed", who="sailors", low=7, high=7, words=span(0)),)
NINE = (Count(kind="killed", who="sailors", low=9, high=9, words=span(0)),)
MEDICS = (Source(name="medics", words=span(0)),)
MAYOR = (Source(name="mayor", words=span(0), stance="denies"),)
MONDAY = TimeMention(words=span(0, "on Monday"), pattern="weekday")
SINCE = TimeMention(words=span(0, "since May"), pattern="since")


def once(*claims: Claim) -> tuple[Claim, ...]:
    """What is kept of claims that do not point back."""
    return told_once([(claim, "no") for claim in claims])


def pointed(first: Claim, second: Claim) -> tuple[Claim, ...]:
    """What is kept of two claims, the second of which points back."""
    return told_once([(first, "no"), (second, "back")])


def test_a_repeat_is_anchored_where_it_is_told_most_fully() -> None:
    fullest = claim(100, places=PORT, targets=SHIP, counts=SEVEN, agents=ARMY)
    assert once(claim(0, places=PORT, targets=SHIP), fullest) == (replace(fullest, retold=True),)


def test_a_repeat_adds_what_the_first_telling_left_out() -> None:
    (kept,) = once(
        claim(0, places=PORT, targets=SHIP, counts=SEVEN), claim(100, places=PORT, targets=SHIP, time=MONDAY)
    )
    assert kept.sentence.start == 0
    assert kept.time == MONDAY


def test_one_thing_in_common_does_not_make_a_repeat() -> None:
    assert len(once(claim(0, places=PORT), claim(100, places=PORT))) == 2


def test_different_figures_make_two_claims() -> None:
    same = {"places": PORT, "targets": SHIP}
    assert len(once(claim(0, counts=SEVEN, **same), claim(100, counts=NINE, **same))) == 2


def test_different_places_make_two_claims() -> None:
    same = {"counts": SEVEN, "targets": SHIP}
    assert len(once(claim(0, places=PORT, **same), claim(100, places=HILL, **same))) == 2


def test_different_speakers_make_two_claims() -> None:
    same = {"places": PORT, "targets": SHIP}
    other = (replace(MEDICS[0], name="traders"),)
    assert len(once(claim(0, sources=MEDICS, **same), claim(100, sources=other, **same))) == 2


def test_a_denial_is_never_folded_into_the_claim_it_denies() -> None:
    same = {"places": PORT, "targets": SHIP}
    assert len(once(claim(0, **same), claim(100, sources=MAYOR, **same))) == 2


def test_two_acts_in_one_sentence_are_two() -> None:
    same = {"places": PORT, "targets": SHIP}
    both = claim(0, trigger=span(5, "shelled"), **same), claim(0, trigger=span(30, "shelling"), **same)
    assert len(once(*both)) == 2


def test_a_plan_is_not_folded_into_what_occurred() -> None:
    same = {"places": PORT, "targets": SHIP}
    assert len(once(claim(0, **same), claim(100, modality="planned", **same))) == 2


def test_claims_come_in_reading_order() -> None:
    fuller = claim(200, places=PORT, targets=SHIP, counts=SEVEN)
    kept = once(claim(0, places=PORT, targets=SHIP), claim(100, places=HILL), fuller)
    assert [one.sentence.start for one in kept] == [100, 200]


def test_the_attack_is_the_act_told_before_it() -> None:
    (kept,) = pointed(claim(0, places=PORT), claim(100, type="attack", counts=SEVEN, time=MONDAY))
    assert (kept.type, kept.sentence.start) == ("shelling", 0)
    assert (kept.counts, kept.time) == (SEVEN, MONDAY)


def test_the_attack_is_the_last_act_of_its_own_type_where_there_is_one() -> None:
    told = [(claim(0, type="attack", places=HILL), "no"), (claim(100, places=PORT), "no")]
    kept = told_once([*told, (claim(200, type="attack", time=MONDAY), "back")])
    assert [(one.type, one.time) for one in kept] == [("attack", MONDAY), ("shelling", None)]


def test_the_attack_is_no_capture_and_no_protest() -> None:
    assert len(pointed(claim(0, type="capture"), claim(100, type="attack"))) == 2
    assert len(pointed(claim(0, type="protest"), claim(100, type="attack"))) == 2


def test_the_withdrawal_is_only_a_withdrawal() -> None:
    assert len(pointed(claim(0, type="withdrawal"), claim(100, type="withdrawal", time=MONDAY))) == 1
    assert len(pointed(claim(0), claim(100, type="withdrawal"))) == 2


def test_nothing_points_back_into_its_own_sentence() -> None:
    both = claim(0, trigger=span(5, "shelled")), claim(0, type="attack", trigger=span(30, "attack"))
    assert len(pointed(*both)) == 2


def test_where_nothing_was_told_before_the_attack_stands_for_itself() -> None:
    alone = claim(0, type="attack")
    assert told_once([(alone, "back")]) == (alone,)


def test_another_figure_for_the_attack_stands_beside_the_first() -> None:
    first, second = pointed(claim(0, places=PORT, counts=SEVEN), claim(100, type="attack", counts=NINE, sources=MEDICS))
    assert (first.counts, second.counts) == (SEVEN, NINE)
    assert (second.type, second.places, second.sources) == ("shelling", PORT, MEDICS)


def test_a_denial_of_the_attack_says_which_attack_and_stays_a_denial() -> None:
    first, denial = pointed(claim(0, places=PORT, agents=ARMY), claim(100, type="attack", sources=MAYOR))
    assert first.asserted and not denial.asserted
    assert (denial.type, denial.places) == ("shelling", PORT)


def test_what_is_taken_from_another_telling_is_inferred_and_an_allegation_stays_one() -> None:
    alleged = (replace(ARMY[0], basis="alleged", alleged_by=("medics",)),)
    assert [m.basis for m in completed(claim(100), claim(0, agents=ARMY, targets=SHIP)).agents] == ["inferred"]
    assert completed(claim(100), claim(0, agents=alleged)).agents == alleged


def test_what_is_stated_is_not_overwritten() -> None:
    assert completed(claim(100, agents=ARMY, places=HILL), claim(0, agents=SHIP, places=PORT)).places == HILL


def test_figures_are_not_put_into_another_speakers_mouth() -> None:
    assert completed(claim(100, sources=MEDICS), claim(0, counts=SEVEN)).counts == ()
    assert completed(claim(100), claim(0, counts=SEVEN)).counts == SEVEN


HURT = (Count(kind="injured", who="sailors", low=3, high=3, words=span(0)),)
CHILD = Count(kind="injured", who="child", low=1, high=1, words=span(0), part_of=0)


def test_the_wounded_of_the_attack_join_the_dead_of_the_act_told_before() -> None:
    (kept,) = pointed(claim(0, counts=SEVEN), claim(100, type="attack", counts=(*HURT, CHILD)))
    assert [(c.kind, c.part_of) for c in kept.counts] == [("killed", None), ("injured", None), ("injured", 1)]


def test_a_sum_of_the_whole_war_is_no_figure_of_the_act() -> None:
    total = (replace(HURT[0], scope="total"),)
    assert completed(claim(0, counts=SEVEN), claim(100, counts=total)).counts == SEVEN
    assert completed(claim(0, counts=SEVEN), claim(100, counts=HURT, background=True)).counts == SEVEN


def perhaps(first: Claim, second: Claim) -> tuple[Claim, ...]:
    """What is kept of two claims, the second of which may point back: "the attack on the market"."""
    return told_once([(first, "no"), (second, "perhaps")])


def test_the_attack_on_a_place_is_the_act_of_the_sentence_before_if_it_only_adds_to_its_figures() -> None:
    first = claim(0, counts=SEVEN)
    after = first.sentence.end + 1
    (kept,) = perhaps(first, claim(after, type="attack", places=HILL, counts=HURT))
    assert [c.kind for c in kept.counts] == ["killed", "injured"]
    assert len(perhaps(first, claim(after, type="attack", places=HILL, counts=NINE))) == 2
    assert len(perhaps(first, claim(after, type="attack", places=HILL))) == 2
    assert len(perhaps(first, claim(300, type="attack", places=HILL, counts=HURT))) == 2
    assert len(perhaps(claim(0, type="talks"), claim(after, type="attack", counts=HURT))) == 2


def test_the_dead_and_the_wounded_of_one_sentence_are_one_toll() -> None:
    dead = claim(0, type="casualties", trigger=span(5, "died"), counts=SEVEN)
    hurt = claim(0, type="casualties", trigger=span(25, "wounded"), counts=HURT)
    (kept,) = once(dead, hurt)
    assert [c.kind for c in kept.counts] == ["killed", "injured"]


def test_a_stretch_of_time_is_not_carried_over() -> None:
    assert completed(claim(100), claim(0, time=SINCE)).time is None
    assert completed(claim(100), claim(0, time=MONDAY)).time == MONDAY


def test_the_fuller_claim_states_more() -> None:
    assert fullness(claim(0)) == 0
    assert fullness(claim(0, places=PORT, counts=SEVEN)) > fullness(claim(0, places=PORT))


def test_what_is_told_in_two_sentences_is_known_to_be_retold() -> None:
    first, second = claim(0, places=PORT, targets=SHIP), bare("shelling", span(200, "attack"), span(200, "The attack."))
    assert [c.retold for c in pointed(first, second)] == [True]
    assert [c.retold for c in once(first, claim(100, places=HILL, targets=SHIP))] == [False, False]
