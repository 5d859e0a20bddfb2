"""A place found in a report, and what it is there for."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import PlaceMention

Use = Literal["site", "container", "landmark", "owner", "reference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place mention at tokens `first` to `last` (included), hanging by `head`, in the sentence of index `sentence`.

    `use`: a `site` can be where something happened; a `container` or `landmark` only says where another place lies; an
    `owner` has its name on something ("Aleppo's hospitals"); a `reference` points back ("the city"). `size` is 0 for a
    spot, 1 a town, 2 a district, 3 a province or region, 4 a country; members of one list share `list_id`.
    """

    mention: PlaceMention
    first: int
    last: int
    head: int
    sentence: int
    use: Use
    size: int
    list_id: int
