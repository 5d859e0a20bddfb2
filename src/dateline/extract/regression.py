"""What the judges of claims, parties and retellings share: weights by sign, and likelihoods from them."""

import math
from collections.abc import Mapping


def sigmoid(x: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def by_sign_and_word(weights: Mapping[str, Mapping[str, float]]) -> Mapping[str, float]:
    """The weights of a regression's file under "sign=word"."""
    return {f"{sign}={word}": weight for sign, words in weights.items() for word, weight in words.items()}
