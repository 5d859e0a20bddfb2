"""Who may use a database that is served, and what each may do."""

from typing import Final, Literal, get_args

Role = Literal["viewer", "reviewer", "admin"]
"""A `viewer` reads, a `reviewer` also judges, an `admin` also settles, audits and sees to the users."""
ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""From the least to the most that one may do."""


def may(role: Role, needed: Role) -> bool:
    """Whether whoever has `role` may do what needs `needed`."""
    return ROLES.index(role) >= ROLES.index(needed)
