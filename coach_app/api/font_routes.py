"""The letters that brand kits may choose, for the page to show them in."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from coach_app import wiring
from coach_app.domain.fonts import FontName

router = APIRouter(prefix="/fonts")
_CACHING = "public, max-age=31536000, immutable"


@router.get("/{name}.woff", response_class=FileResponse)
def letters(name: FontName) -> FileResponse:
    """Return the letters of a font that is installed with the app; anybody may have them."""
    return FileResponse(wiring.font_path(name), media_type="font/woff", headers={"Cache-Control": _CACHING})
