"""What the tools that train the judge and measure confidence compute."""

import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from calibrate import best_power, by_tenth, line_through, shares_of  # noqa: E402
from hand_coded import best_pairs, digest, folds, load_scorer, rates  # noqa: E402
from train_judge import Model, best_threshold, by_sign, fit, newton  # noqa: E402


def test_the_best_pairs_come_first_and_each_gold_event_is_had_once() -> None:
    likeness = [[5.0, 9.0, 0.0], [0.0, 8.0, 0.0]]
    assert best_pairs(likeness, range(3)) == {1: 0}
    assert best_pairs(likeness, [0, 2]) == {0: 0}
    assert best_pairs([[5.0, 9.0], [4.0, 8.0]], range(2)) == {1: 0, 0: 1}


def test_folds_hold_every_report_once_and_are_the_same_each_time() -> None:
    dealt = list(folds(11, 3, seed=1))
    assert sorted(n for fold in dealt for n in fold) == list(range(11))
    assert dealt == list(folds(11, 3, seed=1)) != list(folds(11, 3, seed=2))


def test_rates_of_nothing_are_nothing() -> None:
    assert rates(0, 0, 0) == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert rates(1, 2, 4) == {"p": 0.25, "r": 0.5, "f1": 0.3333}


def test_the_digest_changes_with_a_coding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "a.json").write_text("{}")
    before = digest(tmp_path)
    assert before == digest(tmp_path)
    (tmp_path / "a.json").write_text("[]")
    assert digest(tmp_path) != before


def test_a_scorer_is_loaded_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "marks.py").write_text("FULL = 10\n")
    assert load_scorer(tmp_path / "marks.py").FULL == 10
    with pytest.raises(SystemExit, match="--scorer"):
        load_scorer(tmp_path / "marks.txt")


def test_a_sign_of_events_gets_weight_and_a_rare_one_none() -> None:
    rows = [["tells"], ["mentions"]] * 20 + [["tells", "rare"]]
    model = fit(rows, [True, False] * 20 + [True], penalty=1.0)
    assert model.weights["tells"] > 1 > -1 > model.weights["mentions"]
    assert "rare" not in model.weights


def test_newton_finds_the_share_where_there_is_only_a_base() -> None:
    w = newton(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), np.array([1e-9]))
    assert 1 / (1 + np.exp(-w[0])) == pytest.approx(0.75, abs=1e-6)


def test_scaling_scales_the_log_odds() -> None:
    model = Model({"a": 2.0}, -1.0)
    assert model.scaled(0.5, 0.25).log_odds(["a", "unknown"]) == 0.5 * model.log_odds(["a"]) + 0.25


def test_the_threshold_is_the_most_precise_one_that_is_as_good_as_the_best() -> None:
    curve = {
        0.1: {"p": 0.70, "f1": 0.80},
        0.2: {"p": 0.77, "f1": 0.700},
        0.3: {"p": 0.80, "f1": 0.719},
        0.4: {"p": 0.85, "f1": 0.718},
        0.5: {"p": 0.90, "f1": 0.715},
    }
    assert best_threshold(curve) == 0.4
    assert best_threshold({0.1: {"p": 0.3, "f1": 0.5}, 0.2: {"p": 0.4, "f1": 0.2}}) == 0.2


def test_weights_are_told_by_sign_and_those_of_nothing_left_out() -> None:
    assert by_sign({"b=x=y": 0.12345, "a=z": -1.0, "a=n": 0.0001}) == {"a": {"z": -1.0}, "b": {"x=y": 0.123}}


def test_shares_of_what_is_seldom_seen_are_drawn_to_the_mean() -> None:
    seen = [("often", 1.0, True)] * 90 + [("other", 1.0, False)] * 10 + [("once", 1.0, False)]
    found = shares_of(seen)
    assert found["often"] > 0.95 > found["any"] > found["other"] > 0.1
    assert "once" not in found


def test_shares_count_what_the_likelihood_expected() -> None:
    assert shares_of([("a", 0.5, True), ("a", 0.5, False)] * 50)["a"] == 1.0


def test_the_power_tells_slots_that_are_wrong_where_events_are_doubtful() -> None:
    level = [(0.5, True), (0.5, False), (1.0, True), (1.0, True)] * 10
    steep = [(0.5, True), *[(0.5, False)] * 3, *[(1.0, True)] * 4] * 10
    assert best_power(level) == pytest.approx(1.0, abs=0.1)
    assert best_power(steep) == pytest.approx(2.0, abs=0.1)


def test_a_line_never_falls() -> None:
    rising = [False] * 8 + [True] * 2 + [False] * 2 + [True] * 8
    assert line_through([0.0] * 10 + [1.0] * 10, rising)[1] > 0
    assert line_through([0.0] * 10 + [1.0] * 10, rising[::-1])[1] == 0.0


def test_tenths_set_what_was_predicted_beside_what_was_seen() -> None:
    rows = by_tenth([(0.12, True), (0.18, False), (1.0, True)])
    assert [(round(p, 2), o, n) for p, o, n in rows] == [(0.15, 0.5, 2), (1.0, 1.0, 1)]
