"""The licences of what the product is made of."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from coach_app.third_party import third_party_notices

router = APIRouter()


@router.get("/licences", response_class=PlainTextResponse)
def licences() -> str:
    """Return the notices as plain text; anybody may read them."""
    return third_party_notices()
