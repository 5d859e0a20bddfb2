"""A function in a process of its own, with limits."""

import os
import sys
import time
from dataclasses import dataclass

import pytest

from dateline.ingest.child import run_limited
from dateline.model.errors import PageError

SECONDS = 20.0
MEGABYTES = 512


@dataclass(frozen=True)
class Answer:
    words: str
    numbers: tuple[int, ...]


def counted(words: str) -> Answer:
    return Answer(words=words.upper(), numbers=(len(words), os.getpid()))


def reversed_bytes(data: bytes) -> bytes:
    return data[::-1]


def asleep(seconds: float) -> None:
    time.sleep(seconds)


def greedy(megabytes: int) -> int:
    return len(b"x" * (megabytes * 1_000_000))


def refused(page: str) -> str:
    raise PageError(f"{page} is encrypted: save a copy")


def broken(page: str) -> str:
    raise ValueError(f"no sense in {page}")


def gone(code: int) -> None:
    os._exit(code)


def too_deep(depth: int) -> int:
    return too_deep(depth + 1)


def has_main_of(module: str) -> bool:
    return module in str(getattr(sys.modules["__main__"], "__file__", ""))


def path_has(folder: str) -> bool:
    return folder in sys.path


def number_as_text(number: int) -> str:
    return number  # type: ignore[return-value]


def test_the_answer_comes_back_in_its_own_type_from_another_process() -> None:
    answer = run_limited(counted, "abc", SECONDS, MEGABYTES)
    assert answer == Answer(words="ABC", numbers=(3, answer.numbers[1]))
    assert answer.numbers[1] != os.getpid()


def test_megabytes_go_in_and_out() -> None:
    data = bytes(range(256)) * 40_000
    assert run_limited(reversed_bytes, data, SECONDS, MEGABYTES) == data[::-1]


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(PageError, match=r"took longer than 0\.5 s"):
        run_limited(asleep, 60.0, 0.5, MEGABYTES)


def test_a_child_that_wants_too_much_memory_is_ended() -> None:
    with pytest.raises(PageError, match="more than 512 MB of memory"):
        run_limited(greedy, 2_000, SECONDS, MEGABYTES)
    assert run_limited(greedy, 50, SECONDS, MEGABYTES) == 50_000_000


def test_what_the_function_says_to_the_user_comes_through() -> None:
    with pytest.raises(PageError, match=r"^the page is encrypted: save a copy$"):
        run_limited(refused, "the page", SECONDS, MEGABYTES)


def test_any_other_failure_is_told_in_one_line() -> None:
    with pytest.raises(PageError) as caught:
        run_limited(broken, "it", SECONDS, MEGABYTES)
    assert str(caught.value) == "the reader broke off: ValueError: no sense in it"


def test_a_child_that_dies_without_a_word_is_told_by_its_exit_status() -> None:
    with pytest.raises(PageError, match="exit status 9"):
        run_limited(gone, 9, SECONDS, MEGABYTES)


def test_endless_recursion_ends_the_child_only() -> None:
    with pytest.raises(PageError, match="RecursionError"):
        run_limited(too_deep, 0, SECONDS, MEGABYTES)


def test_the_callers_main_module_is_not_run_again() -> None:
    assert run_limited(has_main_of, "child", SECONDS, MEGABYTES)
    assert not run_limited(has_main_of, "pytest", SECONDS, MEGABYTES)


def test_the_folder_that_is_read_is_no_place_to_import_from(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [place for place in sys.path if place])
    assert not run_limited(path_has, str(tmp_path), SECONDS, MEGABYTES)
    assert not run_limited(path_has, "", SECONDS, MEGABYTES)


def test_an_answer_of_another_type_than_promised_is_refused() -> None:
    with pytest.raises(PageError, match="no answer of the promised kind"):
        run_limited(number_as_text, 1, SECONDS, MEGABYTES)
