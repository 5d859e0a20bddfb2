"""What the tool that trains the judge of parties computes."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from sign_regression import newton, signed  # noqa: E402
from train_party_judge import Cast, best_thresholds, fit, fit_casts, judges_of_folds  # noqa: E402


class SameName:
    """A scorer's matcher for which parties are one when their names are."""

    def entity(self, gold: str, said: dict[str, str]) -> bool:
        return gold == said["name"]

    def hits(self, gold: dict[str, list[str]], said: dict[str, list[dict[str, str]]], slot: str) -> list[str]:
        return [line["name"] for line in said[slot] if line["name"] in gold[slot]]


CAST = Cast(
    gold={"agents": ["army"], "targets": []},
    framed={"agents": frozenset({"the army"}), "targets": frozenset()},
    keys=["army", "the army", "rebels"],
    names=["army", "the army", "rebels"],
    lines=[{"name": "army"}, {"name": "army"}, {"name": "rebels"}],
    signs=[("near",), ("framed",), ("far",)],
)


def test_of_two_names_for_one_filler_the_one_that_the_frame_found_is_the_label() -> None:
    assert CAST.labels("agents", SameName()) == [False, True, False]
    assert CAST.labels("targets", SameName()) == [False, False, False]


def test_an_answer_counts_right_gold_and_said() -> None:
    assert CAST.answer("agents", [0, 2], SameName()) == (1, 1, 2)


def test_a_sign_of_fillers_gets_weight_and_a_rare_one_none() -> None:
    rows = [["subject"], ["far"]] * 60 + [["subject", "rare"]]
    judge = fit(rows, [True, False] * 60 + [True], 6.0)
    assert judge.weights["subject"] > 0.5 > -0.5 > judge.weights["far"]
    assert "rare" not in judge.weights


def test_newton_finds_the_share_where_there_is_only_a_base() -> None:
    _, x = signed([[]] * 4, 1)
    w = newton(x, np.array([1.0, 1.0, 1.0, 0.0]), np.array([1e-9]))
    assert 1 / (1 + np.exp(-w[0])) == pytest.approx(0.75, abs=1e-4)


def test_a_matrix_of_signs_multiplies_as_if_all_its_noughts_stood_there() -> None:
    names, x = signed([["near", "subject"], ["far"], ["far", "near", "rare"]], 2)
    whole = np.array([[0, 1, 1], [1, 0, 1], [1, 1, 1]])
    assert names == ["far", "near"]
    assert x.times(np.array([1.0, 10.0, 100.0])).tolist() == (whole @ [1.0, 10.0, 100.0]).tolist()
    assert x.back(np.array([1.0, 2.0, 3.0])).tolist() == (whole.T @ [1.0, 2.0, 3.0]).tolist()


def test_a_fold_learns_from_the_reports_that_it_does_not_hold() -> None:
    other = replace(CAST, signs=[("left",), ("right",), ("right",)])
    judges = judges_of_folds([[CAST] * 4] * 10 + [[other] * 4] * 10, "agents", SameName())
    assert all({"left", "right", "framed"} <= judge.weights.keys() for judge in judges)
    assert "left" not in fit_casts([[CAST] * 4] * 5, "agents", SameName()).weights


def test_the_best_threshold_is_no_less_precise_than_the_frames() -> None:
    curve = {(0.2, 0.2): {"p": 0.6, "f1": 0.7}, (0.3, 0.3): {"p": 0.8, "f1": 0.65}, (0.5, 0.5): {"p": 0.9, "f1": 0.5}}
    assert best_thresholds(curve, 0.75) == (0.3, 0.3)
    assert best_thresholds(curve, 0.95) == (0.5, 0.5)
