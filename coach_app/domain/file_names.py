"""How files are called when they leave: hype-fox_emote_112.png."""

import re
import unicodedata
from urllib.parse import quote

from coach_app.domain.asset_types import AssetType, Composition

_MOST_CHARACTERS = 60


def export_file_name(title: str, kind: AssetType, name: str) -> str:
    """Return the name of one file, in the letters of its title."""
    return f"{picture_name(title, kind)}_{name}"


def picture_name(title: str, kind: AssetType) -> str:
    """Return "hype-fox_emote": letters and digits of any language, the rest as single dashes.

    There is a banner for every platform, so these are called by their whole label.
    """
    what = kind.label if kind.composition is Composition.BANNER else kind.noun
    return f"{_dashed(title) or 'picture'}_{_dashed(what)}"


def content_disposition(name: str, *, is_download: bool) -> str:
    """Return the header of RFC 6266: a plain name for old programs, and the whole name where they differ."""
    kind = "attachment" if is_download else "inline"
    plain = re.sub(r"[^A-Za-z0-9._]+", "-", unicodedata.normalize("NFKD", name))
    if plain == name:
        return f'{kind}; filename="{name}"'
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _dashed(words: str) -> str:
    spelled = unicodedata.normalize("NFC", words).lower()
    joined = "".join(letter if letter.isalnum() else "-" for letter in spelled)
    return re.sub("-+", "-", joined).strip("-")[:_MOST_CHARACTERS].strip("-")
