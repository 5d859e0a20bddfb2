"""Who did what, where a sentence tells the deeds of two, or of one who lays another's open."""

from collections.abc import Callable

from dateline.model.claim import Claim

Extract = Callable[[str], tuple[Claim, ...]]


def agents(claim: Claim) -> set[str]:
    return {mention.name for mention in claim.agents}


def test_whom_officers_shoot_did_his_own_deed(claims_of: Extract) -> None:
    told = claims_of("On Friday a gunman wounded four passengers before officers shot him dead.")
    assert [agents(c) for c in told if c.type == "attack"][:1] == [{"gunman"}]


def test_whoever_foils_a_plot_did_not_plot(claims_of: Extract) -> None:
    told = claims_of("On Friday the police foiled a plot to bomb the embassy in Tunis.")
    assert [c.type for c in told]
    assert not any("police" in agents(c) for c in told)


def test_who_left_a_day_after_seizing_the_town_seized_it(claims_of: Extract) -> None:
    told = claims_of("A day after seizing the airport, fighters loyal to the general pulled back on Friday.")
    assert [agents(c) for c in told if c.type == "capture"] == [{"fighters"}]


def test_who_remains_in_custody_is_held(claims_of: Extract) -> None:
    (claim,) = claims_of("Sixty-one students remained in custody on Sunday.")
    assert (agents(claim), {m.name for m in claim.targets}) == (set(), {"students"})
