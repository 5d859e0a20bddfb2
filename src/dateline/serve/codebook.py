"""The codebook that is at work here: `/api/codebook`."""

from fastapi import APIRouter

from dateline.knowledge.versions import current
from dateline.publish.codebook_lines import codebook_lines
from dateline.serve.answers import Json, Read

router = APIRouter(tags=["about"], route_class=Read)


@router.get("/codebook")
def codebook() -> Json:
    """Every type: its definition, what it is not, the words that announce it, examples, and its codes elsewhere."""
    return Json({"version": current().codebook, "types": codebook_lines()})
