"""What the judges of claims, parties and retellings share: weights by sign, likelihoods from them, and their files."""

import math
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import TypeVar

import msgspec

from dateline.model.errors import DataError

T = TypeVar("T")


def sigmoid(x: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def likelihood_of(signs: Iterable[str], weights: Mapping[str, float], base: float) -> float:
    """A likelihood from 0 to 1 by the weights of the signs; unknown signs say nothing."""
    return sigmoid(base + sum(weights.get(sign, 0.0) for sign in signs))


def by_sign_and_word(weights: Mapping[str, Mapping[str, float]]) -> Mapping[str, float]:
    """The weights of a regression's file under "sign=word"."""
    return {f"{sign}={word}": weight for sign, words in weights.items() for word, weight in words.items()}


def data_file(name: str) -> bytes:
    """A regression's file as it comes with Dateline."""
    return (resources.files("dateline") / "data" / name).read_bytes()


def decoded(data: bytes, kind: type[T], name: str) -> T:
    """What a regression's file holds. Raises DataError naming the file and what is wrong in it."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise DataError(f"{name}: {error}; make it anew with 'make judge'") from error
