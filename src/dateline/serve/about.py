"""What runs here: `/api/about`."""

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.knowledge.versions import Versions, current

router = APIRouter(tags=["about"])


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The versions of program and codebook."""

    versions: Versions


@router.get("/about")
def about() -> About:
    """What runs here."""
    return About(versions=current())
