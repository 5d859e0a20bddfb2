"""How often something may be asked, counted in memory by the library `limits`, over windows that slide."""

import math
import time
from dataclasses import asdict, dataclass
from ipaddress import ip_network
from typing import Literal

from fastapi import HTTPException
from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

Kind = Literal["sign_in_of", "sign_in_from", "changes", "reads", "costly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How often, as `limits` writes it: signing in under one name, and from one address; and what one who has signed
    in may ask: changes, reads, and among these costly ones, which look through the whole database."""

    sign_in_of: str = "10/minute;60/hour"
    sign_in_from: str = "20/minute"
    changes: str = "300/minute"
    reads: str = "1200/minute"
    costly: str = "240/minute"


class Limiter:
    """Counts who asked how often, from when the server was started."""

    def __init__(self, rates: Rates) -> None:
        """Nobody has asked anything yet."""
        self._limits: dict[str, list[RateLimitItem]] = {kind: parse_many(said) for kind, said in asdict(rates).items()}
        self._counted = SlidingWindowCounterRateLimiter(MemoryStorage())

    def take(self, kind: Kind, whom: str) -> None:
        """Count one more. Raises HTTPException 429, with when to come back, where it is one too many."""
        for limit in self._limits[kind]:
            if not self._counted.hit(limit, kind, whom):
                wait = math.ceil(self._counted.get_window_stats(limit, kind, whom).reset_time - time.time())
                raise _too_often(max(1, wait))


def network_of(address: str) -> str:
    """An address as it is counted: of IPv6 the /64, which is one customer's; what is no address as it is."""
    try:
        return str(ip_network(f"{address}/64", strict=False)) if ":" in address else address
    except ValueError:
        return address


def _too_often(seconds: int) -> HTTPException:
    line = f"too many requests: wait {seconds} second{'s' * (seconds > 1)} and try again"
    return HTTPException(429, line, {"Retry-After": str(seconds)})
