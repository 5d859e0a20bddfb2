"""The public benchmarks that the program can be measured on: predictions in the format that their examiners read.

The data are other people's and not part of the project: a benchmark is run on a folder that the user has.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from dateline.evaluate import (
    calm,
    case2021,
    dedup,
    fakes,
    idmc,
    isaf,
    muc4,
    pages,
    pairs,
    polnear,
    re3d,
    times,
    toponyms,
)
from dateline.model.errors import DatelineError

Split = Literal["dev", "test"]
Row = dict[str, object]


class BenchmarkError(DatelineError):
    """A benchmark that is not known, or whose data are not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What makes a benchmark's predictions from the folder of its data, and the files that must be there.

    In their names SPLIT stands for the part and * for anything.
    """

    files: tuple[str, ...]
    predict: Callable[[Path, Split], Iterator[Row]]


BENCHMARKS: Final[Mapping[str, Benchmark]] = MappingProxyType(
    {
        "calm": Benchmark(files=calm.FILES, predict=calm.predictions),
        "case2021": Benchmark(files=case2021.FILES, predict=case2021.predictions),
        "dedup": Benchmark(files=dedup.FILES, predict=dedup.predictions),
        "fakes": Benchmark(files=fakes.FILES, predict=fakes.predictions),
        "geo": Benchmark(files=toponyms.FILES, predict=toponyms.predictions),
        "idmc": Benchmark(files=idmc.FILES, predict=idmc.predictions),
        "isaf": Benchmark(files=isaf.FILES, predict=isaf.predictions),
        "muc4": Benchmark(files=muc4.FILES, predict=muc4.predictions),
        "pages": Benchmark(files=pages.FILES, predict=pages.predictions),
        "pairs": Benchmark(files=pairs.FILES, predict=pairs.predictions),
        "polnear": Benchmark(files=polnear.FILES, predict=polnear.predictions),
        "re3d": Benchmark(files=re3d.FILES, predict=re3d.predictions),
        "time": Benchmark(files=times.FILES, predict=times.predictions),
    }
)


def predictions(name: str, data: Path, split: Split) -> Iterator[Row]:
    """The predictions for a benchmark, row by row. Raises BenchmarkError at once, before any row is asked for."""
    benchmark = BENCHMARKS.get(name)
    if benchmark is None:
        raise BenchmarkError(f"no benchmark is called {name!r}; there are: {', '.join(BENCHMARKS)}")
    missing = [file for file in _named(benchmark.files, split) if not any(data.glob(file))]
    if missing:
        raise BenchmarkError(
            f"{name} was not run: {data / missing[0]} is not there; name the folder of its data with --data"
        )
    return benchmark.predict(data, split)


def _named(files: tuple[str, ...], split: Split) -> tuple[str, ...]:
    return tuple(file.replace("SPLIT", split) for file in files)
