"""Where everything is: the pages' routes, and the addresses of the API and of files."""

from collections.abc import Iterable
from functools import cache
from uuid import UUID

from reflex.utils.exec import is_prod_mode
from reflex_base.config import get_config

from coach_app.domain.exports import Platform
from coach_app.domain.logos import LogoKind

SIGN_IN = "/"
SIGN_IN_LINK = "/sign-in"
COACH = "/coach"
SESSION = "/coach/[session_id]"
LIBRARY = "/dashboard/assets"
ASSET = "/dashboard/assets/[asset_id]"
BRAND_KITS = "/brand-kits"
NOT_FOUND = "404"

API = "/api/v1"


def session_page(session_id: UUID | str) -> str:
    return f"{COACH}/{session_id}"


def asset_page(asset_id: UUID | str) -> str:
    return f"{LIBRARY}/{asset_id}"


def kit_page(kit_id: UUID | str) -> str:
    return f"{BRAND_KITS}?kit={kit_id}"


def api_url(path: str) -> str:
    """Return the address of an API route."""
    return f"{_api_origin()}{API}{path}"


@cache
def _api_origin() -> str:
    """Page and API share an origin, but for development's two ports. A thread asks for each of its files."""
    return "" if is_prod_mode() else get_config().api_url


def file_url(asset_id: UUID, name: str) -> str:
    return api_url(f"/assets/{asset_id}/files/{name}")


def download_url(asset_id: UUID, name: str) -> str:
    """Return the address under which the browser saves the file."""
    return f"{file_url(asset_id, name)}?download=1"


def pack_url(asset_ids: Iterable[UUID], platform: Platform | None = None) -> str:
    """Return the address of a ZIP with the files of these pictures."""
    # Nothing here wants quoting, and a thread asks for several of each picture.
    query = "&".join(f"asset_id={asset_id}" for asset_id in asset_ids)
    return api_url(f"/packs?{query}&platform={platform}" if platform else f"/packs?{query}")


def logo_url(kit_id: UUID, kind: LogoKind, version: str = "") -> str:
    """Return where a kit's logo of this kind is put; with its version, where its picture is."""
    return api_url(f"/brand-kits/{kit_id}/logos/{kind}" + (f"?v={version}" if version else ""))


def chat_pictures_url(session_id: UUID) -> str:
    """Return where a session's pictures to go by are put; each lies behind it under its id."""
    return api_url(f"/coach/sessions/{session_id}/pictures")


def sample(name: str) -> str:
    """Return the address of one of our own sample pictures."""
    return f"/samples/{name}.webp"
