"""Whether two tellings are of one happening: a table of small weighted tests, each with its reason.

What stands in EXCLUSIONS keeps two tellings apart, also where a third is like both. Else the weights of the tests that
hold are added up; `SAME` is the least sum that counts as one happening. Weights were set by hand from what the slots
mean, not fitted: a day and a town in common are enough for one type, and a figure or an agent must make up for what
only nearly agrees. Differing figures count neither for nor against: they are what a reader wants to see side by side.
"""

from typing import Final

from dateline.merge import signs, word_signs
from dateline.merge.exclusions import EXCLUSIONS, Test, apart
from dateline.model.incident import Likeness, Telling

__all__ = ["EXCLUSIONS", "SAME", "TESTS", "Test", "apart", "likeness"]
SAME: Final = 5.0
TESTS: Final[tuple[tuple[float, Test], ...]] = (
    (1.5, signs.of_one_type),
    (2.0, signs.on_one_day),
    (1.0, signs.a_report_apart),
    (0.5, signs.on_overlapping_days),
    (2.0, signs.at_one_town),
    (1.0, signs.in_one_district),
    (0.5, signs.in_one_province),
    (1.0, signs.of_a_place_that_changes_hands),
    (1.0, signs.by_one_agent),
    (0.5, signs.by_agents_named_alike),
    (-1.0, signs.by_different_agents),
    (1.5, signs.with_one_figure),
    (0.5, signs.with_one_target),
    (0.5, signs.with_one_thing_hit),
    (0.5, signs.with_tolls_that_agree),
    (0.5, signs.of_a_rare_type),
    (-1.0, signs.of_a_common_type_in_a_chief_town),
    (-1.5, signs.told_twice_on_one_page),
    (2.0, signs.denied_on_its_own_page),
    (0.5, signs.denied_beside_it),
    (2.0, signs.denied_by_its_agent),
    (2.0, signs.denied_twice_by_one_party),
    (4.0, word_signs.called_by_words_of_one_family),
    (1.0, word_signs.called_so_on_one_page),
    (-1.5, word_signs.of_words_of_saying),
    (0.5, word_signs.on_pages_alike),
    (0.5, word_signs.on_pages_much_alike),
    (0.5, word_signs.in_sentences_alike),
    (1.0, word_signs.in_one_sentence),
)


def likeness(one: Telling, other: Telling) -> Likeness:
    """The points and reasons for two tellings, whichever comes first."""
    first, second = sorted((one, other), key=lambda telling: telling.event.id)
    held = [(weight, test) for weight, test in TESTS if test(first, second)]
    return Likeness(
        one=first.event.id,
        other=second.event.id,
        points=sum(weight for weight, _ in held),
        reasons=tuple((test.__doc__ or test.__name__).strip() for _, test in held),
    )
